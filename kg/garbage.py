"""How often Python looks for garbage."""

from __future__ import annotations

import gc
from typing import Final

# So many new objects are left alone before Python looks for garbage among them; its own default is 700.
_ALLOCATIONS: Final = 1_000_000


def look_seldom() -> None:
    """Look for garbage seldom from now on, in a process that keeps to its end most of what it loads."""
    gc.set_threshold(_ALLOCATIONS)
