"""What is told of a query that is sound and finds nothing."""

from __future__ import annotations

import pytest

from kg.questions import doubts, ready


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("SELECT ?x { ?x sc:partnerWith ?y }", "sc:partnerWith"),
        ("SELECT ?x { ?x sc:partnerWith ?y }", "perhaps 是否为 sc:partnersWith"),
        ("PREFIX k: <https://w3id.org/smartcity-kg/ontology#> SELECT ?x { ?x a k:Town }", "k:Town"),
        ("SELECT ?x { ?x a <https://w3id.org/smartcity-kg/ontology#Town> }", "ontology#Town>"),
        ('SELECT ?x { ?x rdfs:label "甲市" }', 'write "甲市"@zh'),
        ('SELECT ?x { ?x sc:partnersWith/rdfs:label "Jia", "甲市" }', 'write "甲市"@zh'),
        ('SELECT ?x { ?x skos:altLabel "Jia" }', 'write "Jia"@en'),
        ('SELECT ?x { ?x rdfs:label ?name FILTER(?name = "甲市") }', 'write "甲市"@zh'),
        ('SELECT ?x { ?x rdfs:label ?name FILTER("甲市" = ?name) }', 'write "甲市"@zh'),
        ('SELECT ?x { ?x rdfs:label ?name FILTER(?name IN ("乙市"@zh, "甲市")) }', 'write "甲市"@zh'),
        ('SELECT ?x { VALUES ?name { "乙市"@zh "甲市" } ?x rdfs:label ?name }', 'write "甲市"@zh'),
        ("SELECT ?x { ?x a sc:Organization }", "VALUES ?class { sc:Firm sc:Government sc:Institution"),
        ("SELECT ?x { ?x a/rdfs:subClassOf* sc:Place }", "rdfs:subClassOf stands in the ontology"),
        ("SELECT ?r { ?r rdfs:subPropertyOf sc:relatedTo }", "VALUES ?link { sc:partnersWith sc:undertakes"),
        ("SELECT ?x { ?x sc:inSector/skos:broader* ?wide }", "kg export turtle"),
        ("SELECT ?x { ?x sc:undertakenBy ?who }", "write ^sc:undertakes"),
    ],
)
def test_a_slip_that_finds_nothing_is_told(query: str, told: str) -> None:
    assert any(told in doubt for doubt in doubts(query))


@pytest.mark.parametrize(
    "query",
    [
        'SELECT ?x { ?x rdfs:label "甲市"@zh ; sc:partnersWith ?y }',
        'SELECT ?x { ?x rdfs:label ?name FILTER(STR(?name) = "甲市") }',
        'SELECT ?x { ?x rdfs:label ?name FILTER(CONTAINS(?name, "市") && LANG(?name) = "zh") }',
        'SELECT ?x { ?x sc:code "450300" ; sc:source "甲.txt" }',
        "PREFIX sc: <https://example.org/> SELECT ?x { ?x sc:anything ?y }",
    ],
)
def test_what_may_well_find_something_is_not_doubted(query: str) -> None:
    assert doubts(query) == []


def test_ready_questions_are_beyond_doubt() -> None:
    assert [doubts(question.name) for question in ready() if doubts(question.name)] == []
