"""Parquet for data frames: a folder with statements.parquet, nodes.parquet and evidence.parquet, all columns typed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import ExportError
from kg.exporters.columns import ColumnType
from kg.exporters.property_graph import PropertyGraph
from kg.exporters.tables import Cell, tables

if TYPE_CHECKING:
    import pyarrow


def write(graph: PropertyGraph, folder: Path) -> None:
    """Write the three tables into a folder. Raises ExportError where pyarrow is not installed."""
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise ExportError("pyarrow is not installed", remedy='pip install "smartcity-kg[parquet]"') from error
    for table in tables(graph):
        schema = pa.schema([pa.field(field.name, _type(pa, field.kind)) for field in table.fields])
        rows = [[_cell(value) for value in row] for row in table.rows()]
        columns = zip(*rows, strict=True) if rows else ((),) * len(schema)
        arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
        data = pa.Table.from_arrays(arrays, schema=schema)
        parquet.write_table(data, folder / f"{table.name}.parquet", compression="zstd")


def _type(pa: pyarrow, kind: ColumnType) -> pyarrow.DataType:
    types = {
        ColumnType.STRING: pa.string(),
        ColumnType.INTEGER: pa.int64(),
        ColumnType.DOUBLE: pa.float64(),
        ColumnType.BOOLEAN: pa.bool_(),
        ColumnType.DATE: pa.date32(),
        ColumnType.STRINGS: pa.list_(pa.string()),
    }
    return types[kind]


def _cell(value: Cell) -> Cell:
    """Missing text is null, as missing numbers are."""
    return None if value == "" else value
