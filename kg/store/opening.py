"""Opening a store: where it is, whether it may be written, and whether it is ours."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from kg.errors import StoreError
from kg.store import bookkeeping
from kg.store import judgements as judged
from kg.store.api import Store
from kg.store.backends import Backend
from kg.store.backends.embedded import Embedded
from kg.store.judgements import Judgements
from kg.store.lock import Lock

DEFAULT_LOCATION: Final = Path("exports/store")
_QUADS: Final = "quads"


def place(given: str | Path | None = None) -> str | Path:
    """Where the store is: what was given, else the environment's KG_STORE, else `exports/store` here."""
    return given or os.environ.get("KG_STORE") or DEFAULT_LOCATION


def open_store(
    location: str | Path | None = None,
    *,
    read_only: bool = False,
    create: bool = True,
    judgements: Path | None = None,
) -> Store:
    """The store at a folder or URL; in memory if no location is given.

    `read_only` lets others read at the same time, `create` makes a store where there is none, `judgements` is a table
    in place of `seeds/judgements.tsv`; a store that is only read shows what was merged when it was last written.
    Raises StoreError if the store is missing, in use, damaged or of another version, LexiconError if the judgements
    are wrong.
    """
    view = judged.load(judgements)
    if location is None:
        return _checked(Embedded(), view)
    folder = Path(location)
    if not (folder / _QUADS).is_dir():
        if read_only or not create:
            raise StoreError(
                "there is no store", where=str(folder), remedy="make one with kg build PATH, or name another --store"
            )
        folder.mkdir(parents=True, exist_ok=True)
    lock = Lock(folder, shared=read_only)
    try:
        return _checked(Embedded(folder / _QUADS, read_only=read_only), view, lock)
    except BaseException:
        lock.release()
        raise


def _checked(backend: Backend, view: Judgements, lock: Lock | None = None) -> Store:
    try:
        bookkeeping.check_format(backend)
        store = Store(backend, view, lock)
        if not backend.read_only:
            store.judge(view)
    except BaseException:
        backend.close()
        raise
    return store
