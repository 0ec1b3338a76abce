"""What to show for an IRI: the name of a thing, the title of an article, a figure with its unit, else a short form."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import islice

import pyoxigraph as ox

from kg import ids, ontology
from kg.questions.names import Ask
from kg.questions.table import Iri

# One look-up asks for this many; longer texts are slow to parse.
_CHUNK = 1_000
_SHOWN = """
PREFIX sc: <https://w3id.org/smartcity-kg/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX dcterms: <http://purl.org/dc/terms/>
SELECT ?node ?label WHERE {
  VALUES ?node { %s }
  { ?node rdfs:label ?label FILTER(LANG(?label) = "zh") }
  UNION { ?node dcterms:title ?label }
  UNION {
    ?node sc:indicator ?indicator ; sc:value ?value . OPTIONAL { ?node sc:unit ?unit }
    BIND(CONCAT(?indicator, " ", STR(?value), COALESCE(?unit, "")) AS ?label)
  }
}
"""


def labels(nodes: Collection[Iri], ask: Ask) -> dict[str, str]:
    """The label of each node that has one; terms of the ontology in Chinese and English, the rest in Chinese."""
    found: dict[str, str] = {str(node): label for node in nodes if (label := _term(node))}
    stored = sorted(node for node in nodes if node.startswith((ids.ID, ids.CONCEPT)))
    for chunk in _chunks(stored):
        results = ask(_SHOWN % " ".join(str(ox.NamedNode(node)) for node in chunk))
        assert isinstance(results, ox.QuerySolutions)
        for node, label in results:
            assert isinstance(node, ox.NamedNode)
            assert isinstance(label, ox.Literal)
            # Two labels in one language are a fault of the graph; the choice between them must not be chance.
            found[node.value] = min(label.value, found.get(node.value, label.value))
    return {node: found[node] for node in sorted(found)}


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


def _chunks(items: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(items)
    while chunk := list(islice(rest, _CHUNK)):
        yield chunk
