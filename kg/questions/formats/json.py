"""JSON: a list of objects, one a row, keys in the order of the columns, absent values null."""

from __future__ import annotations

import json
from typing import IO

from kg.questions.formats import cells
from kg.questions.table import Table


def write(table: Table, stream: IO[bytes]) -> None:
    """Write JSON in UTF-8, indented."""
    names = cells.header(table)
    found = [dict(zip(names, map(cells.plain, row), strict=True)) for row in cells.rows(table)]
    stream.write(json.dumps(found, ensure_ascii=False, indent=2, allow_nan=False).encode("utf-8") + b"\n")
