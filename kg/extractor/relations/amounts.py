"""How much money a deed is about: the sum in its clause, in the one before that only tells it, or right behind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from kg.extractor.linking.linked import LinkedMention
from kg.extractor.mentions.quantities import QuantityMention
from kg.extractor.relations.coding import Coded, symbol_class
from kg.extractor.relations.engine import Finding
from kg.extractor.relations.figures.measurements import OwnedFigure
from kg.extractor.relations.relation_groups import DEEDS
from kg.extractor.rules import load_rules
from kg.extractor.spans import within
from kg.model import Quantity

# To build something is no payment: a sum beside it needs a word that says it is spent.
_NEEDS_WORD: Final = "undertakes"
# How far before a sum such a word is looked for.
_BEFORE: Final = 16
_MONEY: Final = "money"
# Of this a figure can tell what it costs; of a firm or place 投资额 tells what it spends.
_COSTS: Final = "Project"
# Of one of these the sum of a list is none: what is done for each is not told.
_SHARED: Final = "investsIn"


@cache
def _rules() -> dict[str, re.Pattern[str]]:
    rules = {name: "|".join(parts) for name, parts in load_rules("amounts").items()}
    spelt = {"<cost>": f"(?:{rules['cost']})", "<sum>": f"[{symbol_class('quantity')}]"}
    spelt["<work>"] = f"[{symbol_class('work')}]"
    for part, expression in spelt.items():
        rules = {name: rule.replace(part, expression) for name, rule in rules.items()}
    return {name: re.compile(rule) for name, rule in rules.items()}


def sum_of(quantities: Sequence[QuantityMention], coded: Coded, finding: Finding) -> Quantity | None:
    """The sum of money that a deed is about, None if none is told, or one for several works together."""
    if finding.predicate not in DEEDS or finding.pattern.unclaimed:
        return None
    sums = [q for q in within(quantities, coded.offset(0), coded.end) if _is_sum(q)]
    if not sums:
        return None
    start, end = map(coded.offset, _stretch(coded, finding))
    sums = [q for q in sums if start <= q.start < end]
    if finding.predicate == _NEEDS_WORD:
        sums = [q for q in sums if _rules()["spent"].search(coded.source, max(start, q.start - _BEFORE), q.start)]
    before = [q for q in sums if q.start < finding.object.start]
    chosen = _first_of_joined(coded.source, before) if before else next(iter(sums), None)
    if chosen is None:
        return None
    following = min((q.start for q in sums if q.start > chosen.start), default=end)
    works = [m for m in coded.mentions.values() if m.kind == "Project" and chosen.start < m.start < following]
    several = len({m.iri for m in works}) > 1 or any(_rules()["and_more"].match(coded.source, m.end) for m in works)
    shared = finding.predicate == _SHARED and _is_shared(coded, finding, chosen)
    return None if several or shared else chosen.quantity


def _is_shared(coded: Coded, finding: Finding, chosen: QuantityMention) -> bool:
    """Whether a sum is that of a list of places or firms, or of a round of investors, not of this one of them."""
    one, other = finding.subject, finding.object
    if other.kind != _COSTS and _is_listed(coded, other, one):
        return True
    if _rules()["round"].match(coded.source, chosen.end) is None:
        return False
    before = 0 <= one.end <= chosen.start
    alone = before and _rules()["own_sum"].fullmatch(coded.source, one.end, chosen.start) is not None
    return not alone or _is_listed(coded, one, other)


def _is_listed(coded: Coded, one: LinkedMention, other: LinkedMention) -> bool:
    """Whether a thing is named as one of several, of which `other` is none."""
    joint, before = _rules()["and_more"], one.start - 1
    if joint.match(coded.source, one.end):
        return True
    beside = any(m.end == before and m.iri != other.iri for m in coded.mentions.values())
    return beside and joint.match(coded.source, before) is not None


def _first_of_joined(text: str, sums: Sequence[QuantityMention]) -> QuantityMention:
    """The last sum, or of those that it is joined with the first: 5亿美元、30亿元, 5亿美元（约合36亿元）."""
    chosen = sums[-1]
    for one in reversed(sums[:-1]):
        if not _is_joined(text, one, chosen):
            break
        chosen = one
    return chosen


def _is_joined(text: str, one: QuantityMention, other: QuantityMention) -> bool:
    return _rules()["joined_sums"].fullmatch(text, one.end, other.start) is not None


def with_joined(values: set[float], text: str, quantities: Sequence[QuantityMention]) -> set[float]:
    """Sums that are told as amounts, with those that they are joined with."""
    told = set(values)
    for one, other in pairwise(quantities):
        if one.quantity.value in told and _is_sum(other) and _is_joined(text, one, other):
            told.add(other.quantity.value)
    return told


def is_cost(figure: OwnedFigure) -> bool:
    """Whether a figure tells what a project costs (总投资, 合同金额), not what it yields or what is spent yet."""
    told = figure.measurement
    return figure.owner.kind == _COSTS and bool(_rules()["cost"].fullmatch(told.indicator)) and told.quantity.value > 0


def is_sum_of_its_own(figure: OwnedFigure) -> bool:
    """Whether a sum is told of its owner though it is invested too: what a project costs, or what was raised for it."""
    return is_cost(figure) or bool(_rules()["raised"].match(figure.measurement.indicator))


def _stretch(coded: Coded, finding: Finding) -> tuple[int, int]:
    """Where in the coded text a deed and its sum are told: its own clause, with the one before or behind."""
    rules, clause = _rules(), finding.clause
    before = rules["sum_before"].search(coded.text, 0, clause.start)
    costs = finding.object.kind == _COSTS
    behind = rules["sum_behind"].match(coded.text, clause.end) if costs else None
    start = before.start() if before else clause.start
    if finding.predicate != _NEEDS_WORD:
        start = min(start, finding.start)
    return start, behind.end() if behind else clause.end


def _is_sum(quantity: QuantityMention) -> bool:
    """Whether a figure is money and no price (元/吨)."""
    return quantity.kind == _MONEY and "/" not in quantity.quantity.unit
