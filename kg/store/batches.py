"""Articles in batches, each of which the store takes in one transaction.

Larger ones share the work on things that many articles name and leave fewer table files to be joined; smaller ones lose
less when the process is killed, and hold less in memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from time import monotonic
from typing import Final

from kg.model import Extraction
from kg.store.prepared import Prepared, prepare

# The engine's own tables for a load double where they pass some 900,000 quads.
TRIPLES: Final = 850_000
# In time, a batch may take this long, or this share of what was spent before it: what a kill costs stays in
# proportion, and a build of hours does not leave thousands of small tables that the engine joins again and again.
SECONDS: Final = 5.0
SHARE: Final = 0.25


def batches(extractions: Iterable[Extraction | Prepared]) -> Iterator[list[Prepared]]:
    """The articles in order, as many together as size and time allow; never an empty batch.

    Where an interrupt ends them, what came before it is still given.
    """
    batch: list[Prepared] = []
    size = 0
    started = since = monotonic()
    interrupted: KeyboardInterrupt | None = None
    try:
        for extraction in extractions:
            batch.append(ready(extraction))
            size += batch[-1].size
            if size >= TRIPLES or monotonic() - since >= max(SECONDS, SHARE * (since - started)):
                yield batch
                batch, size, since = [], 0, monotonic()
    except KeyboardInterrupt as error:
        interrupted = error
    if batch:
        yield batch
    if interrupted:
        raise interrupted


def ready(extraction: Extraction | Prepared) -> Prepared:
    """An article prepared, if it is not already."""
    return extraction if isinstance(extraction, Prepared) else prepare(extraction)
