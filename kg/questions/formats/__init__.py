"""An answer as text or file, one module a format, each with `write(table, stream)`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO

from kg.errors import ExportError
from kg.questions.formats import json, parquet, separated, xlsx
from kg.questions.table import Table

Writer = Callable[[Table, IO[bytes]], None]

FORMATS: Mapping[str, Writer] = {
    "csv": separated.csv,
    "tsv": separated.tsv,
    "json": json.write,
    "xlsx": xlsx.write,
    "parquet": parquet.write,
}
"""The formats for other programs; people read `kg.questions.formats.terminal`."""


def format_of(path: Path) -> str:
    """The format that a file name asks for. Raises ExportError for an ending that no format has."""
    name = path.suffix.removeprefix(".").lower()
    if name in FORMATS:
        return name
    remedy = f"end it in {', '.join(f'.{one}' for one in FORMATS)}, or give --format"
    raise ExportError(f"no format has the ending {path.suffix or '(none)'}", where=str(path), remedy=remedy)
