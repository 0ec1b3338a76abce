"""Figures that belong to a thing: 全市5G基站达1.8万个. A figure whose owner is no thing of the graph is left out.

Three questions are asked of each figure: what it measures (`indicators`), whose it is (`figure_owners`), and whether
it is one that anybody would write down (`measurements.yaml` bars share prices, fines, ranks, durations).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.extractor.kinds import is_place
from kg.extractor.linking.linked import Linked
from kg.extractor.mentions.quantities import Bound, QuantityMention
from kg.extractor.relations.coding import Coded, symbol_class
from kg.extractor.relations.context import OWN, SENTENCE_BEFORE, Clause
from kg.extractor.relations.figure_belonging import can_have, is_anothers
from kg.extractor.relations.figure_lists import SERIES, one_by_one
from kg.extractor.relations.figure_openings import is_of_people
from kg.extractor.relations.figure_owners import Owner, Topics
from kg.extractor.relations.figure_places import (
    JOINTS,
    Place,
    described_projects,
    is_barred,
    is_of_market,
    is_told,
    read_tails,
    spoken,
    words_between,
)
from kg.extractor.relations.figure_rules import figure_rules
from kg.extractor.relations.figure_words import Lead, Tail, read_lead
from kg.extractor.relations.indicators import Indicator, read_indicator
from kg.model import Measurement, Quantity

# How sure a figure is whose owner is told in its own clause, by how its indicator was read.
_SURE = {"level": 0.86, "change": 0.84, "share": 0.8, "owned": 0.78, "count": 0.8, "noun": 0.76, "predicate": 0.72}
_USUAL = 0.78
# These readings are too unsure for an owner told of in another sentence.
_UNSURE = ("noun", "predicate")
_TIME = re.compile(f"[{symbol_class('time')}]")
# How many clauses back 分别 finds what it measures.
_LOOK_BACK = 3
# What a bare figure counts by the noun before it: 参与人次超200万.
_PEOPLE = ("人次",)
# The ends of a range: 净利润3亿元至4亿元.
_ENDS = ("（下限）", "（上限）")
_LINK = re.compile(r"^(?:、|和|与|及|以及|，|并)")
# What each of several has is nobody's sum; one_by_one reads what can be read.
_EACH = re.compile("分别|各自|各(?=[有为达设])")
_DURATION = re.compile("(?:天数|时间|时长|周期|工期|时限|耗时|年限|寿命)$")
# What ends here is not over: …9000亿元；实现利润….
_GOES_ON = ("；", ";")


@dataclass(frozen=True, slots=True)
class Figure:
    """A measurement with its owner, the stretch of coded text it rests on, and how sure it is.

    `nth` tells which one it is of how many figures of one thing at several times.
    """

    owner: Linked
    measurement: Measurement
    confidence: float
    start: int
    end: int
    clause: Clause
    nth: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Last:
    """The figure before: what it measured, whose it was, its verb for others of its list, its clause and its unit."""

    indicator: Indicator
    owner: Owner
    lead: Lead
    clause: int
    noun: str = ""
    unit: str = ""


def find_figures(
    coded: Coded, clauses: Sequence[Clause], quantities: Sequence[QuantityMention], text: str, topics: Topics
) -> Iterator[Figure]:
    """The figures of a sentence that have an owner and say what they measure; `topics` is carried along."""
    if text[max(0, coded.offset(0) - 1) : coded.offset(0)] not in _GOES_ON:
        topics.open_sentence()
    if not quantities or coded.text.endswith(("？", "?")) or is_of_market(coded.text):
        for clause in clauses:
            topics.note(coded, clause)
        return
    row: list[_Last] = []
    scope = ""
    for number, clause in enumerate(spoken(coded, clauses)):
        start, stop = coded.offset(clause.start), coded.offset(clause.end)
        here = [q for q in quantities if start <= q.start < stop and is_told(coded, clause, q)]
        if here:
            places = [Place(coded, clause, number, here[i - 1] if i else None, q, text) for i, q in enumerate(here)]
            read = _read_clause(places, topics, row)
            for index, one in enumerate(read):
                if one is not None:
                    yield from _figures(places[index], one, scope, (index, len(read)))
            row = _row(row, read)
        elif said := figure_rules().expressions["scope"].search(coded.text, clause.start, clause.end):
            scope = words_between(coded, *said.span("scope"), text)
        topics.note(coded, clause)


def _row(row: Sequence[_Last], read: Sequence[_Last | None]) -> list[_Last]:
    """The figures that a later 分别 may look back to: those of the clauses on end that told what they measure."""
    told = [one for one in read if one is not None]
    if not read or read[-1] is None:
        return []
    return [*(one for one in row if told[-1].clause - one.clause <= _LOOK_BACK), *told]


def _figures(place: Place, read: _Last, scope: str, which: tuple[int, int]) -> Iterator[Figure]:
    """What a figure says of its owner: one measurement, of a range its two ends."""
    q = place.quantity
    ends = (q.low, q.high) if q.bound is Bound.RANGE else (q.quantity.value,)
    for value, mark in zip(ends, _ENDS if len(ends) > 1 else ("",), strict=True):
        if value is not None:
            yield _figure(place, read, scope, which, value, mark)


def _figure(place: Place, read: _Last, scope: str, which: tuple[int, int], value: float, mark: str) -> Figure:
    q, coded = place.quantity.quantity, place.coded
    target = bool(figure_rules().expressions["target"].search(place.before))
    name = read.indicator.name
    if scope and figure_rules().expressions["results"].match(name):
        name = f"{scope}{name}"
    unit = q.unit or next((head for head in _PEOPLE if name.endswith(head)), "")
    value = -abs(value) if read.indicator.falls else value
    measured = Measurement(f"{name}{mark}", Quantity(value, unit, q.wording), target)
    end = min(len(coded.text), place.position + 1)
    sure = _SURE.get(read.indicator.form, _USUAL) * read.owner.trust
    nth = which if read.indicator.form == SERIES else None
    return Figure(read.owner.thing, measured, round(sure, 3), place.clause.start, end, place.clause, nth)


def _read_clause(places: Sequence[Place], topics: Topics, row: Sequence[_Last]) -> list[_Last | None]:
    """What the figures of a clause measure and whose they are; `row` are those of the clause before."""
    first, last = places[0], places[-1]
    if several := topics.listed(first.coded, first.clause, first.position, len(places)):
        return _one_each(places, several)
    owner = topics.own(first.coded, first.clause, first.position)
    before = first.words(owner.begin if owner else first.clause.start, first.position)
    after = last.words(first.coded.position(last.quantity.end), first.clause.end)
    each = "分别" if _goes_on_in_series(places, row) else ""
    named = one_by_one(before + each, after, len(places), [one.indicator for one in row])
    if named is None:
        found: list[_Last | None] = []
        tails, described = read_tails(places), described_projects(places)
        previous = row[-1] if row else None
        for place, tail, project in zip(places, tails, described, strict=True):
            previous = _of_project(place, project) if project else _read(place, tail, topics, previous)
            found.append(previous)
        return found
    if named and owner is None:
        owner = row[-1].owner if row else topics.carried(first.coded, first.clause, named[0].name, done=False)
    if not named or owner is None or any(is_barred(place) for place in places):
        return [None] * len(places)
    owners = [one.owner for one in row[-len(places) :]] if len(row) >= len(places) and owner == row[-1].owner else ()
    return [
        _Last(indicator, owners[i] if owners else owner, read_lead(""), first.number)
        for i, indicator in enumerate(named)
    ]


def _one_each(places: Sequence[Place], owners: Sequence[Owner]) -> list[_Last | None]:
    """甲、乙营业收入分别为X、Y: what the figures of several owners measure, one for each."""
    first = places[0]
    lead = read_lead(_EACH.sub("", first.words(owners[-1].begin, first.position)))
    tails = read_tails(places)
    listed = all(p.words(p.begin, p.position) in JOINTS for p in places[1:])
    found = read_indicator(lead, tails[-1], first.quantity, None)
    if found is None or not listed or any(is_barred(place) for place in places):
        return [None] * len(places)
    return [_Last(found, owner, lead, first.number) for owner in owners]


def _of_project(place: Place, project: Linked) -> _Last | None:
    """总投资5亿元的江城数据中心项目: what is measured of the project behind a figure."""
    lead = read_lead(_LINK.sub("", place.words(place.begin, place.position)))
    measured = figure_rules().expressions["of_project"].search(lead.verb + lead.what)
    if measured is None or is_barred(place):
        return None
    indicator = Indicator(measured[0], measured[0], "level")
    return _Last(indicator, Owner(project, OWN, place.clause.start, own=True), lead, place.number)


def _goes_on_in_series(places: Sequence[Place], row: Sequence[_Last]) -> bool:
    """Whether the figures of a clause are of as many times as those of the clause before (，费用率为9%、8%和7%)."""
    count = len(places)
    told = row[-count:]
    listed = all(
        p.words(p.begin, p.position) in JOINTS and p.quantity.kind == places[0].quantity.kind for p in places[1:]
    )
    return count > 1 and listed and len(told) == count and all(one.indicator.form == SERIES for one in told)


def _read(place: Place, tail: Tail, topics: Topics, last: _Last | None) -> _Last | None:
    """What a figure measures and whose it is, None if it cannot be told; `last` is the figure before it."""
    if is_barred(place):
        return None
    quantity, near = place.quantity, last if last is not None and place.number - last.clause <= 1 else None
    owner = topics.own(place.coded, place.clause, place.position)
    words = _before(place, owner, near)
    listed = near is not None and near.clause == place.number and bool(_LINK.match(words))
    shared = near is not None and owner is None and not words and _shares_verb(place, tail, near)
    listed = listed or shared
    # 三大运营商用户达…: what the figure before counts is the subject, and it is nobody's.
    orphan = place.previous is not None and last is None and owner is None and not _LINK.match(words)
    lead = _changed_from(place, owner, read_lead(_LINK.sub("", words) if listed else words))
    # 甲公司等15家企业: a count of several is not the first one's.
    several = owner is not None and words.startswith("等")
    if _EACH.search(words) or orphan or several or (quantity.kind == "duration" and not _DURATION.search(lead.what)):
        return None
    if near is not None and listed and not lead.what and not lead.verb and lead.form == "level" and tail.noun:
        lead = near.lead
    again = _again(place, lead, tail, near)
    if lead == Lead("level", "") and not listed and owner is None and again is None:
        return None
    found = again or read_indicator(lead, tail, quantity, near.indicator if near else None)
    if found is None:
        return None
    owner = _owner(place, topics, owner, near if listed or _follows(found, near, owner) else None, lead, found)
    unit = quantity.quantity.unit
    return _Last(found, owner, lead, place.number, tail.noun, unit) if owner is not None else None


def _shares_verb(place: Place, tail: Tail, near: _Last) -> bool:
    """建成4家工厂，2家园区: whether a figure goes on with the list of the one before."""
    if near.indicator.form == "served" and near.clause == place.number:
        return True
    done = near.lead.form == "verb" or near.lead.trigger.endswith("有")
    goes_on = place.previous is None and done and not near.lead.what and near.indicator.counted
    return goes_on and bool(tail.noun) and not tail.rest


def _again(place: Place, lead: Lead, tail: Tail, near: _Last | None) -> Indicator | None:
    """2021年产值3亿元，2022年达到4亿元; 产值增长5%，达3亿元: what the figure before measured or said the change of."""
    reached = bool(lead.trigger) or place.quantity.start < place.quantity.number_start
    bare = lead.form == "level" and not lead.what and reached and not tail.noun and not tail.rest
    if bare and near is not None and near.indicator.form == "change" and place.quantity.kind != "ratio":
        return replace(near.indicator, name=near.indicator.base, form="level", falls=False)
    if near is None or not bare or near.unit != place.quantity.quantity.unit or near.clause == place.number:
        return None
    return replace(near.indicator, name=near.indicator.base, form="level") if _TIME.search(place.before) else None


def _before(place: Place, owner: Owner | None, near: _Last | None) -> str:
    """The words before a figure that tell what it measures."""
    words = place.words(max(place.begin, owner.begin if owner else place.clause.start), place.position)
    if near is not None and near.noun and near.clause == place.number:
        rest = words.removeprefix(near.noun)
        # 4家工厂和2家园区: the noun that the figure before counts is no part of what this one does.
        if rest in JOINTS or (not rest and near.indicator.form == "served"):
            return rest
    # 14名干部、投入资金1亿元: what stands before 、 is counted by the figure before.
    return words[words.index("、") :] if place.previous is not None and "、" in words else words


def _follows(found: Indicator, near: _Last | None, own: Owner | None) -> bool:
    """Whether a figure says more of what the one before it measured."""
    return near is not None and found.base == near.indicator.base and (own is None or own.thing == near.owner.thing)


def _owner(
    place: Place, topics: Topics, own: Owner | None, near: _Last | None, lead: Lead, found: Indicator
) -> Owner | None:
    """Whose the figure is: of the thing that the clause names, of that of the figure before, or of what was told of."""
    if near is not None and (own is None or _follows(found, near, own)):
        return near.owner
    people = is_of_people(found.name)
    if not people and is_anothers(place, own, lead, found):
        return None
    said, done = lead.verb + lead.what, lead.form == "verb"
    owner = own or topics.carried(place.coded, place.clause, said, done=done)
    if people and (owner is None or not is_place(owner.thing.kind)):
        return None
    if owner is None or (found.form in _UNSURE and owner.trust <= SENTENCE_BEFORE and not owner.own):
        return None
    return owner if can_have(owner, found.name, place.text) else None


def _changed_from(place: Place, owner: Owner | None, lead: Lead) -> Lead:
    """从16天降至6天: the second figure is the one that holds, and what it measures stands before the first."""
    if place.previous is None or lead.form != "level" or lead.what or not lead.trigger.endswith(("到", "至", "为")):
        return lead
    begin, end = owner.begin if owner else place.clause.start, place.coded.position(place.previous.start)
    first = read_lead(place.words(begin, end))
    return Lead("level", first.what, trigger=lead.trigger) if first.form == "start" else lead
