"""Whether a clause is about the thing that it opens with, and its figure that thing's."""

from __future__ import annotations

import re
from typing import Final

from kg.extractor.kinds import is_place
from kg.extractor.linking.linked import LinkedMention
from kg.extractor.relations.coding import Coded, plain_opening, symbol_class
from kg.extractor.relations.figures.figure_rules import figure_rules
from kg.extractor.relations.figures.figure_spots import counts_name_before
from kg.extractor.relations.figures.owners.openings import NEAR, is_of_people, noun_of
from kg.extractor.relations.figures.owners.possible_owners import is_recipient, may_own
from kg.extractor.relations.figures.phrases import phrase_of
from kg.extractor.relations.roles import Clause

# Those whose word a paper passes on more often than it tells of themselves.
_BODIES: Final = ("Government", "Association", "Media")
_DASHED: Final = re.compile(f"[-－—–·]+[{symbol_class('any')}]")


def speaks_of(coded: Coded, clause: Clause, thing: LinkedMention) -> bool:
    """Whether a clause is about the thing it opens with, not about another of its nouns or what it says of others."""
    rules = figure_rules().expressions
    if _names_person(coded, clause, body=thing.kind != "Firm"):
        return False
    behind = coded.text[coded.position(thing.start) + 1 : clause.end]
    if _DASHED.match(behind):
        return False  # 江城—甲城博览会
    following = plain_opening(behind)
    if rules["reporting"].search(following) or (thing.kind in _BODIES and rules["passing_on"].search(following)):
        return False
    if is_place(thing.kind) and is_of_people(following):
        return True
    return not rules["foreign_own"].search(noun_of(phrase_of(following[:NEAR])))


def _names_person(coded: Coded, clause: Clause, *, body: bool) -> bool:
    """Whether a clause brings in a speaker, who is not what is told of: 某某局副局长王平：…, 某协会会长王平说，….

    What the people of a firm say is its own; `body` tells that the clause names another kind of thing.
    """
    said = coded.text[clause.start : clause.end]
    person = any(m.kind == "Person" for m in coded.symbols(said))
    rules = figure_rules().expressions
    if said.endswith(("：", ":")):
        return person or rules["speaker"].search(said[:-1]) is not None
    return body and person and rules["saying"].search(said.rstrip("，")) is not None


def is_taken(coded: Coded, start: int, end: int, owner: LinkedMention) -> bool:
    """Whether another thing that could own the figure stands between its owner and it.

    A place told in passing does not, nor whom something is given to, nor what is counted itself: 建成数字书房12个.
    """
    for i in range(start, end):
        mention = coded.mentions.get(coded.text[i])
        if mention is None or not may_own(mention) or mention.iri == owner.iri:
            continue
        if is_recipient(coded.text, start, i):
            continue
        if i == end - 1 and counts_name_before(coded, end):
            continue
        passing = figure_rules().expressions["passing"].search(coded.text[start:i])
        if not is_place(mention.kind) or not passing:
            return True
    return False
