"""What was certainly never written: saves asking a growing store for what it cannot have."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

# 16 MB, whatever comes: with four million keys, one new key in thirty is taken for an old one.
_BITS: Final = 1 << 27


class Seen:
    """A Bloom filter of fixed size: `among` may give a key that was never added, and misses none that was."""

    def __init__(self) -> None:
        """Nothing was seen yet."""
        self._bits = bytearray(_BITS >> 3)

    def add(self, keys: Iterable[str]) -> None:
        """Note keys."""
        bits, last = self._bits, _BITS - 1
        for at in map(hash, keys):
            bits[(at & last) >> 3] |= 1 << (at & 7)

    def among(self, keys: Iterable[str], prefix: str) -> list[str]:
        """Those of some keys that may have been added, under a prefix."""
        bits, last = self._bits, _BITS - 1
        return [key for key in keys if bits[((at := hash(prefix + key)) & last) >> 3] & (1 << (at & 7))]
