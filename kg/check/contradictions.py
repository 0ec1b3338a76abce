"""Where sources disagree: two dates for one event, two amounts for one investment, two figures for one indicator.

A disagreement is no fault of the graph, so it is a warning; which source is right is for people to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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

Told = Mapping[str, set[str]]
"""The sources of each value."""


def contradictions(store: Store) -> Iterator[Finding]:
    """Statements and figures that the articles do not agree on, with the values and where they stand."""
    for (statement, _), told in _told(store, _DATES):
        if _apart(list(told)):
            said = _named(store, _NAMES, statement)
            yield _finding("sources give different dates", "来源所述时间不一致", statement, told, said)
    for (statement, unit), told in _told(store, _AMOUNTS):
        if len(told) > 1:
            said = f"{_named(store, _NAMES, statement)} {unit}"
            yield _finding("sources give different amounts", "来源所述金额不一致", statement, told, said)
    for (owner, indicator, unit, time, _), told in _told(store, _FIGURES):
        if len(told) > 1:
            what = f"{_named(store, _LABEL, owner)} {indicator} {unit} {time}".replace("  ", " ")
            yield _finding("sources give different figures", "来源所述指标数值不一致", owner, told, what)


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


def _apart(times: list[str]) -> bool:
    """Whether two of the times cannot both be right."""
    spans = sorted(map(_span, times))
    return any(first[1] < second[0] for first in spans for second in spans)


def _span(time: str) -> tuple[str, str]:
    """First and last day of an ISO 8601 time or interval, as text that sorts."""
    first, _, last = time.partition("/")
    return (first + "-01-01"[len(first) - 4 :], (last or first) + "-12-31"[len(last or first) - 4 :])


def _finding(what: str, what_zh: str, node: str, told: Told, of: str) -> Finding:
    values = "; ".join(f"{value} ({', '.join(sorted(sources))})" for value, sources in sorted(told.items()))
    return Finding("contradiction", Severity.WARNING, node, what, what_zh, f"{of.strip()}: {values}")
