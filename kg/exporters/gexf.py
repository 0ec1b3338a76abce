"""GEXF 1.3 for Gephi and Gephi Lite, after the format's own schema (networkx writes files that fail it).

Edges of different predicates between the same two nodes differ in `kind`, by which Gephi keeps them apart. An edge is
there during each time that its statement gives, one spell a time; one without time is always there, as nodes are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from lxml import etree

from kg.exporters.columns import EDGE_COLUMNS, Column, Kind, Row, flat, node_columns, present
from kg.exporters.property_graph import Edge, Node, PropertyGraph
from kg.exporters.style import rgb, style
from kg.exporters.times import span

_GEXF: Final = "http://gexf.net/1.3"
_VIZ: Final = "http://gexf.net/1.3/viz"
_XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
_SPACES: Final = {None: _GEXF, "viz": _VIZ, "xsi": _XSI}
_TYPES: Final = {Kind.INTEGER: "integer", Kind.DOUBLE: "double", Kind.BOOLEAN: "boolean"}
_LINES: Final = {"planned": "dashed", "underway": "dotted"}


def write(graph: PropertyGraph, path: Path) -> None:
    """Write a graph that has been laid out to a file."""
    columns = node_columns(graph)
    timed = any(edge.times for edge in graph.edges)
    with path.open("wb") as stream, etree.xmlfile(stream, encoding="UTF-8") as xml:
        xml.write_declaration()
        where = {f"{{{_XSI}}}schemaLocation": f"{_GEXF} {_GEXF}/gexf.xsd"}
        with xml.element(_q("gexf"), {"version": "1.3", **where}, nsmap=_SPACES):
            xml.write("\n  ", _meta(), "\n  ")
            frame = {"defaultedgetype": "directed", "idtype": "string", "mode": "dynamic" if timed else "static"}
            dates = {"timeformat": "date", "timerepresentation": "interval"} if timed else {}
            with xml.element(_q("graph"), {**frame, **dates}):
                xml.write("\n    ", _attributes("node", columns), "\n    ", _attributes("edge", EDGE_COLUMNS))
                xml.write("\n    ")
                _write_all(xml, "nodes", (_node(node, columns) for node in graph.nodes), len(graph.nodes))
                xml.write("\n    ")
                _write_all(xml, "edges", map(_edge, graph.edges), len(graph.edges))
                xml.write("\n  ")
            xml.write("\n")


def _write_all(xml: etree._IncrementalFileWriter, name: str, elements: Iterator[etree._Element], count: int) -> None:
    with xml.element(_q(name), count=str(count)):
        for element in elements:
            xml.write("\n      ", element)
        xml.write("\n    ")


def _meta() -> etree._Element:
    # No date of writing: the same graph gives the same bytes.
    meta = etree.Element(_q("meta"))
    etree.SubElement(meta, _q("creator")).text = "smartcity-kg"
    etree.SubElement(meta, _q("description")).text = "Smart city knowledge graph 智慧城市知识图谱"
    return meta


def _attributes(class_: str, columns: Sequence[Column[Row]]) -> etree._Element:
    parent = etree.Element(_q("attributes"), {"class": class_})
    for column in columns:
        kind = _TYPES.get(column.kind, "string")
        etree.SubElement(parent, _q("attribute"), id=column.name, title=column.name, type=kind)
    return parent


def _node(node: Node, columns: Sequence[Column[Node]]) -> etree._Element:
    element = etree.Element(_q("node"), id=node.id, label=node.label)
    _values(element, columns, node)
    _viz(element, "size", value=f"{node.size:.1f}")
    _viz(element, "position", x=f"{node.x:.1f}", y=f"{node.y:.1f}", z="0.0")
    _color(element, node.color)
    _viz(element, "shape", value=style(node.group).gexf)
    return element


def _edge(edge: Edge) -> etree._Element:
    ends = {"id": edge.id, "source": edge.source, "target": edge.target}
    kind = {"type": "undirected" if edge.symmetric else "directed", "kind": edge.predicate, "label": edge.label}
    element = etree.Element(_q("edge"), {**ends, **kind, "weight": f"{max(edge.support, 1)}.0"})
    _values(element, EDGE_COLUMNS, edge)
    spells = [found for found in map(_spell, edge.times) if found]
    if spells:
        parent = etree.SubElement(element, _q("spells"))
        for spell in spells:
            etree.SubElement(parent, _q("spell"), spell)
    _viz(element, "thickness", value=f"{0.5 + edge.confidence:.2f}")
    _viz(element, "shape", value=_LINES.get(edge.status, "solid"))
    return element


def _spell(time: str) -> dict[str, str]:
    """The first and last day of a time as attributes; an open end is left out."""
    first, last = span(time)
    days = {"start": first, "end": last}
    return {name: day.isoformat() for name, day in days.items() if day}


def _values(element: etree._Element, columns: Sequence[Column[Row]], row: Row) -> None:
    parent = etree.SubElement(element, _q("attvalues"))
    for column, value in present(columns, row):
        etree.SubElement(parent, _q("attvalue"), {"for": column.name, "value": flat(value)})


def _color(element: etree._Element, color: str) -> None:
    red, green, blue = rgb(color)
    _viz(element, "color", r=str(red), g=str(green), b=str(blue))


def _viz(element: etree._Element, name: str, **attributes: str) -> None:
    etree.SubElement(element, f"{{{_VIZ}}}{name}", attributes)


def _q(name: str) -> str:
    return f"{{{_GEXF}}}{name}"
