"""Colours and shapes of the groups, from `style.tsv`."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final


@dataclass(frozen=True, slots=True)
class Style:
    """A colour as `#rrggbb`, and the name of the shape in GEXF, yEd and CX2."""

    color: str
    gexf: str
    yed: str
    cx2: str


_PLAIN: Final = Style("#888888", "disc", "ellipse", "ellipse")


@lru_cache(maxsize=1)
def styles() -> dict[str, Style]:
    """The styles by coarse group, in the order of the file."""
    lines = Path(__file__).with_name("style.tsv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
    return {row["group"]: Style(row["color"], row["gexf"], row["yed"], row["cx2"]) for row in rows}


def style(group: str) -> Style:
    """The style of a group; grey circles for what the file does not know."""
    return styles().get(group, _PLAIN)


def rgb(color: str) -> tuple[int, int, int]:
    """`#0072b2` as (0, 114, 178)."""
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)
