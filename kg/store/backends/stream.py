"""Blocks of bytes as a file, so that a long text need not be in memory twice."""

from __future__ import annotations

from collections.abc import Iterable
from io import BufferedReader, RawIOBase
from typing import Any, Final, cast

_BUFFER: Final = 1 << 20


class _Blocks(RawIOBase):
    def __init__(self, blocks: Iterable[bytes]) -> None:
        self._blocks, self._left = iter(blocks), memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._left:
            block = next(self._blocks, None)
            if block is None:
                return 0
            self._left = memoryview(block)
        size = min(len(buffer), len(self._left))
        buffer[:size], self._left = self._left[:size], self._left[size:]
        return size


def as_file(blocks: Iterable[bytes]) -> BufferedReader:
    """A file to read the blocks from, one after the other; they are taken as they are needed."""
    return BufferedReader(cast(Any, _Blocks(blocks)), _BUFFER)
