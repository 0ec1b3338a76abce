"""CX2, Cytoscape's own exchange format: the columns typed, the drawing as a style with mappings that can be changed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from kg.exporters.columns import EDGE_COLUMNS, Column, ColumnType, Row, Value, flat, node_columns, present
from kg.exporters.property_graph import PropertyGraph
from kg.exporters.style import styles

_TYPES: Final = {
    ColumnType.INTEGER: "integer",
    ColumnType.DOUBLE: "double",
    ColumnType.BOOLEAN: "boolean",
    ColumnType.STRINGS: "list_of_string",
}
_NAME: Final = "smartcity-kg"
_DESCRIPTION: Final = "Smart city knowledge graph 智慧城市知识图谱"


def write(graph: PropertyGraph, path: Path) -> None:
    """Write a graph that has been laid out to a file; one node or edge a line."""
    columns = node_columns(graph)
    # CX2 names nodes and edges by whole numbers; our ids stand in a column.
    number = {node.id: index for index, node in enumerate(graph.nodes)}
    nodes = []
    for node in graph.nodes:
        values = {"id": node.id, "size": node.size, **_row(columns, node)}
        nodes.append({"id": number[node.id], "x": node.x, "y": node.y, "v": values})
    edges = []
    for index, edge in enumerate(graph.edges):
        values = {"id": edge.id, **_row(EDGE_COLUMNS, edge)}
        edges.append({"id": index, "s": number[edge.source], "t": number[edge.target], "v": values})
    declared = {
        "networkAttributes": {"name": {}, "description": {}},
        "nodes": {"id": {"d": "string"}, "size": {"d": "double"}, **_declared(columns)},
        "edges": {"id": {"d": "string"}, **_declared(EDGE_COLUMNS)},
    }
    aspects: list[tuple[str, list[Any]]] = [
        ("attributeDeclarations", [declared]),
        ("networkAttributes", [{"name": _NAME, "description": _DESCRIPTION}]),
        ("nodes", nodes),
        ("edges", edges),
        ("visualProperties", [_style()]),
    ]
    path.write_text(_document(aspects), encoding="utf-8", newline="\n")


def _document(aspects: list[tuple[str, list[Any]]]) -> str:
    meta = [{"name": name, "elementCount": len(rows)} for name, rows in aspects]
    parts = [{"CXVersion": "2.0", "hasFragments": False}, {"metaData": meta}]
    blocks = [_json(part) for part in parts]
    for name, rows in aspects:
        blocks.append(f'{{"{name}": [\n' + ",\n".join(map(_json, rows)) + "\n]}")
    blocks.append(_json({"status": [{"success": True, "error": ""}]}))
    return "[\n" + ",\n".join(blocks) + "\n]\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _declared(columns: Sequence[Column[Row]]) -> dict[str, dict[str, str]]:
    return {column.name: {"d": _TYPES.get(column.kind, "string")} for column in columns}


def _row(columns: Sequence[Column[Row]], row: Row) -> dict[str, Value | list[str]]:
    return {column.name: _value(value) for column, value in present(columns, row)}


def _value(value: Value) -> Value | list[str]:
    if isinstance(value, tuple):
        return list(value)
    return flat(value) if isinstance(value, date) else value


def _style() -> dict[str, Any]:
    """Colour and shape by group, size by the column, dashed lines for what is planned or underway."""
    looks = styles()
    arrows = [{"v": True, "vp": "none"}, {"v": False, "vp": "triangle"}]
    lines = [{"v": "planned", "vp": "dashed"}, {"v": "underway", "vp": "dotted"}, {"v": "completed", "vp": "solid"}]
    return {
        "default": {
            "network": {"NETWORK_BACKGROUND_COLOR": "#FFFFFF"},
            "node": {"NODE_LABEL_FONT_SIZE": 12, "NODE_LABEL_COLOR": "#000000", "NODE_BACKGROUND_COLOR": "#888888"},
            "edge": {"EDGE_LINE_COLOR": "#888888", "EDGE_WIDTH": 1, "EDGE_LABEL_FONT_SIZE": 8},
        },
        "nodeMapping": {
            "NODE_LABEL": _passed("name", "string"),
            "NODE_WIDTH": _passed("size", "double"),
            "NODE_HEIGHT": _passed("size", "double"),
            "NODE_BACKGROUND_COLOR": _mapped("category", [{"v": g, "vp": look.color} for g, look in looks.items()]),
            "NODE_SHAPE": _mapped("category", [{"v": g, "vp": look.cx2} for g, look in looks.items()]),
        },
        "edgeMapping": {
            "EDGE_LABEL": _passed("name", "string"),
            "EDGE_LINE_STYLE": _mapped("status", lines),
            "EDGE_TARGET_ARROW_SHAPE": _mapped("symmetric", arrows, "boolean"),
        },
    }


def _passed(column: str, kind: str) -> dict[str, Any]:
    return {"type": "PASSTHROUGH", "definition": {"attribute": column, "type": kind}}


def _mapped(column: str, values: list[dict[str, Any]], kind: str = "string") -> dict[str, Any]:
    return {"type": "DISCRETE", "definition": {"attribute": column, "type": kind, "map": values}}
