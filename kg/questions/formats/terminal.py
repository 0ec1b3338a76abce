"""For people at a terminal: a table where it fits, one block a row where it does not.

Chinese signs take two cells; widths are reckoned in cells, and nothing that an article says can steer the terminal.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.rule import Rule
from rich.table import Table as Grid
from rich.text import Text

from kg import ids
from kg.figures import in_words, with_words
from kg.questions.labels import short
from kg.questions.library import Column, Kind
from kg.questions.table import Iri, Table, Value

# C0 and C1 controls, and the marks that turn the direction of writing.
_CONTROL: Final = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
# A column narrower than this breaks Chinese names into shreds; the table gives way to blocks first.
_LEAST: Final = 12
# A column wider than this is read like a paragraph, so it is folded like one.
_MOST: Final = 60
UNLIMITED: Final = 10_000
"""The width to lay out for where nothing is as narrow as a terminal: in files and pipes."""
_NUMBERS: Final = (Kind.NUMBER, Kind.INTEGER)
# From here on digits are counted in groups; years and codes stay as they are.
_GROUPED: Final = 10_000
# And from here on they are read as words: 578.6亿.
_IN_WORDS: Final = 100_000_000
_MEASUREMENTS: Final = ids.ID + "measurement/"


def render(table: Table, console: Console) -> RenderableType:
    """The answer, laid out for the console's width."""
    texts = [[text(cell, table.name(row, at)) for at, cell in enumerate(row)] for row in table.rows]
    fits = _least_width(table.columns, texts) <= console.width
    body = _grid(table.columns, texts) if fits else _blocks(table.columns, texts)
    title = [Text(f"{table.title_zh}  {table.title_en}", "bold")] if table.title_zh or table.title_en else []
    return Group(*title, body, Text(summary(table), "dim"))


def summary(table: Table) -> str:
    """How many rows there are, whether there are more, and the seconds taken."""
    count = len(table.rows)
    rows = f"the first {count:,} rows; --limit 0 shows all" if table.truncated else f"{count:,} row{'s' * (count != 1)}"
    return f"{rows} · {table.seconds:.2f} s"


def text(cell: Value, name: str | None = None) -> str:
    """What to show for a cell; `name` is what its IRI is called."""
    if cell is None:
        return ""
    if isinstance(cell, Iri):
        return clean(with_words(name) if name and cell.startswith(_MEASUREMENTS) else name or short(cell))
    if isinstance(cell, bool):
        return "✓" if cell else "✗"
    if isinstance(cell, int | float | Decimal):
        return _number(cell)
    if isinstance(cell, dt.datetime):
        return cell.strftime("%Y-%m-%d %H:%M")
    return cell.isoformat() if isinstance(cell, dt.date) else clean(cell)


def heading(column: Column) -> str:
    """The Chinese title above the English one, or the variable's name."""
    return "\n".join(title for title in (column.label_zh, column.label_en) if title)


def _number(number: float | Decimal) -> str:
    exact = Decimal(str(number))
    if exact.is_finite() and abs(exact) >= _IN_WORDS:
        return in_words(exact)
    plain = format(exact, "f")
    whole, _, fraction = plain.partition(".")
    fraction = fraction.rstrip("0")
    shown = f"{int(whole):,}" if abs(int(whole)) >= _GROUPED else whole
    return f"{shown}.{fraction}" if fraction else shown


def clean(said: str) -> str:
    """A text without what would steer a terminal: control characters and marks that turn the writing around."""
    return _CONTROL.sub(" ", said)


def _widths(columns: Sequence[Column], texts: Sequence[Sequence[str]]) -> list[int]:
    """The cells that each column would like to have."""
    heads = [max(map(cell_len, heading(column).split("\n"))) for column in columns]
    return [max([head, *(cell_len(row[at]) for row in texts)]) for at, head in enumerate(heads)]


def _least_width(columns: Sequence[Column], texts: Sequence[Sequence[str]]) -> int:
    """The cells that the table needs at least: numbers whole, names in not too many pieces, and the lines between."""
    least = 1
    for column, width in zip(columns, _widths(columns, texts), strict=True):
        least += 3 + (width if column.kind in _NUMBERS else min(width, _LEAST))
    return least


def _grid(columns: Sequence[Column], texts: Sequence[Sequence[str]]) -> Grid:
    grid = Grid(header_style="bold", show_lines=False)
    for column in columns:
        number = column.kind in _NUMBERS
        grid.add_column(
            Text(heading(column)),
            justify="right" if number else "left",
            overflow="fold",
            no_wrap=number,
            max_width=None if number else _MOST,
        )
    for row in texts:
        grid.add_row(*map(Text, row))
    return grid


def _blocks(columns: Sequence[Column], texts: Sequence[Sequence[str]]) -> Group:
    """Each row as a block of `title  value` lines; what is absent is left out."""
    titles = [heading(column).replace("\n", " ") for column in columns]
    parts: list[RenderableType] = []
    for number, row in enumerate(texts, 1):
        block = Grid.grid(padding=(0, 2))
        block.add_column(style="bold", no_wrap=True)
        block.add_column(overflow="fold")
        for title, said in zip(titles, row, strict=True):
            if said:
                block.add_row(Text(title), Text(said))
        parts += [Rule(str(number), align="left", style="dim"), block]
    return Group(*parts)
