"""GraphML for yEd: labels, shapes, colours, lines and positions in yEd's own elements, the data beside them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Final

from lxml import etree

from kg.exporters import graphml
from kg.exporters.property_graph import Edge, Node, PropertyGraph
from kg.exporters.style import style

_Y: Final = "http://www.yworks.com/xml/graphml"
_LINES: Final = {"planned": "dashed", "underway": "dashed_dotted"}
_GRAPHICS: Final = {"node": "nodegraphics", "edge": "edgegraphics"}


def write(graph: PropertyGraph, path: Path) -> None:
    """Write a graph that has been laid out to a file that yEd opens as a drawing."""
    elements = chain((_node(node) for node in graph.nodes), (_edge(edge) for edge in graph.edges))
    graphml.write_graphml(path, _keys(), elements, {"y": _Y})


def _keys() -> Iterator[etree._Element]:
    for for_, graphics in _GRAPHICS.items():
        # yEd knows the columns description and url by these names and shows them as tooltip and link.
        for name in ("description", "url"):
            yield graphml.key(for_, name, "string")
        drawing = etree.Element(f"{{{graphml.NAMESPACE}}}key", {"id": graphics, "for": for_})
        drawing.set("yfiles.type", graphics)
        yield drawing


def _node(node: Node) -> etree._Element:
    element = graphml.node_element(node)
    graphml.data(element, "n.description", _described(node))
    graphml.data(element, "n.url", node.iri)
    shape = _y(graphml.data(element, "nodegraphics"), "ShapeNode")
    side = node.size
    _y(shape, "Geometry", x=node.x - side / 2, y=node.y - side / 2, width=side, height=side)
    _y(shape, "Fill", color=node.color, transparent="false")
    _y(shape, "BorderStyle", color="#333333", type="line", width="1.0")
    label = _y(shape, "NodeLabel", modelName="sides", modelPosition="s", fontSize="12", textColor="#000000")
    label.text = node.label
    _y(shape, "Shape", type=style(node.group).yed)
    return element


def _described(node: Node) -> str:
    lines = (node.label_en, node.kind, ", ".join(node.names[1:]), *node.measurements)
    return "\n".join(line for line in lines if line)


def _edge(edge: Edge) -> etree._Element:
    element = graphml.edge_element(edge)
    best = edge.best
    source = " ".join(word for word in (best.publisher, best.date[:10], best.article_title) if word)
    graphml.data(element, "e.description", "\n".join(line for line in (best.quote, source) if line))
    if best.url:
        graphml.data(element, "e.url", best.url)
    line = _y(graphml.data(element, "edgegraphics"), "PolyLineEdge")
    _y(line, "LineStyle", color="#666666", type=_LINES.get(edge.status, "line"), width="1.0")
    _y(line, "Arrows", source="none", target="none" if edge.symmetric else "standard")
    label = _y(line, "EdgeLabel", fontSize="10", textColor="#444444")
    label.text = edge.label
    return element


def _y(parent: etree._Element, name: str, **attributes: str | float) -> etree._Element:
    """A drawing element; lengths are rounded to a tenth of a pixel."""
    plain = {key: value if isinstance(value, str) else f"{value:.1f}" for key, value in attributes.items()}
    return etree.SubElement(parent, f"{{{_Y}}}{name}", plain)
