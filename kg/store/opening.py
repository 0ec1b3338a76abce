"""Opening a store: where it is, whether it may be written, and whether it is ours."""

from __future__ import annotations

import os
import re
from contextlib import suppress
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
from kg.store.remembering import remember, remembered

DEFAULT_LOCATION: Final = Path("exports/store")
# Of one letter it would be a drive.
_URL: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
QUADS: Final = "quads"
"""The folder of the quads inside the store's folder."""


def place(given: str | Path | None = None) -> str | Path:
    """Where the store is: what was given, else the environment's KG_STORE, else `exports/store` here."""
    return given or os.environ.get("KG_STORE") or DEFAULT_LOCATION


def exists(folder: Path) -> bool:
    """Whether there is a store in a folder."""
    return (folder / QUADS).is_dir()


def open_store(
    location: str | Path | None = None,
    *,
    read_only: bool = False,
    create: bool = True,
    judgements: Path | None = None,
) -> Store:
    """The store at a folder or URL; in memory if no location is given.

    `read_only` lets others read at the same time, `create` makes a store where there is none. `judgements` is the table
    of judgements; without one it is that which the store was last opened with for writing, and before there is one,
    `seeds/judgements.tsv`. A store that is only read shows what was merged when it was last written.
    Raises StoreError if the store is missing, in use, damaged or of another version, LexiconError if the judgements
    are wrong.
    """
    view = judged.load(judgements) if judgements else None
    if location is None:
        return checked(Embedded(), view)
    if _URL.match(str(location)):
        from kg.store.backends.remote import Remote

        return checked(Remote(_server(str(location)), read_only=read_only), view)
    folder = Path(location)
    _prepare(folder, create=create and not read_only)
    lock = Lock(folder, shared=read_only)
    try:
        backend = Embedded(folder / QUADS, read_only=read_only)
        if not backend.unfinished():
            return checked(backend, view, lock)
        if not read_only:
            backend.finish()
            return checked(backend, view, lock)
        backend.close()
    except BaseException:
        lock.release()
        raise
    # A writer was killed on the way; to finish its work, the store has to be opened for writing once.
    lock.release()
    open_store(location, create=False, judgements=judgements).close()
    return open_store(location, read_only=True, judgements=judgements)


def _server(url: str) -> str:
    """The URL, if it is one that a server may have and that may be shown: a store's place is told, and exported."""
    scheme, _, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    shown = f"{scheme}://{host.rpartition('@')[2]}{slash}{path}"
    if scheme.lower() not in ("http", "https"):
        remedy = "give a folder, or the http or https URL of a SPARQL 1.1 server 请给出文件夹或 http(s) 网址"
        raise StoreError(f"no store has a URL that begins with {scheme}://", where=shown, remedy=remedy)
    if "@" in host:
        remedy = "leave them out of it, and set KG_STORE_USER and KG_STORE_PASSWORD 请改用这两个环境变量"
        raise StoreError("user and password have no place in the URL", where=shown, remedy=remedy)
    return url


def _prepare(folder: Path, *, create: bool) -> None:
    """Make the folder, or find out that there is no store."""
    if exists(folder):
        return
    if not create:
        remedy = "make one with kg build PATH, or name another --store 请先用 kg build 构建，或换用 --store"
        raise StoreError("there is no store 没有图谱库", where=str(folder), remedy=remedy)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"cannot be made: {error.strerror}", where=str(folder), remedy="name another --store"
        ) from error


def checked(backend: Backend, view: Judgements | None = None, lock: Lock | None = None) -> Store:
    """The store on a back end, if it is of our format; the judgements are applied if it may be written."""
    try:
        bookkeeping.check_format(backend)
        view = view or remembered(backend)
        store = Store(backend, view, lock)
        if not backend.read_only:
            # First, so that a merge whose writer is killed on the way is known to whoever comes next.
            store.forgotten = remember(backend, view)
            store.judge(view)
    except BaseException:
        with suppress(StoreError):
            backend.close()
        raise
    return store
