"""Opening the store to change it; judgements that no longer hold are told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kg.cli.console import Loudness, count, warn

if TYPE_CHECKING:
    from kg.store import Store

_SHOWN: Final = 3


@contextmanager
def writable(store: str | None, judgements: Path | None, *, create: bool = False) -> Iterator[Store]:
    """The store of a command, open for writing; judgements that no longer hold are told."""
    from kg.store import open_store, place

    with open_store(place(store), create=create, judgements=judgements) as opened:
        if gone := opened.forgotten:
            told = f"{count(len(gone), 'judgement')} no longer held 不再有效, as {opened.judgements.table} lacks it"
            shown = gone if Loudness.verbose else gone[:_SHOWN]
            names = [f"{row.judgement} {row.a_label or row.a} · {row.b_label or row.b}" for row in shown]
            warn(f"{told}: {'; '.join(names)}{' …' if len(shown) < len(gone) else ''}")
        yield opened
