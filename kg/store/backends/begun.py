"""Work of the engine that need not be waited for: it runs beside this thread, and beside other Python."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import Future


def begun(work: Callable[[], None]) -> Future[None]:
    """Begin the work; the future raises what it raises, and the program does not end before it does."""
    from concurrent.futures import ThreadPoolExecutor

    pool = ThreadPoolExecutor(1)
    future = pool.submit(work)
    pool.shutdown(wait=False)
    return future
