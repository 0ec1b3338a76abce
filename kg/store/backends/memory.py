"""Memory that the engine has done with."""

from __future__ import annotations

import sys
from contextlib import suppress


def give_back() -> None:
    """Let the system have what the C library keeps for later, where it can be told to."""
    if sys.platform == "linux":
        from ctypes import CDLL

        # Not every C library knows how.
        with suppress(AttributeError):
            CDLL(None).malloc_trim(0)
