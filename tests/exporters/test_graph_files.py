"""GraphML, yEd, GEXF and CX2, each read by a reader that did not write it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import igraph
import networkx as nx
import pytest
from lxml import etree
from ndex2.cx2 import RawCX2NetworkFactory

from kg.exporters import gexf, graphml
from kg.exporters.property_graph import PropertyGraph
from tests.exporters import sample

GRAPHML = {"g": "http://graphml.graphdrawing.org/xmlns", "y": "http://www.yworks.com/xml/graphml"}
GEXF = {"g": "http://gexf.net/1.3", "viz": "http://gexf.net/1.3/viz"}
SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).with_name("gexf13.rng")))

Exported = Callable[[str], Path]


def labels(graph: PropertyGraph) -> list[str]:
    return sorted(node.label for node in graph.nodes)


def links(graph: PropertyGraph) -> list[tuple[str, str, str]]:
    return sorted((edge.source, edge.predicate, edge.target) for edge in graph.edges)


@pytest.mark.parametrize("name", ["graphml", "yed"])
def test_networkx_reads_graphml(name: str, graph: PropertyGraph, exported: Exported) -> None:
    read = nx.read_graphml(exported(name))
    assert isinstance(read, nx.MultiDiGraph)
    assert set(read) == {node.id for node in graph.nodes}
    assert {key for _, _, key in read.edges(keys=True)} == {edge.id for edge in graph.edges}
    assert sorted((a, b) for a, b in read.edges()) == sorted((edge.source, edge.target) for edge in graph.edges)


def test_networkx_reads_typed_values(graph: PropertyGraph, exported: Exported) -> None:
    read = nx.read_graphml(exported("graphml"))
    assert sorted(data["name"] for _, data in read.nodes(data=True)) == labels(graph)
    assert sorted((a, data["interaction"], b) for a, b, data in read.edges(data=True)) == links(graph)
    city = read.nodes["place.451100"]
    assert (city["lat"], city["degree"], city["code"]) == (24.41, 4, "451100")
    invested = next(data for _, _, data in read.edges(data=True) if data["interaction"] == "investsIn")
    assert (invested["amount"], invested["symmetric"], invested["support"]) == (1.25e9, False, 1)
    assert invested["quote"].startswith("=云帆")
    assert "time" not in invested


def test_igraph_reads_the_same(graph: PropertyGraph, exported: Exported) -> None:
    read = igraph.Graph.Read_GraphML(str(exported("graphml")))
    assert (read.vcount(), read.ecount()) == (sample.NODES, sample.EDGES)
    assert sorted(read.vs["name"]) == labels(graph)
    ids = read.vs["id"]
    assert sorted((ids[e.source], e["interaction"], ids[e.target]) for e in read.es) == links(graph)


def test_ids_are_unique_and_parallel_edges_kept(exported: Exported) -> None:
    root = etree.parse(exported("graphml"))
    for kind, count in (("node", sample.NODES), ("edge", sample.EDGES), ("key", None)):
        found = root.xpath(f"//g:{kind}/@id", namespaces=GRAPHML)
        assert len(found) == len(set(found)) == (count or len(found))
    ends = [(e.get("source"), e.get("target")) for e in root.iterfind(".//g:edge", GRAPHML)]
    assert len(ends) == len(set(ends)) + 1


def test_yed_finds_labels_shapes_places_and_line_styles(graph: PropertyGraph, exported: Exported) -> None:
    root = etree.parse(exported("yed"))
    assert sorted(root.xpath("//y:NodeLabel/text()", namespaces=GRAPHML)) == labels(graph)
    assert set(root.xpath("//y:EdgeLabel/text()", namespaces=GRAPHML)) == {edge.label for edge in graph.edges}
    places = [(g.get("x"), g.get("y")) for g in root.iterfind(".//y:Geometry", GRAPHML)]
    assert len(set(places)) == sample.NODES
    assert root.xpath("count(//y:LineStyle[@type='dashed'])", namespaces=GRAPHML) == 2
    assert root.xpath("count(//y:Arrows[@target='none'])", namespaces=GRAPHML) == 2
    assert root.xpath("//g:key[@id='nodegraphics']/@yfiles.type", namespaces=GRAPHML) == ["nodegraphics"]


def test_networkx_reads_gexf(graph: PropertyGraph, exported: Exported) -> None:
    read = nx.read_gexf(exported("gexf"))
    assert isinstance(read, nx.MultiDiGraph)
    assert sorted(label for _, label in read.nodes(data="label")) == labels(graph)
    assert sorted((a, data["interaction"], b) for a, b, data in read.edges(data=True)) == links(graph)
    symmetric = {data["interaction"] for _, _, data in read.edges(data=True) if data["symmetric"]}
    assert symmetric == {"partnersWith"}


def test_gexf_is_valid(exported: Exported) -> None:
    SCHEMA.assertValid(etree.parse(exported("gexf")))


def test_the_schema_refuses_what_gexf_does_not_allow(exported: Exported) -> None:
    text = exported("gexf").read_text(encoding="utf-8")
    for wrong in (text.replace('value="disc"', 'value="star"'), text.replace("<nodes ", "<nodes id='1' ", 1)):
        assert not SCHEMA.validate(etree.fromstring(wrong.encode()))


def test_gexf_tells_labels_kinds_times_and_looks(graph: PropertyGraph, exported: Exported) -> None:
    root = etree.parse(exported("gexf"))
    assert sorted(root.xpath("//g:node/@label", namespaces=GEXF)) == labels(graph)
    edges = root.findall(".//g:edge", GEXF)
    assert sorted((e.get("source"), e.get("kind"), e.get("target")) for e in edges) == links(graph)
    planned = next(e for e in edges if e.get("kind") == "undertakes")
    assert [dict(spell.attrib) for spell in planned.iterfind(".//g:spell", GEXF)] == [
        {"start": "2022-01-01", "end": "2025-12-31"}
    ]
    assert planned.find("viz:shape", GEXF).get("value") == "dashed"
    assert root.find("g:graph", GEXF).get("timeformat") == "date"
    values = root.xpath("//g:node[@label='贺州市']//g:attvalue", namespaces=GEXF)
    city = {value.get("for"): value.get("value") for value in values}
    assert (city["kind"], city["category"], city["lat"]) == ("City", "place", "24.41")
    for name in ("size", "position", "color", "shape"):
        assert len(root.findall(f".//g:node/viz:{name}", GEXF)) == sample.NODES
    assert len({(p.get("x"), p.get("y")) for p in root.iterfind(".//viz:position", GEXF)}) == sample.NODES


def test_every_value_of_gexf_is_declared(exported: Exported) -> None:
    root = etree.parse(exported("gexf"))
    for kind in ("node", "edge"):
        declared = root.xpath(f"//g:attributes[@class='{kind}']/g:attribute/@id", namespaces=GEXF)
        assert len(declared) == len(set(declared))
        assert set(root.xpath(f"//g:{kind}//g:attvalue/@for", namespaces=GEXF)) <= set(declared)


def test_an_empty_graph_is_valid_and_timeless(tmp_path: Path) -> None:
    gexf.write(PropertyGraph((), ()), tmp_path / "empty.gexf")
    root = etree.parse(tmp_path / "empty.gexf")
    SCHEMA.assertValid(root)
    assert root.find("g:graph", GEXF).get("mode") == "static"
    graphml.write(PropertyGraph((), ()), tmp_path / "empty.graphml")
    assert len(nx.read_graphml(tmp_path / "empty.graphml")) == 0


def test_ndex_reads_cx2(graph: PropertyGraph, exported: Exported) -> None:
    read = RawCX2NetworkFactory().get_cx2network(json.loads(exported("cx2").read_text(encoding="utf-8")))
    nodes, edges = read.get_nodes(), read.get_edges()
    assert sorted(node["v"]["name"] for node in nodes.values()) == labels(graph)
    ends = ((nodes[e["s"]]["v"]["id"], e["v"]["interaction"], nodes[e["t"]]["v"]["id"]) for e in edges.values())
    assert sorted(ends) == links(graph)
    city = next(node for node in nodes.values() if node["v"]["name"] == "贺州市")
    assert (city["v"]["names"], city["v"]["lat"]) == (["贺州市", "贺州"], 24.41)
    assert isinstance(city["x"], float)


def test_cx2_declares_and_counts_what_it_holds(exported: Exported) -> None:
    document: list[dict[str, Any]] = json.loads(exported("cx2").read_text(encoding="utf-8"))
    assert document[0] == {"CXVersion": "2.0", "hasFragments": False}
    assert document[-1] == {"status": [{"success": True, "error": ""}]}
    aspects = {name: rows for block in document[2:-1] for name, rows in block.items()}
    assert {row["name"]: row["elementCount"] for row in document[1]["metaData"]} == {
        name: len(rows) for name, rows in aspects.items()
    }
    (declared,) = aspects["attributeDeclarations"]
    for kind in ("nodes", "edges"):
        used = {name for row in aspects[kind] for name in row["v"]}
        assert used <= declared[kind].keys()
    (style,) = aspects["visualProperties"]
    for mapping in (*style["nodeMapping"].values(), *style["edgeMapping"].values()):
        column = mapping["definition"]["attribute"]
        assert column in declared["nodes"] or column in declared["edges"]
