"""GraphML for Cytoscape, igraph and networkx: typed keys, unique edge ids, parallel edges kept.

Cytoscape shows the columns `name` and `interaction`. Symmetric edges carry `symmetric` = true instead of an undirected
mark of their own, as readers refuse files with both kinds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Final

from kg.exporters.columns import EDGE_COLUMNS, Column, ColumnType, Row, flat, node_columns, present
from kg.exporters.markup import HEAD, start, tag, text
from kg.exporters.property_graph import Edge, Node, PropertyGraph

NAMESPACE: Final = "http://graphml.graphdrawing.org/xmlns"
_XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
_TYPES: Final = {ColumnType.INTEGER: "int", ColumnType.DOUBLE: "double", ColumnType.BOOLEAN: "boolean"}


def write(graph: PropertyGraph, path: Path) -> None:
    """Write the graph as GraphML to a file."""
    columns = node_columns(graph)
    nodes = (node_element(node, *_values("n", columns, node)) for node in graph.nodes)
    edges = (edge_element(edge, *_values("e", EDGE_COLUMNS, edge)) for edge in graph.edges)
    write_document(path, chain(_keys("node", columns), _keys("edge", EDGE_COLUMNS)), chain(nodes, edges))


def write_document(path: Path, keys: Iterable[str], elements: Iterable[str], **namespaces: str) -> None:
    """Write keys, then nodes and edges, into the frame of a directed GraphML document."""
    where = {"xmlns__xsi": _XSI, "xsi__schemaLocation": f"{NAMESPACE} {NAMESPACE}/1.0/graphml.xsd"}
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write(HEAD + start("graphml", xmlns=NAMESPACE, **where, **namespaces) + "\n")
        out.writelines(f"  {key}\n" for key in keys)
        out.write("  " + start("graph", id="G", edgedefault="directed") + "\n")
        out.writelines(f"    {element}\n" for element in elements)
        out.write("  </graph>\n</graphml>\n")


def key(for_: str, name: str, kind: str) -> str:
    """The declaration of a column; its id is unique among nodes and edges together."""
    return tag("key", id=f"{for_[0]}.{name}", for_=for_, **{"attr.name": name, "attr.type": kind})


def node_element(node: Node, *values: str) -> str:
    """A node with its values."""
    return tag("node", *values, id=node.id)


def edge_element(edge: Edge, *values: str) -> str:
    """An edge with its values."""
    return tag("edge", *values, id=edge.id, source=edge.source, target=edge.target)


def data(key_id: str, inner: str) -> str:
    """A value, which is XML already."""
    return f"{_head(key_id)}{inner}</data>"


@cache
def _head(key_id: str) -> str:
    return start("data", key=key_id)


def _keys(for_: str, columns: Sequence[Column[Row]]) -> Iterator[str]:
    return (key(for_, column.name, _TYPES.get(column.kind, "string")) for column in columns)


def _values(letter: str, columns: Sequence[Column[Row]], row: Row) -> Iterator[str]:
    return (data(f"{letter}.{column.name}", text(flat(value))) for column, value in present(columns, row))
