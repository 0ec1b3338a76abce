"""Ctrl-C on a terminal goes to every process of a build: one of them tells of it, and ends the others."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

Handler = Callable[[int, FrameType | None], object] | signal.Handlers


def ignore() -> None:
    """Leave interrupts to the process that this one works for."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def ignored() -> Iterator[None]:
    """Ignore interrupts, as a program that is begun meanwhile does from its first moment on."""
    with _handled(signal.SIG_IGN):
        yield


@contextmanager
def held_back() -> Iterator[None]:
    """Raise what interrupts this only at its end: a process half begun would fail with a traceback, or never end."""
    caught: list[int] = []
    with _handled(lambda number, _: caught.append(number)):
        yield
    if caught:
        raise KeyboardInterrupt


@contextmanager
def _handled(handler: Handler) -> Iterator[None]:
    try:
        before = signal.signal(signal.SIGINT, handler)
    except ValueError:
        # Only the main thread is interrupted, and may choose.
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
