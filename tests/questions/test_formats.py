from __future__ import annotations

import csv
import datetime as dt
import io
import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from kg import ids
from kg.errors import ExportError
from kg.questions import Column, Iri, Table
from kg.questions.formats import FORMATS, format_of, terminal
from kg.questions.library import Kind
from kg.questions.table import Value

CITY = Iri("https://example.org/北海")
BEIJING = dt.timezone(dt.timedelta(hours=8))
TABLE = Table(
    columns=(
        Column("city", Kind.ENTITY, "城市", "City"),
        Column("amount", Kind.NUMBER, "金额", "Amount"),
        Column("count", Kind.INTEGER, "数量", "Count"),
        Column("target", Kind.BOOLEAN, "目标", "Target"),
        Column("day", Kind.DATE, "日期", "Day"),
        Column("told", Kind.DATE, "报道", "Told"),
        Column("quote", Kind.TEXT, "原句", "Quote"),
    ),
    rows=(
        (CITY, Decimal("30450000.50"), 12_345, True, dt.date(2022, 6, 11), dt.datetime(2022, 6, 12, 9, tzinfo=BEIJING),
         '北海,"智慧"\n第二行\t完'),
        (None, None, None, None, None, None, None),
    ),
    labels={CITY: "北海市"},
)  # fmt: skip
NAMES = ["city", "city_label", "amount", "count", "target", "day", "told", "quote"]


def written(name: str, table: Table = TABLE) -> bytes:
    stream = io.BytesIO()
    FORMATS[name](table, stream)
    return stream.getvalue()


def test_csv_is_read_back_by_the_standard_library() -> None:
    rows = list(csv.reader(io.StringIO(written("csv").decode("utf-8"), newline="")))
    assert rows == [
        NAMES,
        [
            CITY,
            "北海市",
            "30450000.5",
            "12345",
            "true",
            "2022-06-11",
            "2022-06-12T09:00:00+08:00",
            '北海,"智慧"\n第二行\t完',
        ],
        [""] * 8,
    ]


def test_tsv_has_one_line_a_row_and_is_read_back_by_pandas() -> None:
    text = written("tsv").decode("utf-8")
    assert text.count("\n") == 3
    frame = pd.read_csv(io.StringIO(text), sep="\t", escapechar=None, quoting=csv.QUOTE_NONE)
    assert list(frame.columns) == NAMES
    assert frame["amount"][0] == 30450000.5
    assert frame["quote"][0] == '北海,"智慧"\\n第二行\\t完'


def test_json_is_a_list_of_objects() -> None:
    first, second = json.loads(written("json"))
    assert list(first) == NAMES
    assert (first["amount"], first["count"], first["target"]) == (30450000.5, 12345, True)
    assert set(second.values()) == {None}


def test_parquet_has_typed_columns(tmp_path: Path) -> None:
    (tmp_path / "t.parquet").write_bytes(written("parquet"))
    found = pq.read_table(tmp_path / "t.parquet")
    assert [str(field.type) for field in found.schema] == [
        "string", "string", "double", "int64", "bool", "date32[day]", "timestamp[ms, tz=+08:00]", "string",
    ]  # fmt: skip
    first, second = found.to_pylist()
    assert (first["city"], first["amount"], first["day"]) == (str(CITY), 30450000.5, dt.date(2022, 6, 11))
    assert first["told"] == TABLE.rows[0][5]
    assert set(second.values()) == {None}


def test_a_workbook_has_typed_cells_and_headings_in_both_languages() -> None:
    (sheet,) = openpyxl.load_workbook(io.BytesIO(written("xlsx")))
    heads, row, empty = sheet.iter_rows(values_only=True)
    assert [head.split()[-1] for head in heads] == NAMES
    assert heads[1] == f"{TABLE.columns[0].label_zh} city_label".strip()
    assert row[:5] == (CITY, "北海市", 30450000.5, 12345, True)
    assert row[5:7] == (dt.datetime(2022, 6, 11), dt.datetime(2022, 6, 12, 9))
    assert set(empty) == {None}


def test_a_workbook_takes_any_text() -> None:
    table = Table((Column("text", Kind.TEXT, "", ""),), (("a\x00\x1b[2J桂",), ("=1+1",)))
    (sheet,) = openpyxl.load_workbook(io.BytesIO(written("xlsx", table)))
    assert [cell.value for cell in sheet["A"]] == ["text", "a[2J桂", "=1+1"]
    assert sheet["A3"].data_type == "s"


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_answer_still_has_its_columns(name: str) -> None:
    empty = Table(TABLE.columns, ())
    if name == "xlsx":
        (sheet,) = openpyxl.load_workbook(io.BytesIO(written(name, empty)))
        assert [cell.value.split()[-1] for cell in sheet[1]] == NAMES
    elif name == "parquet":
        assert pq.read_table(io.BytesIO(written(name, empty))).column_names == NAMES
    elif name == "json":
        assert json.loads(written(name, empty)) == []
    else:
        assert written(name, empty).decode("utf-8").strip().split("\t" if name == "tsv" else ",") == NAMES


@pytest.mark.parametrize("name", ["csv", "tsv"])
@pytest.mark.parametrize("text", ["=1+1", "+86", "-1", "@SUM(A1)", "＝1", "\tx"])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(name: str, text: str) -> None:
    table = Table((Column("quote", Kind.TEXT, "", ""),), ((text,),))
    assert written(name, table).decode("utf-8").split("\n")[1].strip('"').startswith("'")


def test_a_negative_number_is_no_formula() -> None:
    table = Table((Column("n", Kind.NUMBER, "", ""),), ((Decimal("-1.5"),),))
    assert written("csv", table) == b"n\r\n-1.5\r\n"


TEXTS = st.text(st.characters(exclude_categories=("Cs",)))


@given(st.lists(st.tuples(TEXTS, st.integers() | st.none()), max_size=5))
def test_csv_brings_every_text_back(rows: list[tuple[str, int | None]]) -> None:
    columns = (Column("text", Kind.TEXT, "", ""), Column("number", Kind.INTEGER, "", ""))
    found = list(csv.reader(io.StringIO(written("csv", Table(columns, tuple(rows))).decode("utf-8"), newline="")))[1:]
    plain = [[text.removeprefix("'") if not original.startswith("'") else text, number]
             for (text, number), (original, _) in zip(found, rows, strict=True)]  # fmt: skip
    assert plain == [[text, "" if number is None else str(number)] for text, number in rows]


@given(st.lists(st.tuples(TEXTS, st.integers() | st.decimals(allow_nan=False, allow_infinity=False)), max_size=5))
def test_parquet_takes_whatever_comes(rows: list[tuple[str, Value]]) -> None:
    columns = (Column("text", Kind.TEXT, "", ""), Column("number", Kind.NUMBER, "", ""))
    found = pq.read_table(io.BytesIO(written("parquet", Table(columns, tuple(rows)))))
    assert found.column("text").to_pylist() == [text for text, _ in rows]


def test_the_ending_of_a_file_tells_the_format() -> None:
    assert format_of(Path("a/b.CSV")) == "csv"
    with pytest.raises(ExportError, match=r"no format has the ending \.doc — end it in \.csv"):
        format_of(Path("b.doc"))


def drawn(table: Table, width: int) -> list[str]:
    console = Console(width=width, file=io.StringIO(), color_system=None)
    console.print(terminal.render(table, console))
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue().splitlines()


def test_a_table_of_chinese_is_straight() -> None:
    lines = [line for line in drawn(TABLE, 120) if line.startswith(("│", "┃"))]
    assert len({cell_len(line) for line in lines}) == 1
    assert any("北海市" in line and "30,450,000.5" in line and "12,345" in line for line in lines)


def test_what_does_not_fit_becomes_blocks() -> None:
    lines = drawn(TABLE, 50)
    assert not any(line.startswith("┃") for line in lines)
    assert any(line.startswith("城市 City") and "北海市" in line for line in lines)
    assert all(cell_len(line) <= 50 for line in lines)


def test_no_article_can_steer_the_terminal() -> None:
    table = Table((Column("quote", Kind.TEXT, "", ""),), (("\x1b]0;title\x07[bold]北海[/bold]\u202e",),))
    text = "\n".join(drawn(table, 80))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "[bold]北海[/bold]" in text


def test_what_has_no_name_is_shown_short() -> None:
    node = Iri("https://w3id.org/smartcity-kg/ontology#partnersWith")
    assert terminal.text(node) == "sc:partnersWith"
    assert terminal.text(Iri("https://example.org/x")) == "https://example.org/x"


def test_a_status_is_called_as_the_link_of_its_row_calls_it() -> None:
    def term(name: str) -> Iri:
        return Iri(ids.ONTOLOGY + name)

    link, status = Column("link", Kind.PREDICATE, "", ""), Column("status", Kind.ENTITY, "", "")
    labels = {str(term("completed")): "已完成 completed"}
    rows = tuple((term(name), term("completed")) for name in ("partnersWith", "undertakes"))
    told = Table((link, status), rows, labels)
    assert [told.name(row, 1) for row in told.rows] == ["已达成 agreed", "已完成 completed"]
    alone = Table((replace(status, link="publishes"),), ((term("completed"),), (None,)), labels)
    assert [alone.name(row, 0) for row in alone.rows] == ["已发布 published", None]


def test_years_are_not_grouped_and_large_numbers_are() -> None:
    shown = [terminal.text(number) for number in (2022, 10_000, Decimal("-12345.60"), 0.5, Decimal("1E+9"))]
    assert shown == ["2022", "10,000", "-12,345.6", "0.5", "10亿"]


def test_the_summary_tells_what_is_missing() -> None:
    cut = Table(TABLE.columns, TABLE.rows, truncated=True)
    assert terminal.summary(cut) == "the first 2 rows; --limit 0 shows all · 0.00 s"
