"""Aims that stand in no list: a place's role (国际消费之都), 智慧江城, 港城融合发展 and “一核两翼”战略."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from kg.extractor.beginnings import compiled
from kg.extractor.kinds import is_concept, is_place
from kg.extractor.knowledge import Knowledge
from kg.extractor.mentions.candidates import Candidate, covered
from kg.extractor.rules import either, load_rules, words
from kg.extractor.segmentation import Tokens

# How many characters a role may have, and how many may stand between it and the verb (具有全国影响力的…).
_LONGEST: Final = 14
_LEAD: Final = 16
_STRATEGY_IN_QUOTES: Final = 10
_STRATEGIES_IN_QUOTES: Final = 40
# Several in one pair of marks: 以“A、B、C”为发展战略.
_MEMBER: Final = re.compile("[^、]+")
# How many characters may tell what an aim is of, and the tags of their words.
_OF_WHAT: Final = 12
_NOMINAL: Final = ("n", "vn", "j", "l", "b", "an")
# What a role is named by begins behind its examples (元宇宙等创新高地).
_EXAMPLES: Final = re.compile("(?<![高中初平])等")


@dataclass(frozen=True, slots=True)
class _Rules:
    """The expressions and words of `seeds/patterns/goals.yaml`.

    `role` finds what a place wants to become, `deed` what is to come about, `strategy` one in quotation marks; each
    calls the aim `name`, and `several` those in one pair of marks `names`.

    `widened` are the aims that take in what they are to come about in, unless it is `not_of`.
    """

    role: re.Pattern[str]
    deed: re.Pattern[str]
    strategy: re.Pattern[str]
    several: re.Pattern[str]
    made_so: tuple[str, ...]
    general: frozenset[str]
    widened: tuple[str, ...]
    not_of: frozenset[str]


@cache
def _rules() -> _Rules:
    data = load_rules("goals")
    become, roles, behind, strategies, served, furthers, deeds = (
        either(words(data, key)) for key in ("become", "roles", "behind", "strategies", "served", "furthers", "deeds")
    )
    lead = rf"(?:[^，。；：！？、“”]{{0,{_LEAD}}}的)?"
    name = rf"(?P<name>[^，。；：！？、的“”]{{1,{_LONGEST}}}?"
    no_strategies = either(words(data, "no_strategies"))
    quoted = rf"[“「](?!{no_strategies})(?P<name>[^“”「」，。；：\n]{{2,{_STRATEGY_IN_QUOTES}}})[”」]"
    return _Rules(
        compiled(rf"(?:{become})++(?:了)?{lead}{name}(?:{roles}))(?={behind})"),
        compiled(rf"(?:{furthers})++(?:了)?{name}(?:{deeds}))"),
        compiled(rf"{quoted}(?:{strategies})"),
        compiled(
            rf"以“(?P<names>[^“”，。；：\n]{{2,{_STRATEGIES_IN_QUOTES}}})”作?为[^，。；：“”\n]{{0,8}}(?:{served})"
        ),
        words(data, "made_so"),
        frozenset(words(data, "general")),
        words(data, "widened"),
        frozenset(words(data, "not_of")),
    )


def find_aims(text: str, tokens: Tokens, knowledge: Knowledge, known: Sequence[Candidate]) -> list[Candidate]:
    """The aims of a text whose name is put together on the spot; `known` are the names found so far."""
    rules, found = _rules(), []
    for match in rules.role.finditer(text):
        start, end = _without_generic(match.start("name"), match.end("name"), tokens)
        if start < end and text[start:end] not in rules.general and not _EXAMPLES.search(text, start, end):
            found.append(Candidate(start, end, "Goal", text[start:end], "aim", 2))
    deeds = ((match, match.start("name")) for match in rules.deed.finditer(text))
    strategies = ((match, match.start()) for match in rules.strategy.finditer(text))
    for match, start in (*deeds, *strategies):
        if match["name"] not in knowledge.concepts_by_name and match["name"] not in rules.general:
            found.append(Candidate(start, match.end(), "Goal", match["name"], "aim", 2))
    for match in rules.several.finditer(text):
        for member in _MEMBER.finditer(text, *match.span("names")):
            if len(member[0]) <= _STRATEGY_IN_QUOTES and member[0] not in knowledge.concepts_by_name:
                found.append(Candidate(*member.span(), "Goal", member[0], "aim", 2))
    for place in known:
        told = text.startswith(rules.made_so, place.start - 2) and tokens.begins(place.start - 2)
        # 港口 is a district too, but 智慧港口 is a field.
        if told and is_place(place.kind) and place.name not in knowledge.concepts_by_name:
            name = text[place.start - 2 : place.end]
            found.append(Candidate(place.start - 2, place.end, "Goal", name, "aim", 3))
    return [*found, *_widened(tokens, known)]


def _widened(tokens: Tokens, known: Sequence[Candidate]) -> Iterator[Candidate]:
    """The aims that are told with what they are to come about in: 食品产业|高质量发展."""
    rules = _rules()
    aims = [c for c in known if c.kind == "Goal" and c.name.endswith(rules.widened)]
    named = covered(c for c in known if not is_concept(c.kind)) if aims else set()
    for aim in aims:
        start = aim.start
        for token in reversed(tokens.within(max(0, aim.start - _OF_WHAT), aim.start)):
            nominal = token.tag.startswith(_NOMINAL) and token.word not in rules.not_of
            if token.end != start or not nominal or token.start in named:
                break
            start = token.start
        if start < aim.start:
            yield replace(aim, start=start)


def _without_generic(start: int, end: int, tokens: Tokens) -> tuple[int, int]:
    """Take words off the left that tell no aim from another (一个, 更加); an empty stretch if none is left."""
    inside = tokens.within(start, end)
    for token in inside:
        if token.tag[0] not in "mrdpuc":
            break
        start = token.end
    return (start, end) if sum(t.end > start for t in inside) > 1 else (end, end)
