"""Text that stood on pages, as that of a PDF does: page numbers and running heads go, broken lines are joined.

What is taken out ends a paragraph, though one may have gone on over the page: text on both sides of it is never joined.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Final

from kg.reader.measure import HANGING, LEAST, MARKED, MOST, SPREAD, gap, goes_on, width
from kg.reader.wrapped import rejoined

_PAGE_NUMBER: Final = re.compile(
    r"\s*(?:第\s*(?P<sheet>\d{1,3})\s*页[\s，,/]*(?:共\s*\d{1,3}\s*页)?|[-—–]\s*(?P<dashed>\d{1,3})\s*[-—–]"
    r"|(?P<bare>\d{1,3})(?:\s*/\s*\d{1,3})?)\s*"
)
# Running heads are among so many lines beside the border of a page, and no longer than this.
_EDGE: Final = 2
_HEAD_MOST: Final = 60
# Some programs count letters instead of columns.
_COLUMNS_A_LETTER: Final = 2
_LINES: Final = 3
# Columns beside one another are the row of a table or a running head.
_COLUMNS: Final = re.compile(r"\S\s{3,}\S")
# The first paragraph is among so many lines.
_HEAD_LINES: Final = 12
_INDENT: Final = re.compile(r"\u3000|\xa0{2}| {2,8}\S")
# So many of all lines are broken at the margin, and so few may reach beyond it.
_BROKEN_SHARE: Final = 1 / 4
_BEYOND_SHARE: Final = 1 / 10


def paragraphs_of(text: str) -> list[str]:
    """The lines of a text without empty ones, page numbers and running heads; those of a hard-wrapped one joined."""
    lines = _without_page_marks(text.replace("\f", "\n\f\n").split("\n"))
    return _unwrapped(lines)


def _without_page_marks(lines: Sequence[str]) -> list[str]:
    """The lines with "" where a page number stood, or a running head other than the first of its kind."""
    numbers = _page_numbers(lines)
    borders = [*numbers, *(place for place, line in enumerate(lines) if line == "\f")]
    if not borders:
        return list(lines)
    edges = _edges(lines, sorted({-1, *borders, len(lines)}), numbers)
    alike = Counter(_shape(lines[place]) for place in edges)
    repeated = [place for place in sorted(edges) if alike[_shape(lines[place])] > 1]
    first = {_shape(lines[place]): place for place in reversed(repeated)}
    gone = {*borders, *(place for place in repeated if first[_shape(lines[place])] != place)}
    return ["" if place in gone else line for place, line in enumerate(lines)]


def _page_numbers(lines: Sequence[str]) -> set[int]:
    """Where page numbers stand; bare ones only if they count on one by one."""
    found = [(place, match) for place, line in enumerate(lines) if (match := _PAGE_NUMBER.fullmatch(line))]
    marked = {place for place, match in found if not match["bare"]}
    bare = [(place, int(match["bare"])) for place, match in found if match["bare"]]
    counted = len(bare) > 1 and all(two == one + 1 for (_, one), (_, two) in pairwise(bare))
    return marked | {place for place, _ in bare} if counted else marked


def _edges(lines: Sequence[str], borders: Sequence[int], numbers: set[int]) -> set[int]:
    """The few lines with words at the top and the bottom of each page."""
    found: set[int] = set()
    for start, end in pairwise(borders):
        inside = [place for place in range(start + 1, end) if lines[place].strip() and place not in numbers]
        edge = {*inside[:_EDGE], *inside[-_EDGE:]}
        found |= {place for place in edge if len(lines[place].strip()) <= _HEAD_MOST}
    return found


def _shape(line: str) -> str:
    """What running heads have in common from page to page."""
    return re.sub(r"\d+", "0", re.sub(r"\s+", "", line))


def _unwrapped(lines: Sequence[str]) -> list[str]:
    """The lines that hold text, those of a hard-wrapped text joined into paragraphs (only white space goes there)."""
    texts = [line for line in lines if line.strip()]
    is_full = _fullness([line for line in texts if not MARKED.match(line)])
    if is_full is None:
        return rejoined(lines)
    # In a text with an empty line behind every line an empty line says nothing.
    divided = any(one.strip() and two.strip() for one, two in pairwise(lines))
    # Where paragraphs are indented, what stands above the first of them is none, unless it has a sentence.
    first = next((place for place, line in enumerate(lines[:_HEAD_LINES]) if _INDENT.match(line)), 0)
    first = 0 if any("。" in line for line in lines[:first]) else first
    joined: list[str] = []
    before = ""
    for place, line in enumerate(lines):
        if line.strip():
            if (
                before.strip()
                and is_full(before)
                and place > first
                and not line[:1].isspace()
                and not MARKED.match(line)
                and not _COLUMNS.search(before)
            ):
                joined[-1] = joined[-1].rstrip() + gap(before.rstrip(), line) + line
            else:
                joined.append(line)
        before = line if line.strip() or divided else before
    return joined


def _fullness(texts: Sequence[str]) -> Callable[[str], bool] | None:
    """What tells whether a line goes on in the next one, None where the lines of a text are no broken ones."""
    if len(texts) <= _LINES:
        return None
    margins = [(measure, margin) for measure in (width, _letters) if (margin := _margin(texts, measure))]
    return (lambda line: any(_is_full(line.rstrip(), *one) for one in margins)) if margins else None


def _margin(texts: Sequence[str], measure: Callable[[str], int]) -> int:
    """The width at which the lines of a text are broken, 0 where they are not."""
    widths = [measure(line.rstrip().rstrip(HANGING)) for line in texts]
    broken = sorted(at for line, at in zip(texts, widths, strict=True) if at >= LEAST and goes_on(line))
    margin = next((at for at in reversed(broken) if _count(broken, at) >= _LINES), 0)
    full = _count(broken, margin)
    beyond = sum(at > margin for at in widths)
    wrapped = full >= len(texts) * _BROKEN_SHARE and beyond <= len(texts) * _BEYOND_SHARE
    return margin if wrapped and max(widths) <= MOST else 0


def _count(widths: Iterable[int], margin: int) -> int:
    return sum(margin - SPREAD <= at <= margin for at in widths)


def _is_full(line: str, measure: Callable[[str], int], margin: int) -> bool:
    return margin - SPREAD <= measure(line) and measure(line.rstrip(HANGING)) <= margin


def _letters(line: str) -> int:
    """How wide a line is by its letters, as if all of them were hanzi."""
    return _COLUMNS_A_LETTER * len(line)
