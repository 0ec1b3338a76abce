"""The charts as one PNG, drawn from the same SVG; needs the extra `plots`."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from kg.errors import ExportError
from kg.questions.charts.svg import HEADING, draw, sheet
from kg.questions.stats import Stats

_STYLE: Final = Path(__file__).with_name("picture.css")
# Twice the size on paper, so that small Chinese signs stay sharp.
_ZOOM: Final = 2


def picture(stats: Stats) -> bytes:
    """The PNG. Raises ExportError if the library is missing, or no font that has Chinese signs is installed."""
    try:
        from resvg_py import svg_to_bytes
    except ImportError as error:
        remedy = 'pip install "smartcity-kg[plots]", or write an .html file, which needs nothing'
        raise ExportError("PNG needs the library resvg-py", remedy=remedy) from error
    style = _STYLE.read_text(encoding="utf-8")
    if svg_to_bytes(svg_string=_probe("图", style)) == svg_to_bytes(svg_string=_probe("", style)):
        remedy = "install one (Noto Sans CJK is free), or write an .html file"
        raise ExportError("no font with Chinese signs is installed, and the labels would be missing", remedy=remedy)
    drawings = [draw(chart) for chart in stats.charts if chart.bars]
    totals = "  ·  ".join(f"{total.number:,} {total.label_zh} {total.label_en}" for total in stats.totals)
    return bytes(svg_to_bytes(svg_string=sheet(drawings, HEADING, totals, style), zoom=_ZOOM))


def _probe(sign: str, style: str) -> str:
    """A picture of one sign, to see whether anything is drawn."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">'
        f'<style>{style}</style><text x="5" y="30" class="heading">{sign}</text></svg>'
    )
