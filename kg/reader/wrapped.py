"""Paragraphs that somebody broke at a margin, in a text too short, or with too much else in it, to have one as a whole.

Within a stretch without empty lines, headings, items or rows, the lines of such a paragraph are about as wide as one
another, save the last one, which is no wider and ends a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kg.reader.measure import HANGING, LEAST, MOST, SPREAD, goes_on, together, width
from kg.reader.noise import rules

# What begins a line that does not go on from the one before: an indent, marks of Markdown, a number of a list.
_BEGINS: Final = re.compile(
    r"\s|#|>|\||```|~~~|[-*+•·●■◆▲—]|!?\[|<|[（(]?[一二三四五六七八九十0-9]{1,3}(?:[)）、]|[.．](?!\d))"
    r"|第[一二三四五六七八九十]{1,3}[章节条部]"
)
_STANDS_ALONE: Final = re.compile(r"\s*(?:#{1,6}\s|\|)")
_COLUMNS: Final = re.compile(r"\S\s{3,}\S")
# A title, a heading and a byline have hardly a clause, so that a line with one may be narrower.
_CLAUSE: Final = re.compile("[，。；]")
_CLAUSE_LEAST: Final = 24
_ENDS: Final = re.compile("[。！？!?；…][”’」』）)]*$")


def rejoined(lines: Sequence[str]) -> list[str]:
    """The lines that hold text, those of broken paragraphs joined (only white space goes there)."""
    found: list[str] = []
    for stretch in _stretches(lines):
        at = _first(stretch, may_be_title=not found)
        found += stretch[:at]
        found += [together(stretch[at:])] if _is_broken(stretch[at:]) else stretch[at:]
    return found


def _stretches(lines: Sequence[str]) -> Iterator[list[str]]:
    stretch: list[str] = []
    for line in lines:
        if stretch and (not line.strip() or _BEGINS.match(line) or _STANDS_ALONE.match(stretch[-1])):
            yield stretch
            stretch = []
        if line.strip():
            stretch.append(line)
    if stretch:
        yield stretch


def _first(stretch: Sequence[str], *, may_be_title: bool) -> int:
    """Where a paragraph may begin: below what is too short for the lines of one, and below a title."""
    at = next((at for at, line in enumerate(stretch) if _is_wide(line)), len(stretch))
    below = "".join(stretch[1:2])
    titled = may_be_title and at == 0 and (not _CLAUSE.search(stretch[0]) or bool(rules().prose.match(below)))
    return at + titled


def _is_wide(line: str) -> bool:
    return width(line) >= (_CLAUSE_LEAST if _CLAUSE.search(line) else LEAST)


def _is_broken(lines: Sequence[str]) -> bool:
    if len(lines) < 2 or any(map(_COLUMNS.search, lines)):
        return False
    *full, last = (line.rstrip() for line in lines)
    widths = [width(line.rstrip(HANGING)) for line in full]
    alike = _is_wide(full[0]) and max(widths) <= min(MOST, min(widths) + SPREAD)
    fits = width(last.rstrip(HANGING)) <= max(widths) + SPREAD
    return alike and fits and bool(_ENDS.search(last)) and any(map(goes_on, full))
