"""One HTML file that shows the graph: opens from disk, makes no request, carries every statement's sentence."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from kg import ids
from kg.errors import QueryError

if TYPE_CHECKING:
    from kg.exporters.property_graph import Node, PropertyGraph
    from kg.store import Store

__all__ = ["draw_page", "find_thing", "write_page"]


def write_page(store: Store, path: Path, *, focus: str | None = None, min_confidence: float = 0.0) -> Path:
    """Write the page of a store's graph to `path` and return it; an older file is replaced only by a whole one.

    `focus` is the name or IRI of the thing that the page opens on, with what surrounds it. Statements less sure than
    `min_confidence` (0 to 1) are left out, and things that no other statement speaks of. Raises QueryError if no thing
    is called `focus`, ExportError if the file cannot be written.
    """
    from kg.exporters.reading import property_graph

    return draw_page(property_graph(store, min_confidence), path, focus=focus)


def draw_page(graph: PropertyGraph, path: Path, *, focus: str | None = None) -> Path:
    """The same for a graph that was read already."""
    # pyvis alone takes half a second to import.
    from kg.exporters.atomic import new_file
    from kg.view.page import render

    text = render(graph, focus=find_thing(graph, focus).id if focus else None)
    with new_file(path) as part:
        part.write_text(text, encoding="utf-8", newline="\n")
    return path


def find_thing(graph: PropertyGraph, name: str) -> Node:
    """The thing of that IRI or name; of several the best connected. Raises QueryError that suggests what is near."""
    key = ids.name_key(name)
    found = [node for node in graph.nodes if node.iri == name or key in _keys(node)]
    if found:
        # Its own name counts for more than another thing's by-name.
        return min(found, key=lambda node: (ids.name_key(node.label) != key, -node.degree, node.iri))
    near = get_close_matches(name, sorted({node.label for node in graph.nodes}), n=3, cutoff=0.5)
    remedy = (
        f"perhaps 是否为 {'、'.join(near)}"
        if near
        else "see what there is with kg view without --focus 可不带 --focus 查看全图"
    )
    raise QueryError(f"nothing in the graph is called {name} 图谱中没有这个名称", remedy=remedy)


def _keys(node: Node) -> set[str]:
    return {ids.name_key(name) for name in (node.label, node.label_en, *node.names) if name}
