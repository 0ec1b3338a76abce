"""Where a title begins whose first character is the last one of the place or body before it."""

from __future__ import annotations

from typing import Final

from kg.extractor.kinds import is_place
from kg.extractor.levels import LEVELS
from kg.extractor.linking.linked import Linked

# The levels whose party committees have offices, and the leagues of the steppe: 江北盟委书记.
_SEATED: Final = frozenset(LEVELS + "盟")
# What the name of a place or a ministry ends with and the title of its head begins with: 明县|县长, 甲国卫生部|部长.
_HEADED: Final = frozenset(LEVELS + "盟镇乡部")


def title_start(text: str, body: Linked, start: int) -> int:
    """Where a title begins behind its body: 江城市委书记 is 市委书记 there, 江城市长 市长."""
    shared: frozenset[str] = frozenset()
    if is_place(body.kind) and text.startswith("委", body.end):
        shared = _SEATED
    elif (is_place(body.kind) or body.kind == "Government") and text.startswith("长", body.end):
        shared = _HEADED
    return body.end - 1 if text[body.end - 1] in shared else max(start, body.end)
