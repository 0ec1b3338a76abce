"""Two wordings of the name of one work in an article: “江城易办”平台 and its 项目, 伊水健康谷 and 伊水智慧健康谷."""

from __future__ import annotations

import re
from typing import Final

from kg.extractor.rules import load_rules, words

_QUOTED: Final = re.compile("[“‘]([^“”‘’]{3,})[”’]")
# How much two names share at their beginning and at their end, and how much one of them may have between.
_SHARED_START: Final = 2
_SHARED_END: Final = 2
_BETWEEN: Final = 8
# A name of so many characters is the same at the end of a longer one: 江城师范大学|云岭数字文化创新基地.
_TELLING: Final = 8
# 5G, 4K: how it works, and no number of its own.
_GENERATION: Final = re.compile("[0-9][GKＧＫ]")
_EDITION: Final = re.compile("[首0-9一二三四五六七八九十]+届")


def is_same_work(name: str, longer: str, places: str) -> bool:
    """Whether two names of works of one article are wordings of one.

    They are if the shorter one is what stands in quotation marks in the other or a long end of it, if both hold one
    name in quotation marks, or if the longer one has words between that tell no work from another. `places` is what the
    shorter name begins with of places and bodies, which alone does not make it a name.
    """
    if len(name) > 1 and name != longer and f"“{name.strip('“”')}”" in longer:
        return True
    inner = _QUOTED.search(name)
    if inner is not None:
        other = _QUOTED.search(longer)
        return other is not None and inner[1] == other[1] and _agree(name, inner, longer, other)
    if len(name) >= _TELLING and longer.endswith(name):
        return True
    return _QUOTED.search(longer) is None and _is_shortened(name, longer, len(places))


def _agree(name: str, inner: re.Match[str], longer: str, other: re.Match[str]) -> bool:
    """Whether what stands around the quotation is the same or tells nothing: no other owner, kind or edition."""
    loose = words(load_rules("short_names"), "loose_kinds")
    before, longer_before = name[: inner.start()], longer[: other.start()]
    behind, longer_behind = name[inner.end() :], longer[other.end() :]
    owned = before in longer_before or longer_before in before
    same_edition = before == longer_before or not (_EDITION.search(before) or _EDITION.search(longer_before))
    alike = behind == longer_behind or all(not tail or tail.endswith(loose) for tail in (behind, longer_behind))
    return owned and same_edition and alike


def _is_shortened(name: str, longer: str, known: int) -> bool:
    """Whether the longer name has words between that tell nothing; `known` characters of the shorter are no name."""
    between = len(longer) - len(name)
    if not 2 <= between <= _BETWEEN:
        return False
    start = min(_shared(name, longer), len(name) - _SHARED_END)
    if start + _shared(name[::-1], longer[::-1]) < len(name) or start < max(_SHARED_START, known + 1):
        return False
    between_them = _GENERATION.sub("", longer[start : start + between])
    return frozenset(words(load_rules("short_names"), "tell_apart")).isdisjoint(between_them)


def _shared(one: str, other: str) -> int:
    """With how many characters two names begin alike."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
