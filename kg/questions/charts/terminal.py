"""Bars of block characters, for people at a terminal."""

from __future__ import annotations

from typing import Final

from rich.cells import cell_len, set_cell_size
from rich.columns import Columns
from rich.console import Console, Group, RenderableType
from rich.text import Text

from kg.questions.formats.terminal import clean
from kg.questions.stats import Chart, Stats

_LABEL: Final = 28
_MOST: Final = 48
_EIGHTHS: Final = " ▏▎▍▌▋▊▉"


def render(stats: Stats, console: Console) -> RenderableType:
    """All totals and charts, for the console's width."""
    totals = [
        Text.assemble((f"{total.number:,}", "bold"), f" {total.label_zh} {total.label_en}") for total in stats.totals
    ]
    return Group(
        Columns(totals, padding=(0, 3)),
        *(part for chart in stats.charts if chart.bars for part in _chart(chart, console.width)),
    )


def _chart(chart: Chart, width: int) -> list[RenderableType]:
    digits = max(len(f"{number:,}") for _, number in chart.bars)
    label_width = min(_LABEL, max(cell_len(clean(label)) for label, _ in chart.bars))
    room = max(8, min(_MOST, width - label_width - digits - 4))

    def line(label: str, number: int, drawn: str, style: str) -> Text:
        text = Text(_cut(clean(label), label_width) + "  ", no_wrap=True, overflow="crop")
        return text.append(drawn, style).append(f"  {number:>{digits},}")

    return [
        Text(""),
        Text(f"{chart.title_zh}  {chart.title_en}", "bold"),
        *(line(*one, bar(one[1] / chart.largest, room), "cyan") for one in chart.said),
        *([Text(chart.remark, "dim")] if chart.remark else []),
        *(line(*one, shade(one[1] / chart.largest, room), "dim") for one in chart.unsaid),
    ]


def bar(share: float, room: int) -> str:
    """A bar of the share of so many cells, to an eighth of a cell; what is more than nothing is seen."""
    eighths = round(share * room * 8)
    if share > 0:
        eighths = max(eighths, 1)
    return ("█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip()).ljust(room)


def shade(share: float, room: int) -> str:
    """The bar of what is not stated: hatched, to a whole cell."""
    return ("░" * (max(round(share * room), 1) if share > 0 else 0)).ljust(room)


def _cut(label: str, width: int) -> str:
    return set_cell_size(label, width) if cell_len(label) <= width else set_cell_size(label, width - 1) + "…"
