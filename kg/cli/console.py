"""What a command says: results on standard output, everything about the work on standard error.

Text that comes from articles is printed as it is: nothing in it counts as mark-up.
"""

from __future__ import annotations

import codecs
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from rich.console import Console, RenderableType


_ENCODABLE: Final = "kg.encodable"
# What stands for the signs that commands write and the code page of a Chinese Windows does not have.
_SIGNS: Final = {"⇒": "=>", "−": "-", "✓": "yes", "✗": "no"}


class Loudness:
    """How much is said; set once from the command line."""

    quiet = False
    verbose = False


def encode_all() -> None:
    """Write what a stream cannot encode, as into a file on Windows, as other signs or as \\uXXXX: nothing is lost."""
    codecs.register_error(_ENCODABLE, _encodable)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=_ENCODABLE)


def _encodable(error: UnicodeError) -> tuple[str | bytes, int]:
    assert isinstance(error, UnicodeEncodeError), "only what is written is treated so"
    sign = error.object[error.start]
    return (_SIGNS[sign], error.start + 1) if sign in _SIGNS else codecs.backslashreplace_errors(error)


def show(*things: RenderableType) -> None:
    """Print a result: a string, or anything that rich can draw."""
    console = _console(error=False)
    for thing in things:
        console.print(thing, markup=False, emoji=False, highlight=False, soft_wrap=_runs_on(thing, console))


def say(*things: RenderableType) -> None:
    """Print what accompanies a result, such as a summary; nothing with --quiet."""
    if not Loudness.quiet:
        show(*things)


def warn(text: str) -> None:
    """Tell of something that went wrong without ending the command; also with --quiet."""
    _console(error=True).print(text, style="yellow", markup=False, emoji=False, highlight=False, soft_wrap=True)


def fail(text: str) -> None:
    """Tell why the command ends."""
    _console(error=True).print(
        f"kg: {text}", style="bold red", markup=False, emoji=False, highlight=False, soft_wrap=True
    )


def detail(text: str) -> None:
    """Tell what only --verbose wants to know."""
    if Loudness.verbose:
        _console(error=True).print(text, style="dim", markup=False, emoji=False, highlight=False, soft_wrap=True)


@contextmanager
def progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on a terminal, to be told how much is done of how much; silent elsewhere and with --quiet."""
    if Loudness.quiet or not sys.stderr.isatty():
        yield _unseen
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=_console(error=True), transient=True) as bar:
        task = bar.add_task(label, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _unseen(done: int, total: int) -> None:
    del done, total


def somebody_is_there() -> bool:
    """Whether there is somebody to be asked."""
    return sys.stdin.isatty()


def count(number: int, noun: str, nouns: str = "") -> str:
    """A number with its noun: 1 article, 2 articles."""
    return f"{number} {noun if number == 1 else nouns or noun + 's'}"


def _runs_on(thing: RenderableType, console: Console) -> bool:
    """Whether lines are left as long as they are: plain strings always, styled text where it goes to a pipe."""
    from rich.text import Text

    return isinstance(thing, str) or (isinstance(thing, Text) and not console.is_terminal)


def _console(*, error: bool) -> Console:
    from rich.console import Console

    return Console(stderr=error)
