"""What to show for an IRI: a name, an article's title or file, a figure, a statement's sentence, else a short form."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

import pyoxigraph as ox

from kg import ids, ontology
from kg.questions.lookup import look_up
from kg.questions.sentences import EVIDENCE, STATEMENTS, sentences
from kg.questions.table import Iri
from kg.store import vocab as v
from kg.store.backends import Backend

_ARTICLES: Final = ids.ID + "article/"
_MEASUREMENTS: Final = ids.ID + "measurement/"
# These have no name of their own.
_NAMELESS: Final = (STATEMENTS, EVIDENCE, ids.ID + "run/")

_NAMED: Final = (ids.ID, ids.CONCEPT)

_FIGURE: Final = f"""OPTIONAL {{ ?node {v.INDICATOR} ?indicator }}
  OPTIONAL {{ ?node {v.VALUE} ?value }}
  OPTIONAL {{ ?node {v.UNIT} ?unit }}"""


def labels(nodes: Collection[Iri], backend: Backend) -> dict[str, str]:
    """The label of each node that has one; terms of the ontology in Chinese and English, the rest in Chinese.

    For a statement, and for a piece of its evidence, the sentence stands that it rests on.
    """
    found: dict[str, str] = {}
    things, articles, figures = [], [], []
    for node in nodes:
        if label := _term(node):
            found[node] = label
        elif node.startswith(_ARTICLES):
            articles.append(node)
        elif node.startswith(_MEASUREMENTS):
            figures.append(node)
        elif node.startswith(_NAMED) and not node.startswith(_NAMELESS):
            things.append(node)
    # Nearly all have a title, and each look-up costs as much as a step of the question itself.
    found |= _least(articles, v.TITLE, backend)
    found |= _least((node for node in articles if not found.get(node)), v.SOURCE, backend)
    found |= _least(things, v.LABEL, backend, "zh")
    for node, *said in look_up(figures, _FIGURE, "?indicator ?value ?unit", backend):
        indicator, amount, unit = (term.value if term else "" for term in said)
        found[node] = f"{indicator} {amount}{unit}"
    found |= sentences(nodes, backend)
    return {node: found[node] for node in sorted(found) if found[node]}


def _least(nodes: Iterable[str], predicate: str, backend: Backend, language: str = "") -> dict[str, str]:
    """The first text in code point order that the predicate gives each node, of those in a language if one is named.

    Two labels in one language are a fault of the graph; the choice between them must not be chance.
    """
    found: dict[str, str] = {}
    for node, text in look_up(nodes, f"?node {predicate} ?text", "?text", backend):
        if not language or (isinstance(text, ox.Literal) and text.language == language):
            said = text.value
            found[node] = min(said, found.get(node, said))
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
