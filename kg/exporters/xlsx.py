"""A workbook with the sheets 陈述 Statements, 事物 Entities and 依据 Evidence."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from kg import workbook
from kg.exporters.columns import flat
from kg.exporters.property_graph import PropertyGraph
from kg.exporters.tables import Cell, Field, Table, tables
from kg.workbook import Sheet

_SHEETS: Final = {"statements": "陈述 Statements", "nodes": "事物 Entities", "evidence": "依据 Evidence"}
_WIDE: Final = {"quote": 60, "article": 40, "article_title": 40, "names": 40, "measurements": 40, "iri": 40}


def write(graph: PropertyGraph, path: Path) -> None:
    """Write the workbook to a file. Raises ExportError where a table is longer than a sheet."""
    with path.open("wb") as stream:
        workbook.write(stream, map(_sheet, tables(graph)))


def _sheet(table: Table) -> Sheet:
    rows = (map(_plain, row) for row in table.rows())
    return Sheet(_SHEETS[table.name], [_column(field) for field in table.fields], rows)


def _column(field: Field) -> tuple[str, int]:
    return f"{field.zh} {field.name}".strip(), _WIDE.get(field.name, workbook.WIDTH)


def _plain(value: Cell) -> workbook.Cell:
    return flat(value) if isinstance(value, tuple) else value
