"""The graph as openCypher: batches of rows that Neo4j and Memgraph run alike.

MERGE makes a second run harmless: things are looked up by the label that all have, and those of their class are set
anew, since a later graph may know better. Rows of a batch have the same properties, so that no value is null.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from kg.exporters.columns import Value

if TYPE_CHECKING:
    from kg.exporters.neo4j import Item

THING: Final = "Thing"
"""The label that all things have; by it they are found again, whatever their class has become."""
BATCH: Final = 500
"""Rows of a statement: enough to save round trips, few enough for a server's limits on the length of a query."""

_HEAD: Final = """\
// The knowledge graph as openCypher. A second run changes nothing.
// Neo4j:    cypher-shell -f constraints.cypher && cypher-shell -f import.cypher
// Memgraph: mgconsole < import.cypher
"""


def constraints(labels: Iterable[str]) -> str:
    """What makes ids unique and look-ups fast in Neo4j 5; to be run before the import."""
    return "".join(
        f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE;\n"
        for label in labels
    )


def statements(nodes: Iterable[Item], edges: Iterable[Item], classes: Sequence[str]) -> Iterator[str]:
    """The whole file, piece by piece: nodes first, then relationships; `classes` are all labels of classes."""
    yield _HEAD
    for (label, labels, *names), items in _alike(
        nodes, lambda item: (item.label, ":".join(item.classes), *item.properties)
    ):
        classed = f"\nREMOVE n:{':'.join(classes)}\nSET n:{labels}" if labels else ""
        yield from _unwound(items, names, f"MERGE (n:{label} {{id: row.id}}){classed}{_set('n', names)}")
    for (label, target, *names), items in _alike(edges, lambda item: (item.label, item.target_label, *item.properties)):
        match = f"MATCH (a:{THING} {{id: row.source}}), (b:{target} {{id: row.target}})"
        yield from _unwound(items, names, f"{match}\nMERGE (a)-[r:{label} {{id: row.id}}]->(b){_set('r', names)}")


def text(value: str) -> str:
    """A string literal."""
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"


def literal(value: Value) -> str:
    """A value as Cypher writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(text, value)) + "]"
    if isinstance(value, date):
        return f"date({text(value.isoformat())})"
    # A whole float keeps its point, or the engine would take the column for integers.
    return text(value) if isinstance(value, str) else repr(value)


def _alike(items: Iterable[Item], key: Callable[[Item], tuple[str, ...]]) -> list[tuple[tuple[str, ...], list[Item]]]:
    """The items by key, in the order of the keys; within a group they keep theirs."""
    groups: dict[tuple[str, ...], list[Item]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return sorted(groups.items())


def _set(variable: str, names: list[str]) -> str:
    if not names:
        return ""
    return "\nSET " + ", ".join(f"{variable}.{_name(name)} = row.{_name(name)}" for name in names)


def _unwound(items: list[Item], names: list[str], body: str) -> Iterator[str]:
    for start in range(0, len(items), BATCH):
        rows = ",\n".join(_row(item, names) for item in items[start : start + BATCH])
        yield f"UNWIND [\n{rows}\n] AS row\n{body};\n"


def _row(item: Item, names: list[str]) -> str:
    ends = [f"source: {text(item.source)}", f"target: {text(item.target)}"] if item.source else []
    values = [f"{_name(name)}: {literal(item.properties[name])}" for name in names]
    return "{" + ", ".join([f"id: {text(item.id)}", *ends, *values]) + "}"


def _name(name: str) -> str:
    return name if name.isidentifier() and name.isascii() else "`" + name.replace("`", "``") + "`"
