"""The properties that nodes and edges carry into every graph tool: one name and one type each.

Graph tools want a property to have one type throughout; what a node or edge lacks is left out, never a made-up value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, Generic, TypeVar

from kg.exporters.property_graph import Edge, Node, PropertyGraph

Value = str | int | float | bool | date | tuple[str, ...]
Row = TypeVar("Row", Node, Edge)


class ColumnType(StrEnum):
    """The type of a column."""

    STRING = "string"
    INTEGER = "integer"
    DOUBLE = "double"
    BOOLEAN = "boolean"
    DATE = "date"
    STRINGS = "strings"


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A property: its name, its type, and how to get it from a node or an edge (None or empty where it is missing)."""

    name: str
    kind: ColumnType
    get: Callable[[Row], Value | None]

    def values(self, rows: Sequence[Row]) -> Iterator[Value | None]:
        """The value of each row, None where it is missing."""
        return (value if value not in ("", ()) else None for value in map(self.get, rows))


NODE_COLUMNS: Final[tuple[Column[Node], ...]] = (
    Column("name", ColumnType.STRING, lambda node: node.label),
    Column("name_en", ColumnType.STRING, lambda node: node.label_en),
    Column("kind", ColumnType.STRING, lambda node: node.kind),
    Column("category", ColumnType.STRING, lambda node: node.group),
    Column("names", ColumnType.STRINGS, lambda node: node.names),
    Column("iri", ColumnType.STRING, lambda node: node.iri),
    Column("degree", ColumnType.INTEGER, lambda node: node.degree),
    Column("measurements", ColumnType.STRINGS, lambda node: node.measurements),
)

EDGE_COLUMNS: Final[tuple[Column[Edge], ...]] = (
    Column("interaction", ColumnType.STRING, lambda edge: edge.predicate),
    Column("name", ColumnType.STRING, lambda edge: edge.label),
    Column("name_en", ColumnType.STRING, lambda edge: edge.label_en),
    Column("status", ColumnType.STRING, lambda edge: edge.status),
    Column("time", ColumnType.STRING, lambda edge: "; ".join(edge.times)),
    Column("from_day", ColumnType.DATE, lambda edge: edge.start),
    Column("to_day", ColumnType.DATE, lambda edge: edge.end),
    Column("confidence", ColumnType.DOUBLE, lambda edge: edge.confidence),
    Column("support", ColumnType.INTEGER, lambda edge: edge.support),
    Column("amount", ColumnType.DOUBLE, lambda edge: edge.amount),
    Column("amount_unit", ColumnType.STRING, lambda edge: edge.amount_unit),
    Column("title", ColumnType.STRING, lambda edge: edge.title),
    Column("agreement", ColumnType.STRING, lambda edge: edge.agreement),
    Column("symmetric", ColumnType.BOOLEAN, lambda edge: edge.symmetric),
    Column("quote", ColumnType.STRING, lambda edge: edge.best.quote),
    Column("quotes", ColumnType.INTEGER, lambda edge: len(edge.evidence)),
    Column("article", ColumnType.STRING, lambda edge: edge.best.article_title),
    Column("publisher", ColumnType.STRING, lambda edge: edge.best.publisher),
    Column("published", ColumnType.STRING, lambda edge: edge.best.date),
    Column("url", ColumnType.STRING, lambda edge: edge.best.url),
    Column("iri", ColumnType.STRING, lambda edge: edge.iri),
)


def node_columns(graph: PropertyGraph) -> tuple[Column[Node], ...]:
    """The columns of the nodes: those that all graphs have, then one for each attribute that some node has."""
    kinds: dict[str, ColumnType] = {}
    for node in graph.all_nodes:
        for name, value in node.attributes:
            kind = ColumnType.STRING if isinstance(value, str) else ColumnType.DOUBLE
            kinds[name] = ColumnType.STRING if kinds.get(name, kind) is not kind else kind
    taken = {column.name for column in NODE_COLUMNS}
    more = (_attribute(f"{name}_" if name in taken else name, name, kind) for name, kind in sorted(kinds.items()))
    return (*NODE_COLUMNS, *more)


def _attribute(title: str, name: str, kind: ColumnType) -> Column[Node]:
    def get(node: Node) -> Value | None:
        value = next((value for key, value in node.attributes if key == name), None)
        return str(value) if kind is ColumnType.STRING and value is not None else value

    return Column(title, kind, get)


def present(columns: Sequence[Column[Row]], row: Row) -> Iterator[tuple[Column[Row], Value]]:
    """The columns that a node or an edge has a value for, with the value."""
    for column in columns:
        value = column.get(row)
        if value is not None and value != "" and value != ():
            yield column, value


def flat(value: Value) -> str:
    """A value as text: lists with semicolons, booleans as true and false, whole numbers without a point, ISO days."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return "; ".join(value)
    if isinstance(value, float):
        return _plain_number(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def _plain_number(value: float) -> str:
    """A number without exponent where it is whole: 3045000000, 0.85."""
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
