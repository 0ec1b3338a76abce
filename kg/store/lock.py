"""One writer, or any number of readers: a lock on the store's folder that dies with its process."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import IO, Final

from kg.errors import StoreError

try:
    import fcntl
except ImportError:  # Not on Windows, where Oxigraph's own lock still keeps a second writer out.
    fcntl = None  # type: ignore[assignment]

NAME: Final = "lock"


class Lock:
    """Held from making to `release`, or to the end of the process.

    Raises StoreError naming who holds it and what to do.
    """

    def __init__(self, folder: Path, *, shared: bool) -> None:
        """Take the lock at once or not at all; `shared` is for readers."""
        self._file = _opened(folder / NAME, shared)
        if self._file is None:
            return
        if fcntl is not None:
            try:
                fcntl.flock(self._file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
            except OSError as error:
                raise self._busy(folder) from error
        if not shared:
            self._sign(str(os.getpid()))

    def release(self) -> None:
        """Let others in."""
        if self._file is not None:
            self._file.close()

    def _sign(self, text: str) -> None:
        assert self._file is not None
        self._file.seek(0)
        self._file.truncate()
        # On a full disk the name of the writer is the least of the worries.
        with suppress(OSError):
            self._file.write(text)
            self._file.flush()

    def _busy(self, folder: Path) -> StoreError:
        assert self._file is not None
        self._file.seek(0)
        writer = self._file.read().strip()
        self._file.close()
        known = f" (process {writer} wrote last)" if writer else ""
        remedy = "wait until the other command has finished, end it, or use another --store 请等待，或换用 --store"
        return StoreError(f"the store is in use by another process{known}", where=str(folder), remedy=remedy)


def _opened(path: Path, shared: bool) -> IO[str] | None:
    """The lock's file; none where a reader may not write and nobody ever locked. Raises StoreError."""
    try:
        return path.open("a+", encoding="utf-8")
    except OSError as error:
        if not shared:
            raise StoreError(f"cannot be written: {error.strerror}", where=str(path.parent)) from error
    try:
        return path.open(encoding="utf-8")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StoreError(f"cannot be read: {error.strerror}", where=str(path.parent)) from error
