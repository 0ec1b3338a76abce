"""What one sentence of an article adds to a fact holds for the others that state the same fact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from kg.extractor.linking.drafts import Draft
from kg.extractor.relations.relation_groups import EVENTS, LASTING, OF_PROJECTS
from kg.extractor.rules import load_rules, words
from kg.model import Measurement, Statement, Status, TimeSpan

# Patterns by which a name alone tells who runs a thing: it is there, if nothing tells that it is still to come.
_BY_NAME: Final = ("name-firm", "name-house", "own-project")

# How far a project has come, and when.
Come = tuple[Status, TimeSpan | None]

# The offices that somebody is told to have held one after the other.
_OF_LIFE: Final = "position-career"


def with_shared_qualifiers(
    statements: Iterable[Statement], drafts: Mapping[str, Draft], come: Mapping[str, Come] = MappingProxyType({})
) -> list[Statement]:
    """The statements of an article, each with the status and time that another one of the same fact tells.

    Nothing that a sentence tells itself is changed, but for what partners plan: that they work together is a fact. A
    time told of a plan is none of what has been done. A figure has its own time, and what lasts is no plan where a
    sentence tells it as a fact. How far a project has come holds for all who carry it out; what is still planned is to
    be where it is told to be.
    """
    told = list(statements)
    best: dict[tuple[str, str, str, str], Statement] = {}
    for statement in told:
        if isinstance(statement.obj, str) and statement.status is not None and statement.predicate not in LASTING:
            for key in {_fact(statement), (*_fact(statement)[:-1], "")}:
                known = best.get(key)
                if known is None or _tells_more(statement, known):
                    best[key] = statement
    shared = [_completed(s, best.get(_fact(s))) if isinstance(s.obj, str) else s for s in told]
    shared = [_carried(s, come) for s in shared]
    far = _how_far(shared, drafts)
    times = _times_of_figures(told)
    return [_dated(_as_project(s, far), times) for s in shared]


def _carried(statement: Statement, come: Mapping[str, Come]) -> Statement:
    """Of who carries out a project, how far it has come by what is said where it is named alone."""
    told = come.get(str(statement.obj)) if statement.predicate == "undertakes" and statement.status is None else None
    if told is None:
        return statement
    return replace(statement, status=told[0], time=statement.time or told[1])


def _times_of_figures(statements: Iterable[Statement]) -> dict[tuple[str, float, str, bool], TimeSpan]:
    """The times of the figures that one time alone is told of, by owner, value and unit."""
    times: dict[tuple[str, float, str, bool], set[TimeSpan]] = defaultdict(set)
    for statement in statements:
        if isinstance(statement.obj, Measurement) and statement.time is not None:
            times[_figure(statement, statement.obj)].add(statement.time)
    return {key: next(iter(told)) for key, told in times.items() if len({t.value for t in told}) == 1}


def _figure(statement: Statement, measured: Measurement) -> tuple[str, float, str, bool]:
    return statement.subject, measured.quantity.value, measured.quantity.unit, measured.target


def _dated(statement: Statement, times: Mapping[tuple[str, float, str, bool], TimeSpan]) -> Statement:
    """A figure told again, as a title tells it, with the time that is told beside it elsewhere."""
    if statement.time is not None or not isinstance(statement.obj, Measurement):
        return statement
    return replace(statement, time=times.get(_figure(statement, statement.obj)))


def _fact(statement: Statement) -> tuple[str, str, str, str]:
    """What a statement states, whatever else it says of it.

    Two offices of one person at a body are two facts: who was a manager may be the president now. But an office told
    among those of a life is over with the others.
    """
    told = "" if statement.pattern == _OF_LIFE else statement.title
    return statement.subject, statement.predicate, str(statement.obj), told


def _tells_more(statement: Statement, known: Statement) -> bool:
    """Whether one of two statements of a fact tells more of how far it has come and when."""
    if _is_of_plan(statement, known) or _is_of_plan(known, statement):
        return _is_of_plan(known, statement)
    return known.time is None and statement.time is not None


def _is_of_plan(statement: Statement, other: Statement) -> bool:
    """Whether a statement only tells what partners are going to do, who work together as the other one tells."""
    of_partners = statement.predicate == "partnersWith" == other.predicate
    return of_partners and statement.status is Status.PLANNED and other.status is Status.COMPLETED


def _completed(statement: Statement, other: Statement | None) -> Statement:
    if other is None:
        return statement
    if _is_of_plan(statement, other):
        return replace(statement, status=other.status, time=other.time)
    if statement.status not in (None, other.status):
        return statement
    time = other.time if statement.predicate in EVENTS else None
    return replace(statement, status=other.status, time=statement.time or time)


def _how_far(statements: Iterable[Statement], drafts: Mapping[str, Draft]) -> dict[str, Status]:
    """How far the projects have come of which all that is told agrees; one only known by its name stands."""
    told: dict[str, set[Status | None]] = defaultdict(set)
    by_name: set[str] = set()
    for statement in statements:
        if statement.predicate == "undertakes" and isinstance(statement.obj, str):
            told[statement.obj].add(statement.status)
            if statement.pattern in _BY_NAME:
                by_name.add(statement.obj)
    to_come = words(load_rules("owners"), "to_come")
    come: dict[str, Status] = {}
    for iri, statuses in told.items():
        known = [s for s in statuses if s is not None]
        if len(known) == 1:
            come[iri] = known[0]
        elif not known and iri in by_name and not drafts[iri].label.endswith(to_come):
            come[iri] = Status.COMPLETED
    return come


def _as_project(statement: Statement, come: Mapping[str, Status]) -> Statement:
    if statement.status is not None:
        return statement
    project = {"undertakes": statement.obj, **dict.fromkeys(OF_PROJECTS, statement.subject)}.get(statement.predicate)
    status = come.get(project) if isinstance(project, str) else None
    if status is None or (statement.predicate in LASTING and status is not Status.PLANNED):
        return statement
    return replace(statement, status=status)
