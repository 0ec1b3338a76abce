"""The table files of the engine: how large they are, and joining them while the program goes on."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

if TYPE_CHECKING:
    from concurrent.futures import Future


def size(folder: Path) -> int:
    """The bytes of the table files; the engine joins some in the background, and one may go while they are read."""
    found = 0
    for file in folder.glob("*.sst"):
        with suppress(FileNotFoundError):
            found += file.stat().st_size
    return found


def join(engine: ox.Store) -> Future[None]:
    """Begin to join the tables; the future raises what that raises, and the program does not end before it does."""
    from concurrent.futures import ThreadPoolExecutor

    # The engine lets Python run meanwhile.
    pool = ThreadPoolExecutor(1)
    future = pool.submit(engine.optimize)
    pool.shutdown(wait=False)
    return future
