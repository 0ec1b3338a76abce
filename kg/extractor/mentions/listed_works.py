"""Members of a list that 等项目 or 三个工程 closes are projects, whatever they are called.

城南供热改造、云帆文化馆等项目.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from kg.extractor.beginnings import compiled
from kg.extractor.conjunctions import CONJUNCTIONS
from kg.extractor.kinds import is_organisation, is_place
from kg.extractor.knowledge import Knowledge, head_kind
from kg.extractor.mentions.candidates import Candidate, covered
from kg.extractor.rules import either, load_rules, words
from kg.extractor.segmentation import Tokens

_OPENING: Final = re.compile(r"[，。；：！？\n][^，。；：！？\n]*$")
_JOINT: Final = re.compile("|".join(CONJUNCTIONS))
_BRACKETS: Final = {"（": 1, "“": 1, "《": 1, "）": -1, "”": -1, "》": -1}
# A shorter member than the telling ones is a kind of thing, unless a name or a number stands in it, or a head of works
# ends it: with one of these it may be shorter still.
_SHORTEST_HEADED: Final = 4
_SHORTEST: Final = 5
_TELLING: Final = 6
_LONGEST: Final = 40
_ODD: Final = re.compile(r"[0-9A-Za-z“·]")
# A phase of a work is a part of it.
_PHASE: Final = re.compile(r"[一二三四五六七八九十]+期$")
# The list stands in one clause of at most so many characters.
_REACH: Final = 240

_Span = tuple[int, int]


@cache
def _closer() -> re.Pattern[str]:
    rules = load_rules("lists")
    counted, works, firms, barred = (
        either(words(rules, key)) for key in ("works_counted", "works", "firms", "works_not_before")
    )
    sort = rf"(?:(?!{firms})[^，。；、：的等“”]){{0,6}}?"
    return compiled(rf"(?:等(?:{counted})?|{counted}){sort}(?:{works})(?!{barred})")


def find_listed_works(text: str, tokens: Tokens, knowledge: Knowledge, others: Sequence[Candidate]) -> list[Candidate]:
    """The members of such lists; none of one where most members are fields, firms or kinds of things."""
    closers = list(_closer().finditer(text))
    if not closers:
        return []
    taken = covered(others)
    bodies = [c for c in others if is_organisation(c.kind) or is_place(c.kind)]
    found: list[Candidate] = []
    for match in closers:
        before = text[max(0, match.start() - _REACH) : match.start()]
        opening = _OPENING.search(before)
        begin = match.start() - (len(opening[0]) - 1 if opening else len(before))
        members = list(_members(text, begin, match.start(), tokens, taken))
        if len(members) > 1:
            members[0] = _without_verbs(members[0], tokens, knowledge)
            works = [span for span in members if _is_work(text, span, tokens, knowledge, bodies)]
            if 2 * len(works) >= len(members):
                found += [Candidate(start, end, "Project", text[start:end], "grammar", 2) for start, end in works]
    return found


def _members(text: str, begin: int, end: int, tokens: Tokens, taken: set[int]) -> Iterator[_Span]:
    """What stands between the marks of a list, the last two perhaps joined by a word."""
    depth, start = 0, begin
    for offset in range(begin, end):
        depth += _BRACKETS.get(text[offset], 0)
        if text[offset] == "、" and depth == 0:
            yield start, _whole(text, start, offset)
            start = offset + 1
    joints = [m.span() for m in _JOINT.finditer(text, start, end) if m.start() not in taken]
    cut = next((s for s in reversed(joints) if start > begin and _parts(s, start, end, tokens)), None)
    if cut is not None:
        yield start, cut[0]
        start = cut[1]
    yield start, _whole(text, start, end)


def _whole(text: str, start: int, end: int) -> int:
    """Where a member ends without its phase."""
    phase = _PHASE.search(text, start, end)
    return phase.start() if phase else end


def _parts(joint: _Span, start: int, end: int, tokens: Tokens) -> bool:
    """Whether a joint leaves a member on either side."""
    return tokens.at_border(*joint) and joint[0] - start >= _SHORTEST and end - joint[1] >= _SHORTEST


def _without_verbs(member: _Span, tokens: Tokens, knowledge: Knowledge) -> _Span:
    """The first member without what is done to all of them (先后实施了城南供热改造)."""
    start, end = member
    names = knowledge.names
    for token in tokens.within(start, end):
        if token.word in names.stop_words and end - token.end >= _SHORTEST_HEADED:
            start = token.end
    for token in tokens.within(start, end):
        verb = token.word in names.project_stops
        if token.start != start or not verb or end - token.end < _SHORTEST_HEADED:
            break
        start = token.end
    return start, end


def _is_work(text: str, span: _Span, tokens: Tokens, knowledge: Knowledge, bodies: Sequence[Candidate]) -> bool:
    """Whether a member can be one particular work rather than a firm, a field or a kind of thing."""
    start, end = span
    name, names = text[start:end], knowledge.names
    first = next(iter(tokens.within(start, end)), None)
    if first is None or first.start != start:
        return False
    kind = head_kind(name, names.heads)
    headed = kind == "Project" and first.word not in names.generic
    if not (_SHORTEST_HEADED if headed else _SHORTEST) <= len(name) <= _LONGEST:
        return False
    if name in knowledge.concepts_by_name or "的" in name or first.word in names.stop_words:
        return False
    if name.endswith("”") and not name.startswith("“"):
        return False  # whose it is stands before the marks
    if any(c.start <= start and c.end == end for c in bodies):
        return False
    if kind not in ("", "Project"):
        return False
    return len(name) >= _TELLING or headed or _ODD.search(name) is not None
