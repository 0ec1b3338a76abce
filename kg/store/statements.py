"""Statements in the merge: what follows for one from all the evidence that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from kg.model import Status
from kg.store import rdf
from kg.store import terms as t
from kg.store import vocab as v
from kg.store.backends import DEFAULT, Backend, Delta
from kg.store.change import Batch
from kg.store.view import ARTICLES, EVIDENCE, STATEMENTS, Pairs, one

_CONTENT: Final = (v.TYPE, v.SUBJECT, v.PREDICATE, v.OBJECT)
_DERIVED: Final = (v.STATUS, v.CONFIDENCE, v.SUPPORT, *(derived for _, derived in v.QUALIFIERS))
# Later in the list is further advanced.
_ADVANCE: Final = {v.sc(status.value): rank for rank, status in enumerate(Status)}


def plan(backend: Backend, delta: Delta, both: Batch, origin: Mapping[str, str]) -> None:
    """Add to the delta what changes for the statements that the batch touches.

    `origin` holds the new origin of each article whose origin changed: what such an article supports is touched too.
    """
    coming = _supporting(both.after.nodes)
    touched = sorted({*both.nodes(STATEMENTS), *coming, *_regrouped(backend, both, origin)})
    resting = backend.pointing(v.SUPPORTS, touched)
    kept = {s: [e for e in resting[s] if e not in both.before.nodes] for s in touched}
    staying = [e for evidence in kept.values() for e in evidence if e not in both.after.nodes]
    fresh = {e: both.after.nodes[e] for found in coming.values() for e in found}
    readings = {**backend.described(staying, v.READ), **fresh}
    articles = _articles(backend, both, origin, (one(pairs, v.OF_ARTICLE) for pairs in readings.values()))
    present = backend.described([s for s in touched if resting[s]], _DERIVED)
    for statement in touched:
        evidence = sorted({*kept[statement], *coming.get(statement, ())})
        wanted = derived([readings[e] for e in evidence], articles) if evidence else set()
        _move(delta, statement, present.get(statement, set()), wanted)
        _links(delta, both, statement, bool(evidence))


def derived(readings: Iterable[Pairs], articles: Mapping[str, tuple[str, str]]) -> Pairs:
    """What follows for a statement from its readings; `articles` gives the origin and the date of each article."""
    readings = list(readings)
    pairs = {(name, o) for pairs in readings for p, o in pairs for read, name in v.QUALIFIERS if p == read}
    best: dict[str, float] = {}
    statuses = []
    for reading in readings:
        origin, issued = articles[one(reading, v.OF_ARTICLE)]
        confidence = float(t.plain(one(reading, v.READING_CONFIDENCE)))
        best[origin] = max(confidence, best.get(origin, 0.0))
        if status := one(reading, v.READING_STATUS):
            statuses.append((issued, _ADVANCE.get(status, -1), status))
    doubt = 1.0
    for confidence in sorted(best.values()):
        doubt *= 1.0 - confidence
    pairs.add((v.CONFIDENCE, t.decimal(round(1.0 - doubt, 3))))
    pairs.add((v.SUPPORT, t.typed(str(len(best)), "integer")))
    if statuses:
        pairs.add((v.STATUS, max(statuses)[2]))
    return pairs


def _supporting(nodes: Mapping[str, Pairs]) -> dict[str, list[str]]:
    """Evidence by the statement that it supports."""
    found: dict[str, list[str]] = {}
    for node, pairs in nodes.items():
        if node.startswith(EVIDENCE):
            found.setdefault(one(pairs, v.SUPPORTS), []).append(node)
    return found


def _regrouped(backend: Backend, both: Batch, origin: Mapping[str, str]) -> set[str]:
    """The statements of articles that stay as they are but belong to another origin now."""
    others = [article for article in origin if article not in both.after.nodes]
    evidence = [e for found in backend.pointing(v.OF_ARTICLE, others).values() for e in found]
    return {one(pairs, v.SUPPORTS) for pairs in backend.described(evidence, (v.SUPPORTS,)).values()}


def _articles(
    backend: Backend, both: Batch, origin: Mapping[str, str], needed: Iterable[str]
) -> dict[str, tuple[str, str]]:
    """Origin and date of the articles that evidence comes from."""
    stored = backend.described({a for a in needed if not (a in origin and a in both.after.nodes)}, (v.ORIGIN, v.ISSUED))
    facts = {a: (one(pairs, v.ORIGIN), one(pairs, v.ISSUED)) for a, pairs in stored.items()}
    facts |= {a: (facts.get(a, ("", ""))[0], one(both.after.of(a), v.ISSUED)) for a in both.nodes(ARTICLES)}
    return {a: (origin.get(a, group), issued) for a, (group, issued) in facts.items()}


def _move(delta: Delta, node: str, before: Pairs, after: Pairs) -> None:
    delta.move(DEFAULT, ((node, p, o) for p, o in before), ((node, p, o) for p, o in after))


def _links(delta: Delta, both: Batch, statement: str, stands: bool) -> None:
    """The node itself, its evidence links and its direct triples."""
    before, after = both.before.of(statement), both.after.of(statement)
    if stands:
        before = {pair for pair in before if pair[0] == v.HAS_EVIDENCE}
    _move(delta, statement, before, after)
    if after:
        delta.insert |= {(*triple, DEFAULT) for triple in rdf.direct(after)}
    elif not stands:
        delta.delete |= {(*triple, DEFAULT) for triple in rdf.direct(before)}
