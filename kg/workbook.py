"""Workbooks for spreadsheets: sheets with headings in bold that stay in sight, and cells that have types.

Written as Office Open XML by hand, as the usual library takes ten times as long. No cell holds a formula: all text is
typed as text, and what looks like a formula is marked as quoted, so that it stays text when somebody edits the cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from math import isfinite
from pathlib import Path
from typing import IO, Final
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from kg.errors import ExportError
from kg.spreadsheets import is_formula

Cell = str | int | float | Decimal | bool | date | datetime | None

WIDTH: Final = 16
"""The width of a column that needs no special one, in digits."""
# What Excel itself can hold.
ROWS: Final = 1_048_576
CHARACTERS: Final = 32_767

_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# Places in the list of cell formats in workbook_styles.xml.
_BOLD: Final = 1
_QUOTED: Final = 2
_DAY: Final = 3
_MOMENT: Final = 4
# A spreadsheet reads _x000D_ as the character of that number.
_CODED: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
# Day 0 of a spreadsheet's calendar, right from March 1900 on.
_DAY_ZERO: Final = date(1899, 12, 30)
_FIRST_DAY: Final = date(1900, 3, 1)
# What XML cannot hold.
_FOREIGN: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, the heading and width of each column, and its rows."""

    name: str
    columns: Sequence[tuple[str, int]]
    rows: Iterable[Iterable[Cell]]


def write(stream: IO[bytes], sheets: Iterable[Sheet]) -> None:
    """Write a workbook. Raises ExportError where there are more rows than a sheet can have."""
    sheets = list(sheets)
    with ZipFile(stream, "w", ZIP_DEFLATED) as book:
        for name, content in _frame([sheet.name for sheet in sheets]):
            book.writestr(_entry(name), content)
        for number, sheet in enumerate(sheets, start=1):
            with book.open(_entry(f"xl/worksheets/sheet{number}.xml"), "w", force_zip64=True) as part:
                _write(part, sheet)


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
    yield "xl/styles.xml", Path(__file__).with_name("workbook_styles.xml").read_text(encoding="utf-8")


def _relations(targets: list[tuple[str, str]]) -> str:
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'


def _write(stream: IO[bytes], sheet: Sheet) -> None:
    stream.write(_before(sheet.columns).encode())
    count = 1
    for count, row in enumerate(sheet.rows, start=2):
        if count > ROWS:
            what = f"more than {ROWS - 1} rows for {sheet.name}, which no sheet can hold"
            raise ExportError(what, remedy="write csv or parquet, or leave some out")
        stream.write(f"<row>{''.join(map(cell, row))}</row>\n".encode())
    area = f"A1:{_letters(len(sheet.columns) - 1)}{count}"
    stream.write(f'</sheetData><autoFilter ref="{area}"/></worksheet>'.encode())


def _before(columns: Sequence[tuple[str, int]]) -> str:
    """The sheet up to its first row of data: the headings stay in sight and have the filter's arrows."""
    widths = "".join(
        f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>' for n, (_, width) in enumerate(columns, start=1)
    )
    heads = "".join(_text(head, _BOLD) for head, _ in columns)
    return (
        f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f"<cols>{widths}</cols><sheetData><row>{heads}</row>\n"
    )


def cell(value: Cell) -> str:
    """A value as a cell of its type."""
    if value is None or value == "":
        return "<c/>"
    if isinstance(value, bool):
        return f'<c t="b"><v>{int(value)}</v></c>'
    if isinstance(value, int | float | Decimal) and isfinite(value):
        return f"<c><v>{value}</v></c>"
    if isinstance(value, date) and value.toordinal() >= _FIRST_DAY.toordinal():
        style = _MOMENT if isinstance(value, datetime) else _DAY
        return f'<c s="{style}"><v>{_serial(value)}</v></c>'
    text = (value.isoformat() if isinstance(value, date) else str(value))[:CHARACTERS]
    return _text(text, _QUOTED if is_formula(text) else 0)


def _serial(value: date) -> int | float:
    """The day in a spreadsheet's calendar and how much of it has passed, by the clock that a moment was told by."""
    days = value.toordinal() - _DAY_ZERO.toordinal()
    if isinstance(value, datetime):
        return days + (value.hour * 3600 + value.minute * 60 + value.second) / 86400
    return days


def _text(text: str, style: int = 0) -> str:
    text = _FOREIGN.sub("", text)
    coded = escape(_CODED.sub("_x005F_", text) if "_x" in text else text)
    mark = f' s="{style}"' if style else ""
    return f'<c t="inlineStr"{mark}><is><t xml:space="preserve">{coded}</t></is></c>'


def _letters(index: int) -> str:
    """The name of a column by its number from 0: A … Z, AA …"""
    head, tail = divmod(index, 26)
    return (_letters(head - 1) if head else "") + chr(ord("A") + tail)
