"""Figures that belong to a thing: 全市5G基站达1.8万个. A figure whose owner is no thing of the graph is left out.

Three questions are asked of each figure (in `clause_reading`): what it measures (`measures`), whose it is (`owners`,
and for several side by side `series`), and whether it is one that anybody would write down (`measurements.yaml` bars
share prices, fines, ranks, durations).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kg.extractor.linking.linked import LinkedMention
from kg.extractor.mentions.quantities import Bound, QuantityMention
from kg.extractor.relations.coding import Coded
from kg.extractor.relations.figures.clause_reading import read_clause
from kg.extractor.relations.figures.figure_rules import figure_rules
from kg.extractor.relations.figures.figure_spots import Spot, is_of_market, is_told, is_way, spoken, words_between
from kg.extractor.relations.figures.owners.openings import only_dates
from kg.extractor.relations.figures.owners.topics import Topics
from kg.extractor.relations.figures.series.changes import EARLIER, row_behind
from kg.extractor.relations.figures.series.figure_before import Last
from kg.extractor.relations.figures.series.respective import SERIES
from kg.extractor.relations.roles import Clause
from kg.extractor.relations.rulebook import how_sure
from kg.model import Measurement, Quantity

# What a bare figure counts by the noun before it: 参与人次超200万.
_PEOPLE: Final = ("人次",)
# The ends of a range: 净利润3亿元至4亿元.
_ENDS: Final = ("（下限）", "（上限）")
# 不超过|人民币5亿元.
_LIMITS: Final = ("不超过", "不超过人民币")
# What ends here is not over: …9000亿元；实现利润….
_GOES_ON: Final = ("；", ";")


@dataclass(frozen=True, slots=True)
class OwnedFigure:
    """A measurement with its owner, the stretch of coded text it rests on, and how sure it is.

    `nth` tells which one it is of how many figures of one thing at several times, `earlier` that it is one of a time
    before that of the figure beside it, `planned` that a plan of the owner's names it, `lasting` that it is one which
    its owner has as long as it is what it is (the length of a road), `done` that it is of something that the owner
    does.
    """

    owner: LinkedMention
    measurement: Measurement
    confidence: float
    start: int
    end: int
    clause: Clause
    nth: tuple[int, int] | None = None
    earlier: bool = False
    planned: bool = False
    lasting: bool = False
    done: bool = False


def find_figures(
    coded: Coded, clauses: Sequence[Clause], quantities: Sequence[QuantityMention], topics: Topics
) -> Iterator[OwnedFigure]:
    """The figures of a sentence that have an owner and say what they measure; `topics` is carried along."""
    row: list[Last] = []
    if coded.source[max(0, coded.offset(0) - 1) : coded.offset(0)] in _GOES_ON:
        row = [*topics.row]
    else:
        topics.open_sentence()
    topics.row = ()
    if not quantities or coded.text.endswith(("？", "?")) or is_of_market(coded.text):
        for clause in clauses:
            topics.note(coded, clause)
        return
    scope, number = "", 0
    for number, clause in enumerate(spoken(coded, clauses)):
        start, stop = coded.offset(clause.start), coded.offset(clause.end)
        here = [q for q in quantities if start <= q.start < stop and is_told(coded, clause, q) and not is_way(coded, q)]
        if here:
            places = [Spot(coded, clause, number, here[i - 1] if i else None, q) for i, q in enumerate(here)]
            read = read_clause(places, topics, row)
            for index, one in enumerate(read):
                if one is not None:
                    yield from _figures(places[index], one, scope, (index, len(read)))
            row = row_behind(row, places, read)
        elif said := figure_rules().expressions["scope"].search(coded.text, clause.start, clause.end):
            scope = words_between(coded, *said.span("scope"))
        elif row and only_dates(coded, clause):
            row = [replace(one, clause=one.clause + 1) for one in row]
        topics.note(coded, clause)
    # Behind ； the clauses are counted from 0 again: those of this sentence lie before it.
    topics.row = [replace(one, clause=one.clause - number - 1) for one in row]


def _figures(place: Spot, read: Last, scope: str, which: tuple[int, int]) -> Iterator[OwnedFigure]:
    """What a figure says of its owner: one measurement, of a range its two ends."""
    q = place.quantity
    ends = (q.low, q.high) if q.bound is Bound.RANGE else (q.quantity.value,)
    for value, mark in zip(ends, _ENDS if len(ends) > 1 else ("",), strict=True):
        if value is not None:
            yield _figure(place, read, scope, which, value, mark)


def _figure(place: Spot, read: Last, scope: str, which: tuple[int, int], value: float, mark: str) -> OwnedFigure:
    q, coded = place.quantity.quantity, place.coded
    name = read.indicator.name
    rules = figure_rules().expressions
    # 发行债券募集资金不超过5亿元: such a limit is set before anything is raised.
    limited = _is_limit(place) and rules["raised"].search(place.before) is not None
    target = limited or bool(rules["target"].search(_without_disposal(place)))
    if scope and (rules["results"].match(name) or rules["scoped"].match(name)):
        name = f"{scope}{name}"
    unit = q.unit or next((head for head in _PEOPLE if name.endswith(head)), "")
    measured = Measurement(f"{name}{mark}", Quantity(value, unit, q.wording), target)
    end = min(len(coded.text), place.position + 1)
    sure = how_sure("figure", read.indicator.form) * read.owner.trust
    return OwnedFigure(
        read.owner.thing,
        measured,
        round(sure, 3),
        place.clause.start,
        end,
        place.clause,
        nth=which if read.indicator.form == SERIES else None,
        earlier=read.indicator.form == EARLIER,
        planned=read.owner.planned,
        lasting=_is_lasting(read.owner.thing, name),
        done=read.lead.form == "verb",
    )


def _without_disposal(place: Spot) -> str:
    """The words before a figure, without the 将 that stands for 把 (将98个项目列入计划): 将达98个 is planned."""
    bare = place.quantity.start == place.quantity.number_start and place.quantity.kind != "ratio"
    return place.before.removesuffix("将") if bare else place.before


def _is_limit(place: Spot) -> bool:
    """Whether a figure tells no more than what is not passed: 不超过5亿元, 不超过人民币5亿元."""
    return place.quantity.bound is Bound.AT_MOST or place.before.endswith(_LIMITS)


def _is_lasting(owner: LinkedMention, measure: str) -> bool:
    rules = figure_rules().expressions
    sized = owner.kind == "Project" and rules["of_project"].search(measure) is not None
    return sized or rules["registered"].match(measure) is not None
