"""The short name that an article itself gives a thing: 江城师范大学（以下简称“江师大”）."""

from __future__ import annotations

import re
from functools import cache

from kg.extractor.rules import load_rules
from kg.ids import name_key


def defining() -> str:
    """What a bracket opens with that gives the name before it a short one, as an expression."""
    words_for_it: str = load_rules("short_names")["defining"]
    return rf"[（(]{words_for_it}[“\"]?"


@cache
def _defined() -> re.Pattern[str]:
    return re.compile(defining() + r"([^”\"）)，,、或]{2,14})[”\"]?(?:[，,、或][^）)]*)?[）)]")


def definitions(text: str) -> list[tuple[int, str, int, int]]:
    """Each 以下简称: the offset where the bracket opens, the short name, and where it stands."""
    return [(m.start(), m[1], m.start(1), m.end(1)) for m in _defined().finditer(text)]


def abbreviates(short: str, name: str) -> bool:
    """Whether a short form is made of the name's own characters in order and begins as it does (南钢, 南京钢铁)."""
    rest = iter(name_key(name))
    return short[:1] == name[:1] and all(ch in rest for ch in name_key(short))
