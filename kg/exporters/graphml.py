"""GraphML for Cytoscape, igraph and networkx: typed keys, unique edge ids, parallel edges kept.

Cytoscape shows the columns `name` and `interaction`. Symmetric edges carry `symmetric` = true instead of an undirected
mark of their own, as readers refuse files with both kinds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Final

from lxml import etree

from kg.exporters.columns import EDGE_COLUMNS, Column, Kind, Row, flat, node_columns, present
from kg.exporters.property_graph import Edge, Node, PropertyGraph

NAMESPACE: Final = "http://graphml.graphdrawing.org/xmlns"
_LOCATION: Final = f"{NAMESPACE} {NAMESPACE}/1.0/graphml.xsd"
_XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
_TYPES: Final = {Kind.INTEGER: "int", Kind.DOUBLE: "double", Kind.BOOLEAN: "boolean"}


def write(graph: PropertyGraph, path: Path) -> None:
    """Write the graph as GraphML to a file."""
    columns = node_columns(graph)
    elements: Iterator[etree._Element] = chain(
        (_node(node, columns) for node in graph.nodes), (_edge(edge) for edge in graph.edges)
    )
    write_graphml(path, chain(_keys("node", columns), _keys("edge", EDGE_COLUMNS)), elements)


def write_graphml(
    path: Path,
    keys: Iterator[etree._Element],
    elements: Iterator[etree._Element],
    namespaces: dict[str | None, str] | None = None,
) -> None:
    """Write keys, then nodes and edges, into the frame of a directed GraphML document."""
    spaces = {None: NAMESPACE, "xsi": _XSI, **(namespaces or {})}
    with path.open("wb") as stream, etree.xmlfile(stream, encoding="UTF-8") as xml:
        xml.write_declaration()
        with xml.element(_q("graphml"), {f"{{{_XSI}}}schemaLocation": _LOCATION}, nsmap=spaces):
            for key in keys:
                xml.write("\n  ", key)
            xml.write("\n  ")
            with xml.element(_q("graph"), id="G", edgedefault="directed"):
                for element in elements:
                    xml.write("\n    ", element)
                xml.write("\n  ")
            xml.write("\n")


def key(for_: str, name: str, kind: str) -> etree._Element:
    """The declaration of a column; its id is unique among nodes and edges together."""
    return etree.Element(_q("key"), {"id": f"{for_[0]}.{name}", "for": for_, "attr.name": name, "attr.type": kind})


def node_element(node: Node) -> etree._Element:
    """An empty node."""
    return etree.Element(_q("node"), id=node.id)


def edge_element(edge: Edge) -> etree._Element:
    """An empty edge."""
    return etree.Element(_q("edge"), id=edge.id, source=edge.source, target=edge.target)


def data(parent: etree._Element, key_id: str, text: str = "") -> etree._Element:
    """A value under a node or an edge."""
    element = etree.SubElement(parent, _q("data"), key=key_id)
    if text:
        element.text = text
    return element


def _keys(for_: str, columns: Sequence[Column[Row]]) -> Iterator[etree._Element]:
    return (key(for_, column.name, _TYPES.get(column.kind, "string")) for column in columns)


def _node(node: Node, columns: Sequence[Column[Node]]) -> etree._Element:
    element = node_element(node)
    for column, value in present(columns, node):
        data(element, f"n.{column.name}", flat(value))
    return element


def _edge(edge: Edge) -> etree._Element:
    element = edge_element(edge)
    for column, value in present(EDGE_COLUMNS, edge):
        data(element, f"e.{column.name}", flat(value))
    return element


def _q(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
