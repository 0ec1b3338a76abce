"""Lines of mixed Chinese and Latin text, broken by the cells that a terminal gives each character."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions
from rich.text import Text

# What may not begin a line, and what may not end one.
_NOT_FIRST: Final = frozenset("，。；：！？、）》】”’」』〉…—,.;:!?)]}%％·")
_NOT_LAST: Final = frozenset("（《【“‘「『〈([{")
_NARROWEST: Final = 16


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A text that is broken wherever Chinese may be, its lines after the first set in by `indent` cells."""

    text: Text
    indent: int = 0

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        """The lines, as rich asks for them."""
        del console
        yield from wrapped(self.text, options.max_width, self.indent)


def wrapped(text: Text, width: int, indent: int = 0) -> list[Text]:
    """The lines of a text in a terminal of `width` cells; a new line in the text always breaks."""
    lines: list[Text] = []
    for paragraph in text.split("\n", allow_blank=True):
        room = max(_NARROWEST, width)
        rest = max(_NARROWEST, width - indent)
        offsets = _breaks(paragraph.plain, room, rest)
        for piece in paragraph.divide(offsets):
            line = Text(" " * indent if lines else "")
            line.append_text(piece)
            line.no_wrap, line.overflow = True, "ignore"
            lines.append(line)
    return lines


def _breaks(text: str, first: int, rest: int) -> list[int]:
    """Where the lines after the first begin."""
    found: list[int] = []
    start, used, room = 0, 0, first
    for place, char in enumerate(text):
        used += cell_len(char)
        if used <= room:
            continue
        # Not far back, so that what is taken over leaves room on the next line.
        start = _break_before(text, max(start, place - rest // 2), place)
        found.append(start)
        used, room = cell_len(text[start : place + 1]), rest
    return found


def _break_before(text: str, start: int, place: int) -> int:
    """The last place up to `place`, after `start`, at which a line may be broken; `place` itself if there is none."""
    for at in range(place, start, -1):
        before, after = text[at - 1], text[at]
        in_word = _latin(before) and _latin(after)
        if not in_word and after not in _NOT_FIRST and before not in _NOT_LAST and after != " ":
            return at
    return place


def _latin(char: str) -> bool:
    return char.isascii() and not char.isspace()
