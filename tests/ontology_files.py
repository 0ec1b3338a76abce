"""The files of the ontology, for the tests that look into them."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from tests.canonical_turtle import ONTOLOGY

CONCEPTS, SHAPES, VOCABULARY, BOOKKEEPING = (
    ONTOLOGY / name for name in ("concepts.ttl", "shapes.ttl", "smartcity.ttl", "store.ttl")
)
FILES = [CONCEPTS, SHAPES, VOCABULARY, BOOKKEEPING]
SKOS = "http://www.w3.org/2004/02/skos/core#"


def quads_of(path: Path) -> list[ox.Quad]:
    """The quads of a Turtle file, in its order."""
    return list(ox.parse(path.read_bytes(), ox.RdfFormat.TURTLE))
