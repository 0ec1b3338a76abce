"""How a name sounds: pinyin syllables, so that guilin and gl find 桂林."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from pypinyin import lazy_pinyin
from pypinyin.core import Pinyin

_HAN = re.compile(r"[\u3400-\u9fff]")
_WORDS: Final = Pinyin().seg


@lru_cache(maxsize=65536)
def sound(name: str) -> str:
    """The name's syllables in lower case with spaces between; other scripts stay as they are. Empty without Han."""
    if not _HAN.search(name):
        return ""
    return " ".join(heard for word in _WORDS(name) if (heard := _syllables(word)))


# The same few words are in most names.
@lru_cache(maxsize=65536)
def _syllables(word: str) -> str:
    return " ".join(
        part.strip().lower() for part in lazy_pinyin([word], errors="default", v_to_u=False) if part.strip()
    )
