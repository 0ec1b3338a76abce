"""Parquet: columns with types of their own, for data frames; needs the extra `parquet`."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import IO, Any

from kg.errors import ExportError
from kg.questions.formats import cells
from kg.questions.table import Table, Value


def write(table: Table, stream: IO[bytes]) -> None:
    """Write one row group. Raises ExportError if the library is missing."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        remedy = 'pip install "smartcity-kg[parquet]"'
        raise ExportError("Parquet needs the library pyarrow", remedy=remedy) from error
    names = cells.header(table)
    columns = list(zip(*cells.rows(table), strict=True)) or [()] * len(names)
    arrays = [_array(pa, column) for column in columns]
    pq.write_table(pa.Table.from_arrays(arrays, names=names), stream)


def _array(pa: Any, column: tuple[Value, ...]) -> Any:
    """A column with the one type that all its cells have; numbers of two types become floats, all else text."""
    kinds = {_kind(cell) for cell in column if cell is not None}
    if kinds == {"integer"}:
        try:
            return pa.array(column, pa.int64())
        except OverflowError:
            kinds = {"number"}
    if kinds == {"boolean"}:
        return pa.array(column, pa.bool_())
    if kinds == {"date"}:
        return pa.array(column, pa.date32())
    if kinds == {"moment"}:
        return pa.array(column, pa.timestamp("ms", tz="+08:00"))
    if kinds and kinds <= {"integer", "number"}:
        return pa.array([None if cell is None else float(cell) for cell in column], pa.float64())  # type: ignore[arg-type]
    return pa.array([None if cell is None else str(cells.plain(cell)) for cell in column], pa.string())


def _kind(cell: Value) -> str:
    if isinstance(cell, bool):
        return "boolean"
    if isinstance(cell, int):
        return "integer"
    if isinstance(cell, float | Decimal):
        return "number"
    if isinstance(cell, dt.datetime):
        return "moment" if cell.tzinfo else "text"
    return "date" if isinstance(cell, dt.date) else "text"
