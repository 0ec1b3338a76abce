"""A workbook with one sheet, for Excel and LibreOffice: numbers, days and moments are such, the rest is text."""

from __future__ import annotations

from typing import IO

from kg import workbook
from kg.questions.formats import cells
from kg.questions.table import Table
from kg.workbook import Sheet


def write(table: Table, stream: IO[bytes]) -> None:
    """Write the sheet. Raises ExportError where it has more rows than a sheet can have."""
    workbook.write(
        stream, [Sheet("结果 Answer", [(head, workbook.WIDTH) for head in _heads(table)], cells.rows(table))]
    )


def _heads(table: Table) -> list[str]:
    """The Chinese title of each column and its name, as the workbook of the graph has them."""
    chinese = {name: column.label_zh for column in table.columns for name in cells.names(column)}
    return [f"{chinese[name]} {name}".strip() for name in cells.header(table)]
