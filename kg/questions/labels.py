"""What to show for an IRI: a name, an article's title or file, a figure, a statement's sentence, else a short form."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any, Final

import pyoxigraph as ox

from kg import ids, ontology
from kg.questions.sentences import EVIDENCE, STATEMENTS, sentences
from kg.questions.table import Iri
from kg.store import terms as t
from kg.store import vocab as v
from kg.store.backends import Backend
from kg.store.listing import batched, select

_ARTICLES = ids.ID + "article/"
_MEASUREMENTS = ids.ID + "measurement/"
# These have no name of their own.
_NAMELESS = (STATEMENTS, EVIDENCE, ids.ID + "run/")

# Nodes asked about in one query; some servers refuse longer ones.
_NODES: Final = 400


def labels(nodes: Collection[Iri], backend: Backend) -> dict[str, str]:
    """The label of each node that has one; terms of the ontology in Chinese and English, the rest in Chinese.

    For a statement, and for a piece of its evidence, the sentence stands that it rests on.
    """
    found = {str(node): label for node in nodes if (label := _term(node))}
    stored = [node for node in nodes if node.startswith((ids.ID, ids.CONCEPT)) and not node.startswith(_NAMELESS)]
    articles = [node for node in stored if node.startswith(_ARTICLES)]
    figures = [node for node in stored if node.startswith(_MEASUREMENTS)]
    things = [node for node in stored if not node.startswith((_ARTICLES, _MEASUREMENTS)) and node not in found]
    # Nearly all have a title, and each look-up costs as much as a step of the question itself.
    found |= _least((node, title.value) for node, title in _told(backend, articles, v.TITLE) if title)
    untitled = [node for node in articles if not found.get(node)]
    found |= _least((node, file.value) for node, file in _told(backend, untitled, v.SOURCE) if file)
    # Two labels in one language are a fault of the graph; the choice between them must not be chance.
    named = ((node, name) for node, name in _told(backend, things, v.LABEL) if isinstance(name, ox.Literal))
    found |= _least((node, name.value) for node, name in named if name.language == "zh")
    for node, *said in _told(backend, figures, v.INDICATOR, v.VALUE, v.UNIT):
        indicator, amount, unit = (term.value if term else "" for term in said)
        found[node] = f"{indicator} {amount}{unit}"
    found |= sentences(nodes, backend)
    return {node: found[node] for node in sorted(found) if found[node]}


def _told(backend: Backend, nodes: Iterable[str], *predicates: str) -> Iterator[tuple[Any, ...]]:
    """Each node with an object of each predicate, None where it has none; again for each further object."""
    names = " ".join(f"?o{at}" for at in range(len(predicates)))
    said = " ".join(f"OPTIONAL {{ ?node {by} ?o{at} }}" for at, by in enumerate(predicates))
    for some in batched(nodes, _NODES):
        # Nodes come back as numbers, as looking up how an IRI is spelt is much of what such a query costs.
        values = " ".join(f"({at} {t.iri(node)})" for at, node in enumerate(some))
        for at, *objects in select(backend, f"SELECT ?at {names} {{ VALUES (?at ?node) {{ {values} }} {said} }}"):
            yield some[int(at.value)], *objects


def _least(texts: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The first text of each node in code point order."""
    found: dict[str, str] = {}
    for node, text in texts:
        found[node] = min(text, found.get(node, text))
    return found


def _term(node: str) -> str:
    """The label of a term of the ontology, or of a concept; "" for anything else."""
    known = ontology.load()
    if node in known.concepts:
        return known.concepts[node].label
    local = node.removeprefix(ids.ONTOLOGY)
    if local == node or local not in known.labels:
        return ""
    return " ".join(known.labels[local])


def short(iri: str) -> str:
    """An IRI by prefix and name, where its namespace has a prefix; else the IRI itself."""
    space, name = max(
        ((space, name) for name, space in ontology.prefixes().items() if iri.startswith(space)),
        key=lambda pair: len(pair[0]),
        default=("", ""),
    )
    return f"{name}:{iri.removeprefix(space)}" if space else iri
