"""From the store's records to the property graph."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from operator import attrgetter
from typing import Final

from kg import ids, ontology
from kg.exporters import records as r
from kg.exporters.property_graph import Edge, EvidenceRow, Measure, Node, PropertyGraph
from kg.exporters.records import Record, Records
from kg.exporters.style import style
from kg.exporters.text import clean
from kg.exporters.times import bounds
from kg.store import Store
from kg.store import terms as t
from kg.store import vocab as v

# Told by a field of their own, or by nothing but the store's bookkeeping.
_OWN_FIELDS: Final = frozenset({v.TYPE, v.LABEL, v.ALT_LABEL, v.REGISTERED, v.MERGED_INTO})
_UNSAFE: Final = re.compile(r"[^A-Za-z0-9._-]")


Articles = dict[str, EvidenceRow]
"""For each article by its term, a row of evidence with the article's part filled in."""


def property_graph(store: Store, min_confidence: float = 0.0) -> PropertyGraph:
    """The property graph of a store's merge: the statements at least so sure, and the things that they speak of."""
    records = r.read(store)
    articles = {subject: _article(subject, record) for subject, record in records.of_type(v.ARTICLE)}
    facts = [_edge(subject, record, records, articles) for subject, record in records.statements(min_confidence)]
    edges = tuple(edge for edge in facts if edge.measure is None)
    measurements = tuple(edge for edge in facts if edge.measure is not None)
    degree = Counter(end for edge in edges for end in (edge.source, edge.target))
    figures: dict[str, list[str]] = {}
    for edge in measurements:
        figures.setdefault(edge.source, []).append(str(edge.measure))
    used = degree.keys() | figures.keys()
    higher = {
        place
        for subject, record in records.subjects.items()
        if v.WITHIN in record and short_id(t.unwrap(subject)) in used
        for place in _above(subject, records)
    }
    nodes: list[Node] = []
    above: list[Node] = []
    unspoken = 0
    kinds = frozenset(ontology.load().kinds)
    for subject, record in records.subjects.items():
        node_id = short_id(t.unwrap(subject))
        if node_id in used:
            node = _node(node_id, subject, record, records)
            nodes.append(replace(node, degree=degree[node_id], measurements=tuple(sorted(figures.get(node_id, ())))))
        elif r.local(r.first(record, v.TYPE)) in kinds:
            unspoken += 1
            if subject in higher:
                above.append(_node(node_id, subject, record, records))
    by_id = attrgetter("id")
    return PropertyGraph(
        tuple(sorted(nodes, key=by_id)), edges, measurements, unspoken, tuple(sorted(above, key=by_id))
    )


def short_id(iri: str) -> str:
    """An id that every format takes (letters, digits, dots, dashes): `place.450300`, `concept.goal.dual-carbon`."""
    short = iri.removeprefix(ids.ID) if iri.startswith(ids.ID) else iri.removeprefix(ids.BASE)
    if short == iri or _UNSAFE.search(short.replace("/", ".")):
        return f"iri.{ids.content_key(iri)}"
    return short.replace("/", ".")


def _node(node_id: str, subject: str, record: Record, records: Records) -> Node:
    iri = t.unwrap(subject)
    kind = r.local(r.first(record, v.TYPE))
    terms = ontology.load()
    concept = terms.concepts.get(iri)
    group = terms.classes[kind].group if kind in terms.classes else ""
    label = clean(r.label(record)) or node_id
    names = {clean(name) for name in r.every(record, v.ALT_LABEL)} - {label, ""}
    return Node(
        id=node_id,
        iri=iri,
        label=label,
        label_en=clean(r.label(record, "en")) or (concept.label_en if concept else ""),
        kind=kind,
        group=group,
        names=(label, *sorted(names)),
        attributes=tuple(sorted({**_attributes(record, records), **_around(subject, records)}.items())),
        color=style(group).color,
    )


def _attributes(record: Record, records: Records) -> dict[str, str | float]:
    """The plain properties of a thing; one that leads to another thing gives that thing's label."""
    found: dict[str, str | float] = {}
    for predicate, terms in record.items():
        if predicate in _OWN_FIELDS:
            continue
        name = re.split(r"[#/]", t.unwrap(predicate))[-1]
        if predicate in (v.LAT, v.LONG):
            found[name] = r.number(record, predicate)
        else:
            found[name] = "; ".join(clean(_shown(term, records)) for term in terms)
    return found


def _around(subject: str, records: Records) -> dict[str, str]:
    """The id of the place that a thing lies in, and the labels of this one and all above it."""
    places = _above(subject, records)
    if not places:
        return {}
    return {
        "within_id": short_id(t.unwrap(places[0])),
        "within_all": "; ".join(clean(_shown(place, records)) for place in places),
    }


def _above(subject: str, records: Records) -> list[str]:
    """The places that a thing lies in, the nearest first, as far as the store tells of them."""
    found: list[str] = []
    while (parents := records.of(subject).get(v.WITHIN)) and parents[0] not in found:
        subject = parents[0]
        found.append(subject)
    return found


def _shown(term: str, records: Records) -> str:
    return r.label(records.of(term)) or t.plain(term) if term.startswith("<") else t.plain(term)


def _edge(subject: str, record: Record, records: Records, articles: Articles) -> Edge:
    predicate = r.local(r.first(record, v.PREDICATE))
    term = ontology.load().predicates[predicate]
    times = r.every(record, v.TIME)
    start, end = bounds(times)
    found = [_evidence(place, records.of(place), articles) for place in record.get(v.HAS_EVIDENCE, ())]
    evidence = sorted(found, key=lambda row: (-row.confidence, row.date, row.article, row.start, row.id))
    # Several articles may give several amounts: one of them, with its own unit, rather than a mixture.
    told = next((row for row in evidence if row.amount is not None), None)
    return Edge(
        id=short_id(t.unwrap(subject)),
        iri=t.unwrap(subject),
        source=short_id(r.first(record, v.SUBJECT)),
        target=short_id(r.first(record, v.OBJECT)),
        predicate=predicate,
        label=term.label_zh,
        label_en=term.label_en,
        symmetric=term.symmetric,
        status=r.local(r.first(record, v.STATUS)),
        times=times,
        start=start,
        end=end,
        confidence=r.number(record, v.CONFIDENCE),
        support=int(r.number(record, v.SUPPORT)),
        amount=told.amount if told else None,
        amount_unit=told.amount_unit if told else "",
        title="; ".join(clean(title) for title in r.every(record, v.POSITION_TITLE)),
        agreement="; ".join(clean(name) for name in r.every(record, v.AGREEMENT)),
        evidence=tuple(evidence),
        measure=_measure(records.of(record[v.OBJECT][0])),
    )


def _measure(record: Record) -> Measure | None:
    if v.MEASUREMENT not in record.get(v.TYPE, ()):
        return None
    return Measure(
        indicator=clean(r.first(record, v.INDICATOR)),
        value=r.number(record, v.VALUE),
        unit=clean(r.first(record, v.UNIT)),
        wording=clean(r.first(record, v.VALUE_WORDING)),
        time=r.first(record, v.MEASURED_AT),
        target=r.first(record, v.TARGET) == "true",
    )


def _article(subject: str, record: Record) -> EvidenceRow:
    source = clean(r.first(record, v.SOURCE))
    return EvidenceRow(
        id="",
        quote="",
        article=t.unwrap(subject),
        article_title=clean(r.first(record, v.TITLE)) or source,
        publisher=clean(r.first(record, v.PUBLISHER)),
        author=clean(r.first(record, v.CREATOR)),
        date=r.first(record, v.ISSUED),
        url=clean(r.first(record, v.URL)),
        source=source,
    )


def _evidence(place: str, record: Record, articles: Articles) -> EvidenceRow:
    return replace(
        articles[record[v.OF_ARTICLE][0]],
        id=short_id(t.unwrap(place)),
        quote=clean(r.first(record, v.EXACT)),
        prefix=clean(r.first(record, v.PREFIX)),
        suffix=clean(r.first(record, v.SUFFIX)),
        start=int(r.number(record, v.START)),
        end=int(r.number(record, v.END)),
        pattern=clean(r.first(record, v.PATTERN)),
        confidence=r.number(record, v.READING_CONFIDENCE),
        status=r.local(r.first(record, v.READING_STATUS)),
        time=r.first(record, v.READING_TIME),
        time_precision=r.first(record, v.TIME_PRECISION),
        time_wording=clean(r.first(record, v.TIME_WORDING)),
        amount=r.optional(record, v.READING_AMOUNT),
        amount_unit=clean(r.first(record, v.READING_AMOUNT_UNIT)),
        amount_wording=clean(r.first(record, v.AMOUNT_WORDING)),
        title=clean(r.first(record, v.READING_TITLE)),
        agreement=clean(r.first(record, v.READING_AGREEMENT)),
    )
