"""What to show for an IRI: the name of a thing, the title or file of an article, a figure, else a short form."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from kg import ids, ontology
from kg.questions.table import Iri
from kg.store import terms as t
from kg.store import vocab as v
from kg.store.backends import Backend

_ARTICLES = ids.ID + "article/"
_MEASUREMENTS = ids.ID + "measurement/"
# These have no name of their own.
_NAMELESS = (ids.ID + "statement/", ids.ID + "evidence/", ids.ID + "run/")


def labels(nodes: Collection[Iri], backend: Backend) -> dict[str, str]:
    """The label of each node that has one; terms of the ontology in Chinese and English, the rest in Chinese."""
    found = {str(node): label for node in nodes if (label := _term(node))}
    stored = [node for node in nodes if node.startswith((ids.ID, ids.CONCEPT)) and not node.startswith(_NAMELESS)]
    articles = [node for node in stored if node.startswith(_ARTICLES)]
    figures = [node for node in stored if node.startswith(_MEASUREMENTS)]
    things = [node for node in stored if not node.startswith((_ARTICLES, _MEASUREMENTS)) and node not in found]
    # Nearly all have a title, and each look-up costs as much as a step of the question itself.
    found |= {node: _least(o for _, o in pairs) for node, pairs in _described(backend, articles, v.TITLE)}
    untitled = [node for node in articles if not found[node]]
    found |= {node: _least(o for _, o in pairs) for node, pairs in _described(backend, untitled, v.SOURCE)}
    for node, pairs in _described(backend, things, v.LABEL):
        # Two labels in one language are a fault of the graph; the choice between them must not be chance.
        found[node] = _least(o for _, o in pairs if o.endswith("@zh"))
    for node, pairs in _described(backend, figures, v.INDICATOR, v.VALUE, v.UNIT):
        said = {p: t.plain(o) for p, o in pairs}
        found[node] = f"{said.get(v.INDICATOR, '')} {said.get(v.VALUE, '')}{said.get(v.UNIT, '')}"
    return {node: found[node] for node in sorted(found) if found[node]}


def _described(backend: Backend, nodes: list[Iri], *predicates: str) -> Iterable[tuple[str, set[tuple[str, str]]]]:
    found = backend.described([t.iri(node) for node in nodes], predicates) if nodes else {}
    return ((t.unwrap(node), pairs) for node, pairs in found.items())


def _least(literals: Iterable[str]) -> str:
    """The first of some literals in code point order, "" if there is none."""
    literal = min(literals, default="")
    return t.plain(literal) if literal else ""


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
