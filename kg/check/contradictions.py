"""Where sources disagree: two dates for one event, two amounts for one investment, two figures for one indicator.

A disagreement is no fault of the graph, so it is a warning; which source is right is for people to say. One article
that gives two values seldom contradicts itself: it tells of a part, of another version or of the year before, and was
not read so. That is a warning of its own. A figure that is told rounded elsewhere is the same figure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import ROUND_HALF_UP, Context, Decimal
from itertools import combinations
from typing import Final

from kg.check.finding import Finding, Severity
from kg.store import Store

# What happens once; partners may meet every year.
_ONCE: Final = "sc:undertakes sc:publishes sc:investsIn sc:recognisedAs"
_DATES: Final = f"""SELECT ?s ?status ?value ?source {{
  VALUES ?p {{ {_ONCE} }} ?s rdf:predicate ?p . ?e sc:supports ?s ; sc:readingTime ?value ; sc:readingStatus ?status ;
  sc:article/sc:source ?source }}"""
_AMOUNTS: Final = """SELECT ?s ?unit ?value ?source {
  ?e sc:supports ?s ; sc:readingAmount ?value ; sc:readingAmountUnit ?unit ; sc:article/sc:source ?source }"""
_FIGURES: Final = """SELECT ?owner ?indicator ?unit ?time ?target ?value ?source {
  ?m sc:indicator ?indicator ; sc:value ?value ; sc:unit ?unit ; sc:measuredAt ?time ; sc:target ?target .
  ?s rdf:object ?m ; rdf:subject ?owner ; sc:evidence/sc:article/sc:source ?source }"""

_NAMES: Final = """SELECT ?s ?end {{ VALUES ?s {{ <{node}> }}
  ?s rdf:subject/rdfs:label ?a ; rdf:predicate ?p ; rdf:object/rdfs:label ?b
  FILTER(LANG(?a) = "zh" && LANG(?b) = "zh") BIND(CONCAT(?a, " ", STRAFTER(STR(?p), "#"), " ", ?b) AS ?end) }}"""
_LABEL: Final = """SELECT ?s ?end {{ VALUES ?s {{ <{node}> }} ?s rdfs:label ?end FILTER(LANG(?end) = "zh") }}"""

# 120亿 is 119.72亿 rounded, but 100 is not 104.
_ROUNDED: Final = Decimal("0.01")

Told = Mapping[str, set[str]]
"""The sources of each value."""
Agree = Callable[[str, str], bool]
"""Whether two values can both be right."""


def contradictions(store: Store) -> Iterator[Finding]:
    """Statements and figures that the articles do not agree on, with the values and where they stand."""
    for (statement, _), told in _told(store, _DATES):
        if scope := _scope(told, _overlap):
            said = _named(store, _NAMES, statement)
            yield _finding(scope, "dates", "时间", statement, told, said)
    for (statement, unit), told in _told(store, _AMOUNTS):
        if scope := _scope(told, _rounded):
            said = f"{_named(store, _NAMES, statement)} {unit}"
            yield _finding(scope, "amounts", "金额", statement, told, said)
    for (owner, indicator, unit, time, _), told in _told(store, _FIGURES):
        if scope := _scope(told, _rounded):
            what = f"{_named(store, _LABEL, owner)} {indicator} {unit} {time}".replace("  ", " ")
            yield _finding(scope, "figures", "指标数值", owner, told, what)


def _scope(told: Told, agree: Agree) -> str:
    """Who disagrees: "sources" if two have no value in common, "article" if one gives two; empty if nobody does."""
    if len(told) < 2:
        return ""
    values: dict[str, set[str]] = {}
    for value, sources in told.items():
        for source in sources:
            values.setdefault(source, set()).add(value)
    if any(not any(agree(a, b) for a in one for b in other) for one, other in combinations(values.values(), 2)):
        return "sources"
    if any(not agree(a, b) for one in values.values() for a, b in combinations(one, 2)):
        return "article"
    return ""


def _named(store: Store, query: str, node: str) -> str:
    """What a statement says, or what a thing is called, for people."""
    return min((text.value for _, text in store.select(query.format(node=node))), default="")


def _told(store: Store, query: str) -> Iterator[tuple[tuple[str, ...], Told]]:
    """Values and their sources, by the columns before the last two, in order."""
    found: dict[tuple[str, ...], dict[str, set[str]]] = {}
    for row in store.select(query):
        *key, value, source = (term.value for term in row)
        found.setdefault(tuple(key), {}).setdefault(value, set()).add(source)
    yield from sorted(found.items(), key=lambda item: item[0])


def _rounded(a: str, b: str) -> bool:
    """Whether one of two figures is the other, told with fewer digits."""
    rough, fine = sorted((Decimal(a), Decimal(b)), key=_digits)
    told = Context(prec=_digits(rough), rounding=ROUND_HALF_UP).plus(fine)
    return told == rough and abs(fine - rough) <= abs(fine) * _ROUNDED


def _digits(figure: Decimal) -> int:
    return len(figure.normalize().as_tuple().digits)


def _overlap(a: str, b: str) -> bool:
    """Whether two times can both be right: a day and its month, say."""
    first, second = sorted((_span(a), _span(b)))
    return first[1] >= second[0]


def _span(time: str) -> tuple[str, str]:
    """First and last day of an ISO 8601 time or interval, as text that sorts."""
    first, _, last = time.partition("/")
    return (first + "-01-01"[len(first) - 4 :], (last or first) + "-12-31"[len(last or first) - 4 :])


def _finding(scope: str, what: str, what_zh: str, node: str, told: Told, of: str) -> Finding:
    values = "; ".join(f"{value} ({', '.join(sorted(sources))})" for value, sources in sorted(told.items()))
    detail = f"{of.strip()}: {values}"
    if scope == "sources":
        said, said_zh = f"sources give different {what}", f"来源所述{what_zh}不一致"
        return Finding("contradiction", Severity.WARNING, node, said, said_zh, detail)
    said, said_zh = f"one article gives different {what}", f"同一文章所述{what_zh}不一致"
    return Finding("reading", Severity.WARNING, node, said, said_zh, detail)
