"""The things of a graph as a reviewer compares them: what they are called, and what they are linked to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

import pyoxigraph as ox

from kg import ids, ontology
from kg.store import Store

T = TypeVar("T")

Link = tuple[str, str]
"""A relation's local name (with `^` before it where the thing is the object) and the IRI at the other end."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing: its IRI, class and coarse group, its canonical name first among all its names, and its links.

    `known` tells that a lexicon vouches for it.
    """

    iri: str
    kind: str
    group: str
    names: tuple[str, ...]
    links: frozenset[Link]
    known: bool

    @property
    def label(self) -> str:
        """The canonical name."""
        return self.names[0]


_LABELS: Final = 'SELECT ?thing ?kind ?name { ?thing a ?kind ; rdfs:label ?name FILTER(LANG(?name) = "zh") }'
_OTHER_NAMES: Final = "SELECT ?thing ?name { ?thing skos:altLabel ?name }"
_KNOWN: Final = "SELECT ?thing ?yes { ?thing sc:registered ?yes }"
_LINKS: Final = """SELECT ?subject ?link ?object {
  ?s a sc:Statement ; rdf:subject ?subject ; rdf:predicate ?link ; rdf:object ?object
}"""


# Words that point back at what was named before (该公司, 我市) are no names.
_POINTING: Final = re.compile("该|此|这[个家项座]|[我全本][市省县区国]|双方|各方")


def things(store: Store) -> dict[str, Thing]:
    """All things of a store by IRI, concepts left out: they are told apart by hand. Raises StoreError."""
    groups = {name: term.group for name, term in ontology.load().classes.items() if term.group}
    found: dict[str, tuple[str, str]] = {}
    for iri, kind, name in sorted(rows(store, _LABELS)):
        local = kind.removeprefix(ids.ONTOLOGY)
        if local in groups and not iri.startswith(ids.CONCEPT):
            found.setdefault(iri, (local, name))
    others: Mapping[str, list[str]] = _by_first(
        (iri, name) for iri, name in rows(store, _OTHER_NAMES) if not _POINTING.match(name)
    )
    known = {iri for iri, _ in rows(store, _KNOWN)}
    links = _links(store)
    return {
        iri: Thing(
            iri,
            kind,
            groups[kind],
            tuple(dict.fromkeys((label, *sorted(others.get(iri, ()))))),
            frozenset(links.get(iri, ())),
            iri in known,
        )
        for iri, (kind, label) in sorted(found.items())
    }


def _links(store: Store) -> dict[str, list[Link]]:
    found = []
    for subject, predicate, obj in rows(store, _LINKS):
        local = predicate.removeprefix(ids.ONTOLOGY)
        back = local if ontology.load().predicates[local].symmetric else f"^{local}"
        found += [(subject, (local, obj)), (obj, (back, subject))]
    return _by_first(found)


def _by_first(pairs: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = defaultdict(list)
    for first, second in pairs:
        found[first].append(second)
    return found


def rows(store: Store, query: str) -> Iterator[tuple[str, ...]]:
    """The rows of a query as plain texts, "" in a cell that is unbound."""
    for row in store.select(query):
        yield tuple(term.value if isinstance(term, ox.NamedNode | ox.Literal) else "" for term in row)
