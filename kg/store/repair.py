"""The way back from a damaged store: a new one is made from every article that can still be read whole."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kg.errors import StoreError
from kg.store import judgements as judged
from kg.store import terms as t
from kg.store import vocab as v
from kg.store.api import Store
from kg.store.backends import Backend
from kg.store.backends.embedded import Embedded
from kg.store.judgements import Judgements
from kg.store.listing import select
from kg.store.lock import Lock
from kg.store.opening import QUADS, checked, exists
from kg.store.prepared import Prepared, of_graph
from kg.store.remembering import remembered

DAMAGED: Final = "quads.damaged"
_NEW: Final = "quads.new"


@dataclass(frozen=True, slots=True)
class Repair:
    """How many articles were saved, how many are known to be lost, and where the damaged quads were put."""

    saved: int
    lost: int
    aside: Path


def repair(location: str | Path, judgements: Path | None = None) -> Repair:
    """Replace a store on disk by one made from its whole articles; the damaged quads are kept beside it.

    Lost articles come back with the next build from their files, as nothing says any more that those were read.
    Raises StoreError if there is no store, if it is in use, or if nothing of it can be read.
    """
    folder = Path(location)
    if not exists(folder):
        raise StoreError(
            "there is no store to repair 没有图谱库", where=str(folder), remedy="make one with kg build PATH"
        )
    given = judged.load(judgements) if judgements else None
    lock = Lock(folder, shared=False)
    try:
        shutil.rmtree(folder / _NEW, ignore_errors=True)
        old = _opened(folder)
        new = checked(Embedded(folder / _NEW), given or _judgements(old))
        saved, lost = _save(old, new)
        new.close()
        with suppress(StoreError):
            old.close()
        return Repair(saved, lost, _swap(folder))
    finally:
        lock.release()


def _opened(folder: Path) -> Backend:
    """The damaged quads, opened whichever way they can be; for reading first, as writing may do more damage."""
    for read_only in (True, False):
        with suppress(StoreError):
            return Embedded(folder / QUADS, read_only=read_only)
    remedy = f"delete {folder} and build again from the articles"
    raise StoreError("nothing of the store can be read", where=str(folder), remedy=remedy)


def _judgements(old: Backend) -> Judgements | None:
    """What the damaged store was judged by, as far as it can tell."""
    with suppress(StoreError):
        return remembered(old)
    return None


def _save(old: Backend, new: Store) -> tuple[int, int]:
    known = {*_until_damage(old.graphs()), *_until_damage(_noted(old)), *_until_damage(_described(old))} - {v.BUILD}
    saved = 0

    def whole() -> Iterator[Prepared]:
        nonlocal saved
        for article in sorted(known):
            if (prepared := _whole(old, article)) is not None:
                saved += 1
                yield prepared

    new.add_many(whole())
    return saved, len(known) - saved


def _noted(old: Backend) -> Iterator[str]:
    return (subject for subject, predicate, _ in old.graph(v.BUILD) if predicate == v.DIGEST)


def _described(old: Backend) -> Iterator[str]:
    return (str(article) for (article,) in select(old, f"SELECT ?article {{ ?article a {v.ARTICLE} }}"))


def _until_damage(names: Iterator[str]) -> Iterator[str]:
    with suppress(StoreError):
        yield from names


def _whole(old: Backend, article: str) -> Prepared | None:
    """An article whose triples are those that were stored; None if it cannot be read, or something is missing."""
    try:
        triples = tuple(sorted(old.graph(article)))
        noted = old.described([article], (), v.BUILD)[article]
    except StoreError:
        return None
    source = next((t.plain(o) for s, p, o in triples if p == v.SOURCE), "")
    prepared = of_graph(source, article, triples)
    return prepared if source and set(prepared.notes) == noted else None


def _swap(folder: Path) -> Path:
    aside = folder / DAMAGED
    number = 1
    while aside.exists():
        number += 1
        aside = folder / f"{DAMAGED}-{number}"
    (folder / QUADS).rename(aside)
    (folder / _NEW).rename(folder / QUADS)
    return aside
