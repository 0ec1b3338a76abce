"""Horizontal bars as SVG: our own few shapes, coloured by classes, so that a style sheet decides on light and dark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from rich.cells import cell_len, set_cell_size

from kg.questions.formats.terminal import clean
from kg.questions.stats import NOT_SAID, Chart

HEADING = "图谱一览  The graph at a glance"
"""What stands above all charts."""

WIDTH = 560
"""The width of one chart in pixels."""

_TITLE = 34
_ROW = 24
_LABEL_CELLS = 24
# A cell (half a Chinese sign) of 13 px type is 6.5 px wide; Latin letters are narrower still.
_LABEL = round(_LABEL_CELLS * 6.5) + 10
_NUMBER = 80


@dataclass(frozen=True, slots=True)
class Drawing:
    """A piece of SVG without its frame."""

    body: str
    height: int


def draw(chart: Chart) -> Drawing:
    """A chart: its title, and for each label a bar with its number behind it."""
    room = WIDTH - _LABEL - _NUMBER
    parts = [f'<text class="title" x="0" y="18">{_text(f"{chart.title_zh}  {chart.title_en}")}</text>']
    for at, (label, number) in enumerate(chart.bars):
        y = _TITLE + at * _ROW
        length = 0 if label == NOT_SAID else max(number / chart.largest * room, 1 if number else 0)
        parts.append(
            f"<g><title>{_text(label)}: {number:,}</title>"
            f'<text class="label" x="{_LABEL - 8}" y="{y + 15}" text-anchor="end">{_text(_cut(label))}</text>'
            f'<rect class="bar" x="{_LABEL}" y="{y + 3}" width="{length:.1f}" height="{_ROW - 8}" rx="2"/>'
            f'<text class="number" x="{_LABEL + length + 6:.1f}" y="{y + 15}">{number:,}</text></g>'
        )
    return Drawing("".join(parts), _TITLE + len(chart.bars) * _ROW + 8)


def framed(drawing: Drawing, name: str) -> str:
    """A chart as an SVG of its own, for a page; `name` is what a screen reader says."""
    box = f'viewBox="0 0 {WIDTH} {drawing.height}" width="{WIDTH}" height="{drawing.height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{_text(name)}" {box}>{drawing.body}</svg>'


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


def _cut(label: str) -> str:
    label = clean(label)
    return label if cell_len(label) <= _LABEL_CELLS else set_cell_size(label, _LABEL_CELLS - 1).rstrip() + "…"


def _text(said: str) -> str:
    return escape(clean(said), {'"': "&quot;"})
