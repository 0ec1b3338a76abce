"""Each RDF file, read by rdflib and by pyoxigraph, is the store again: no blank nodes, so equal sets are isomorphic."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from kg import ids, ontology
from kg.exporters import export, vocabulary
from kg.exporters.jsonld import Context, node_of
from kg.exporters.rdfxml import Names, block
from kg.exporters.selection import Selection
from kg.exporters.subjects import by_subject, split
from kg.exporters.text import xml_text
from kg.exporters.turtle import TurtleWriter
from kg.namespaces import XSD
from kg.resources import data_path
from kg.store import Store
from tests.exporters import sample

# rdflib warns about its own code.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")

OF_THE_MERGE = {
    "turtle": ("turtle", ox.RdfFormat.TURTLE),
    "ntriples": ("nt", ox.RdfFormat.N_TRIPLES),
    "jsonld": ("json-ld", ox.RdfFormat.JSON_LD),
    "rdfxml": ("xml", ox.RdfFormat.RDF_XML),
}
OF_ALL_GRAPHS = {"trig": ("trig", ox.RdfFormat.TRIG), "nquads": ("nquads", ox.RdfFormat.N_QUADS)}


def merge(store: Store) -> set[tuple[str, ...]]:
    """What the store holds, and the vocabulary that stands beside it in a file."""
    read = ox.parse("".join(vocabulary.lines(store)), ox.RdfFormat.N_TRIPLES)
    return {(str(quad.subject), str(quad.predicate), str(quad.object)) for quad in (*store.quads(), *read)}


def whole(store: Store) -> set[tuple[str, ...]]:
    named = {
        (str(quad.subject), str(quad.predicate), str(quad.object), f"<{graph}>")
        for graph in store.graphs()
        for quad in store.quads(graph)
    }
    return {(*triple, "") for triple in merge(store)} | named


def term(node: rdflib.term.Node) -> str:
    """An rdflib term as pyoxigraph writes it."""
    if isinstance(node, rdflib.URIRef):
        return str(ox.NamedNode(node))
    assert isinstance(node, rdflib.Literal)
    kind = ox.NamedNode(node.datatype) if node.datatype else None
    return str(ox.Literal(str(node), language=node.language, datatype=kind))


@pytest.fixture(autouse=True)
def _lexical(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read literals as they stand: rdflib would write 0.80 for 0.8."""
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)


@pytest.mark.parametrize("name", OF_THE_MERGE)
def test_two_parsers_read_the_merge(name: str, store: Store, exported: Callable[[str], Path]) -> None:
    rdflib_name, ox_format = OF_THE_MERGE[name]
    expected = merge(store)
    if name == "rdfxml":
        # XML cannot hold the vertical tab of the hostile name.
        expected = {tuple(part.replace("\\u000B", "\ufffd") for part in triple) for triple in expected}
    read = ox.parse(exported(name).read_bytes(), ox_format)
    assert {(str(quad.subject), str(quad.predicate), str(quad.object)) for quad in read} == expected
    graph = rdflib.Graph().parse(exported(name), format=rdflib_name)
    assert {tuple(map(term, triple)) for triple in graph} == expected


@pytest.mark.parametrize("name", OF_ALL_GRAPHS)
def test_two_parsers_read_all_graphs(name: str, store: Store, exported: Callable[[str], Path]) -> None:
    rdflib_name, ox_format = OF_ALL_GRAPHS[name]
    expected = whole(store)
    assert len({quad[3] for quad in expected}) == 3
    read = ox.parse(exported(name).read_bytes(), ox_format)
    default = ox.DefaultGraph()
    assert {
        (str(q.subject), str(q.predicate), str(q.object), "" if q.graph_name == default else str(q.graph_name))
        for q in read
    } == expected
    dataset = rdflib.Dataset()
    dataset.parse(exported(name), format=rdflib_name)
    quads = {(*map(term, quad[:3]), f"<{quad[3]}>" if quad[3] else "") for quad in dataset.quads()}
    assert {(*quad[:3], "" if "default" in quad[3] else quad[3]) for quad in quads} == expected


@pytest.mark.parametrize("name", ["turtle", "rdfxml"])
def test_classes_relations_and_concepts_can_be_asked_in_the_file(name: str, exported: Callable[[str], Path]) -> None:
    graph = rdflib.Graph().parse(exported(name))

    def asked(query: str) -> set[str]:
        return {str(row[0]) for row in graph.query(query, initNs=ontology.prefixes())}

    relations = asked("SELECT ?r { ?r rdfs:subPropertyOf sc:relatedTo }")
    assert relations == {term.iri for term in ontology.load().predicates.values()}
    bodies = asked(
        'SELECT ?name { ?x a/rdfs:subClassOf* sc:Organization ; rdfs:label ?name FILTER(LANG(?name) = "zh") }'
    )
    assert sample.BANK.label in bodies
    wider = "SELECT ?name { <%s> skos:broader+ ?wider . ?wider skos:inScheme concept:goal ; rdfs:label ?name }"
    assert "数字中国" in asked(wider % sample.GOAL.iri)


def test_the_file_conforms_to_the_shapes_with_its_own_classes(exported: Callable[[str], Path]) -> None:
    shapes = str(data_path("ontology/shapes.ttl"))
    conforms, _, text = pyshacl.validate(str(exported("turtle")), shacl_graph=shapes, allow_warnings=True)
    assert conforms, text


def test_no_term_by_which_the_store_notes_its_own_affairs_is_published(exported: Callable[[str], Path]) -> None:
    kept = {quad.subject.value for quad in ox.parse(path=str(data_path("ontology/store.ttl")))}
    assert ids.ONTOLOGY + "stamp" in kept
    for name in (*OF_THE_MERGE, *OF_ALL_GRAPHS):
        published = exported(name).read_text(encoding="utf-8")
        assert not [iri for iri in kept if f"sc:{iri.removeprefix(ids.ONTOLOGY)} " in published or iri in published]
        published = published.partition('"@graph"')[0]
        assert not [iri for iri in kept if f'"{iri.removeprefix(ids.ONTOLOGY)}"' in published]


def test_the_name_of_a_publisher_is_not_told_as_an_agent(exported: Callable[[str], Path]) -> None:
    """DCMI's publisher and creator lead to an agent, so that a reasoner would make one of a text."""
    graph = rdflib.Graph().parse(exported("turtle"))
    assert rdflib.Literal(sample.PAPER) in set(graph.objects(None, rdflib.DC.publisher))
    for agent in (rdflib.DCTERMS.publisher, rdflib.DCTERMS.creator):
        assert not list(graph.objects(None, agent))


def test_lines_are_sorted(exported: Callable[[str], Path]) -> None:
    lines = exported("ntriples").read_text(encoding="utf-8").split("\n")
    assert lines[:-1] == sorted(lines[:-1])
    assert lines[-1] == ""


def test_turtle_is_made_to_be_read(exported: Callable[[str], Path]) -> None:
    text = exported("turtle").read_text(encoding="utf-8")
    city = text[text.index("\nplace:451100\n") :].split(" .\n")[0]
    assert city.splitlines()[2] == "    a sc:City ;"
    assert '    rdfs:label "Hezhou"@en , "贺州市"@zh ;' in city
    assert "    geo:lat 24.41 ;" in city
    assert "sc:target true" in text
    assert 'sc:time "2022-03-01"^^xsd:date' in text


def test_jsonld_has_its_context_in_it(exported: Callable[[str], Path]) -> None:
    document = json.loads(exported("jsonld").read_text(encoding="utf-8"))
    own = json.loads(data_path("ontology/context.jsonld").read_text(encoding="utf-8"))
    assert document["@context"] == own["@context"]
    nodes = {node["id"]: node for node in document["@graph"]}
    city = nodes[sample.HEZHOU.iri]
    assert (city["type"], city["label"]) == ("City", {"en": "Hezhou", "zh": "贺州市"})
    assert (city["lat"], city["within"]) == ("24.41", sample.GUANGXI.iri)
    signed = next(n for n in nodes.values() if n["type"] == "Statement" and n["support"] == "2")
    assert (signed["predicate"], signed["status"]) == ("partnersWith", "underway")
    assert signed["time"] == {"@value": "2022-03-01", "@type": "xsd:date"}
    article = next(n for n in nodes.values() if n["type"] == "Article" and n["source"] == "a.txt")
    assert article["title"] == "一纸\n“协议”, <签了>"


def test_doubtful_statements_leave_with_all_that_hangs_on_them(store: Store, tmp_path: Path) -> None:
    path = export(store, "trig", tmp_path / "sure.trig", min_confidence=0.6)
    dataset = ox.Store()
    dataset.load(path.read_bytes(), ox.RdfFormat.TRIG)
    sc, prefixes = f"<{ids.ONTOLOGY}", ontology.prefixes()

    def count(pattern: str) -> int:
        (row,) = dataset.query(f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}", prefixes=prefixes)
        return int(row[0].value)

    assert count("?s sc:confidence ?c") == 7
    assert count("?s sc:confidence ?c FILTER(?c < 0.6)") == 0
    assert count("?e sc:supports ?s MINUS { ?s a sc:Statement }") == 0
    assert count("GRAPH ?g { ?e sc:supports ?s } MINUS { ?s a sc:Statement }") == 0
    assert count(f"<{sample.HEZHOU.iri}> {sc}pursues> ?goal") == 0
    assert count(f"<{sample.HEZHOU.iri}> {sc}partnersWith> ?firm") == 1
    assert count(f"<{sample.BANK.iri}> {sc}partnersWith> ?firm") == 0
    assert count("?m a sc:Measurement") == 2


def test_nothing_is_left_out_unless_asked(store: Store) -> None:
    assert len(list(Selection().triples(store))) == len(merge(store))


ANY = st.text(st.characters(exclude_categories=["Cs"]))
LITERALS = st.one_of(
    ANY.map(ox.Literal),
    ANY.map(lambda text: ox.Literal(text, language="zh")),
    st.tuples(ANY, st.sampled_from(["decimal", "integer", "boolean", "date", "anyURI"])).map(
        lambda pair: ox.Literal(pair[0], datatype=ox.NamedNode(XSD + pair[1]))
    ),
    st.sampled_from(["-0.50", "+7", "1e3", "true", ".5", "5."]).map(
        lambda text: ox.Literal(text, datatype=ox.NamedNode(XSD + "decimal"))
    ),
)
PIECES = ["a", "B1", ".", "-", "_", "~", "%20", "/", ":", "é", "贺", "'", "(", ")"]
IRIS = st.tuples(st.lists(st.sampled_from(PIECES), max_size=8), st.sampled_from(["", "#", "#x.", "#1-y"])).map(
    lambda parts: ox.NamedNode(ids.ID + "".join(parts[0]) + parts[1])
)
SUBJECT, PREDICATE = ox.NamedNode(ids.ID + "place/1"), ox.NamedNode(ids.ONTOLOGY + "value")


def described(obj: ox.NamedNode | ox.Literal) -> tuple[str, dict[str, list[str]]]:
    (one,) = by_subject([(str(SUBJECT), str(PREDICATE), str(obj))])
    return one


@given(st.one_of(LITERALS, IRIS))
def test_turtle_keeps_any_term(obj: ox.NamedNode | ox.Literal) -> None:
    writer = TurtleWriter()
    (read,) = ox.parse(writer.head() + writer.block(described(obj)), ox.RdfFormat.TURTLE)
    assert (read.subject, read.predicate, read.object) == (SUBJECT, PREDICATE, obj)


@given(st.one_of(LITERALS, IRIS))
def test_jsonld_keeps_any_term(obj: ox.NamedNode | ox.Literal) -> None:
    context = json.loads(data_path("ontology/context.jsonld").read_text(encoding="utf-8"))["@context"]
    document = {"@context": context, "@graph": [node_of(described(obj), Context.of(context))]}
    (read,) = ox.parse(json.dumps(document), ox.RdfFormat.JSON_LD)
    assert (read.subject, read.predicate, read.object) == (SUBJECT, PREDICATE, obj)


@given(st.one_of(LITERALS, IRIS))
def test_rdfxml_keeps_any_term_that_xml_can_hold(obj: ox.NamedNode | ox.Literal) -> None:
    names = Names()
    head = "".join(f' xmlns:{prefix}="{iri}"' for prefix, iri in names.prefixes.items())
    (read,) = ox.parse(f"<rdf:RDF{head}>{block(described(obj), names)}</rdf:RDF>", ox.RdfFormat.RDF_XML)
    assert (read.subject, read.predicate) == (SUBJECT, PREDICATE)
    if isinstance(obj, ox.Literal):
        obj = ox.Literal(xml_text(obj.value), language=obj.language, datatype=None if obj.language else obj.datatype)
    assert read.object == obj


def test_predicates_without_a_prefix_get_one_on_the_spot() -> None:
    one = ("<http://a/s>", {"<http://other/ns#p>": ['"x"']})
    names = Names()
    head = "".join(f' xmlns:{prefix}="{iri}"' for prefix, iri in names.prefixes.items())
    (read,) = ox.parse(f"<rdf:RDF{head}>{block(one, names)}</rdf:RDF>", ox.RdfFormat.RDF_XML)
    assert read.predicate == ox.NamedNode("http://other/ns#p")
    assert split("http://a/1x") is None
