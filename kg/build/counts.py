"""How much a store holds, by class and by predicate."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg import ids, ontology
from kg.store import Store


def entities_by_class(store: Store) -> Mapping[str, int]:
    """The number of things of each class, by the class's local name, in the ontology's order; no zeros."""
    return _counts(store, "SELECT ?x (COUNT(?node) AS ?n) { ?node a ?x } GROUP BY ?x", ontology.load().kinds)


def statements_by_predicate(store: Store) -> Mapping[str, int]:
    """The number of statements of each relation, by its local name, in the ontology's order; no zeros."""
    query = "SELECT ?x (COUNT(?node) AS ?n) { ?node rdf:predicate ?x } GROUP BY ?x"
    return _counts(store, query, ontology.load().predicates)


def _counts(store: Store, query: str, names: Iterable[str]) -> Mapping[str, int]:
    found = {term.value: int(count.value) for term, count in store.select(query)}
    return {name: found[ids.ONTOLOGY + name] for name in names if ids.ONTOLOGY + name in found}
