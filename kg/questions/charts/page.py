"""One HTML page that needs nothing but itself: no scripts, nothing from outside, light and dark."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from pathlib import Path
from typing import Final

from kg.questions.charts.svg import HEADING, NARROW, draw, framed
from kg.questions.formats.terminal import clean
from kg.questions.stats import Chart, Stats

_STYLE: Final = Path(__file__).with_name("page.css")


def page(stats: Stats, source: str) -> str:
    """The page; `source` says where the numbers come from."""
    style = _STYLE.read_text(encoding="utf-8")
    # The hash lets in this style sheet and no other; a label that breaks out of its place could still load nothing.
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii")
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    totals = "".join(f"<li><b>{t.number:,}</b>{t.label_zh} {t.label_en}</li>" for t in stats.totals)
    charts = "".join(f"<section>{_both(chart)}</section>" for chart in stats.charts if chart.bars)
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{HEADING}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f"<h1>{HEADING}</h1>\n<ul>{totals}</ul>\n<main>{charts}</main>\n"
        f"<footer>{escape(clean(source))}</footer>\n</body>\n</html>\n"
    )


def _both(chart: Chart) -> str:
    """The chart for wide windows and for telephones: shrunk to the screen of one, it could not be read."""
    name = f"{chart.title_zh} {chart.title_en}"
    return framed(draw(chart), name) + framed(draw(chart, NARROW), name, "narrow")
