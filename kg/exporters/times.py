"""ISO 8601 times of three precisions, and intervals of them, as the first and the last day that they cover."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import Final

_DATE: Final = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def span(value: str) -> tuple[date | None, date | None]:
    """The first and last day of `2022`, `2022-06`, `2022-06-11` or two of them with a slash; an open end is None.

    What is no such time gives (None, None).
    """
    first, slash, last = value.partition("/")
    return _day(first, first=True), _day(last if slash else first, first=False)


def _day(value: str, *, first: bool) -> date | None:
    match = _DATE.match(value)
    if match is None:
        return None
    year, month, day = int(match[1]), int(match[2] or (1 if first else 12)), match[3]
    try:
        return date(year, month, int(day) if day else 1 if first else calendar.monthrange(year, month)[1])
    except ValueError:
        return None


def bounds(values: tuple[str, ...]) -> tuple[date | None, date | None]:
    """The first and the last day of several times together."""
    spans = [span(value) for value in values]
    firsts = [first for first, _ in spans if first]
    lasts = [last for _, last in spans if last]
    return min(firsts, default=None), max(lasts, default=None)
