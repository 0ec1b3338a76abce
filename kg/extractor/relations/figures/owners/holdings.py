"""Which share of a firm another one holds: 江城集团持有云帆科技51%的股份, 江城集团为第二大股东，持股7%."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.extractor.relations.coding import symbol_class
from kg.extractor.relations.figures.figure_spots import Spot
from kg.extractor.relations.figures.measures.lead_and_tail import Lead
from kg.extractor.relations.figures.measures.measure_names import Indicator
from kg.extractor.relations.figures.owners.possible_owners import Owner, may_own
from kg.extractor.relations.figures.owners.topics import Topics
from kg.extractor.relations.roles import OWN
from kg.extractor.rules import either, load_rules, words

# 持股85%, 持股比例为85%.
_RATE: Final = "股(?:比例)?[为约达]?"
# …为江城集团第一大股东，持股85%: of whom the clause before said so.
_HOLDER_BEFORE: Final = "股东，"
_HOLDING: Final = re.compile(f"持{_RATE}")


@dataclass(frozen=True, slots=True)
class _Rules:
    """What tells of a share: `before` a figure who holds it, with `stake` if that names it, and `behind` the figure it.

    `held` is the end of a clause that tells of which firm it is.
    """

    before: re.Pattern[str]
    behind: re.Pattern[str]
    held: re.Pattern[str]


@cache
def _rules() -> _Rules:
    how, stakes = (either(words(load_rules("measurements"), key)) for key in ("holding", "stakes"))
    stake = f"(?P<stake>(?:{stakes})(?:比例)?[为约达]?)"
    return _Rules(
        re.compile(
            f"(?P<holder>[{symbol_class('actor')}])(?:{how})*持"
            f"(?:(?P<rate>{_RATE})|有了?(?P<held>[{symbol_class('firm')}])?(?:[^，。；]{{0,4}}?{stake}|[^，。；]{{0,6}}))$"
        ),
        re.compile(f"的?[^，。；的、]{{0,4}}(?:{stakes})"),
        re.compile(f"(?P<held>[{symbol_class('firm')}])的?[^，。；的、{symbol_class('any')}]{{0,8}}{_HOLDER_BEFORE}$"),
    )


def holding(place: Spot, topics: Topics) -> tuple[Indicator, Owner, Lead] | None:
    """The share that a figure tells of, whose it is, and the words before it, None if it tells of none."""
    if place.quantity.kind != "ratio" or "持" not in place.before:
        return None
    if _HOLDING.fullmatch(place.before) and place.coded.text.endswith(_HOLDER_BEFORE, 0, place.clause.start):
        owner = topics.carried(place.coded, place.clause, "持股", done=False)
        told = _rules().held.search(place.coded.text, 0, place.clause.start)
        name = place.coded.named(place.coded.mentions[told["held"]]) if told is not None else ""
        return _share(name, owner) if owner is not None and owner.thing.kind == "Firm" else None
    held = _rules().before.search(place.before)
    if held is None or not (held["rate"] or held["stake"] or _rules().behind.match(place.after)):
        return None
    holder, firm = place.coded.mentions[held["holder"]], place.coded.mentions.get(held["held"] or "")
    if not may_own(holder):
        return None
    name = place.coded.named(firm) if firm is not None else ""
    return _share(name, Owner(holder, OWN, place.clause.start + held.start("holder") + 1, own=True))


def _share(held: str, owner: Owner) -> tuple[Indicator, Owner, Lead]:
    name = f"持有{held}股权" if held else "持股比例"
    return Indicator(name, name, "share"), owner, Lead("share", name)
