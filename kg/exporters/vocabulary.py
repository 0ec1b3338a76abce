"""What RDF files say of their own terms: the classes and relations, and the concepts that the graph names.

In the file with the graph, so that `rdfs:subClassOf`, `rdfs:subPropertyOf` and `skos:broader` can be asked at once
wherever it is loaded. The store itself holds the graph only.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

import pyoxigraph as ox

from kg import ids, ontology
from kg.namespaces import RDFS, SKOS
from kg.resources import data_path
from kg.store import Store
from kg.store import terms as t

_CONCEPTS: Final = "SELECT DISTINCT ?concept { VALUES ?kind { %s } ?concept a ?kind }"
# The names that articles use stand in the graph already.
_OTHER_LABELS: Final = (ox.NamedNode(SKOS + "altLabel"), ox.NamedNode(SKOS + "hiddenLabel"))
_PREF_LABEL: Final = ox.NamedNode(SKOS + "prefLabel")
_LABEL: Final = ox.NamedNode(RDFS + "label")


def lines(store: Store) -> list[str]:
    """The vocabulary of a store's graph as sorted lines of N-Triples."""
    triples = {*_triples(ontology.FILES[0]), *_of_concepts(_named(store))}
    return sorted(f"{triple} .\n" for triple in triples)


def _named(store: Store) -> set[str]:
    """The concepts that the graph names, all that are broader, and their schemes."""
    terms = ontology.load()
    kinds = {t.iri(terms.iri(concept.kind)) for concept in terms.concepts.values()}
    found: set[str] = set()
    waiting = [iri.value for (iri,) in store.select(_CONCEPTS % " ".join(sorted(kinds)))]
    while waiting:
        iri = waiting.pop()
        if iri not in found and iri in terms.concepts:
            found.add(iri)
            waiting += terms.concepts[iri].broader
    return found | {iri.rpartition("/")[0] for iri in found}


def _of_concepts(named: Collection[str]) -> Iterator[ox.Triple]:
    """What is said of some concepts, without what leads to others of ours; their labels stand under rdfs:label too."""
    for triple in _triples(ontology.FILES[1]):
        subject, obj = triple.subject, triple.object
        if not isinstance(subject, ox.NamedNode) or subject.value not in named or triple.predicate in _OTHER_LABELS:
            continue
        if isinstance(obj, ox.NamedNode) and obj.value.startswith(ids.CONCEPT) and obj.value not in named:
            continue
        yield triple
        if triple.predicate == _PREF_LABEL:
            yield ox.Triple(subject, _LABEL, obj)


def _triples(file: str) -> Iterator[ox.Triple]:
    return (quad.triple for quad in ox.parse(path=str(data_path(file)), format=ox.RdfFormat.TURTLE))
