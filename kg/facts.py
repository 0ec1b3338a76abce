"""What the graph knows of one thing: its names, and every fact with the sentences behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from kg import ids, ontology
from kg.figures import in_words
from kg.store import Store
from kg.store import terms as t

_THING: Final = (
    """SELECT ?p ?o { %s ?p ?o FILTER(?p IN (rdf:type, rdfs:label, skos:altLabel, sc:code, sc:ticker, sc:within)) }"""
)
_STATEMENTS: Final = """SELECT ?s ?p ?other ?forward ?confidence ?support {
  { ?s rdf:subject %(me)s ; rdf:object ?other BIND(true AS ?forward) }
  UNION { ?s rdf:object %(me)s ; rdf:subject ?other BIND(false AS ?forward) }
  ?s rdf:predicate ?p ; sc:confidence ?confidence ; sc:support ?support .
}"""
_QUALIFIERS: Final = """SELECT ?s ?p ?o { VALUES ?s { %s }
  VALUES ?p { sc:status sc:time sc:title sc:agreement } ?s ?p ?o }"""
_AMOUNTS: Final = """SELECT DISTINCT ?s ?amount ?unit { VALUES ?s { %s }
  ?s sc:evidence ?e . ?e sc:readingAmount ?amount ; sc:readingAmountUnit ?unit }"""
# The rule that takes the place of a zone from the gazetteer, as the sentence tells the zone only.
_GAZETTEER: Final = "gazetteer-place"
_QUOTES: Final = """SELECT ?s ?quote ?start ?pattern ?title ?source ?publisher ?issued {
  VALUES ?s { %s } ?s sc:evidence ?e . ?e oa:exact ?quote ; oa:start ?start ; sc:pattern ?pattern ; sc:article ?a .
  ?a sc:source ?source . OPTIONAL { ?a dcterms:title ?title }
  OPTIONAL { ?a dc:publisher ?publisher } OPTIONAL { ?a dcterms:issued ?issued }
}"""
_OTHERS: Final = """SELECT ?x ?kind ?label ?value ?unit ?target { VALUES ?x { %s } ?x a ?kind .
  { ?x rdfs:label ?label FILTER(LANG(?label) = "zh") }
  UNION { ?x sc:indicator ?label ; sc:value ?value ; sc:target ?target OPTIONAL { ?x sc:unit ?unit } }
}"""


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence and where it stands; `date` is ISO 8601 or "", `start` its offset in the article's text.

    `gazetteer` tells that the sentence names the thing only, and where it lies is known beforehand.
    """

    text: str
    start: int
    title: str
    source: str
    publisher: str
    date: str
    gazetteer: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement seen from one of its ends.

    `predicate` and `kind` are local names, `other` is the thing or figure at the other end; `forward` tells that the
    thing asked for is the subject. `status` is a local name or "".
    """

    predicate: str
    forward: bool
    other: str
    label: str
    kind: str
    confidence: float
    support: int
    status: str
    times: tuple[str, ...]
    amounts: tuple[str, ...]
    remarks: tuple[str, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class ThingFacts:
    """A thing with its facts, in the order of the ontology's relations, the surest first."""

    iri: str
    kind: str
    label: str
    label_en: str
    names: tuple[str, ...]
    details: tuple[tuple[str, str], ...]
    facts: tuple[Fact, ...]


def thing(store: Store, iri: str) -> ThingFacts | None:
    """All that the store's graph knows of a thing by its IRI; None if it is not in the graph."""
    found: dict[str, list[tuple[str, str]]] = {}
    for predicate, value in store.select(_THING % t.iri(iri)):
        found.setdefault(_local(predicate.value), []).append((value.value, getattr(value, "language", None) or ""))
    if "type" not in found:
        return None
    labels = {language: label for label, language in found.get("label", [])}
    within = {iri: node.label for iri, node in _others(store, (value for value, _ in found.get("within", []))).items()}
    details = [(name, value) for name in ("code", "ticker") for value, _ in found.get(name, [])]
    return ThingFacts(
        iri=iri,
        kind=_local(found["type"][0][0]),
        label=labels.get("zh", iri),
        label_en=labels.get("en", ""),
        names=tuple(sorted(value for value, _ in found.get("altLabel", []))),
        details=(*details, *(("within", label) for _, label in sorted(within.items()))),
        facts=_facts(store, iri),
    )


def search(store: Store, words: str, limit: int) -> list[tuple[str, str, str]]:
    """IRI, label and class of up to `limit` things of which a name holds the words, the shortest label first."""
    holds = f"CONTAINS(LCASE(STR(?name)), {t.text(words.strip().lower())})"
    query = f"""SELECT DISTINCT ?x ?label ?kind {{
      VALUES ?by {{ rdfs:label skos:altLabel }} ?x ?by ?name FILTER({holds})
      ?x rdfs:label ?label ; a ?kind FILTER(LANG(?label) = "zh")
    }} ORDER BY STRLEN(?label) ?label ?x LIMIT {limit}"""
    return [(x.value, label.value, _local(kind.value)) for x, label, kind in store.select(query)]


@dataclass(frozen=True, slots=True)
class _Node:
    label: str
    kind: str


def _facts(store: Store, me: str) -> tuple[Fact, ...]:
    rows = [tuple(term.value for term in row) for row in store.select(_STATEMENTS % {"me": t.iri(me)})]
    statements = " ".join(t.iri(row[0]) for row in rows)
    others = _others(store, {row[2] for row in rows})
    qualifiers: dict[tuple[str, str], list[str]] = {}
    for statement, predicate, value in store.select(_QUALIFIERS % statements) if rows else ():
        qualifiers.setdefault((statement.value, _local(predicate.value)), []).append(value.value)
    quotes = _quotes(store, statements) if rows else {}
    amounts = _amounts(store, statements) if rows else {}
    facts = [
        _fact(
            row,
            others.get(row[2], _Node(row[2], "")),
            qualifiers,
            amounts.get(row[0], ()),
            tuple(sorted(quotes.get(row[0], ()), key=_dated)),
        )
        for row in rows
    ]
    order = list(ontology.load().predicates)
    return tuple(
        sorted(facts, key=lambda f: (order.index(f.predicate), not f.forward, -f.confidence, f.label, f.other))
    )


def _fact(
    row: tuple[str, ...],
    other: _Node,
    qualifiers: Mapping[tuple[str, str], list[str]],
    amounts: tuple[str, ...],
    quotes: tuple[Quote, ...],
) -> Fact:
    statement, predicate, iri, forward, confidence, support = row

    def said(name: str) -> tuple[str, ...]:
        return tuple(sorted(qualifiers.get((statement, name), ())))

    return Fact(
        predicate=_local(predicate),
        forward=forward == "true",
        other=iri,
        label=other.label,
        kind=other.kind,
        confidence=float(confidence),
        support=int(support),
        status=_local(said("status")[0]) if said("status") else "",
        times=said("time"),
        # The figure of a measurement is its label already.
        amounts=() if other.kind == "Measurement" else amounts,
        remarks=said("title") + said("agreement"),
        quotes=quotes,
    )


def _amounts(store: Store, statements: str) -> dict[str, tuple[str, ...]]:
    """The amounts that the articles give for each statement, each with its own currency, by currency and size."""
    found: dict[str, list[tuple[str, Decimal]]] = {}
    for statement, amount, unit in store.select(_AMOUNTS % statements):
        found.setdefault(statement.value, []).append((unit.value, Decimal(amount.value)))
    return {one: tuple(f"{in_words(amount)}{unit}" for unit, amount in sorted(told)) for one, told in found.items()}


def _quotes(store: Store, statements: str) -> dict[str, list[Quote]]:
    found: dict[str, list[Quote]] = {}
    for row in store.select(_QUOTES % statements):
        told = (term.value if term else "" for term in row)
        statement, text, start, pattern, title, source, publisher, issued = told
        quote = Quote(text, int(start), title, source, publisher, issued[:10], pattern == _GAZETTEER)
        found.setdefault(statement, []).append(quote)
    return found


def _dated(quote: Quote) -> tuple[str, str, int]:
    return quote.date, quote.source, quote.start


def _others(store: Store, nodes: Iterable[str]) -> dict[str, _Node]:
    values = " ".join(t.iri(node) for node in sorted(nodes))
    found: dict[str, _Node] = {}
    for row in store.select(_OTHERS % values) if values else ():
        node, kind, label, value, unit, target = (term.value if term else "" for term in row)
        aimed = " (target 目标)" if target == "true" else ""
        figure = f"{label} {in_words(Decimal(value))}{unit}{aimed}" if value else label
        found[node] = _Node(figure, _local(kind))
    return found


def _local(iri: str) -> str:
    return iri.removeprefix(ids.ONTOLOGY).rsplit("#", 1)[-1].rsplit("/", 1)[-1]
