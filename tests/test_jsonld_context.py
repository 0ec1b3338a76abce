"""The JSON-LD context: it has every term, and makes of a document the triples of the store."""

from __future__ import annotations

import json
import re
from itertools import pairwise

import rdflib

from kg import ids, ontology
from kg.ontology import load
from tests.canonical_turtle import ONTOLOGY

CONTEXT = json.loads((ONTOLOGY / "context.jsonld").read_text(encoding="utf-8"))["@context"]


def test_the_context_has_every_class_and_property() -> None:
    for term in (*load().classes.values(), *load().properties.values()):
        if term.name == "relatedTo":
            continue
        entry = CONTEXT[term.name]
        target = entry if isinstance(entry, str) else entry.get("@id", entry.get("@reverse"))
        reverse = not isinstance(entry, str) and "@reverse" in entry
        assert target == f"sc:{load().properties[term.name].inverse if reverse else term.name}"
    assert all(ontology.prefixes()[name] == CONTEXT[name] for name in ("sc", "dcterms", "oa", "rdf", "skos", "xsd"))


def test_a_document_with_the_context_becomes_the_triples_of_the_store() -> None:
    place, project, article = ids.ID + "place/450300", ids.ID + "project/1", ids.ID + "article/1"
    document = {
        "@context": CONTEXT,
        "@graph": [
            {"id": place, "type": "City", "label": {"zh": "桂林市", "en": "Guilin"}, "lat": "25.27"},
            {"id": project, "type": "Project", "undertakenBy": place},
            {"id": article, "type": "Article", "title": "标题", "issued": "2022-06-12T09:53:00+08:00"},
            {"id": ids.ID + "statement/1", "type": "Statement", "predicate": "undertakes", "status": "planned"},
            {"id": ids.ID + "statement/2", "type": "Statement", "title": "市长", "confidence": "0.9"},
        ],
    }
    graph = rdflib.Graph().parse(data=json.dumps(document), format="json-ld")
    sc, dcterms = rdflib.Namespace(ids.ONTOLOGY), rdflib.DCTERMS
    one, two = (rdflib.URIRef(f"{ids.ID}statement/{number}") for number in (1, 2))
    for triple in (
        (rdflib.URIRef(place), sc.undertakes, rdflib.URIRef(project)),
        (rdflib.URIRef(place), rdflib.RDFS.label, rdflib.Literal("桂林市", "zh")),
        (rdflib.URIRef(article), dcterms.title, rdflib.Literal("标题")),
        (one, rdflib.RDF.predicate, sc.undertakes),
        (one, sc.status, sc.planned),
        (two, sc.title, rdflib.Literal("市长")),
        (two, sc.confidence, rdflib.Literal("0.9", datatype=rdflib.XSD.decimal)),
    ):
        assert triple in graph


def test_context_lines_are_one_term_each() -> None:
    lines = (ONTOLOGY / "context.jsonld").read_text(encoding="utf-8").splitlines()[2:-2]
    names = [re.match(r'    "([^"]+)": ', line) for line in lines]
    assert all(names)
    assert len(names) == len(CONTEXT)
    assert all(line.endswith(",") for line, _ in pairwise(lines))
