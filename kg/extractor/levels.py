"""The levels of administration: what the full name of a place ends with, as 江城市 does with 市."""

from __future__ import annotations

from typing import Final

LEVELS: Final = "省市县区州旗"
# Those that may stand without the name of the place (省政协, 该县): 旗 begins other words (旗下, 旗舰).
BARE_LEVELS: Final = "省市县区州"
# Those that end no short name but 辉县, as 州 does those of 云州市 and many more: what ends with one is named in full.
SURE_LEVELS: Final = "省市县区旗"
# Those that do neither: behind a name, or before one, they are no part of it.
PLAIN_LEVELS: Final = "省市县区"
