"""The shapes asked as queries find what pySHACL finds."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox
import pytest
import rdflib

from kg.check.conformance import broken
from kg.check.shapes import rules
from kg.errors import OntologyError
from kg.ontology import load
from tests.canonical_turtle import ONTOLOGY
from tests.test_shapes import BREAKS, SOUND, findings, graph


def found(data: rdflib.Graph) -> set[tuple[str, str, str]]:
    """Shape, severity and node of what the queries find."""
    copy = ox.Store()
    copy.load(data.serialize(format="nt", encoding="utf-8"), ox.RdfFormat.N_TRIPLES)
    copy.load(path=ONTOLOGY / "smartcity.ttl", format=ox.RdfFormat.TURTLE)
    names = {"error": "Violation", "warning": "Warning"}
    return {(one.check.removeprefix("shape "), names[one.severity], one.node) for one in broken(copy)}


def validated(data: rdflib.Graph) -> set[tuple[str, str, str]]:
    """The same by pySHACL."""
    return {(shape, severity, node) for shape, severity, node, _ in findings(data)}


def everything(parts: Iterable[tuple[str, str]]) -> rdflib.Graph:
    whole = rdflib.Graph()
    for body, base in parts:
        whole += graph(body, base)
    return whole


def test_nothing_is_wrong_with_a_sound_graph():
    assert found(graph(SOUND)) == set()


def test_every_broken_graph_is_judged_as_by_pyshacl():
    data = everything(
        (SOUND.replace(old, new), f"https://example.org/{number}/") for number, (old, new, _, _) in enumerate(BREAKS)
    )
    ours = found(data)
    # SUBSTR from before the first character is the first characters; rdflib takes it for the last.
    (negative,) = (number for number, (_, new, _, _) in enumerate(BREAKS) if new == "oa:start -1")
    theirs = validated(data) - {("quote-in-text", "Violation", f"https://example.org/{negative}/evidence/e")}
    assert ours == theirs
    assert {shape for shape, _, _ in ours} >= {shape for _, _, shape, _ in BREAKS}


def test_relations_between_all_classes_are_judged_as_by_pyshacl():
    kinds = [*load().kinds, "Measurement"]
    body = "\n".join(
        f"<https://example.org/{name}/{kind}/s> a sc:{kind} ; sc:{name} <https://example.org/{name}/{kind}/o> .\n"
        f"<https://example.org/{name}/{kind}/o> a sc:{kinds[-1 - place]} ."
        for name in load().predicates
        for place, kind in enumerate(kinds)
    )
    data = graph(body)
    assert found(data) == validated(data) != set()


def test_a_constraint_that_is_not_understood_is_refused(tmp_path):
    shapes = tmp_path / "shapes.ttl"
    shapes.write_text(
        """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix x: <https://example.org/> .
        x:s a sh:NodeShape ; sh:targetClass x:C ; sh:property x:p . x:p sh:path x:q ; sh:qualifiedMinCount 1 .""",
        encoding="utf-8",
    )
    with pytest.raises(OntologyError, match="qualifiedMinCount"):
        list(rules(shapes, lambda iri: [iri]))
