"""CSV, XLSX and Parquet, read by pandas, DuckDB and openpyxl."""

from __future__ import annotations

import builtins
import csv
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import duckdb
import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from kg import workbook
from kg.errors import ExportError
from kg.exporters import export
from kg.exporters.property_graph import PropertyGraph
from kg.exporters.text import clean
from kg.store import Store
from tests.exporters import sample

Exported = Callable[[str], Path]
COUNTS = {
    "statements": sample.EDGES + sample.MEASUREMENTS,
    "nodes": sample.NODES + sample.ABOVE,
    "evidence": sample.EVIDENCE,
}


@pytest.mark.parametrize("name", COUNTS)
def test_pandas_reads_the_csv(name: str, exported: Exported) -> None:
    assert len(pd.read_csv(exported("csv") / f"{name}.csv")) == COUNTS[name]


@pytest.mark.parametrize("name", COUNTS)
def test_duckdb_and_pandas_read_the_parquet(name: str, exported: Exported) -> None:
    path = exported("parquet") / f"{name}.parquet"
    frame = pd.read_parquet(path)
    assert len(frame) == COUNTS[name]
    read = duckdb.sql(f"SELECT * FROM '{path}'")
    assert read.columns == list(frame.columns)
    assert len(read.fetchall()) == COUNTS[name]


def test_a_statement_has_its_things_qualifiers_and_best_evidence(exported: Exported) -> None:
    frame = pd.read_parquet(exported("parquet") / "statements.parquet")
    row = frame[(frame.predicate == "partnersWith") & (frame.support == 2)].iloc[0]
    assert {row.subject, row.object} == {sample.HOSTILE_SHOWN, "贺州市"}
    assert (row.predicate_zh, row.status, row.agreement, row.quotes) == ("合作", "underway", "框架协议", 2)
    assert row.status_zh == "进行中"
    assert (row.from_day, row.publisher) == (date(2022, 3, 1), "贺州晚报")
    assert row.quote.endswith("签订框架协议。")


def test_measured_values_are_numbers_beside_their_unit(exported: Exported) -> None:
    path = exported("parquet") / "statements.parquet"
    rows = duckdb.sql(
        f"SELECT subject, object, value, unit, target FROM '{path}' WHERE object_kind = 'Measurement' ORDER BY value"
    ).fetchall()
    assert rows == [("贺州市", "5G基站", 2048.0, "个", False), ("贺州市", "5G基站", 5000.0, "个", True)]


def test_parquet_columns_are_typed_and_missing_values_null(exported: Exported) -> None:
    path = exported("parquet")
    kinds = dict(row[:2] for row in duckdb.sql(f"DESCRIBE SELECT * FROM '{path}/nodes.parquet'").fetchall())
    assert (kinds["names"], kinds["lat"], kinds["degree"], kinds["code"]) == (
        "VARCHAR[]",
        "DOUBLE",
        "BIGINT",
        "VARCHAR",
    )
    missing = duckdb.sql(f"SELECT count(*) FROM '{path}/statements.parquet' WHERE amount IS NULL").fetchall()
    assert missing == [(COUNTS["statements"] - 1,)]


def test_parquet_without_pyarrow_says_what_to_install(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(name: str, *more: Any) -> Any:
        if name.startswith("pyarrow"):
            raise ImportError(name)
        return real(name, *more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ExportError, match=r"pip install .*\[parquet\]"):
        export(store, "parquet", tmp_path / "p")
    assert not (tmp_path / "p").exists()


def test_excel_sees_that_the_csv_is_utf8(exported: Exported) -> None:
    for path in exported("csv").iterdir():
        raw = path.read_bytes()
        assert raw.startswith(b"\xef\xbb\xbf")
        assert raw.endswith(b"\r\n")


def test_no_csv_cell_is_a_formula(exported: Exported) -> None:
    for path in exported("csv").iterdir():
        with path.open(encoding="utf-8-sig", newline="") as stream:
            cells = [cell for row in csv.reader(stream) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    frame = pd.read_csv(exported("csv") / "nodes.csv")
    assert "'" + sample.HOSTILE_SHOWN in set(frame.name)


def sheets(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    book = openpyxl.load_workbook(path)
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def test_openpyxl_reads_the_workbook(exported: Exported, graph: PropertyGraph) -> None:
    found = sheets(exported("xlsx"))
    assert list(found) == ["陈述 Statements", "事物 Entities", "依据 Evidence"]
    assert [len(rows) - 1 for rows in found.values()] == list(COUNTS.values())
    heads, *rows = found["事物 Entities"]
    assert heads[1] == "名称 name"
    assert {row[1] for row in rows} == {node.label for node in graph.all_nodes}
    heads, *rows = found["陈述 Statements"]
    signed = next(dict(zip(heads, row, strict=True)) for row in rows if row[heads.index("独立来源数 support")] == 2)
    assert signed["置信度 confidence"] == 0.9
    assert signed["起始日 from_day"].date() == date(2022, 3, 1)
    assert signed["金额 amount"] is None


def test_no_cell_of_the_workbook_is_a_formula(exported: Exported) -> None:
    book = openpyxl.load_workbook(exported("xlsx"))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert not [cell for cell in cells if cell.data_type == "f"]
    risky = [cell for cell in cells if isinstance(cell.value, str) and cell.value.startswith(("=", "-"))]
    assert risky
    assert all(cell.quotePrefix for cell in risky)
    with ZipFile(exported("xlsx")) as archive:
        for name in archive.namelist():
            root = etree.fromstring(archive.read(name))
            assert root.find(".//{*}f") is None


def test_headings_stay_in_sight(exported: Exported) -> None:
    for sheet in openpyxl.load_workbook(exported("xlsx")):
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions


def test_a_table_longer_than_a_sheet_is_refused(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "ROWS", 5)
    with pytest.raises(ExportError, match="no sheet can hold"):
        export(store, "xlsx", tmp_path / "x.xlsx")
    assert list(tmp_path.iterdir()) == []


@given(st.text(st.characters(exclude_categories=["Cs"])).map(clean))
def test_a_cell_keeps_any_clean_text(text: str) -> None:
    cell = etree.fromstring(workbook.cell(text))
    shown = cell.findtext("is/t") or ""
    assert shown.replace("_x005F_", "_") == text.replace("_x005F_", "_")
    if text:
        assert cell.get("t") == "inlineStr"


def test_what_a_spreadsheet_would_decode_is_escaped() -> None:
    assert "_x005F_x000D_" in workbook.cell("a_x000D_b")
    assert workbook.cell(date(1899, 1, 1)).startswith('<c t="inlineStr"')


def test_csv_keeps_commas_quotes_and_lines(exported: Exported) -> None:
    text = (exported("csv") / "evidence.csv").read_text(encoding="utf-8-sig")
    titles = {row["article_title"] for row in csv.DictReader(io.StringIO(text))}
    assert titles == {"一纸 “协议”, <签了>", "b.txt"}
