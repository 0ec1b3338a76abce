"""Whether a figure can belong to a thing: to no other that its words name, and to none that has no such measure."""

from __future__ import annotations

import re

from kg.extractor.kinds import is_place
from kg.extractor.relations.context import SENTENCE_BEFORE
from kg.extractor.relations.figure_openings import names_another
from kg.extractor.relations.figure_owners import Owner, may_own
from kg.extractor.relations.figure_places import Place
from kg.extractor.relations.figure_rules import figure_rules
from kg.extractor.relations.figure_words import Lead
from kg.extractor.relations.indicators import Indicator

# What these bodies report is rarely their own.
_BODIES = ("Government", "Association", "Institution", "Media")
# 2023年公司: a firm called by its period has no name.
_NO_NAME = re.compile(r"\d|报告期|归属|单季|本期|跨国公司")


def is_anothers(place: Place, own: Owner | None, lead: Lead, found: Indicator) -> bool:
    """Whether the words before a figure name something else that it belongs to."""
    if own is not None:
        said = figure_rules().expressions["reporting"].search(lead.what)
        return said is not None or names_another(lead.what, counted=found.counted)
    if names_another(found.name, counted=found.counted) or "“" in found.name:
        return True
    return any(may_own(m) for m in place.coded.symbols(place.before))


def can_have(owner: Owner, measure: str, text: str) -> bool:
    """Whether a thing of its kind has such a measure: no firm has a length, a place no profit but its industries'."""
    rules, thing = figure_rules().expressions, owner.thing
    if _NO_NAME.match(text, thing.start, thing.end) or (thing.kind != "Project" and rules["sized"].search(measure)):
        return False
    if thing.kind in _BODIES and measure.startswith(("全国", "我国", "国内", "全省", "全市")):
        return False
    if not is_place(thing.kind):
        return True
    if owner.own or owner.trust > SENTENCE_BEFORE or not rules["results"].match(measure):
        return not rules["firm_results"].search(measure)
    return False
