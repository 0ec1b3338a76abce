"""The works that money is raised for: 募集资金…用于甲项目、乙及丙项目.

Each member of such a list is a name in full, with what elsewhere parts names: 及, 基于, the noun of a kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from kg.extractor.mentions.candidates import Candidate
from kg.extractor.rules import either, load_rules, words

_JOINT: Final = re.compile(r"[、；;]\s*|以及|[和及与](?=补充|偿还)")
_BRACKET: Final = r"(?:[（(][^（）()]{1,14}[）)])?"
_SHORTEST: Final = 5


@cache
def _rules() -> tuple[re.Pattern[str], re.Pattern[str], tuple[str, ...]]:
    data = load_rules("funded")
    opening = re.compile(
        rf"(?:{either(words(data, 'raised'))})[^。\n]{{0,90}}?(?:{either(words(data, 'goes_to'))})"
        r"(?:以下|下列|如下)?(?:[0-9一二三四五六七八九十两]+个)?(?:项目[:：])?(?P<list>[^。：:！？\n]{4,300})"
    )
    member = re.compile(
        rf"(?:{either(words(data, 'before'))})?(?P<name>“[^“”]{{4,60}}”"
        rf"|[^“”，。]{{4,60}}(?:{either(words(data, 'heads'))}){_BRACKET})"
    )
    return opening, member, words(data, "no_works")


def find_funded(text: str) -> list[Candidate]:
    """The projects that raised money goes to."""
    opening, member, no_works = _rules()
    found = []
    for match in opening.finditer(text):
        for start, end in _members(text, *match.span("list")):
            named = member.match(text, start, end)
            if named is None:
                continue
            begin, stop = named.span("name")
            name = text[begin:stop].strip("“”")
            if len(name) >= _SHORTEST and not any(word in name for word in no_works):
                found.append(Candidate(begin, stop, "Project", name, "grammar", 3))
    return found


def _members(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The borders of the members of a list."""
    begin = start
    for joint in [*_JOINT.finditer(text, start, end), None]:
        stop = joint.start() if joint else end
        if joint and text.count("“", begin, stop) != text.count("”", begin, stop):
            continue
        yield begin, stop
        begin = joint.end() if joint else end
