"""Statements in the merge: what follows for one from all the evidence that it rests on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final

from kg.model import Status
from kg.store import rdf
from kg.store import terms as t
from kg.store import vocab as v
from kg.store.backends import DEFAULT, Backend, Delta, Pair
from kg.store.change import Batch
from kg.store.origins import Origins
from kg.store.recent import StatementState
from kg.store.view import EVIDENCE, STATEMENTS, Pairs, one

_SUMMARY: Final = (v.CONFIDENCE, v.SUPPORT, v.STATUS)
_DERIVED: Final = (*_SUMMARY, *(derived for _, derived in v.QUALIFIERS))
_CERTAIN: Final = (v.CONFIDENCE, t.decimal(1.0))
_NEVER: Final = t.text("")
_NEW: Final = StatementState()
_QUALIFIERS: Final = dict(v.QUALIFIERS)
# Later in the list is further advanced.
_ADVANCE: Final = {v.sc(status.value): rank for rank, status in enumerate(Status)}


def plan(backend: Backend, delta: Delta, both: Batch, origins: Origins) -> None:
    """Add to the delta what changes for the statements that the batch touches."""
    coming = _supporting(both)
    shaken = _supported(backend, origins.regrouped)
    touched = sorted({*both.nodes(STATEMENTS), *coming, *shaken})
    known = both.recent.statements(touched) if both.recent else {}
    if both.recent:
        both.recent.regroup(origins.of)
    present = _summaries(backend, [s for s in touched if s not in known])
    present |= {s: {pair for pair in standing.pairs if pair[0] in _SUMMARY} for s, standing in known.items()}
    # More evidence cannot make a certain statement more so; what is known of it grows without looking at the old.
    certain = [s for s in coming if _CERTAIN in present[s] and s not in shaken and not both.before.of(s)]
    _grow(backend, delta, both, origins, {s: (present[s], coming[s]) for s in sorted(certain)}, known)
    for statement in certain:
        _links(delta, both, statement, stands=True)
    others = sorted(set(touched) - set(certain))
    stored = {s: known[s] for s in others if s in known and known[s].readings}
    stored |= _stored(backend, both, [s for s in others if present[s] and s not in stored], coming)
    _derive_anew(backend, delta, both, origins, others, coming, stored)


def _summaries(backend: Backend, statements: Sequence[str]) -> dict[str, Pairs]:
    """Confidence of statements in the store, and all of the summary of those that are certain."""
    found = backend.described(statements, (v.CONFIDENCE,))
    certain = [s for s, pairs in found.items() if _CERTAIN in pairs]
    return found | backend.described(certain, _SUMMARY)


def _derive_anew(
    backend: Backend,
    delta: Delta,
    both: Batch,
    origins: Origins,
    touched: Sequence[str],
    coming: Mapping[str, Sequence[str]],
    stored: Mapping[str, StatementState],
) -> None:
    """Derive statements from all of their evidence; `stored` tells of those that the default graph has already."""
    readings = {s: [*stored.get(s, _NEW).readings, *(both.after.nodes[e] for e in coming.get(s, ()))] for s in touched}
    articles = _articles(backend, both, origins, (one(r, v.OF_ARTICLE) for found in readings.values() for r in found))
    for statement, found in readings.items():
        before = stored.get(statement, _NEW)
        wanted, since = derived(found, articles)
        delta.restate(statement, before.pairs, wanted)
        delta.restate(statement, before.since, since, v.BUILD)
        _links(delta, both, statement, stands=bool(found))
        if both.recent:
            certain = _CERTAIN in wanted
            pairs = {pair for pair in wanted if pair[0] in _SUMMARY} if certain else wanted
            both.recent.stand(statement, StatementState(pairs, since, () if certain else found))


def _stored(
    backend: Backend, both: Batch, statements: Sequence[str], coming: Mapping[str, Sequence[str]]
) -> dict[str, StatementState]:
    """How statements stand in the store, with the readings that stay as they are."""
    resting = backend.pointing(v.SUPPORTS, statements)
    gone = both.before.nodes
    staying = {s: [e for e in resting[s] if e not in gone and e not in coming.get(s, ())] for s in statements}
    readings = backend.described([e for found in staying.values() for e in found], v.READ)
    present = backend.described(statements, _DERIVED)
    since = backend.described(statements, (v.STATUS_SINCE,), v.BUILD)
    return {s: StatementState(present[s], since[s], [readings[e] for e in staying[s]]) for s in statements}


def _grow(
    backend: Backend,
    delta: Delta,
    both: Batch,
    origins: Origins,
    growing: Mapping[str, tuple[Pairs, Sequence[str]]],
    recent: Mapping[str, StatementState],
) -> None:
    """Add evidence to statements that are certain already: only support, status and qualifiers may change."""
    readings = {s: [both.after.of(e) for e in evidence] for s, (_, evidence) in growing.items()}
    naming = (one(pairs, v.OF_ARTICLE) for found in readings.values() for pairs in found)
    articles = _articles(backend, both, origins, naming)
    since: dict[str, Pairs] = {s: set(recent[s].since) for s in growing if s in recent}
    since |= backend.described([s for s in growing if s not in recent], (v.STATUS_SINCE,), v.BUILD)
    known = _known_origins(backend, origins, {origin for origin, _ in articles.values()})
    for statement, (present, _) in growing.items():
        added, added_since = derived(readings[statement], articles)
        news = {articles[one(pairs, v.OF_ARTICLE)][0] for pairs in readings[statement]} - known.get(statement, set())
        support = int(t.plain(one(present, v.SUPPORT))) + len(news)
        wanted = {pair for pair in added if pair[0] not in _SUMMARY}
        wanted |= {_CERTAIN, (v.SUPPORT, _integer(support))}
        newest = max(_standing(present, since[statement]), _standing(added, added_since))
        wanted |= {(v.STATUS, newest[2])} if newest[2] else set()
        delta.restate(statement, present, wanted)
        wanted_since = {(v.STATUS_SINCE, newest[0])} if newest[2] else set()
        delta.restate(statement, since[statement], wanted_since, v.BUILD)
        if both.recent:
            both.recent.stand(statement, StatementState({pair for pair in wanted if pair[0] in _SUMMARY}, wanted_since))


def _known_origins(backend: Backend, origins: Origins, asked: Collection[str]) -> dict[str, set[str]]:
    """The origins, of those asked for, that support each statement already."""
    # Of an origin whose articles are only seen in another light, nobody looked up the members.
    left = sorted(set(asked) - origins.members.keys() - set(origins.of.values()))
    members = {**origins.members, **backend.pointing(v.ORIGIN, left)}
    of = {article: origin for origin in asked for article in members.get(origin, ())}
    resting = backend.pointing(v.OF_ARTICLE, sorted(of))
    supports = backend.described([e for found in resting.values() for e in found], (v.SUPPORTS,))
    known: dict[str, set[str]] = {}
    for article, evidence in resting.items():
        for e in evidence:
            known.setdefault(one(supports[e], v.SUPPORTS), set()).add(of[article])
    return known


def _standing(derived: Pairs, since: Pairs) -> tuple[str, int, str]:
    """A status with what it has to be compared by: the date of its article, and how far advanced it is."""
    status = one(derived, v.STATUS)
    return one(since, v.STATUS_SINCE), _ADVANCE.get(status, -1), status


def derived(readings: Sequence[Collection[Pair]], articles: Mapping[str, tuple[str, str]]) -> tuple[Pairs, Pairs]:
    """What follows for a statement from its readings, and since when its status holds; nothing from none.

    `articles` gives the origin and the date of each article.
    """
    if not readings:
        return set(), set()
    pairs: Pairs = set()
    best: dict[str, float] = {}
    statuses = []
    for reading in readings:
        once = dict(reading)
        origin, issued = articles[once[v.OF_ARTICLE]]
        best[origin] = max(_number(once[v.READING_CONFIDENCE]), best.get(origin, 0.0))
        if status := once.get(v.READING_STATUS):
            statuses.append((issued, _ADVANCE.get(status, -1), status))
        pairs.update((_QUALIFIERS[p], o) for p, o in reading if p in _QUALIFIERS)
    doubt = 1.0
    for confidence in sorted(best.values()):
        doubt *= 1.0 - confidence
    pairs.add((v.CONFIDENCE, _decimal(round(1.0 - doubt, 3))))
    pairs.add((v.SUPPORT, _integer(len(best))))
    if not statuses:
        return pairs, set()
    issued, _, status = max(statuses)
    return pairs | {(v.STATUS, status)}, {(v.STATUS_SINCE, issued)}


@lru_cache(maxsize=4096)
def _number(term: str) -> float:
    return float(t.plain(term))


@lru_cache(maxsize=4096)
def _decimal(value: float) -> str:
    return t.decimal(value)


@lru_cache(maxsize=4096)
def _integer(value: int) -> str:
    return t.typed(str(value), "integer")


def _supporting(both: Batch) -> dict[str, list[str]]:
    """The evidence to come, by the statement that it supports."""
    found: dict[str, list[str]] = {}
    for node in both.nodes(EVIDENCE):
        if pairs := both.after.of(node):
            found.setdefault(one(pairs, v.SUPPORTS), []).append(node)
    return found


def _supported(backend: Backend, articles: Collection[str]) -> set[str]:
    """The statements that some stored articles support."""
    evidence = [e for found in backend.pointing(v.OF_ARTICLE, sorted(articles)).values() for e in found]
    return {one(pairs, v.SUPPORTS) for pairs in backend.described(evidence, (v.SUPPORTS,)).values()}


def _articles(backend: Backend, both: Batch, origins: Origins, needed: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Origin and date of the articles that evidence comes from; an article without a date is older than any."""
    new = {a: (origin, one(both.after.of(a), v.ISSUED)) for a, origin in origins.of.items() if a in both.after.nodes}
    old = {a for a in needed if a not in new}
    known = both.recent.articles(old) if both.recent else {}
    stored = backend.described(old - known.keys(), (v.ORIGIN, v.ISSUED))
    found = {a: (origins.of.get(a) or one(pairs, v.ORIGIN), one(pairs, v.ISSUED)) for a, pairs in stored.items()}
    if both.recent:
        for a, (origin, issued) in (found | new).items():
            both.recent.date(a, origin, issued)
    found |= known
    # An article may be read again under its old IRI, and its date with it.
    found |= {a: (origin, one(both.after.of(a), v.ISSUED)) for a, (origin, _) in found.items() if a in both.after.nodes}
    return {a: (origin, issued or _NEVER) for a, (origin, issued) in (found | new).items()}


def _links(delta: Delta, both: Batch, statement: str, *, stands: bool) -> None:
    """The node itself, its evidence links and its direct triples."""
    before, after = both.before.of(statement), both.after.of(statement)
    if not before and (v.TYPE, v.STATEMENT) not in after:
        # All of it is among the lines that are written unseen.
        return
    if stands:
        before = {pair for pair in before if pair[0] == v.HAS_EVIDENCE}
    delta.restate(statement, before, after)
    if after:
        delta.insert |= {(*triple, DEFAULT) for triple in rdf.direct(after)}
    elif not stands:
        delta.delete |= {(*triple, DEFAULT) for triple in rdf.direct(before)}
