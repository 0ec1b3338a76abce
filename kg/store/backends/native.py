"""From N-Triples text to the terms of the engine, and back."""

from __future__ import annotations

import pyoxigraph as ox

from kg.store.backends import DEFAULT, Pair
from kg.store.terms import unwrap


def term(text: str) -> ox.NamedNode | ox.Literal:
    """A term."""
    if text.startswith("<"):
        return ox.NamedNode(text[1:-1])
    if text.endswith('"') and "\\" not in text:
        return ox.Literal(text[1:-1])
    (quad,) = ox.parse(f"<a:a> <a:a> {text} .", ox.RdfFormat.N_TRIPLES)
    assert isinstance(quad.object, ox.Literal)
    return quad.object


def named(text: str) -> ox.NamedNode:
    """A term that is an IRI."""
    return ox.NamedNode(unwrap(text))


def graph_of(name: str) -> ox.NamedNode | ox.DefaultGraph:
    """A graph by its name."""
    return named(name) if name else ox.DefaultGraph()


def name_of(graph: ox.NamedNode | ox.BlankNode | ox.DefaultGraph) -> str:
    """The name of a graph."""
    return DEFAULT if isinstance(graph, ox.DefaultGraph) else str(graph)


def pair_of(quad: ox.Quad) -> Pair:
    """Predicate and object."""
    return str(quad.predicate), str(quad.object)
