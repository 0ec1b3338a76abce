"""What the figures of one clause measure, and whose they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kg.extractor.conjunctions import JOINT, JOINTS
from kg.extractor.kinds import is_place
from kg.extractor.linking.linked import LinkedMention
from kg.extractor.mentions.quantities import Bound
from kg.extractor.relations.figures.figure_rules import figure_rules
from kg.extractor.relations.figures.figure_spots import (
    Spot,
    described_projects,
    is_barred,
    is_of_unread,
    names_place,
    read_tails,
    told_before,
)
from kg.extractor.relations.figures.measures.indicators import read_indicator
from kg.extractor.relations.figures.measures.lead_and_tail import Lead, Tail, read_lead
from kg.extractor.relations.figures.measures.measure_names import Indicator
from kg.extractor.relations.figures.owners.belonging import can_have, is_anothers
from kg.extractor.relations.figures.owners.holdings import holding
from kg.extractor.relations.figures.owners.openings import is_of_people
from kg.extractor.relations.figures.owners.possible_owners import Owner
from kg.extractor.relations.figures.owners.topics import Topics
from kg.extractor.relations.figures.series.changes import is_held_against, is_told_aside, with_earlier
from kg.extractor.relations.figures.series.figure_before import (
    Last,
    changed_from,
    follows,
    goes_on_in_series,
    is_oblique,
    shares_deed,
    shares_verb,
    told_again,
    words_before,
)
from kg.extractor.relations.figures.series.respective import one_by_one
from kg.extractor.relations.roles import OWN, SENTENCE_BEFORE
from kg.extractor.rules import load_rules, words

# These readings are too unsure for an owner told of in another sentence.
_UNSURE: Final = ("noun", "predicate")
# 80%都是工程师, 5个项目签约: what a figure without any words before it can tell.
_ALONE: Final = ("predicate", "share")
_LINK: Final = re.compile(f"^(?:{JOINT.pattern}|，|并|/)")
# What such a sum is called in full: 全市开工项目20个，总投资50亿元.
_PROJECTS: Final = "项目"
# 甲、乙等5家企业开工: what is only listed says nothing of what is counted.
_EXAMPLES: Final = re.compile("(?:[^，。；、为对向给将把由与在以从][^，。；、]*)?(?:、[^，。；、]+)*等")
# What each of several has is nobody's sum; `respective` reads what can be read.
_EACH: Final = re.compile("分别|各自|各(?=[有为达设])")
# 江城电站投资5亿元: of a project 投资 is no deed, it is what it costs.
_INVESTED: Final = Lead("verb", "", verb="投资")
_INVESTMENT: Final = Lead("level", "投资额")


def read_clause(places: Sequence[Spot], topics: Topics, row: Sequence[Last]) -> list[Last | None]:
    """What the figures of a clause measure and whose they are; `row` are those of the clause before."""
    first, last = places[0], places[-1]
    if several := topics.listed(first.coded, first.clause, first.position, len(places)):
        return _one_each(places, several)
    owner = topics.own(first.coded, first.clause, first.position)
    before = first.words(owner.begin if owner else first.clause.start, first.position)
    after = last.words(first.coded.position(last.quantity.end), first.clause.end)
    each = "分别" if goes_on_in_series(places, row) else ""
    named = one_by_one(before + each, after, len(places), [one.indicator for one in row])
    if named is None:
        found: list[Last | None] = []
        tails, described = read_tails(places), described_projects(places)
        previous = row[-1] if row else None
        for place, tail, project in zip(places, tails, described, strict=True):
            if (held := holding(place, topics)) is not None:
                found.append(Last(*held, place.number))
            else:
                found.append(_of_project(place, project) if project else _read(place, tail, topics, previous))
            if found[-1] is not None or previous is None or not is_told_aside(place):
                previous = found[-1]
            else:
                previous = replace(previous, clause=place.number)
        return with_earlier(places, found, row)
    if named and owner is None:
        owner = row[-1].owner if row else topics.carried(first.coded, first.clause, named[0].name, done=False)
    if not named or owner is None or any(is_barred(place) for place in places):
        return [None] * len(places)
    owners = [one.owner for one in row[-len(places) :]] if len(row) >= len(places) and owner == row[-1].owner else ()
    return [
        Last(indicator, owners[i] if owners else owner, read_lead(""), first.number)
        for i, indicator in enumerate(named)
    ]


def _one_each(places: Sequence[Spot], owners: Sequence[Owner]) -> list[Last | None]:
    """甲、乙营业收入分别为X、Y: what the figures of several owners measure, one for each."""
    first = places[0]
    lead = read_lead(_EACH.sub("", first.words(owners[-1].begin, first.position)))
    tails = read_tails(places)
    listed = all(p.words(p.begin, p.position) in JOINTS for p in places[1:])
    found = read_indicator(lead, tails[-1], first.quantity, None)
    if found is None or not listed or any(is_barred(place) for place in places):
        return [None] * len(places)
    return [Last(found, owner, lead, first.number) for owner in owners]


def _of_project(place: Spot, project: LinkedMention) -> Last | None:
    """总投资5亿元的江城数据中心项目: what is measured of the project behind a figure."""
    lead = read_lead(_LINK.sub("", place.words(place.begin, place.position)))
    measured = figure_rules().expressions["of_project"].search(lead.verb + lead.what)
    if measured is None or is_barred(place):
        return None
    indicator = Indicator(measured[0], measured[0], "level")
    return Last(indicator, Owner(project, OWN, place.clause.start, own=True), lead, place.number)


def _read(place: Spot, tail: Tail, topics: Topics, last: Last | None) -> Last | None:
    """What a figure measures and whose it is, None if it cannot be told; `last` is the figure before it."""
    if is_barred(place):
        return None
    near = last if last is not None and place.number - last.clause <= 1 else None
    owner = topics.own(place.coded, place.clause, place.position)
    words = words_before(place, owner.begin if owner else place.clause.start, near)
    if _EXAMPLES.fullmatch(words) and tail.noun and tail.rest:
        owner, words = None, ""
    listed = near is not None and _is_listed(place, tail, near, words, owned=owner is not None)
    lead = _lead(place, tail, owner, last, near if listed else None, words)
    if lead is None:
        return None
    same = near is not None and near.clause == place.number
    if near is not None and (owner is None or same) and shares_deed(place, lead, tail, near):
        lead = replace(lead, form="verb", verb=near.lead.verb)
    before = near.indicator if near is not None else None
    told = told_again(place, lead, tail, near)
    if near is None and owner is None and lead.form == "level" and not lead.what and not tail.noun:
        lead = replace(lead, what=told_before(place))
    alone = lead == Lead("level", "") and not listed and owner is None and told is None
    if alone and not (tail.rest and (tail.noun or place.quantity.kind == "ratio")):
        return None
    found = told or read_indicator(lead, tail, place.quantity, before, owned=owner is not None and owner.own)
    if found is None or (alone and found.form not in _ALONE):
        return None
    shared = near if listed or follows(found, near, owner) else None
    owner = _owner(place, topics, owner, shared, lead, tail, found)
    if owner is None or (alone and found.counted and not _has_members(owner)):
        return None
    if is_place(owner.thing.kind) and _is_of_projects(found.name):
        found = replace(found, name=f"{_PROJECTS}{found.name}")
    alien = near is None and not owner.own
    if found.counted and ((alien and is_of_unread(place)) or names_place(place, found.name)):
        return None
    # 调派4名骨干携1台基站、2部电话: of a list whose first is told of nobody the others are not either.
    if found.form == "noun" and place.previous is not None and last is None:
        return None
    quantity, over = place.quantity.quantity, place.quantity.bound is Bound.ABOVE
    return Last(found, owner, lead, place.number, tail.noun, quantity.unit, over=over)


def _is_of_projects(measure: str) -> bool:
    """Whether a measure is what is spent on projects: 总投资 of several is no sum of the place that has them."""
    spent = measure.endswith(words(load_rules("measurements"), "investments"))
    return spent and figure_rules().expressions["project_heads"].fullmatch(measure) is not None


def _has_members(owner: Owner) -> bool:
    """Whether what some of its many do is told of a thing itself: 5个项目开工 of a place or a park, not of a firm."""
    return is_place(owner.thing.kind) or owner.thing.kind == "Project"


def _is_listed(place: Spot, tail: Tail, near: Last, words: str, *, owned: bool) -> bool:
    """Whether a figure is told in one list with the one before it, so that what is said of that goes for it."""
    if near.clause == place.number and _LINK.match(words):
        return True
    return not owned and not words and shares_verb(place, tail, near)


def _lead(
    place: Spot, tail: Tail, owner: Owner | None, last: Last | None, near: Last | None, words: str
) -> Lead | None:
    """The words before a figure taken apart, None if they make it nobody's; `near` is the one it is listed with."""
    said = read_lead(_LINK.sub("", words) if near is not None else words)
    lead = changed_from(place, owner.begin if owner else place.clause.start, said)
    # 三大运营商用户达…: what the figure before counts is the subject, and it is nobody's.
    alone = place.previous is not None and last is None and owner is None and not is_oblique(place)
    orphan = alone and not _LINK.match(words) and lead is said
    # 甲公司等15家企业: a count of several is not the first one's.
    several = owner is not None and words.startswith("等")
    if _EACH.search(words) or orphan or several or is_held_against(words):
        return None
    if place.quantity.kind == "duration" and not figure_rules().expressions["durations"].search(lead.what):
        return None
    bare = lead.form == "level" and not lead.what and not lead.verb and (tail.noun or words == "/")
    lead = near.lead if near is not None and bare else lead
    return _INVESTMENT if owner is not None and owner.thing.kind == "Project" and lead == _INVESTED else lead


def _owner(
    place: Spot, topics: Topics, own: Owner | None, near: Last | None, lead: Lead, tail: Tail, found: Indicator
) -> Owner | None:
    """Whose the figure is: of the thing that the clause names, of that of the figure before, or of what was told of."""
    if near is not None and (own is None or follows(found, near, own)):
        return near.owner
    people = is_of_people(found.name)
    said, done = lead.verb + lead.what, lead.form == "verb"
    owner = own or topics.carried(place.coded, place.clause, said, done=done)
    topic = owner.thing if owner is not None else None
    if not people and is_anothers(place, own, topic, lead, tail, found):
        return None
    if people and (owner is None or not (is_place(owner.thing.kind) or _is_mean(found))):
        return None
    if owner is None or (found.form in _UNSURE and owner.trust <= SENTENCE_BEFORE and not owner.own):
        return None
    return owner if can_have(owner, found.name, place.coded) else None


def _is_mean(found: Indicator) -> bool:
    """Whether it is a mean of its people or of what it does, which a firm has as well as a place: 人均产值."""
    return figure_rules().expressions["means"].match(found.name) is not None
