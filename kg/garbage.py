"""How often Python looks for garbage."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

# So many new objects are left alone before Python looks for garbage among them; its own default is 700.
_ALLOCATIONS: Final = 1_000_000


def look_seldom() -> None:
    """Look for garbage seldom from now on, in a process that keeps to its end most of what it loads."""
    gc.set_threshold(_ALLOCATIONS)


@contextmanager
def no_look() -> Iterator[None]:
    """Put off the search for garbage: what is made for an article stays until it is read, and then goes by itself."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
