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
from kg.extractor.mentions.quantities import QuantityMention
from kg.extractor.relations.coding import Coded, symbol_class
from kg.extractor.relations.context import SENTENCE_BEFORE, Clause
from kg.extractor.relations.figure_lists import one_by_one
from kg.extractor.relations.figure_owners import Owner, Topics, may_own
from kg.extractor.relations.figure_rules import figure_rules
from kg.extractor.relations.figure_words import Lead, Tail, read_lead, read_tail
from kg.extractor.relations.indicators import Indicator, read_indicator
from kg.model import Measurement, Quantity

# How sure a figure is whose owner is told in its own clause, by how its indicator was read.
_SURE = {"level": 0.86, "change": 0.84, "share": 0.8, "owned": 0.78, "count": 0.8, "noun": 0.76, "predicate": 0.72}
_USUAL = 0.78
# These readings are too unsure for an owner told of in another sentence.
_UNSURE = ("noun", "predicate")
# What these bodies report is rarely their own.
_BODIES = ("Government", "Association", "Institution", "Media")
_QUANTITY = re.compile(f"[{symbol_class('quantity')}]")
_TIME = re.compile(f"[{symbol_class('time')}]")
_LINK = re.compile(r"^(?:、|和|与|及|以及|，|并)")
# What each of several has is nobody's sum; one_by_one reads what can be read.
_EACH = re.compile("分别|各自|各(?=[有为达设])")
# No figure is of tomorrow: 探明天然气储量 is cut wrongly.
_TOMORROW = "明天"
_JOINTS = ("、", "和", "与", "及", "以及")
_DURATION = re.compile("(?:天数|时间|时长|周期|工期|时限|耗时|年限|寿命)$")
# 2023年公司: a firm called by its period has no name.
_NO_NAME = re.compile(r"\d|报告期|归属|单季|本期|跨国公司")
# What ends here is not over: …9000亿元；实现利润….
_GOES_ON = ("；", ";")
_COMMA = re.compile("[，；]")
_WORD = re.compile("[一-鿿]")


@dataclass(frozen=True, slots=True)
class Figure:
    """A measurement with its owner, the stretch of coded text it rests on, and how sure it is."""

    owner: Linked
    measurement: Measurement
    confidence: float
    start: int
    end: int
    clause: Clause


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
    if not quantities or coded.text.endswith(("？", "?")) or figure_rules().expressions["market"].search(coded.text):
        for clause in clauses:
            topics.note(coded, clause)
        return
    row: list[_Last] = []
    scope = ""
    for number, clause in enumerate(_spoken(coded, clauses)):
        start, stop = coded.offset(clause.start), coded.offset(clause.end)
        here = [q for q in quantities if start <= q.start < stop and not _describes(coded, q)]
        if here:
            places = [_Place(coded, clause, number, here[i - 1] if i else None, q, text) for i, q in enumerate(here)]
            read = _read_clause(places, topics, row)
            yield from (_figure(place, one, scope) for place, one in zip(places, read, strict=True) if one is not None)
            row = [one for one in read if one is not None] if read[-1] is not None else []
        elif said := figure_rules().expressions["scope"].search(coded.text, clause.start, clause.end):
            scope = _words(coded, *said.span("scope"), text)
        topics.note(coded, clause)


def _spoken(coded: Coded, clauses: Sequence[Clause]) -> Iterator[Clause]:
    """The clauses, those within a quotation too: 他说：“全市产值达…，增长…。”."""
    for clause in clauses:
        start = clause.start
        if coded.text.find("“", clause.start, clause.end) in (clause.start, clause.start + 1):
            for comma in _COMMA.finditer(coded.text, clause.start, clause.end - 1):
                yield Clause(start, comma.end(), clause.roles)
                start = comma.end()
        yield Clause(start, clause.end, clause.roles)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a figure stands: its clause, the figure before it in that clause, and its own place in the coded text."""

    coded: Coded
    clause: Clause
    number: int
    previous: QuantityMention | None
    quantity: QuantityMention
    text: str

    @property
    def position(self) -> int:
        """Where the figure stands in the coded text."""
        return self.coded.position(self.quantity.start)

    @property
    def before(self) -> str:
        """The coded text of the clause before the figure."""
        return self.coded.text[self.clause.start : self.position]

    @property
    def after(self) -> str:
        """The coded text of the clause behind the figure."""
        return self.coded.text[self.coded.position(self.quantity.end) : self.clause.end]

    @property
    def begin(self) -> int:
        """Where the words before the figure begin, in the coded text."""
        return self.coded.position(self.previous.end) if self.previous else self.clause.start

    def words(self, start: int, end: int) -> str:
        """A part of the coded text with the symbols turned back into words, times left out."""
        return _words(self.coded, start, end, self.text)


def _words(coded: Coded, start: int, end: int, text: str) -> str:
    parts = []
    for character in coded.text[start:end]:
        mention = coded.mentions.get(character)
        word = text[mention.start : mention.end] if mention is not None else character
        timed = mention is not None and mention.kind == "Time" and word != _TOMORROW
        # 增加到2022年的520家: the 的 goes with its time.
        parts.append("" if timed or (word == "的" and parts[-1:] == [""]) else word)
    return "".join(parts)


def _figure(place: _Place, read: _Last, scope: str) -> Figure:
    q, coded = place.quantity.quantity, place.coded
    target = bool(figure_rules().expressions["target"].search(place.before))
    name = read.indicator.name
    if scope and figure_rules().expressions["results"].match(name):
        name = f"{scope}{name}"
    measured = Measurement(name, Quantity(q.value, q.unit, q.wording), target)
    end = min(len(coded.text), place.position + 1)
    sure = _SURE.get(read.indicator.form, _USUAL) * read.owner.trust
    return Figure(read.owner.thing, measured, round(sure, 3), place.clause.start, end, place.clause)


def _read_clause(places: Sequence[_Place], topics: Topics, row: Sequence[_Last]) -> list[_Last | None]:
    """What the figures of a clause measure and whose they are; `row` are those of the clause before."""
    first, last = places[0], places[-1]
    owner = topics.own(first.coded, first.clause, first.position)
    before = first.words(owner.begin if owner else first.clause.start, first.position)
    after = last.words(first.coded.position(last.quantity.end), first.clause.end)
    named = one_by_one(before, after, len(places), [one.indicator for one in row])
    if named is None:
        found: list[_Last | None] = []
        tails = _tails(places)
        previous = row[-1] if row else None
        for place in places:
            previous = _read(place, tails[len(found)], topics, previous)
            found.append(previous)
        return found
    if named and owner is None:
        owner = row[-1].owner if row else topics.carried(first.coded, first.clause, named[0].name, done=False)
    if not named or owner is None or any(_is_barred(place) for place in places):
        return [None] * len(places)
    return [_Last(indicator, owner, read_lead(""), first.number) for indicator in named]


def _read(place: _Place, tail: Tail, topics: Topics, last: _Last | None) -> _Last | None:
    """What a figure measures and whose it is, None if it cannot be told; `last` is the figure before it."""
    if _is_barred(place):
        return None
    quantity, near = place.quantity, last if last is not None and place.number - last.clause <= 1 else None
    owner = topics.own(place.coded, place.clause, place.position)
    words = _before(place, owner, near)
    listed = near is not None and near.clause == place.number and bool(_LINK.match(words))
    # 三大运营商用户达…: what the figure before counts is the subject, and it is nobody's.
    orphan = place.previous is not None and last is None and owner is None and not _LINK.match(words)
    lead = _changed_from(place, owner, read_lead(_LINK.sub("", words) if listed else words))
    if _EACH.search(words) or orphan or (quantity.kind == "duration" and not _DURATION.search(lead.what)):
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


def _again(place: _Place, lead: Lead, tail: Tail, near: _Last | None) -> Indicator | None:
    """2021年产值3亿元，2022年达到4亿元: what the figure before measured, at another time."""
    reached = bool(lead.trigger) or place.quantity.start < place.quantity.number_start
    bare = lead.form == "level" and not lead.what and reached and not tail.noun and not tail.rest
    if near is None or not bare or near.unit != place.quantity.quantity.unit or near.clause == place.number:
        return None
    return replace(near.indicator, name=near.indicator.base, form="level") if _TIME.search(place.before) else None


def _before(place: _Place, owner: Owner | None, near: _Last | None) -> str:
    """The words before a figure that tell what it measures."""
    words = place.words(max(place.begin, owner.begin if owner else place.clause.start), place.position)
    if near is not None and near.indicator.form == "served":
        return words.removeprefix(near.noun)
    # 14名干部、投入资金1亿元: what stands before 、 is counted by the figure before.
    return words[words.index("、") :] if place.previous is not None and "、" in words else words


def _follows(found: Indicator, near: _Last | None, own: Owner | None) -> bool:
    """Whether a figure says more of what the one before it measured."""
    return near is not None and found.base == near.indicator.base and (own is None or own.thing == near.owner.thing)


def _owner(
    place: _Place, topics: Topics, own: Owner | None, near: _Last | None, lead: Lead, found: Indicator
) -> Owner | None:
    """Whose the figure is: of the thing that the clause names, of that of the figure before, or of what was told of."""
    if near is not None and (own is None or _follows(found, near, own)):
        return near.owner
    if _is_anothers(place, own, lead, found):
        return None
    said, done = lead.verb + lead.what, lead.form == "verb"
    owner = own or topics.carried(place.coded, place.clause, said, done=done)
    if owner is None or (found.form in _UNSURE and owner.trust <= SENTENCE_BEFORE and not owner.own):
        return None
    return owner if _can_have(owner, found.name, place.text) else None


def _is_anothers(place: _Place, own: Owner | None, lead: Lead, found: Indicator) -> bool:
    """Whether the words before a figure name something else that it belongs to."""
    rules = figure_rules().expressions
    if own is not None:
        return bool(rules["foreign_own"].search(lead.what) or rules["reporting"].search(lead.what))
    named = rules["foreign_own"].search(found.name) or "“" in found.name
    return bool(named) or any(may_own(m) for m in place.coded.symbols(place.before))


def _can_have(owner: Owner, measure: str, text: str) -> bool:
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


def _changed_from(place: _Place, owner: Owner | None, lead: Lead) -> Lead:
    """从16天降至6天: the second figure is the one that holds, and what it measures stands before the first."""
    if place.previous is None or lead.form != "level" or lead.what or not lead.trigger.endswith(("到", "至", "为")):
        return lead
    begin, end = owner.begin if owner else place.clause.start, place.coded.position(place.previous.start)
    first = read_lead(place.words(begin, end))
    return Lead("level", first.what, trigger=lead.trigger) if first.form == "start" else lead


def _tails(places: Sequence[_Place]) -> list[Tail]:
    """The words behind each figure up to the next one; what is said of a list is said of all its members."""
    tails: list[Tail] = []
    for place in reversed(places):
        start = place.coded.position(place.quantity.end)
        next_one = _QUANTITY.search(place.after)
        words = place.words(start, start + (next_one.start() if next_one else len(place.after)))
        tail = replace(read_tail(words), cut=next_one is not None)
        joined = tails and tail.noun and tails[-1].noun and words.endswith(_JOINTS)
        tails.append(replace(tail, rest=tails[-1].rest, cut=tails[-1].cut) if joined and not tail.rest else tail)
    return tails[::-1]


def _describes(coded: Coded, quantity: QuantityMention) -> bool:
    """220千伏线路: whether a figure tells what a thing is like, not how much of it there is."""
    end = coded.position(quantity.end)
    attribute = figure_rules().expressions["attribute_units"].match(quantity.quantity.unit)
    return bool(attribute and _WORD.match(coded.text, end))


def _is_barred(place: _Place) -> bool:
    """Whether a figure is none that anybody would write down, by its unit and the words around it."""
    rules, quantity, before = figure_rules().expressions, place.quantity, place.before
    unit = quantity.quantity.unit
    if not unit or (rules["barred_units"].match(unit) and quantity.kind != "duration"):
        return True
    if quantity.quantity.value < 10 and not any(ch.isdigit() for ch in place.text[quantity.start : quantity.end]):
        return True  # 两个, 三大: a manner of speaking more often than a count
    inside = before.count("（") + before.count("(") > before.count("）") + before.count(")")
    if inside or before.rfind("“") > max(1, before.rfind("”")):
        return True
    if rules["unsure"].search(before):
        return True
    return bool(rules["barred_before"].search(before) or rules["barred"].match(place.after))
