"""From what the user typed to RDF terms: numbers, dates, texts, classes, links, and things by their names."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Final

import pyoxigraph as ox

from kg import ids, lexicon, ontology
from kg.errors import QueryError
from kg.namespaces import XSD
from kg.questions.binding import UNDEFINED, Term
from kg.questions.library import Kind, Parameter, Question
from kg.questions.names import Ask, resolve

CONFIDENCE: Final = "min_confidence"
"""The parameter by which every question that has it leaves out what is less sure; it has an option of its own."""

_DATE: Final = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def terms(question: Question, given: Mapping[str, str], ask: Ask) -> dict[str, tuple[Term, ...]]:
    """The terms of every parameter of a question, from what was given or else by default.

    A parameter may be given by its name or by its label in Chinese. Raises QueryError for one that is unknown, missing,
    malformed or ambiguous.
    """
    known = {parameter.name: parameter.label_zh for parameter in question.parameters}
    by_label = {label: name for name, label in known.items()}
    for name in given:
        if name not in known and name not in by_label:
            if name == CONFIDENCE:
                what = f"{_title(question)} has no ?{name}, and leaves nothing out by it 该查询不按置信度筛选"
                raise QueryError(what, remedy="compare sc:confidence in the query itself, or leave the option out")
            takes = ", ".join(f"{name} ({label})" for name, label in sorted(known.items()))
            remedy = f"it takes {takes or 'none'}"
            raise QueryError(f"{_title(question)} has no parameter {name} 没有这个参数", remedy=remedy)
    named = {by_label.get(name, name): value for name, value in given.items()}
    return {parameter.name: _value(question, parameter, named, ask) for parameter in question.parameters}


def _value(question: Question, parameter: Parameter, given: Mapping[str, str], ask: Ask) -> tuple[Term, ...]:
    value = given.get(parameter.name, parameter.default)
    if value is None:
        example = parameter.example or "…"
        raise QueryError(
            f"{_title(question)} needs to be told the {parameter.label_en.lower()} ({parameter.label_zh})",
            remedy=f"--set {parameter.name}={example}",
        )
    value = value.strip()
    if parameter.kind is Kind.TEXT:
        return (ox.Literal(value),)
    if not value:
        return UNDEFINED
    if parameter.kind is Kind.ENTITY:
        return _with_narrower(resolve(value, parameter, ask))
    convert = {Kind.NUMBER: _number, Kind.DATE: _date, Kind.CLASS: _class, Kind.PREDICATE: _predicate}
    return (convert[parameter.kind](value, parameter),)


def _title(question: Question) -> str:
    return question.name or question.where


def _number(value: str, parameter: Parameter) -> Term:
    try:
        number = Decimal(value)
        if parameter.name == CONFIDENCE and not 0 <= number <= 1:
            raise _wrong(parameter, value, "is no confidence", "write a number from 0 to 1: 0.8")
        if number.is_finite():
            return ox.Literal(format(number, "f"), datatype=ox.NamedNode(XSD + "decimal"))
    except InvalidOperation:
        pass
    raise _wrong(parameter, value, "is not a number", "write it in figures: 100000000, 0.8")


def _date(value: str, parameter: Parameter) -> Term:
    if value == "today":
        value = dt.date.today().isoformat()
    if not _DATE.fullmatch(value):
        raise _wrong(parameter, value, "is not a date", "write 2022, 2022-06 or 2022-06-11")
    return ox.Literal(value)


def _class(value: str, parameter: Parameter) -> Term:
    known = ontology.load()
    for name in known.kinds:
        if value.lower() in _names_of(known.classes[name]):
            return ox.NamedNode(known.classes[name].iri)
    raise _wrong(parameter, value, "is not a class", f"one of {', '.join(known.kinds)}")


def _predicate(value: str, parameter: Parameter) -> Term:
    known = ontology.load().predicates
    for term in known.values():
        if value.lower() in _names_of(term):
            return ox.NamedNode(term.iri)
    raise _wrong(parameter, value, "is not a link", f"one of {', '.join(known)}")


def _names_of(term: ontology.ClassTerm | ontology.PredicateTerm) -> set[str]:
    """What a person may call a term, in lower case."""
    return {name.lower() for name in (term.name, f"sc:{term.name}", term.iri, term.label_en, term.label_zh)}


def _wrong(parameter: Parameter, value: str, what: str, remedy: str) -> QueryError:
    return QueryError(f"{value!r} {what}", where=f"{parameter.name} ({parameter.label_zh})", remedy=remedy)


def _with_narrower(iri: str) -> tuple[Term, ...]:
    """The thing itself and, for a concept, all that are narrower than it, for a region the places that make it up."""
    if not iri.startswith(ids.CONCEPT):
        return tuple(ox.NamedNode(name) for name in (iri, *lexicon.members(iri)))
    concepts = ontology.load().concepts
    found, fresh = {iri}, {iri}
    while fresh:
        fresh = {name for name, concept in concepts.items() if fresh & set(concept.broader)} - found
        found |= fresh
    return tuple(ox.NamedNode(name) for name in sorted(found))
