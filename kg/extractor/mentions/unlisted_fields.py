"""Fields and technologies that stand in no list of ours, where the text says that they are some.

Among 光伏、碳捕集装备、户用储能等领域 the unlisted members are fields as well, and so is 水产饲料 for a firm that
专业从事水产饲料的研发、生产.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

from kg.extractor.beginnings import compiled
from kg.extractor.kinds import is_concept
from kg.extractor.knowledge import Knowledge
from kg.extractor.mentions.candidates import Candidate, covered
from kg.extractor.rules import either, load_rules, words
from kg.extractor.segmentation import Token, Tokens
from kg.extractor.sentences import behind_last

_BREAK: Final = "，。；：！？\n（）()“”《》"
# 碳中和, 参与 and 涉及 hold no joint.
_JOINT: Final = re.compile(r"、|以及|(?<!碳中)和|(?<!参)与|(?<![涉普顾])及|\+|＋|／|/|暨")
# How many characters a member may have, and how far before its closing noun a list may begin.
_SHORTEST: Final = 2
_LONGEST: Final = 10
_REACH: Final = 80
# Tags of words that can stand in the name of a field.
_INSIDE: Final = ("n", "v", "b", "a", "j", "l", "x", "eng", "g", "i", "k", "s", "mq")
_NOMINAL: Final = ("n", "vn", "b", "j", "l", "eng", "mq")


@dataclass(frozen=True, slots=True)
class _Rules:
    """What `seeds/patterns/fields.yaml` tells of lists: how they close, and what can be no member."""

    closers: tuple[tuple[str, re.Pattern[str]], ...]
    businesses: tuple[re.Pattern[str], ...]
    offers: tuple[re.Pattern[str], ...]
    openers: frozenset[str]
    stops: frozenset[str]
    deeds: tuple[str, ...]
    wide: frozenset[str]
    trade_deeds: frozenset[str]


@cache
def _rules() -> _Rules:
    data = load_rules("fields")
    between = f"(?:{either(words(data, 'between'))})*"
    many = rf"(?:等|[二三四五六七八九十两\d]+大){between}"
    closers = {kind: f"{many}(?:{either(nouns)})" for kind, nouns in data["list_closers"].items()}
    barred = either(words(data, "closers_not_before"))
    closers["Sector"] += f"|(?:{either(words(data, 'bare_closers'))})"
    return _Rules(
        closers=tuple((kind, compiled(f"(?:{closer})(?!{barred})")) for kind, closer in closers.items()),
        businesses=tuple(map(re.compile, (*words(data, "businesses"), *words(data, "livings")))),
        offers=tuple(map(re.compile, words(data, "offers"))),
        openers=frozenset(words(data, "openers")),
        stops=frozenset(words(data, "stops")),
        deeds=words(data, "deeds"),
        wide=frozenset(words(data, "no_fields")),
        trade_deeds=frozenset(words(data, "trade_deeds")),
    )


def find_fields(text: str, tokens: Tokens, knowledge: Knowledge, named: Sequence[Candidate]) -> list[Candidate]:
    """The unlisted fields and technologies of a text; `named` are the names found so far."""
    rules, taken = _rules(), covered(c for c in named if not is_concept(c.kind))
    inside = {i for c in named if is_concept(c.kind) for i in range(c.start + 1, c.end)}
    found: dict[int, Candidate] = {}
    lists: list[tuple[str, list[tuple[int, int]], bool]] = []
    for kind, closer in rules.closers:
        lists += [(kind, members, True) for members in _closed(text, closer, tokens, knowledge)]
    for expressions, anchored in ((rules.businesses, False), (rules.offers, True)):
        for expression in expressions:
            spans = (match.span("name") for match in expression.finditer(text))
            lists += [("Sector", list(_made(text, *span, tokens)), anchored) for span in spans]
    for kind, members, anchored in lists:
        known = [text[start:end] in knowledge.concepts_by_name for start, end in members]
        if anchored and (len(members) < 2 or not (any(known) or _kinds_of_known(text, members, knowledge))):
            continue
        for (start, end), listed in zip(members, known, strict=True):
            cut = not taken.isdisjoint(range(start, end)) or start in inside or end in inside
            name = text[start:end]
            if not (listed and _is_field(name, knowledge)) and not cut and _can_be_field(name):
                found.setdefault(start, Candidate(start, end, kind, text[start:end], "field", 2))
    return list(found.values())


def _kinds_of_known(text: str, members: Sequence[tuple[int, int]], knowledge: Knowledge) -> bool:
    """Whether most members are kinds of a field that we know: 车用锂电池、固态锂电池."""
    kinds = sum(any(text[i:end] in knowledge.concepts_by_name for i in range(start, end - 1)) for start, end in members)
    return 2 * kinds > len(members)


def _is_field(name: str, knowledge: Knowledge) -> bool:
    """Whether a name that we know is that of a field or technology; among fields 供应链安全 is no aim."""
    return any(concept.kind != "Goal" for concept in knowledge.concepts_by_name[name])


def _can_be_field(name: str) -> bool:
    rules = _rules()
    fits = _SHORTEST <= len(name) <= _LONGEST and not name.isdigit()
    return fits and name not in rules.wide and not name.endswith(rules.deeds)


def _closed(
    text: str, closer: re.Pattern[str], tokens: Tokens, knowledge: Knowledge
) -> Iterator[list[tuple[int, int]]]:
    """The members of each list that a closing noun ends; none reaches back across the one before."""
    last = 0
    for match in closer.finditer(text):
        yield _before(text, match.start(), last, tokens, knowledge)
        last = match.end()


def _before(text: str, end: int, earliest: int, tokens: Tokens, knowledge: Knowledge) -> list[tuple[int, int]]:
    """The members of the list that closes at an offset, from right to left, back to what opens it."""
    end -= text.startswith("”", end - 1)  # “…”三大产业: the list stands between the marks
    start = max(earliest, end - _REACH)
    start = max(start, behind_last(text, _BREAK, start, end))
    members: list[tuple[int, int]] = []
    for begin, stop in reversed(_parts(text, start, end)):
        opening = _opening(tokens.within(begin, stop), begin, first=begin == start)
        if begin == start:
            opening = max(opening, _behind_verb(tokens.within(begin, stop)))
        # The name of a field that we know needs no look at its words: 现代 is a time to the segmenter.
        opening = next((i for i in range(begin, opening) if text[i:stop] in knowledge.concepts_by_name), opening)
        if opening < stop:
            members.append((opening, stop))
        if opening != begin:
            break
    return members


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches between the joints of a list."""
    joints = [match.span() for match in _JOINT.finditer(text, start, end)]
    begins, ends = [start, *(stop for _, stop in joints)], [*(begin for begin, _ in joints), end]
    return list(zip(begins, ends, strict=True))


def _opening(parts: Sequence[Token], begin: int, *, first: bool) -> int:
    """Where the member begins: behind the last word that can stand in no name of a field.

    A verb that ends a member or stands between its nouns is part of it: 绿色科创服务, 芯片应用开发, 电池回收利用. Only
    in the `first` one a noun before a verb is who acts.
    """
    rules = _rules()
    for i, token in reversed(list(enumerate(parts))):
        word = token.word
        if word in rules.stops or not token.tag.startswith(_INSIDE) or word.isspace():
            return token.end
        nominal = i > 0 and all(t.tag.startswith(_NOMINAL) for t in parts[:i])
        last = i == len(parts) - 1
        if word in rules.openers and not (nominal and (not first or last)) and not (last and i and not first):
            return token.end
    return begin


def _behind_verb(parts: Sequence[Token]) -> int:
    """Where the last verb ends that has an object: 赋予 in 赋予物流, but not 加工 in 钢材加工."""
    return max((t.end for t, after in pairwise(parts) if t.tag == "v" and after.tag[0] in "nlj"), default=0)


def _made(text: str, start: int, end: int, tokens: Tokens) -> Iterator[tuple[int, int]]:
    """The members of a list of what is made, without what is done with it (…的设计、生产)."""
    for begin, stop in _parts(text, start, end):
        parts = list(tokens.within(_opening(tokens.within(begin, stop), begin, first=begin == start), stop))
        while parts and parts[-1].word in _rules().trade_deeds:
            parts.pop()
        if parts:
            yield parts[0].start, parts[-1].end
