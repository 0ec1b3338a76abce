"""Looking among the stretches of a text for those in one place, without a look at all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import Protocol, TypeVar


class Span(Protocol):
    """What begins and ends somewhere in a text."""

    @property
    def start(self) -> int:
        """The offset of its first character."""

    @property
    def end(self) -> int:
        """The offset behind its last character."""


S = TypeVar("S", bound=Span)
_start = attrgetter("start")


def within(stretches: Sequence[S], start: int, end: int) -> list[S]:
    """Those that lie wholly between two offsets, of stretches in the order in which they begin."""
    first = bisect_left(stretches, start, key=_start)
    last = bisect_right(stretches, end, first, key=_start)
    return [one for one in stretches[first:last] if one.end <= end]
