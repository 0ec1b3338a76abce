"""A workbook with the sheets 陈述 Statements, 事物 Entities and 依据 Evidence.

Written as Office Open XML by hand, as the usual library takes ten times as long. No cell holds a formula: all text is
typed as text, and what looks like a formula is marked as quoted, so that it stays text when somebody edits the cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import IO, Final
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from kg.errors import ExportError
from kg.exporters.columns import flat
from kg.exporters.property_graph import PropertyGraph
from kg.exporters.tables import Cell, Field, Table, tables
from kg.spreadsheets import is_formula

# What Excel itself can hold.
ROWS: Final = 1_048_576
CHARACTERS: Final = 32_767

_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_SHEETS: Final = {"statements": "陈述 Statements", "nodes": "事物 Entities", "evidence": "依据 Evidence"}
_WIDE: Final = {"quote": 60, "article": 40, "article_title": 40, "names": 40, "measurements": 40, "iri": 40}
# Places in the list of cell formats in xlsx_styles.xml.
_BOLD, _QUOTED, _DAY = 1, 2, 3
# A spreadsheet reads _x000D_ as the character of that number.
_CODED: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
# Day 0 of a spreadsheet's calendar, right from March 1900 on.
_DAY_ZERO: Final = date(1899, 12, 30)
_FIRST_DAY: Final = date(1900, 3, 1)


def write(graph: PropertyGraph, path: Path) -> None:
    """Write the workbook to a file. Raises ExportError where a table is longer than a sheet."""
    names = list(_SHEETS.values())
    with ZipFile(path, "w", ZIP_DEFLATED) as book:
        for name, content in _frame(names):
            book.writestr(_entry(name), content)
        for number, table in enumerate(tables(graph), start=1):
            with book.open(_entry(f"xl/worksheets/sheet{number}.xml"), "w", force_zip64=True) as stream:
                _sheet(stream, table)


def _entry(name: str) -> ZipInfo:
    """A file of the archive under a fixed date, so that the same graph gives the same bytes."""
    entry = ZipInfo(name)
    entry.compress_type = ZIP_DEFLATED
    return entry


def _frame(names: list[str]) -> Iterator[tuple[str, str]]:
    """All that a workbook needs besides its sheets."""
    numbers = range(1, len(names) + 1)
    parts = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_TYPE}.worksheet+xml"/>' for n in numbers
    )
    yield (
        "[Content_Types].xml",
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>{parts}</Types>',
    )
    yield "_rels/.rels", _relations([("officeDocument", "xl/workbook.xml")])
    sheets = "".join(f'<sheet name="{escape(name)}" sheetId="{n}" r:id="rId{n}"/>' for n, name in enumerate(names, 1))
    yield (
        "xl/workbook.xml",
        f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>{sheets}</sheets></workbook>',
    )
    targets = [("worksheet", f"worksheets/sheet{n}.xml") for n in numbers]
    yield "xl/_rels/workbook.xml.rels", _relations([*targets, ("styles", "styles.xml")])
    yield "xl/styles.xml", Path(__file__).with_name("xlsx_styles.xml").read_text(encoding="utf-8")


def _relations(targets: list[tuple[str, str]]) -> str:
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'


def _sheet(stream: IO[bytes], table: Table) -> None:
    stream.write(_before(table.fields).encode())
    count = 1
    for count, row in enumerate(table.rows(), start=2):
        if count > ROWS:
            what = f"more than {ROWS - 1} rows of {table.name}, which no sheet can hold"
            raise ExportError(what, remedy="export csv or parquet, or raise --min-confidence")
        stream.write(f"<row>{''.join(map(cell, row))}</row>\n".encode())
    area = f"A1:{_letters(len(table.fields) - 1)}{count}"
    stream.write(f'</sheetData><autoFilter ref="{area}"/></worksheet>'.encode())


def _before(fields: tuple[Field, ...]) -> str:
    """The sheet up to its first row of data: the headings stay in sight and have the filter's arrows."""
    widths = "".join(
        f'<col min="{n}" max="{n}" width="{_WIDE.get(field.name, 16)}" customWidth="1"/>'
        for n, field in enumerate(fields, start=1)
    )
    heads = "".join(_text(f"{field.zh} {field.name}".strip(), _BOLD) for field in fields)
    return (
        f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f"<cols>{widths}</cols><sheetData><row>{heads}</row>\n"
    )


def cell(value: Cell) -> str:
    """A value as a cell of its type."""
    if value is None or value == "" or value == ():
        return "<c/>"
    if isinstance(value, bool):
        return f'<c t="b"><v>{int(value)}</v></c>'
    if isinstance(value, int | float):
        return f"<c><v>{value!r}</v></c>"
    if isinstance(value, date) and value >= _FIRST_DAY:
        return f'<c s="{_DAY}"><v>{(value - _DAY_ZERO).days}</v></c>'
    text = flat(value)[:CHARACTERS]
    return _text(text, _QUOTED if is_formula(text) else 0)


def _text(text: str, style: int = 0) -> str:
    coded = escape(_CODED.sub("_x005F_", text) if "_x" in text else text)
    mark = f' s="{style}"' if style else ""
    return f'<c t="inlineStr"{mark}><is><t xml:space="preserve">{coded}</t></is></c>'


def _letters(index: int) -> str:
    """The name of a column by its number from 0: A … Z, AA …"""
    head, tail = divmod(index, 26)
    return (_letters(head - 1) if head else "") + chr(ord("A") + tail)
