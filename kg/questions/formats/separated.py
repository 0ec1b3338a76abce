"""CSV as RFC 4180 has it, and TSV; UTF-8, one line a row, lines ended as each format is used to."""

from __future__ import annotations

import csv as table_writer
from io import TextIOWrapper
from typing import IO

from kg.questions.formats import cells
from kg.questions.table import Iri, Table, Value
from kg.spreadsheets import harmless


def csv(table: Table, stream: IO[bytes]) -> None:
    """Write CSV: commas, quotation marks where needed, CR LF."""
    text = TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
    writer = table_writer.writer(text)
    writer.writerow(cells.header(table))
    writer.writerows([_harmless(cell) for cell in row] for row in cells.rows(table))
    text.detach()


def tsv(table: Table, stream: IO[bytes]) -> None:
    r"""Write TSV: tabs, LF; tab, line ends and backslash inside a cell as \t, \n, \r, \\."""
    lines = ["\t".join(cells.header(table))]
    lines += ["\t".join(_escaped(_harmless(cell)) for cell in row) for row in cells.rows(table)]
    stream.write(("\n".join(lines) + "\n").encode("utf-8"))


def _harmless(cell: Value) -> str:
    """A cell's text; one that a spreadsheet would take for a formula gets an apostrophe before it."""
    plain = cells.plain(cell)
    if plain is None:
        return ""
    if isinstance(plain, bool):
        return "true" if plain else "false"
    return harmless(plain) if isinstance(plain, str) and not isinstance(cell, Iri) else str(plain)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")
