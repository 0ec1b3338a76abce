"""CSV for spreadsheets: a folder with statements.csv, nodes.csv and evidence.csv.

UTF-8 with a byte order mark, by which Excel knows that the text is not in the computer's old code page; a cell that a
spreadsheet would run as a formula gets an apostrophe before it.
"""

from __future__ import annotations

import csv
from pathlib import Path

from kg.exporters.columns import flat
from kg.exporters.property_graph import PropertyGraph
from kg.exporters.tables import Cell, tables
from kg.spreadsheets import harmless


def write(graph: PropertyGraph, folder: Path) -> None:
    """Write the three tables into a folder."""
    for table in tables(graph):
        with (folder / f"{table.name}.csv").open("w", encoding="utf-8-sig", newline="") as stream:
            out = csv.writer(stream, lineterminator="\r\n")
            out.writerow(field.name for field in table.fields)
            out.writerows(map(_cell, row) for row in table.rows())


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    return harmless(flat(value)) if isinstance(value, str | tuple) else flat(value)
