"""How much a store holds, by class and by predicate."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg import ids, ontology
from kg.store import Store


def entities_by_class(store: Store) -> Mapping[str, int]:
    """The number of things of each class, by the class's local name, in the ontology's order; no zeros."""
    return _counts(store, ontology.load().kinds)


def statements_by_predicate(store: Store) -> Mapping[str, int]:
    """The number of statements of each relation, by its local name, in the ontology's order; no zeros."""
    return _counts(store, ontology.load().predicates)


def _counts(store: Store, names: Iterable[str]) -> Mapping[str, int]:
    found = store.counts()
    return {name: found[ids.ONTOLOGY + name] for name in names if ids.ONTOLOGY + name in found}
