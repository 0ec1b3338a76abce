"""GraphML for yEd: labels, shapes, colours, lines and positions in yEd's own elements, the data beside them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Final

from kg.exporters import graphml
from kg.exporters.graphml import data
from kg.exporters.markup import tag, text
from kg.exporters.property_graph import Edge, Node, PropertyGraph
from kg.exporters.style import style

_Y: Final = "http://www.yworks.com/xml/graphml"
_LINES: Final = {"planned": "dashed", "underway": "dashed_dotted"}


def write(graph: PropertyGraph, path: Path) -> None:
    """Write a graph that has been laid out to a file that yEd opens as a drawing."""
    elements = chain(map(_node, graph.nodes), map(_edge, graph.edges))
    graphml.write_document(path, _keys(), elements, xmlns__y=_Y)


def _keys() -> Iterator[str]:
    for for_, graphics in (("node", "nodegraphics"), ("edge", "edgegraphics")):
        # yEd knows the columns description and url by these names and shows them as tooltip and link.
        for name in ("description", "url"):
            yield graphml.key(for_, name, "string")
        yield tag("key", id=graphics, for_=for_, **{"yfiles.type": graphics})


def _node(node: Node) -> str:
    left, top, side = (f"{value:.1f}" for value in (node.x - node.size / 2, node.y - node.size / 2, node.size))
    shape = tag(
        "y:ShapeNode",
        tag("y:Geometry", x=left, y=top, width=side, height=side),
        tag("y:Fill", color=node.color, transparent="false"),
        tag("y:BorderStyle", color="#333333", type="line", width="1.0"),
        tag("y:NodeLabel", text(node.label), modelName="sides", modelPosition="s", fontSize="12", textColor="#000000"),
        tag("y:Shape", type=style(node.group).yed),
    )
    lines = (node.label_en, node.kind, ", ".join(node.names[1:]), *node.measurements)
    told = data("n.description", text("\n".join(line for line in lines if line)))
    return graphml.node_element(node, told, data("n.url", text(node.iri)), data("nodegraphics", shape))


def _edge(edge: Edge) -> str:
    line = tag(
        "y:PolyLineEdge",
        tag("y:LineStyle", color="#666666", type=_LINES.get(edge.status, "line"), width="1.0"),
        tag("y:Arrows", source="none", target="none" if edge.symmetric else "standard"),
        tag("y:EdgeLabel", text(edge.label), fontSize="10", textColor="#444444"),
    )
    best = edge.best
    source = " ".join(word for word in (best.publisher, best.date[:10], best.article_title) if word)
    told = data("e.description", text("\n".join(part for part in (best.quote, source) if part)))
    link = [data("e.url", text(best.url))] if best.url else []
    return graphml.edge_element(edge, told, *link, data("edgegraphics", line))
