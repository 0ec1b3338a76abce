"""What somebody only hopes for: to work with another one, or that he may invest."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from kg.extractor.kinds import is_place
from kg.extractor.relations.coding import Coded, symbol_class
from kg.extractor.relations.engine import Finding
from kg.extractor.relations.relation_groups import ACTIONS
from kg.extractor.rules import load_rules

# What comes about by an agreement, and is nothing as long as somebody only hopes for it.
_AGREED: Final = ACTIONS - {"undertakes"}
_FIELD: Final = "inSector"
# How many characters of the next clause tell what the noun of the hope does (希望与明远集团的合作，能…).
_AFTER: Final = 2


@cache
def _rules() -> dict[str, re.Pattern[str]]:
    rules = {name: "|".join(parts) for name, parts in load_rules("hopes").items()}
    named = symbol_class("any")
    parts = {"<hope>": rules["hope"], "<name>": f"[{named}]", "<other>": f"[^，。；：{named}]"}
    for part, spelt in parts.items():
        rules = {name: rule.replace(part, spelt) for name, rule in rules.items()}
    return {name: re.compile(rule) for name, rule in rules.items()}


def is_hoped(coded: Coded, finding: Finding) -> bool:
    """Whether a pattern found what is only hoped for: 江城市希望与明远集团合作.

    Who hopes to go on (深化合作) works with the other already, as do 双方. What somebody would make with another one is
    not made yet, and a field in which a guest would like to work with a place is none of the place's.
    """
    predicate, rules = finding.predicate, _rules()
    if predicate not in ACTIONS and predicate != _FIELD:
        return False
    clause = finding.clause
    hope = rules["hope"].search(coded.text, clause.start, finding.end)
    if hope is None or rules["of_both"].search(coded.text, clause.start, clause.end):
        return False
    hoped = coded.text[hope.start() : clause.end + _AFTER]
    if predicate == _FIELD:
        return is_place(finding.subject.kind) and rules["together"].search(hoped) is not None
    if rules["goes_on"].search(hoped):
        return False
    return predicate in _AGREED or rules["with_somebody"].search(coded.text, clause.start, finding.end) is not None
