"""What a figure takes over from the one before it: what it measures, whose it is, the verb of their list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from kg.extractor.conjunctions import JOINTS
from kg.extractor.relations.coding import symbol_class
from kg.extractor.relations.figures.figure_rules import figure_rules
from kg.extractor.relations.figures.figure_spots import Spot
from kg.extractor.relations.figures.measures.lead_and_tail import Lead, Tail, read_lead, read_tail
from kg.extractor.relations.figures.measures.measure_names import Indicator
from kg.extractor.relations.figures.owners.possible_owners import Owner
from kg.extractor.relations.figures.phrases import phrase_of
from kg.extractor.relations.figures.series.respective import SERIES

_TIME: Final = re.compile(f"[{symbol_class('time')}]|[今去明]年|目前|如今")
# Before a figure these say that those counted are whom or where it is done for.
_OBLIQUE: Final = re.compile("[在为向给对][^，。；的]{0,24}$")
# How many clauses back 分别 finds what it measures.
_LOOK_BACK: Final = 3


@dataclass(frozen=True, slots=True)
class Last:
    """The figure before: what it measured, whose it was, its verb for others of its list, its clause and its unit.

    `over` tells that it is a mark that has been passed: 突破千亿元.
    """

    indicator: Indicator
    owner: Owner
    lead: Lead
    clause: int
    noun: str = ""
    unit: str = ""
    over: bool = False


def kept_row(row: Sequence[Last], read: Sequence[Last | None]) -> list[Last]:
    """The figures that a later 分别 may look back to: those of the clauses on end that told what they measure."""
    told = [one for one in read if one is not None]
    if not read or read[-1] is None:
        return []
    return [*(one for one in row if told[-1].clause - one.clause <= _LOOK_BACK), *told]


def goes_on_in_series(places: Sequence[Spot], row: Sequence[Last]) -> bool:
    """Whether the figures of a clause are of as many times as those of the clause before (，费用率为9%、8%和7%)."""
    count = len(places)
    told = row[-count:]
    listed = all(
        p.words(p.begin, p.position) in JOINTS and p.quantity.kind == places[0].quantity.kind for p in places[1:]
    )
    return count > 1 and listed and len(told) == count and all(one.indicator.form == SERIES for one in told)


def shares_verb(place: Spot, tail: Tail, near: Last) -> bool:
    """建成4家工厂，2家园区: whether a figure goes on with the list of the one before."""
    if near.indicator.form == "served" and near.clause == place.number:
        return True
    done = near.lead.form == "verb" or near.lead.trigger.endswith("有")
    goes_on = place.previous is None and done and not near.lead.what and near.indicator.counted
    return goes_on and bool(tail.noun) and not tail.rest


def shares_deed(place: Spot, lead: Lead, tail: Tail, near: Last) -> bool:
    """建成工厂4家，园区2家: whether a figure goes on with the list of those before that something was done to."""
    done = near.lead.form == "verb" and near.lead.what != ""
    bare = lead.form == "level" and lead.what != "" and not lead.trigger and not tail.noun and not tail.rest
    plain = place.quantity.start == place.quantity.number_start
    same = near.unit == place.quantity.quantity.unit
    if not (done and bare and plain) or figure_rules().expressions["heads"].search(lead.what):
        return False
    if near.clause < place.number:
        return same and near.indicator.counted and place.previous is None
    listed = place.words(place.begin, place.position).startswith(JOINTS)
    return listed and (same or (near.indicator.counted and place.quantity.kind == "classifier"))


def told_again(place: Spot, lead: Lead, tail: Tail, near: Last | None) -> Indicator | None:
    """2021年产值3亿元，2022年达到4亿元; 产值增长5%，达3亿元: what the figure before measured or said the change of."""
    reached = bool(lead.trigger) or place.quantity.start < place.quantity.number_start
    bare = lead.form == "level" and not lead.what and reached and not tail.noun and not tail.rest
    if bare and near is not None and near.indicator.form == "change" and place.quantity.kind != "ratio":
        return replace(near.indicator, name=near.indicator.base, form="level")
    if near is None or not bare or near.unit != place.quantity.quantity.unit or near.clause == place.number:
        return None
    if near.over and near.indicator.form == "level":
        return near.indicator
    return replace(near.indicator, name=near.indicator.base, form="level") if _TIME.search(place.before) else None


def words_before(place: Spot, begin: int, near: Last | None) -> str:
    """The words before a figure that tell what it measures, from where those of its owner end."""
    words = place.words(max(place.begin, begin), place.position)
    if near is not None and near.noun and near.clause == place.number:
        rest = words.removeprefix(near.noun)
        # 4家工厂和2家园区: the noun that the figure before counts is no part of what this one does.
        if rest in JOINTS or (not rest and near.indicator.form == "served"):
            return rest
    if is_oblique(place):
        words = _behind_noun(words)
    # 14名干部、投入资金1亿元: what stands before 、 is counted by the figure before.
    return words[words.index("、") :] if place.previous is not None and "、" in words else words


def is_oblique(place: Spot) -> bool:
    """Whether those counted by the figure before are whom or where it is done for, and so no subject of this one."""
    text, end = place.coded.text, place.begin - 1
    return place.previous is not None and _OBLIQUE.search(text, place.clause.start, end) is not None


def _behind_noun(words: str) -> str:
    """为2万家|企业|发放贷款3亿元: what stands behind the noun of those whom or where it is done, if that is done."""
    tail = read_tail(words)
    done = phrase_of(tail.rest).without_opening("manner", "adverbs").opening("verbs")
    return tail.rest if done and not tail.possessive else words


def follows(found: Indicator, near: Last | None, own: Owner | None) -> bool:
    """Whether a figure says more of what the one before it measured."""
    return near is not None and found.base == near.indicator.base and (own is None or own.thing == near.owner.thing)


def is_first_of_change(place: Spot) -> bool:
    """Whether a figure is the first of two, that no longer holds: 从16天降至6天."""
    return figure_rules().expressions["from"].search(place.words(place.begin, place.position)) is not None


def changed_from(place: Spot, begin: int, lead: Lead) -> Lead:
    """从16天降至6天: the second figure is the one that holds, and what it measures stands before the first."""
    if place.previous is None or lead.form != "level" or lead.what or not lead.trigger.endswith(("到", "至", "为")):
        return lead
    first = read_lead(place.words(begin, place.coded.position(place.previous.start)))
    if first.form != "start":
        return lead
    whole = read_lead(first.what)
    return whole if whole.form == "share" else Lead("level", first.what, trigger=lead.trigger)
