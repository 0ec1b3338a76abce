"""Articles in batches, each of which the store takes in one transaction.

Larger ones share the work on things that many articles name and leave fewer table files to be joined; smaller ones lose
less when the process is killed, and hold less in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from time import monotonic
from typing import Final

from kg.model import Extraction
from kg.store.prepared import Prepared, prepare

# The engine's own tables for a load double where they pass some 900,000 quads.
TRIPLES: Final = 850_000
# In time, a batch may take this long, or this share of what was spent before it: what a kill costs stays in
# proportion, and a build of hours does not leave thousands of small tables that the engine joins again and again.
SECONDS: Final = 8.0
SHARE: Final = 0.25
# Towards the end a batch is closed once it holds as many articles as are still to come, but no fewer than these: every
# batch costs a third of a second, however small.
LEAST: Final = 150


def batches(
    extractions: Iterable[Extraction | Prepared], to_come: Callable[[], float] | None = None
) -> Iterator[list[Prepared]]:
    """The articles in order, as many together as size and time allow; never an empty batch.

    `to_come` tells how many articles are still to come, roughly. Where they are made by other processes, it is best to
    store before the last is there what can be stored: ever smaller batches leave little to be done then.
    """
    batch: list[Prepared] = []
    size = 0
    started = since = monotonic()
    for extraction in extractions:
        batch.append(ready(extraction))
        size += batch[-1].size
        late = monotonic() - since >= max(SECONDS, SHARE * (since - started))
        if late or size >= TRIPLES or (to_come and len(batch) >= max(to_come(), LEAST)):
            yield batch
            batch, size, since = [], 0, monotonic()
    if batch:
        yield batch


def ready(extraction: Extraction | Prepared) -> Prepared:
    """An article prepared, if it is not already."""
    return extraction if isinstance(extraction, Prepared) else prepare(extraction)
