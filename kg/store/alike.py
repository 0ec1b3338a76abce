"""Whether two texts are nearly the same: what decides depends on the two only, not on what came before."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from zlib import crc32

from kg import ids

SHINGLE: Final = 5
# Papers cut a syndicated text and put their own head on it: most pairs that share 70 to 80 % are one text.
ALIKE: Final = 0.7
# 16 bands of 4: two texts that share 70 % of their shingles meet in some band 988 times in 1000, at 80 % 9998 in 10000.
BANDS: Final = 16
ROWS: Final = 4

_NOISE: Final = re.compile(r"[\W_]+")


def _normalised(text: str) -> str:
    """The letters, digits and Chinese characters of a text: reprints differ in spaces and punctuation."""
    return _NOISE.sub("", text).lower()


@lru_cache(maxsize=512)
def shingles(text: str) -> frozenset[str]:
    """The five-character pieces of a text; a shorter text is one piece, an empty one has none."""
    clean = _normalised(text)
    return frozenset({clean[i : i + SHINGLE] for i in range(max(len(clean) - SHINGLE + 1, 1))} - {""})


def alike(one: str, other: str) -> bool:
    """Whether two texts are nearly the same."""
    a, b = shingles(one), shingles(other)
    shared = len(a & b)
    return bool(shared) and shared >= ALIKE * (len(a) + len(b) - shared)


def bands(text: str) -> tuple[str, ...]:
    """The keys under which near-duplicates of a text are found; none for an empty text."""
    hashes = {crc32(piece.encode()) for piece in shingles(text)}
    if not hashes:
        return ()
    bins = BANDS * ROWS
    least: list[int | None] = [None] * bins
    # In falling order, so that the last one written into a bin is the least.
    for value in sorted(hashes, reverse=True):
        least[value % bins] = value
    filled = [slot for slot in range(bins) if least[slot] is not None]
    # A bin that no shingle fell into takes the value of the next that has one, as a short text has few.
    borrowed = [least[next((s for s in filled if s >= slot), filled[0])] for slot in range(bins)]
    rows = ("|".join(str(value) for value in borrowed[i : i + ROWS]) for i in range(0, bins, ROWS))
    return tuple(f"{number:02d}{ids.content_key(row)[:10]}" for number, row in enumerate(rows))
