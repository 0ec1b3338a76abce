"""How a name sounds: pinyin syllables, so that guilin and gl find 桂林."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Final

from pypinyin import lazy_pinyin
from pypinyin.core import Pinyin

_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_WORDS: Final = Pinyin().seg


@lru_cache(maxsize=65536)
def sound(name: str) -> str:
    """The name's syllables in lower case with spaces between; other scripts stay as they are. Empty without Han."""
    if not _HAN.search(name):
        return ""
    return " ".join(heard for word in _WORDS(name) if (heard := _syllables(word)))


def sound_of_parts(name: str, known: Collection[str]) -> str:
    """The sound of a name, with two spaces wherever the name of another thing that it begins with ends.

    So huawei finds 桂林华为云, where 桂林 is known, but not 信息化委员会.
    """
    return "  ".join(heard for part in _parts(name, known) if (heard := sound(part))) if _HAN.search(name) else ""


_MOST_SIGNS: Final = 10


def _parts(name: str, known: Collection[str]) -> Iterator[str]:
    """The name in pieces of two signs or more, cut after each name in `known` that begins what is left."""
    start = 0
    while start < len(name):
        ends = range(start + 2, min(start + _MOST_SIGNS, len(name) - 2) + 1)
        end = next((end for end in reversed(ends) if name[start:end] in known), len(name))
        yield name[start:end]
        start = end


# The same few words are in most names.
@lru_cache(maxsize=65536)
def _syllables(word: str) -> str:
    return " ".join(
        part.strip().lower() for part in lazy_pinyin([word], errors="default", v_to_u=False) if part.strip()
    )
