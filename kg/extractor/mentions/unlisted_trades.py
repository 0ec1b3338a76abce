"""The trade by which a firm is called, where no list of ours has it.

汽车蓄电池制造商明远, or 明远是一家工业视觉方案提供商.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.extractor.beginnings import compiled
from kg.extractor.conjunctions import JOINT
from kg.extractor.kinds import is_concept, is_organisation
from kg.extractor.knowledge import Knowledge
from kg.extractor.mentions.candidates import Candidate, covered
from kg.extractor.rules import either, load_rules, words
from kg.extractor.segmentation import Tokens

# How long the name of a trade may be, and how many trades one firm is called by (云计算、大数据服务商).
_SHORTEST: Final = 3
_LONGEST: Final = 12
_MOST: Final = 4
# How far before a firm the noun may stand that tells what it is.
_NEAR: Final = 12
_JOINT: Final = re.compile(f"(?:{JOINT.pattern})$")


@dataclass(frozen=True, slots=True)
class _Rules:
    before: re.Pattern[str]
    told: re.Pattern[str]
    border: re.Pattern[str]
    vague: re.Pattern[str]
    done: re.Pattern[str]
    openers: frozenset[str]
    wide: frozenset[str]
    no_ends: tuple[str, ...]


@cache
def _rules() -> _Rules:
    data, fields = load_rules("unlisted_trades"), load_rules("fields")
    nouns, vague, done = (either(words(data, key)) for key in ("nouns", "vague", "done"))
    tail = f"(?:{done}|{vague})*"
    return _Rules(
        before=compiled(rf"{tail}(?:{nouns})(?:之一)?[—“‘\s]*$"),
        told=compiled(
            rf"(?:{either(words(data, 'openings'))})[^，。；：！？\n]{{2,40}}?"
            rf"(?P<noun>{tail}的?(?:{vague})*(?:{nouns}))(?=[，。；（(]|之一)"
        ),
        border=compiled(r"[^\w]|的|了|等|是|作为|[一二三四五六七八九十两多几数\d](?:大|家|个)|以及|[和及与]"),
        vague=compiled(f"(?:{vague})+"),
        done=compiled(f"(?:{done})+$"),
        openers=frozenset((*words(fields, "openers"), *words(fields, "stops"))),
        wide=frozenset(words(fields, "no_fields")),
        no_ends=words(data, "no_ends"),
    )


def find_unlisted_trades(
    text: str, tokens: Tokens, knowledge: Knowledge, named: Sequence[Candidate]
) -> list[Candidate]:
    """The trades of no list that firms are called by; `named` are the names found so far."""
    rules = _rules()
    found: dict[int, Candidate] = {}
    taken = covered(c for c in named if not is_concept(c.kind))
    firms = (c.start for c in named if is_organisation(c.kind))
    ends = {m.start() for start in firms if (m := rules.before.search(text, max(0, start - _NEAR), start))}
    ends.update(m.start("noun") for m in rules.told.finditer(text))
    for end in ends:
        for start, stop in _trades(text, end, tokens, taken):
            name = text[start:stop]
            if name not in knowledge.concepts_by_name and _can_be_trade(name):
                found[start] = Candidate(start, stop, "Sector", name, "trade", 2)
    return list(found.values())


def _can_be_trade(name: str) -> bool:
    rules = _rules()
    fits = _SHORTEST <= len(name) <= _LONGEST and not name.isascii()
    return fits and name not in rules.wide and not name.endswith(rules.no_ends)


def _trades(text: str, end: int, tokens: Tokens, taken: set[int]) -> Iterator[tuple[int, int]]:
    """The trades named before an offset, from right to left."""
    rules = _rules()
    for _ in range(_MOST):
        first = max(0, end - _LONGEST - _NEAR)
        start = max((m.end() for m in rules.border.finditer(text, first, end)), default=first)
        start = max((i + 1 for i in range(start, end) if i in taken), default=start)
        joint = _JOINT.search(text, first, start)
        inside = [t for t in tokens.within(start, end) if t.word in rules.openers]
        if inside:
            start, joint = inside[-1].end, None
        if vague := rules.vague.match(text, start, end):
            start = vague.end()
        stop = done.start() if (done := rules.done.search(text, start, end)) else end
        if start < stop:
            yield start, stop
        if joint is None or start >= stop:
            return
        end = joint.start()
