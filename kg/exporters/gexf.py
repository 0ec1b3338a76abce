"""GEXF 1.3 for Gephi and Gephi Lite, after the format's own schema (networkx writes files that fail it).

Colours, sizes, positions and shapes stand in the namespace viz, as the format's grammar and its primer have it. Its
XSD, which puts them in the format's own, accepts a file moved there and objects to nothing else. Gephi and Gephi Lite
read both: they go by local names and by the prefix viz.

Every edge is directed, as networkx refuses a file that holds both sorts; a symmetric one carries `symmetric` = true.
Edges of different predicates between the same two nodes differ in `kind`, by which Gephi keeps them apart. An edge is
there during each time that its statement gives, one spell a time; one without time is always there, as nodes are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from kg.exporters.columns import EDGE_COLUMNS, Column, ColumnType, Row, flat, node_columns, present
from kg.exporters.markup import HEAD, start, tag, text
from kg.exporters.property_graph import Edge, Node, PropertyGraph
from kg.exporters.style import rgb, style
from kg.exporters.times import span

_SPACES: Final = {"xmlns": "http://gexf.net/1.3", "xmlns__viz": "http://gexf.net/1.3/viz"}
_TYPES: Final = {ColumnType.INTEGER: "integer", ColumnType.DOUBLE: "double", ColumnType.BOOLEAN: "boolean"}
_LINES: Final = {"planned": "dashed", "underway": "dotted"}
_TIMED: Final = {"mode": "dynamic", "timeformat": "date", "timerepresentation": "interval"}
# No date of writing: the same graph gives the same bytes.
_META: Final = tag(
    "meta",
    tag("creator", text("smartcity-kg")),
    tag("description", text("Smart city knowledge graph 智慧城市知识图谱")),
)


def write(graph: PropertyGraph, path: Path) -> None:
    """Write a graph that has been laid out to a file."""
    columns = node_columns(graph)
    mode = _TIMED if any(edge.times for edge in graph.edges) else {"mode": "static"}
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write(f"{HEAD}{start('gexf', **_SPACES, version='1.3')}\n  {_META}\n")
        out.write("  " + start("graph", defaultedgetype="directed", idtype="string", **mode) + "\n")
        out.write(f"    {_attributes('node', columns)}\n    {_attributes('edge', EDGE_COLUMNS)}\n")
        out.writelines(_all("nodes", len(graph.nodes), (_node(node, columns) for node in graph.nodes)))
        out.writelines(_all("edges", len(graph.edges), map(_edge, graph.edges)))
        out.write("  </graph>\n</gexf>\n")


def _all(name: str, count: int, elements: Iterable[str]) -> Iterable[str]:
    yield "    " + start(name, count=str(count)) + "\n"
    yield from (f"      {element}\n" for element in elements)
    yield f"    </{name}>\n"


def _attributes(class_: str, columns: Sequence[Column[Row]]) -> str:
    declared = (
        tag("attribute", id=column.name, title=column.name, type=_TYPES.get(column.kind, "string"))
        for column in columns
    )
    return tag("attributes", *declared, class_=class_)


def _node(node: Node, columns: Sequence[Column[Node]]) -> str:
    red, green, blue = rgb(node.color)
    return tag(
        "node",
        _values(columns, node),
        tag("viz:size", value=f"{node.size:.1f}"),
        tag("viz:position", x=f"{node.x:.1f}", y=f"{node.y:.1f}", z="0.0"),
        tag("viz:color", r=str(red), g=str(green), b=str(blue)),
        tag("viz:shape", value=style(node.group).gexf),
        id=node.id,
        label=node.label,
    )


def _edge(edge: Edge) -> str:
    spells = [spell for spell in map(_spell, edge.times) if spell]
    return tag(
        "edge",
        _values(EDGE_COLUMNS, edge),
        tag("spells", *spells) if spells else "",
        tag("viz:thickness", value=f"{0.5 + edge.confidence:.2f}"),
        tag("viz:shape", value=_LINES.get(edge.status, "solid")),
        id=edge.id,
        source=edge.source,
        target=edge.target,
        type="directed",
        kind=edge.predicate,
        label=edge.label,
        weight=f"{max(edge.support, 1)}.0",
    )


def _spell(time: str) -> str:
    """The first and last day of a time; an open end is left out, and what is no time gives nothing."""
    first, last = span(time)
    days = {"start": first, "end": last}
    known = {name: day.isoformat() for name, day in days.items() if day}
    return tag("spell", **known) if known else ""


def _values(columns: Sequence[Column[Row]], row: Row) -> str:
    values = (tag("attvalue", for_=column.name, value=flat(value)) for column, value in present(columns, row))
    return tag("attvalues", *values)
