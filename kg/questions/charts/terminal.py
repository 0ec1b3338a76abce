"""Bars of block characters, for people at a terminal."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from rich.columns import Columns
from rich.console import Console, Group, RenderableType
from rich.text import Text

from kg.questions.formats.terminal import clean
from kg.questions.stats import NOT_SAID, Chart, Stats

_LABEL = 28
_MOST = 48
_EIGHTHS = " ▏▎▍▌▋▊▉"


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
    labels = [clean(label) for label, _ in chart.bars]
    label_width = min(_LABEL, max(map(cell_len, labels)))
    room = max(8, min(_MOST, width - label_width - digits - 4))
    lines: list[RenderableType] = [Text(""), Text(f"{chart.title_zh}  {chart.title_en}", "bold")]
    for label, (_, number) in zip(labels, chart.bars, strict=True):
        line = Text(_cut(label, label_width) + "  ", no_wrap=True, overflow="crop")
        line.append(bar(0 if label == NOT_SAID else number / chart.largest, room), "cyan")
        line.append(f"  {number:>{digits},}")
        lines.append(line)
    return lines


def bar(share: float, room: int) -> str:
    """A bar of the share of so many cells, to an eighth of a cell; what is more than nothing is seen."""
    eighths = round(share * room * 8)
    if share > 0:
        eighths = max(eighths, 1)
    return ("█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip()).ljust(room)


def _cut(label: str, width: int) -> str:
    return set_cell_size(label, width) if cell_len(label) <= width else set_cell_size(label, width - 1) + "…"
