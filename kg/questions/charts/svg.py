"""Horizontal bars as SVG: our own few shapes, coloured by classes, so that a style sheet decides on light and dark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

from rich.cells import cell_len, set_cell_size

from kg.questions.formats.terminal import clean
from kg.questions.stats import Chart

HEADING: Final = "图谱一览  The graph at a glance"
"""What stands above all charts."""

WIDTH: Final = 560
"""The width of one chart in pixels."""

NARROW: Final = 340
"""The width of one that fits the screen of a telephone."""

_TITLE: Final = 34
_ROW: Final = 24
_GAP: Final = 6
# A cell (half a Chinese sign) of 13 px type is 6.5 px wide; some Latin letters are a little wider.
_CELL: Final = 7.0


@dataclass(frozen=True, slots=True)
class Drawing:
    """A piece of SVG without its frame."""

    body: str
    height: int
    width: int = WIDTH


@dataclass(frozen=True, slots=True)
class _Columns:
    """How wide the parts of a row are: so many cells of label, and the bars; the number stands behind its bar."""

    cells: int
    label: int
    bars: int


def _columns(width: int) -> _Columns:
    cells, number = (24, 80) if width >= WIDTH else (20, 52)
    label = round(cells * _CELL) + 10
    return _Columns(cells, label, width - label - number)


def draw(chart: Chart, width: int = WIDTH) -> Drawing:
    """A chart: its title, and for each label a bar with its number behind it; what is not stated stands apart."""
    columns = _columns(width)
    parts = [f'<text class="title" x="0" y="18">{_text(f"{chart.title_zh}  {chart.title_en}")}</text>']
    y = _TITLE
    for label, number in chart.said:
        parts.append(_row(label, number, number / chart.largest, y, columns))
        y += _ROW
    if chart.remark:
        parts.append(f'<text class="label" x="{columns.label}" y="{y + 15}">{_text(chart.remark)}</text>')
        y += _ROW
    for label, number in chart.unsaid:
        parts.append(_row(label, number, number / chart.largest, y + _GAP, columns, "bar unsaid"))
        y += _ROW + _GAP
    return Drawing("".join(parts), y + 8, width)


def _row(label: str, number: int, share: float, y: int, columns: _Columns, style: str = "bar") -> str:
    length = max(share * columns.bars, 1 if number else 0)
    end = f'x="{columns.label - 8}" y="{y + 15}" text-anchor="end"'
    return (
        f"<g><title>{_text(label)}: {number:,}</title>"
        f'<text class="label" {end}>{_text(_cut(label, columns.cells))}</text>'
        f'<rect class="{style}" x="{columns.label}" y="{y + 3}" width="{length:.1f}" height="{_ROW - 8}" rx="2"/>'
        f'<text class="number" x="{columns.label + length + 6:.1f}" y="{y + 15}">{number:,}</text></g>'
    )


def framed(drawing: Drawing, name: str, style: str = "wide") -> str:
    """A chart as an SVG of its own, for a page; `name` is what a screen reader says."""
    box = f'viewBox="0 0 {drawing.width} {drawing.height}" width="{drawing.width}" height="{drawing.height}"'
    told = f'role="img" aria-label="{_text(name)}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" class="{style}" {told} {box}>{drawing.body}</svg>'


def sheet(drawings: Sequence[Drawing], heading: str, below: str, style: str) -> str:
    """All charts in two columns under a heading and the line below it, as one SVG."""
    margin, gap, top = 32, 48, 100
    heights = [top, top]
    placed = []
    for drawing in drawings:
        column = heights.index(min(heights))
        x, y = margin + column * (WIDTH + gap), heights[column]
        placed.append(f'<g transform="translate({x} {y})">{drawing.body}</g>')
        heights[column] += drawing.height + 20
    width, height = 2 * (margin + WIDTH) + gap, max(heights) + margin
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}"><style>{style}</style><rect class="paper" width="{width}" height="{height}"/>'
        f'<text class="heading" x="{margin}" y="44">{_text(heading)}</text>'
        f'<text class="label" x="{margin}" y="72">{_text(below)}</text>{"".join(placed)}</svg>'
    )


def _cut(label: str, cells: int) -> str:
    label = clean(label)
    return label if cell_len(label) <= cells else set_cell_size(label, cells - 1).rstrip() + "…"


def _text(said: str) -> str:
    return escape(clean(said), {'"': "&quot;"})
