"""The shapes let a sound graph pass and name what is wrong with each unsound one."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pyshacl
import pytest
import rdflib
from rdflib import SH, Graph, URIRef

from kg import ids
from kg.ontology import load
from tests.canonical_turtle import ONTOLOGY

SC = rdflib.Namespace(ids.ONTOLOGY)
SHAPE = "https://w3id.org/smartcity-kg/shapes#"

# One article, one sentence, two facts: the least that a finished graph holds.
TEXT = "石城市与云帆科技签约。石城市已建成5G基站120个。"
SOUND = f"""
article:a a sc:Article ; dcterms:title "签约" ; sc:source "a.md" ; sc:text "{TEXT}" ; sc:origin "o" ;
    dcterms:issued "2022-06-12T09:53:00+08:00"^^xsd:dateTime ; dc:publisher "石城日报" .
place:130000 a sc:Region ; rdfs:label "某省"@zh ; sc:code "130000" .
place:139900 a sc:City ; rdfs:label "石城市"@zh , "Shicheng"@en ; skos:altLabel "石城"@zh ; sc:code "139900" ;
    geo:lat 38.04 ; geo:long 114.51 ; sc:within place:130000 ; sc:registered true ;
    sc:partnersWith organization:f ; sc:hasMeasurement measurement:m .
id:field a sc:Sector , skos:Concept ; rdfs:label "某业"@zh .
organization:f a sc:Firm ; rdfs:label "云帆科技"@zh ; sc:partnersWith place:139900 .
statement:s a sc:Statement ; rdf:subject organization:f ; rdf:predicate sc:partnersWith ; rdf:object place:139900 ;
    sc:evidence evidence:e ; sc:status sc:completed ; sc:time "2022-06"^^xsd:gYearMonth , "2022-06/2023-05" ;
    sc:confidence 0.9 ; sc:support 1 .
evidence:e a sc:Evidence ; sc:supports statement:s ; sc:article article:a ; oa:exact "石城市与云帆科技签约。" ;
    oa:start 0 ; oa:end 11 ; sc:pattern "p" ; sc:readingConfidence 0.9 ; sc:readingStatus sc:completed ;
    sc:readingTime "2022-06"^^xsd:gYearMonth ; sc:timeWording "6月" ;
    sc:readingAmount 2000000.0 ; sc:readingAmountUnit "元" .
measurement:m a sc:Measurement ; sc:indicator "5G基站" ; sc:value 120.0 ; sc:unit "个" ; sc:target false .
statement:t a sc:Statement ; rdf:subject place:139900 ; rdf:predicate sc:hasMeasurement ; rdf:object measurement:m ;
    sc:evidence evidence:f ; sc:confidence 0.8 ; sc:support 1 .
evidence:f a sc:Evidence ; sc:supports statement:t ; sc:article article:a ; oa:exact "石城市已建成5G基站120个。" ;
    oa:start 11 ; oa:end 26 ; sc:pattern "q" ; sc:readingConfidence 0.8 .
"""

# What is changed in the sound graph, the shape that must speak, and how loudly.
BREAKS = [
    ("sc:evidence evidence:e ; ", "", "statement-evidence", "Violation"),
    ("rdf:subject organization:f ; ", "", "statement-subject", "Violation"),
    ("rdf:object place:139900", "rdf:object place:139900 , place:130000", "statement-object", "Violation"),
    ("rdf:predicate sc:partnersWith", "rdf:predicate sc:within", "statement-predicate", "Violation"),
    ("sc:confidence 0.9", "sc:confidence 1.2", "statement-confidence", "Violation"),
    ("sc:confidence 0.9", "sc:confidence 0.0", "statement-confidence", "Violation"),
    ("sc:confidence 0.9 ; sc:support 1", "sc:confidence 0.9 ; sc:support 0", "statement-support", "Violation"),
    ("sc:status sc:completed", "sc:status sc:City", "statement-status", "Violation"),
    ('"2022-06/2023-05"', '"next year"', "statement-time", "Violation"),
    ("sc:readingAmount 2000000.0", "sc:readingAmount -1.0", "amount-value", "Violation"),
    ("sc:readingAmount 2000000.0", "sc:readingAmount 2000000.0 , 3000000.0", "amount-value", "Violation"),
    ('Unit "元"', 'Unit "元" , "美元"', "amount-one-unit", "Violation"),
    (' ; sc:readingAmountUnit "元"', "", "amount-unit", "Warning"),
    ("sc:confidence 0.8", 'sc:title "市长" ; sc:confidence 0.8', "position-relation", "Warning"),
    ("sc:supports statement:s ; sc:article article:a", "sc:supports statement:s", "evidence-article", "Violation"),
    ("sc:supports statement:s ; ", "", "evidence-statement", "Violation"),
    ('oa:exact "石城市与云帆科技签约。" ;', "", "evidence-exact", "Violation"),
    ("oa:start 0", "oa:start -1", "evidence-start", "Violation"),
    ("oa:start 0", "oa:start 11", "evidence-order", "Violation"),
    ("oa:end 26", 'oa:end "26"', "evidence-end", "Violation"),
    ('sc:pattern "p" ; ', "", "evidence-pattern", "Violation"),
    ("sc:readingConfidence 0.8", "sc:readingConfidence 0.0", "evidence-confidence", "Violation"),
    ("sc:readingStatus sc:completed", "sc:readingStatus sc:completed , sc:planned", "evidence-status", "Violation"),
    ('sc:readingTime "2022-06"^^xsd:gYearMonth', 'sc:readingTime "6月"', "evidence-time", "Violation"),
    (' ; sc:timeWording "6月"', "", "reading-time-wording", "Warning"),
    ('sc:source "a.md" ; ', "", "article-source", "Violation"),
    ('dcterms:title "签约"', 'dcterms:title "签约" , "签字"', "article-title", "Violation"),
    ('dcterms:title "签约"', 'dcterms:title ""', "article-title", "Violation"),
    (f'sc:text "{TEXT}" ; ', "", "article-text", "Violation"),
    ('"2022-06-12T09:53:00+08:00"^^xsd:dateTime', '"2022-06-12"', "article-issued", "Violation"),
    ('dcterms:issued "2022-06-12T09:53:00+08:00"^^xsd:dateTime ; ', "", "article-undated", "Warning"),
    ('"石城日报"', '"石城日报" , "云帆日报"', "article-publisher", "Warning"),
    ('sc:origin "o"', 'sc:origin "o" , "p"', "article-origin", "Violation"),
    ('rdfs:label "云帆科技"@zh ; ', "", "thing-label", "Violation"),
    ('"云帆科技"@zh', '"云帆科技"@zh , "云帆"@zh', "thing-label", "Violation"),
    ('"石城"@zh', '"石城市"@zh', "thing-names", "Warning"),
    ("a sc:Firm", "a sc:Firm , sc:Media", "thing-kind", "Violation"),
    ("a sc:Sector , skos:Concept", "a sc:Sector , sc:Goal , skos:Concept", "concept-kind", "Violation"),
    ("sc:registered true", 'sc:registered "yes"', "thing-registered", "Violation"),
    ('sc:code "139900"', 'sc:code "1399"', "place-code", "Violation"),
    ("geo:lat 38.04", "geo:lat 138.04", "place-lat", "Violation"),
    ("geo:long 114.51", "geo:long 114.51 , 114.6", "place-long", "Violation"),
    ("sc:within place:130000", "sc:within organization:f", "place-within", "Warning"),
    ("sc:within place:130000", "sc:within place:130000 , place:139900", "place-single-parent", "Warning"),
    ('sc:indicator "5G基站" ; ', "", "measurement-indicator", "Violation"),
    ("sc:value 120.0", 'sc:value "120"', "measurement-value", "Violation"),
    ('sc:unit "个"', 'sc:unit "个" , "座"', "measurement-one-unit", "Violation"),
    (" ; sc:target false", "", "measurement-target", "Violation"),
    ("sc:target false", 'sc:target false ; sc:measuredAt "明年"', "measurement-time", "Violation"),
    ("oa:start 11", "oa:start 12", "quote-in-text", "Violation"),
    ("sc:evidence evidence:f", "sc:evidence evidence:e", "evidence-linked", "Violation"),
    (" ; sc:hasMeasurement measurement:m", "", "direct-triple", "Violation"),
    ("sc:within place:130000", "sc:locatedIn place:130000", "statement-behind", "Violation"),
    (" ; sc:partnersWith place:139900 .", " .", "both-directions", "Violation"),
    ("sc:within place:130000", "sc:partnersWith place:139900", "no-loop", "Violation"),
]


SHAPES = Graph().parse(ONTOLOGY / "shapes.ttl")
VOCABULARY = Graph().parse(ONTOLOGY / "smartcity.ttl")


def graph(body: str, base: str = ids.ID) -> Graph:
    """The body as a graph; another base sets its things apart from those of other graphs."""
    table = {name: namespace.replace(ids.ID, base) for name, namespace in load().prefixes.items()}
    head = "".join(f"@prefix {name}: <{namespace}> .\n" for name, namespace in table.items())
    return Graph().parse(data=head + body, format="turtle")


def findings(data: Graph) -> Iterator[tuple[str, str, str, list[str]]]:
    """Shape, severity, node and messages of each result; the node of a check of the whole graph is its value."""
    _, report, _ = pyshacl.validate(data, shacl_graph=SHAPES, ont_graph=VOCABULARY, inference="none")
    assert isinstance(report, Graph)
    for result in report.objects(None, SH.result):
        severity = str(report.value(result, SH.resultSeverity)).removeprefix(str(SH))
        shape = str(report.value(result, SH.sourceShape)).removeprefix(SHAPE)
        focus = report.value(result, SH.focusNode)
        node = report.value(result, SH.value) if focus in (SC.Statement, SC.Evidence, SC.relatedTo) else focus
        yield shape, severity, str(node), [str(m) for m in report.objects(result, SH.resultMessage)]


@pytest.fixture(scope="module")
def broken() -> dict[int, set[tuple[str, str]]]:
    """What the shapes say of each case, all of them validated in one run for the sake of time."""
    everything, found = Graph(), {number: set() for number in range(len(BREAKS))}
    for number, (old, new, _, _) in enumerate(BREAKS):
        assert SOUND.count(old) == 1, old
        everything += graph(SOUND.replace(old, new), f"https://example.org/{number}/")
    for shape, severity, node, _ in findings(everything):
        found[int(node.split("/")[3])].add((shape, severity))
    return found


def test_a_sound_graph_passes_without_a_word() -> None:
    assert list(findings(graph(SOUND))) == []


def test_nothing_is_fetched_where_imports_are_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody answers at the IRI of the vocabulary, so that a file which imports it opens nowhere."""

    def answered(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", answered)
    conforms, _, text = pyshacl.validate(
        graph(SOUND), shacl_graph=SHAPES, ont_graph=VOCABULARY, inference="none", do_owl_imports=True
    )
    assert conforms, text
    assert not [path for path in ONTOLOGY.glob("*.ttl") if "owl:imports" in path.read_text(encoding="utf-8")]


def test_an_article_may_have_no_title() -> None:
    assert list(findings(graph(SOUND.replace('dcterms:title "签约" ; ', "")))) == []


def test_a_ratio_has_no_unit() -> None:
    assert list(findings(graph(SOUND.replace('sc:unit "个" ; ', "")))) == []


@pytest.mark.parametrize("number", range(len(BREAKS)), ids=[f"{shape}-{new}" for _, new, shape, _ in BREAKS])
def test_a_broken_graph_is_told_what_is_broken(number: int, broken: dict[int, set[tuple[str, str]]]) -> None:
    assert BREAKS[number][2:] in broken[number]


def test_every_shape_has_a_case_that_it_finds() -> None:
    tested = {shape for _, _, shape, _ in BREAKS}
    ends = {f"{name}-{end}" for name in load().predicates for end in ("subject", "object")}
    ends |= {f"partOf-{kind}-object" for kind in ("project", "organization")}
    spoken = {str(s).removeprefix(SHAPE) for s in SHAPES.subjects(SH.message, None)}
    spoken = {shape.removesuffix("-query") for shape in spoken}
    # This one only serves another: what it asks is reported under the other's name.
    assert spoken - {"relation-parent"} == tested | ends


def test_messages_come_in_both_languages() -> None:
    for shape in set(SHAPES.subjects(SH.message, None)):
        assert sorted(m.language or "" for m in SHAPES.objects(shape, SH.message)) == ["en", "zh"], shape


def test_relations_join_only_what_the_ontology_lets_them() -> None:
    """For each relation, every class on either side of an end that fits: the shapes and `fits` must agree."""
    kinds, triples, wrong = [*load().kinds, "Measurement"], [], set()
    for name, term in load().predicates.items():
        good = next((s, o) for s in kinds for o in kinds if load().fits(name, s, o))
        pairs = {(kind, good[1]) for kind in kinds} | {(good[0], kind) for kind in kinds}
        for subject, obj in sorted(pairs):
            one, other = (f"https://example.org/{name}/{subject}-{obj}/{end}" for end in ("subject", "object"))
            triples += [f"<{one}> a sc:{subject} .", f"<{other}> a sc:{obj} .", f"<{one}> sc:{name} <{other}> ."]
            if not load().fits(name, subject, obj):
                wrong.add(f"{name}/{subject}-{obj}")
        assert term.domain and term.range
    ends = {f"{name}-{end}" for name in load().predicates for end in ("subject", "object")}
    found = [f for f in findings(graph("\n".join(triples))) if f[0] in ends or f[0].startswith("partOf-")]
    assert {node.removeprefix("https://example.org/").rpartition("/")[0] for _, _, node, _ in found} == wrong
    assert len(wrong) > 200


def test_a_message_names_relation_and_classes() -> None:
    body = SOUND.replace("place:139900 a sc:City", "place:139900 a sc:Document")
    messages = {m for found in findings(graph(body)) if found[0] == "partnersWith-object" for m in found[3]}
    assert messages == {
        "“合作”的宾语须为地点、组织。",
        "The object of “partners with” is a thing of class place or organization.",
    }


def test_the_shapes_themselves_are_well_formed() -> None:
    conforms, _, text = pyshacl.validate(graph(SOUND), shacl_graph=SHAPES, ont_graph=VOCABULARY, meta_shacl=True)
    assert conforms, text


def test_lists_have_names_and_end() -> None:
    for head in set(SHAPES.objects(None, SH["or"])):
        members = list(SHAPES.items(head))
        assert len(members) > 1
        assert all(isinstance(member, URIRef) for member in members)
