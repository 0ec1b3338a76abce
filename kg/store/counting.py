"""How many things of each class and statements of each relation there are, kept in step so that nobody has to count.

The numbers stand in the build graph on the class or relation itself; a store of before they were kept is counted once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import Final

from kg import ontology
from kg.store import terms as t
from kg.store import vocab as v
from kg.store.backends import DEFAULT, Backend, Delta, Quad
from kg.store.change import Batch
from kg.store.listing import select
from kg.store.view import one

_COUNT: Final = v.sc("count")


def note(backend: Backend, delta: Delta, both: Batch) -> None:
    """Add to a delta, which is otherwise complete, what it means for the numbers."""
    more = _counted(delta.insert, both)
    more.subtract(_counted(delta.delete, both))
    noted = _noted(backend)
    before = Counter(noted or _from_scratch(backend))
    for term in {*more, *before}:
        after = before[term] + more[term]
        old, new = ([(_COUNT, _number(n))] if n else [] for n in (noted[term], after))
        delta.restate(term, old, new, v.BUILD)


def counts(backend: Backend) -> dict[str, int]:
    """The numbers by the IRI of the class or relation; no zeros."""
    return {t.unwrap(term): n for term, n in (_noted(backend) or _from_scratch(backend)).items()}


def _counted(quads: Iterable[Quad], both: Batch) -> Counter[str]:
    """Things by class and statements by relation, among quads of the default graph that are new or go.

    Every thing has one class and every statement one number of origins, so these tell of each once.
    """
    found: Counter[str] = Counter()
    classes = _classes()
    for subject, predicate, obj, graph in quads:
        if predicate == v.TYPE and obj in classes and graph == DEFAULT:
            found[obj] += 1
        elif predicate == v.SUPPORT and graph == DEFAULT:
            found[_relation(subject, both)] += 1
    return found


def _relation(statement: str, both: Batch) -> str:
    # One that neither side describes only has another number of origins than before, and counts for nothing.
    return one(both.after.of(statement), v.PREDICATE) or one(both.before.of(statement), v.PREDICATE)


def _noted(backend: Backend) -> Counter[str]:
    found = backend.described([*_classes(), *_relations()], (_COUNT,), v.BUILD)
    return Counter({term: int(t.plain(n)) for term, pairs in found.items() for _, n in pairs})


def _from_scratch(backend: Backend) -> Counter[str]:
    found: Counter[str] = Counter()
    for predicate, terms in ((v.TYPE, _classes()), (v.PREDICATE, _relations())):
        rows = select(backend, f"SELECT ?x (COUNT(?node) AS ?n) {{ ?node {predicate} ?x }} GROUP BY ?x")
        found.update({str(x): int(n.value) for x, n in rows if str(x) in terms})
    return found


def _number(value: int) -> str:
    return t.typed(str(value), "integer")


@cache
def _classes() -> frozenset[str]:
    return frozenset(v.sc(name) for name in ontology.load().kinds)


@cache
def _relations() -> frozenset[str]:
    return frozenset(v.sc(name) for name in ontology.load().predicates)
