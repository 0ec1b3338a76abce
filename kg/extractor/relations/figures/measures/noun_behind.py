"""Figures that belong to the noun behind 的: 实现10%的提升, 减少50%的处置时间, 以13%的份额."""

from __future__ import annotations

from dataclasses import replace

from kg.extractor.relations.figures.figure_rules import figure_rules
from kg.extractor.relations.figures.measures.lead_and_tail import Lead, Tail
from kg.extractor.relations.figures.measures.measure_names import Indicator, nominal, without_light
from kg.extractor.relations.figures.phrases import measure_of, phrase_of


def read_noun_behind(lead: Lead, tail: Tail, last: Indicator | None) -> Indicator | None:
    """What a figure is of whose noun stands behind 的, None if none does."""
    rules = figure_rules()
    if said := measure_of(phrase_of(tail.noun)):
        tail = replace(tail, noun=said)  # 以35%的市场份额领跑
    if not tail.noun or (not rules.expressions["heads"].search(tail.noun) and not _gain(tail.noun)):
        return None
    if _gain(tail.noun):
        what = without_light(lead.what) or (last.base if last is not None and not lead.verb else "")
        return Indicator(f"{what}{tail.noun}", what, "change") if what and nominal(what) else None
    light = rules.tables["light"].words
    verb = lead.verb or lead.trigger
    if lead.form == "verb" and verb in rules.tables["giving"].words:
        middle = lead.what if verb not in light else _joined(lead.what)
        name = f"{'' if verb in light else verb}{middle}{tail.noun}"
    elif lead.form == "level" and phrase_of(lead.trigger).ending("light"):
        name = f"{lead.what}{tail.noun}"
    else:
        return None
    return Indicator(name, name, "owned") if nominal(name) else None


def _joined(words: str) -> str:
    return words if words == "" or nominal(words) else ""


def _gain(noun: str) -> bool:
    return bool(figure_rules().expressions["gains"].match(noun))
