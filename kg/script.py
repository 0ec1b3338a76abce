"""Traditional script in simplified characters, one for one: a place in the one text is the same place in the other."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final

from kg import pattern_files

# A text is in traditional script if so many of its hanzi are common ones that only that script has. Nearly any such
# text has one of the few most common ones.
_SHARE: Final = 1 / 25
_FIRST: Final = 10


def is_traditional(text: str) -> bool:
    """Whether a text is in traditional script."""
    signs: str = _rules()["traditional"]
    if not any(sign in text for sign in signs[:_FIRST]):
        return False
    hanzi = sum("\u4e00" <= letter <= "\u9fff" for letter in text)
    return sum(map(text.count, signs)) > _SHARE * hanzi


def simplified(text: str) -> str:
    """The text in simplified characters, as long as it is, with the words of the mainland for what is called otherwise.

    What would change the length of a line is turned character by character.
    """
    rules = _rules()
    turned = "\n".join(_as_long(line, _converter()) for line in text.split("\n"))
    if any(letter in text for letter in rules["kept"]):
        turned = "".join(old if old in rules["kept"] else new for old, new in zip(text, turned, strict=True))
    words: Mapping[str, str] = rules["regional"]
    return re.sub("|".join(words), lambda word: words[word[0]], turned)


def _as_long(text: str, convert: Callable[[str], str]) -> str:
    turned = convert(text)
    if len(turned) == len(text):
        return turned
    return "".join(_as_long(letter, convert) for letter in text) if len(text) > 1 else text


@cache
def _rules() -> Mapping[str, Any]:
    return pattern_files.load("script")


@cache
def _converter() -> Callable[[str], str]:
    # Imported late: hardly an article is in traditional script.
    from opencc import OpenCC

    # Hong Kong's forms (衞, 綫) are first made those of the standard; only Taiwan's table has 看著 as 看着.
    of_hong_kong, of_taiwan = OpenCC("hk2t"), OpenCC("tw2s")
    return lambda text: of_taiwan.convert(of_hong_kong.convert(text))
