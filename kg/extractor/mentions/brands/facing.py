"""The names beside 与 and somebody known: 甲与江城市签署…, 明远集团与甲合作…."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Final

from kg.extractor.kinds import is_organisation, is_place
from kg.extractor.knowledge import Knowledge
from kg.extractor.mentions.brands.brand_rules import brand_rules
from kg.extractor.mentions.brands.word_runs import is_coined_run, run_beside
from kg.extractor.mentions.candidates import Candidate
from kg.extractor.mentions.coordination import ends
from kg.extractor.segmentation import Tokens, is_word

# How far behind a partner, in the same clause, it may be said what is signed.
_FAR: Final = 12
_CLAUSE: Final = re.compile(r"[^，。；：、\n]*")
# How far behind it, in characters, what is done with it.
_NEAR: Final = 8
# The places with which the name of a firm may begin.
_SEATS: Final = ("City", "Region")
# How many characters a person's name has that may be taken for a firm's.
_PERSON: Final = 3


def facing(
    text: str, tokens: Tokens, knowledge: Knowledge, others: Sequence[Candidate], taken: set[int]
) -> list[tuple[str, str]]:
    """The names beside 与 and a known place or body with which something is done or signed."""
    surnames = knowledge.lexicon.words("surnames.txt")
    # The first of the places that end or begin at an offset.
    before = {c.end: c.name for c in reversed(others) if c.kind in _SEATS}
    behind = {c.start: c.name for c in reversed(others) if c.kind in _SEATS}
    names = (
        name
        for other in others
        if _is_partner(other)
        for name in (
            *_before_partner(text, tokens, knowledge, before, taken, other),
            *_behind_partner(text, tokens, knowledge, behind, taken, other),
        )
    )
    return [(name, "facing") for name in names if not _is_person_or_house(name, surnames)]


def _is_partner(other: Candidate) -> bool:
    if is_organisation(other.kind):
        return other.source in ("lexicon", "brand", "grammar")
    return other.source == "lexicon" and is_place(other.kind)


def _is_known_body(other: Candidate) -> bool:
    return other.source != "grammar" and is_organisation(other.kind)


def _before_partner(
    text: str, tokens: Tokens, knowledge: Knowledge, before: Mapping[int, str], taken: set[int], other: Candidate
) -> Iterator[str]:
    """The name in 甲与江城市签署…; a rare one in 甲与明远集团合作…, too."""
    rules = brand_rules()
    # Few bodies have a joint beside them, so that it is looked for at once before it is told which one it is.
    if not text.endswith(rules.facing, 0, other.start):
        return
    clause = _CLAUSE.match(text, other.end, other.end + _FAR)
    binds = clause is not None and any(word in clause[0] for word in rules.binding)
    rest = text[other.end : other.end + _NEAR]
    if not binds and not (_is_known_body(other) and any(word in rest for word in rules.then)):
        return
    joint = next(w for w in rules.facing if text.endswith(w, 0, other.start))
    run = run_beside(tokens, other.start - len(joint), -1, taken, rules, knowledge)
    begin = other.start - len(joint) - len(run)
    if binds and run and not (begin and text[begin - 1].isalnum()):
        yield run
    place = before.get(begin, "") if run else ""
    if _is_known_body(other) and (len(place + run) > 2 or is_coined_run(tokens, begin, run, knowledge)):
        yield place + run


def _behind_partner(
    text: str, tokens: Tokens, knowledge: Knowledge, behind: Mapping[int, str], taken: set[int], other: Candidate
) -> Iterator[str]:
    """The name in 江城市与甲签署…; a rare one in 明远集团与甲合作…, too."""
    rules = brand_rules()
    if not text.startswith(rules.facing, other.end):
        return
    begin = other.end + len(next(w for w in rules.facing if text.startswith(w, other.end)))
    place = behind.get(begin, "")
    run = run_beside(tokens, begin + len(place), 1, taken, rules, knowledge)
    if run and text.startswith(run, begin + len(place)) and rules.binds.match(text, begin + len(place + run)):
        yield place + run
    if not _is_known_body(other):
        return
    name = place + run
    # 与|兆云 may be one word to the segmenter.
    if len(name) > 2 and text.startswith(name, begin) and text.startswith(rules.then, begin + len(name)):
        yield name


def _is_person_or_house(name: str, surnames: Container[str]) -> bool:
    """Whether what faces a body is rather a person, or a word of the dictionary for a sort of body: 敬老院."""
    person = len(name) == _PERSON and name[0] in surnames and not is_word(name)
    return person or (is_word(name) and name.endswith(ends()))
