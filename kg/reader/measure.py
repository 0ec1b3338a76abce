"""How wide lines are, and which of them go on: what tells the lines of a hard-wrapped text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from kg.reader.lines import ends_openly

# Lines of a hard-wrapped text are about as wide as one another, in columns, of which hanzi take two; marks that may not
# begin a line may hang over the margin.
LEAST: Final = 40
MOST: Final = 160
SPREAD: Final = 8
HANGING: Final = "，。；：、！？）》”’…,.;:!?)"
# Marks of Markdown that begin a line which does not go on from the one before.
MARKED: Final = re.compile(r"\s*(?:[-*+•]\s|#{1,6}\s|\||>)")
_LATIN: Final = re.compile("[A-Za-z]")
_LATIN_END: Final = re.compile("[A-Za-z][,.;:]?$")


def width(line: str) -> int:
    """How wide a line is shown: hanzi and other wide signs count two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in line)


def goes_on(line: str) -> bool:
    """Whether no paragraph ends as the line does."""
    return ends_openly(line) or line.rstrip().endswith(("，", "、", ","))


def together(lines: Sequence[str]) -> str:
    """The lines as one, without the white space at the margin."""
    parts = [lines[0].rstrip()]
    for before, line in pairwise(lines):
        parts += [gap(before.rstrip(), line), line.rstrip()]
    return "".join(parts)


def gap(before: str, after: str) -> str:
    """A space between two Latin words; whatever else the margin parts, such as a number and its unit, is one."""
    return " " if _LATIN_END.search(before) and _LATIN.match(after) else ""
