"""Neo4j and Memgraph: a folder with typed CSV for `neo4j-admin database import`, and Cypher that any server runs.

Here measured values are nodes (`:Measurement`, joined by HAS_MEASUREMENT), and so are the places that others lie in,
named by a statement or not, joined by WITHIN: a database is asked for them, and draws only what it is asked for.
The CSV has no byte order mark and no line break within a cell, both of which the importer takes for data or for the end
of a row.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kg import ontology
from kg.exporters import cypher
from kg.exporters.columns import EDGE_COLUMNS, Column, ColumnType, Row, Value, flat, node_columns, present
from kg.exporters.property_graph import Edge, Node, PropertyGraph

_TYPES: Final = {
    ColumnType.STRING: "string",
    ColumnType.INTEGER: "long",
    ColumnType.DOUBLE: "double",
    ColumnType.BOOLEAN: "boolean",
    ColumnType.DATE: "date",
    ColumnType.STRINGS: "string[]",
}
# The type of the relationship tells the interaction already.
_EDGE_COLUMNS: Final = tuple(column for column in EDGE_COLUMNS if column.name != "interaction")
_MEASURE_COLUMNS: Final[tuple[Column[Edge], ...]] = (
    Column("name", ColumnType.STRING, lambda edge: str(edge.measure)),
    Column("indicator", ColumnType.STRING, lambda edge: edge.measure.indicator if edge.measure else None),
    Column("value", ColumnType.DOUBLE, lambda edge: edge.measure.value if edge.measure else None),
    Column("unit", ColumnType.STRING, lambda edge: edge.measure.unit if edge.measure else None),
    Column("wording", ColumnType.STRING, lambda edge: edge.measure.wording if edge.measure else None),
    Column("measured_at", ColumnType.STRING, lambda edge: edge.measure.time if edge.measure else None),
    Column("target", ColumnType.BOOLEAN, lambda edge: edge.measure.target if edge.measure else None),
)
_IMPORT: Final = """\
#!/bin/sh
# Makes a Neo4j 5 database of the CSV files beside this script. Stop the server first.
# Example: sh import.sh smartcity
# A database that is there already is replaced with --overwrite behind its name only.
set -eu
case "$#:${1:-}:${2:-}" in
  *:-*:*) ;;
  1:?*:) overwrite= ;;
  2:?*:--overwrite) overwrite=--overwrite-destination ;;
esac
if [ -z "${overwrite+given}" ]; then
  echo "usage: sh import.sh DATABASE [--overwrite]" >&2
  exit 2
fi
cd "$(dirname "$0")"
neo4j-admin database import full "$1" $overwrite \\
  --nodes=nodes.csv --nodes=measurements.csv --relationships=relationships.csv
"""
_MEASUREMENT: Final = "Measurement"


@dataclass(frozen=True, slots=True)
class Item:
    """A node or a relationship as both files tell it: ids, label or type, and the properties that it has.

    `label` tells, with the id, which node it is; `classes` are the further labels that it has now.
    """

    id: str
    label: str
    properties: dict[str, Value]
    classes: tuple[str, ...] = ()
    source: str = ""
    target: str = ""
    target_label: str = ""


def write(graph: PropertyGraph, folder: Path) -> None:
    """Write the CSV files, the import script and the Cypher files into a folder."""
    columns = node_columns(graph)
    nodes = [Item(node.id, cypher.THING, _properties(columns, node), _classes(node.kind)) for node in graph.all_nodes]
    measured = {edge.target: edge for edge in graph.measurements}
    measures = [_measurement(edge) for _, edge in sorted(measured.items())]
    edges = list(_relationships(graph))
    _nodes_csv(folder / "nodes.csv", _kinds(columns), nodes)
    _nodes_csv(folder / "measurements.csv", _kinds(_MEASURE_COLUMNS), measures)
    _relationships_csv(folder / "relationships.csv", _kinds(_EDGE_COLUMNS), edges)
    (folder / "import.sh").write_text(_IMPORT, encoding="utf-8", newline="\n")
    constraints = cypher.constraints((cypher.THING, _MEASUREMENT))
    (folder / "constraints.cypher").write_text(constraints, encoding="utf-8", newline="\n")
    classes = [name for name, term in ontology.load().classes.items() if term.group]
    with (folder / "import.cypher").open("w", encoding="utf-8", newline="\n") as stream:
        stream.writelines(cypher.statements((*nodes, *measures), edges, classes))


def relationship_type(predicate: str) -> str:
    """`partnersWith` as Neo4j would have it: PARTNERS_WITH."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", predicate).upper()


def _relationships(graph: PropertyGraph) -> Iterator[Item]:
    yield from _places(graph.all_nodes)
    for edges, target_label in ((graph.edges, cypher.THING), (graph.measurements, _MEASUREMENT)):
        for edge in edges:
            kind, properties = relationship_type(edge.predicate), _properties(_EDGE_COLUMNS, edge)
            yield Item(edge.id, kind, properties, (), edge.source, edge.target, target_label)


def _classes(kind: str) -> tuple[str, ...]:
    """A class and those above it, from the top: Organization, Firm."""
    return tuple(reversed(tuple(ontology.load().ancestors(kind))))


def _places(nodes: Sequence[Node]) -> Iterator[Item]:
    """Which place lies in which: WITHIN."""
    term = ontology.load().properties["within"]
    names: dict[str, Value] = {"name": term.label_zh, "name_en": term.label_en}
    kind, drawn = relationship_type(term.name), {node.id for node in nodes}
    for node in nodes:
        parent = str(dict(node.attributes).get("within_id", ""))
        if parent in drawn:
            yield Item(f"within.{node.id}", kind, names, (), node.id, parent, cypher.THING)


def _measurement(edge: Edge) -> Item:
    return Item(edge.target, _MEASUREMENT, _properties(_MEASURE_COLUMNS, edge))


def _properties(columns: Sequence[Column[Row]], row: Row) -> dict[str, Value]:
    return {column.name: value for column, value in present(columns, row)}


def _kinds(columns: Sequence[Column[Row]]) -> dict[str, ColumnType]:
    return {column.name: column.kind for column in columns}


def _nodes_csv(path: Path, kinds: Mapping[str, ColumnType], items: Sequence[Item]) -> None:
    rows = ([item.id, ";".join((item.label, *item.classes)), *_cells(kinds, item)] for item in items)
    _csv(path, ["id:ID", ":LABEL", *_heads(kinds)], rows)


def _relationships_csv(path: Path, kinds: Mapping[str, ColumnType], items: Sequence[Item]) -> None:
    rows = ([item.id, item.source, item.target, item.label, *_cells(kinds, item)] for item in items)
    _csv(path, ["id", ":START_ID", ":END_ID", ":TYPE", *_heads(kinds)], rows)


def _heads(kinds: Mapping[str, ColumnType]) -> list[str]:
    return [f"{name}:{_TYPES[kind]}" for name, kind in kinds.items()]


def _cells(kinds: Mapping[str, ColumnType], item: Item) -> Iterator[str]:
    for name in kinds:
        value = item.properties.get(name)
        if isinstance(value, tuple):
            # The importer splits lists at semicolons and knows no escape.
            yield ";".join(part.replace(";", "；") for part in value)
        else:
            yield "" if value is None else flat(value)


def _csv(path: Path, heads: list[str], rows: Iterable[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        out = csv.writer(stream, lineterminator="\n")
        out.writerow(heads)
        out.writerows(rows)
