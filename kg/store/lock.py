"""One writer, or any number of readers: a lock on the store's folder that dies with its process."""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO

from kg.errors import StoreError

try:
    import fcntl
except ImportError:  # Not on Windows, where Oxigraph's own lock still keeps a second writer out.
    fcntl = None  # type: ignore[assignment]

NAME = "lock"


class Lock:
    """Held from making to `release`. Raises StoreError naming who holds it and what to do."""

    def __init__(self, folder: Path, *, shared: bool) -> None:
        """Take the lock at once or not at all; `shared` is for readers."""
        self._file: IO[str] = (folder / NAME).open("a+", encoding="utf-8")
        if fcntl is not None:
            try:
                fcntl.flock(self._file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
            except OSError as error:
                raise self._busy(folder, shared) from error
        if not shared:
            self._sign(f"{os.getpid()}\n")

    def release(self) -> None:
        """Let others in."""
        self._file.close()

    def _sign(self, text: str) -> None:
        self._file.seek(0)
        self._file.truncate()
        self._file.write(text)
        self._file.flush()

    def _busy(self, folder: Path, shared: bool) -> StoreError:
        self._file.seek(0)
        writer = self._file.read().strip()
        self._file.close()
        who = (
            f"process {writer} is writing" if shared and writer else f"in use (last written by process {writer or '?'})"
        )
        return StoreError(
            f"the store is in use: {who}" if shared else f"the store is {who}",
            where=str(folder),
            remedy="wait until it has finished, end it, or use another --store",
        )
