"""Whether a clause is about the thing that it opens with."""

from __future__ import annotations

import re

from kg.extractor.kinds import is_place
from kg.extractor.linking.linked import Linked
from kg.extractor.relations.coding import Coded, plain_opening, symbol_class
from kg.extractor.relations.figures.openings import NEAR, is_of_people, noun_of
from kg.extractor.relations.figures.phrases import phrase_of
from kg.extractor.relations.figures.rules import figure_rules
from kg.extractor.relations.roles import Clause

# Those whose word a paper passes on more often than it tells of themselves.
_BODIES = ("Government", "Association", "Media")
_DASHED = re.compile(f"[-－—–·]+[{symbol_class('any')}]")


def speaks_of(coded: Coded, clause: Clause, thing: Linked) -> bool:
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
