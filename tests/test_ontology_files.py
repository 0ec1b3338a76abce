"""The files of the ontology: in one form, alike to every parser, and named with their line where they are broken."""

from __future__ import annotations

from pathlib import Path

import owlrl
import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from rdflib.compare import isomorphic

from kg import ids, ontology
from kg.errors import OntologyError
from kg.ontology import load
from tests.canonical_turtle import canonical
from tests.ontology_files import BOOKKEEPING, CONCEPTS, FILES, SKOS, VOCABULARY, quads_of

SC = rdflib.Namespace(ids.ONTOLOGY)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_files_are_in_canonical_form(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text == canonical(text), "run python -m tests.canonical_turtle"


def test_the_canonical_form_keeps_every_triple_and_settles() -> None:
    text = '# top\n@prefix a: <http://a/> .\na:z a:p "x\\"y"@en , a:b , 1.5 , true . a:b a a:C ; a:p "甲"^^a:T , "1" .'
    once = canonical(text)
    assert canonical(once) == once
    assert once.startswith("# top\n\n@prefix a:")
    assert isomorphic(*(rdflib.Graph().parse(data=version, format="turtle") for version in (text, once)))


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0")), st.sampled_from(["@zh", "", "^^a:T"]))
def test_the_canonical_form_keeps_any_literal(value: str, tail: str) -> None:
    text = f"@prefix a: <http://a/> .\na:b a:c {ox.Literal(value)}{tail} ."
    assert {*ox.parse(canonical(text), ox.RdfFormat.TURTLE)} == {*ox.parse(text, ox.RdfFormat.TURTLE)}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_there_are_no_blank_nodes_and_two_parsers_agree(path: Path) -> None:
    ours = {(str(q.subject), str(q.predicate), str(q.object)) for q in quads_of(path)}
    theirs = rdflib.Graph().parse(path)
    assert not [term for triple in theirs for term in triple if isinstance(term, rdflib.BNode)]
    again = ox.parse(theirs.serialize(format="nt", encoding="utf-8"), ox.RdfFormat.N_TRIPLES)
    assert {(str(q.subject), str(q.predicate), str(q.object)) for q in again} == ours


def test_a_reasoner_takes_no_class_or_property_for_a_concept() -> None:
    """What SKOS itself says of its relations: whatever they join is a concept."""
    graph = rdflib.Graph().parse(VOCABULARY)
    for name in ("closeMatch", "broadMatch", "relatedMatch"):
        graph.add((rdflib.SKOS[name], rdflib.RDFS.subPropertyOf, rdflib.SKOS.semanticRelation))
    graph.add((rdflib.SKOS.semanticRelation, rdflib.RDFS.domain, rdflib.SKOS.Concept))
    graph.add((rdflib.SKOS.semanticRelation, rdflib.RDFS.range, rdflib.SKOS.Concept))
    owlrl.DeductiveClosure(owlrl.RDFS_Semantics).expand(graph)
    statuses = set(graph.subjects(rdflib.RDF.type, SC.Status))
    assert SC.planned in statuses
    assert set(graph.subjects(rdflib.RDF.type, rdflib.SKOS.Concept)) == statuses


def test_every_term_of_ours_that_a_file_uses_is_declared() -> None:
    for path in FILES:
        used = {t.value for q in quads_of(path) for t in (q.predicate, q.object) if isinstance(t, ox.NamedNode)}
        for iri in used:
            if iri.startswith(ids.ONTOLOGY):
                load().iri(iri.removeprefix(ids.ONTOLOGY))


@pytest.mark.parametrize(
    ("vocabulary", "where", "what"),
    [
        ("@prefix a: <http://a/> .\na:b a:c a:d ;;\n  a:e oops .\n", "broken.ttl:3", "not Turtle"),
        ("<http://a> <http://b> [] .\n", "broken.ttl", "no IRI"),
    ],
)
def test_a_broken_file_is_named_with_its_line(tmp_path: Path, vocabulary: str, where: str, what: str) -> None:
    path = tmp_path / "broken.ttl"
    path.write_text(vocabulary, encoding="utf-8")
    with pytest.raises(OntologyError) as caught:
        ontology.read(path, CONCEPTS, BOOKKEEPING)
    assert caught.value.where.endswith(where)
    assert what in caught.value.what


def test_a_missing_file_is_named() -> None:
    with pytest.raises(OntologyError, match="no-such"):
        ontology.read(Path("no-such.ttl"), CONCEPTS, BOOKKEEPING)


def test_a_class_with_two_parents_is_refused(tmp_path: Path) -> None:
    """Its group, and what may be said of it, would depend on the order of a file."""
    path = tmp_path / "smartcity.ttl"
    more = "\nsc:Zone rdfs:subClassOf sc:Organization .\n"
    path.write_text(VOCABULARY.read_text(encoding="utf-8") + more, encoding="utf-8")
    with pytest.raises(OntologyError, match="Zone is below several classes: Organization, Place"):
        ontology.read(path, CONCEPTS, BOOKKEEPING)


def test_a_concept_with_two_names_in_one_language_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "concepts.ttl"
    head = f"@prefix s: <{SKOS}> .\n<http://a/x> a <{ids.ONTOLOGY}Goal> ; "
    path.write_text(head + 's:prefLabel "甲"@zh , "乙"@zh , "A"@en .', encoding="utf-8")
    with pytest.raises(OntologyError, match="http://a/x"):
        _ = ontology.read(VOCABULARY, path, BOOKKEEPING).concepts
