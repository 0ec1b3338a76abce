"""What the formats agree on: columns of IRIs are followed by a column of what the IRIs are called."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from kg.questions.library import Column, Kind
from kg.questions.table import Iri, Table, Value

NAMED: Final = (Kind.ENTITY, Kind.CLASS, Kind.PREDICATE)

Plain = str | int | float | bool | None


def header(table: Table) -> list[str]:
    """The names of the columns: `firm`, `firm_label`, …"""
    return [name for column in table.columns for name in names(column)]


def names(column: Column) -> tuple[str, ...]:
    """The names of what one column of the answer becomes."""
    return (column.name, f"{column.name}_label") if column.kind in NAMED else (column.name,)


def rows(table: Table) -> Iterator[list[Value]]:
    """The rows under that header."""
    for row in table.rows:
        cells: list[Value] = []
        for at, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
            cells.append(cell)
            if column.kind in NAMED:
                cells.append(table.name(row, at))
        yield cells


def plain(cell: Value) -> Plain:
    """A cell as JSON knows it: times as ISO 8601, whole decimals as integers, other decimals as numbers."""
    if isinstance(cell, Decimal):
        return int(cell) if cell == cell.to_integral_value() else float(cell)
    if isinstance(cell, dt.date | dt.datetime):
        return cell.isoformat()
    return str(cell) if isinstance(cell, Iri) else cell
