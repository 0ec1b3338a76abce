"""Opening the store to change it, and what a change leaves behind: judgements that went, exports that are old."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kg.cli.console import Loudness, count, say, warn
from kg.cli.pairs import named

if TYPE_CHECKING:
    from kg.store import Store

_SHOWN: Final = 3


@contextmanager
def writable(store: str | None, judgements: Path | None, *, create: bool = False) -> Iterator[Store]:
    """The store of a command, open for writing; judgements that no longer hold are told."""
    from kg.store import open_store, place
    from kg.store.judgements import TABLE

    with open_store(place(store), create=create, judgements=judgements) as opened:
        if gone := opened.forgotten:
            table = opened.judgements.table or TABLE
            told = f"{count(len(gone), 'judgement')} no longer held 不再有效, for want of a row in {table}"
            shown = gone if Loudness.verbose else gone[:_SHOWN]
            names = [f"{named(row.judgement)} {row.a_label or row.a} · {row.b_label or row.b}" for row in shown]
            warn(f"{told}: {'; '.join(names)}{' …' if len(shown) < len(gone) else ''}")
        yield opened


def exports_folder(store: Store, given: Path | None) -> Path | None:
    """Where the exports of a store go: what was given, else `exports`, unless another store is at home there."""
    from kg.exporters.registry import DEFAULT_FOLDER
    from kg.store import DEFAULT_LOCATION, exists

    if given or not exists(DEFAULT_LOCATION) or DEFAULT_LOCATION.resolve() == Path(store.location).resolve():
        return given or DEFAULT_FOLDER
    home = f"{DEFAULT_FOLDER} holds the exports of another store, {DEFAULT_LOCATION}, and is left as it is"
    warn(f"{home} 未导出 — give --exports DIR")
    return None


def tell_outdated(store: Store) -> None:
    """Name the exported files that show the graph as it was."""
    from kg.build.exports import outdated

    if files := [_near(file) for files in outdated(store).values() for file in files]:
        warn(f"out of date now 已过时: {', '.join(files)} — the next kg build writes them anew")


def refresh(store: Store) -> None:
    """Bring the exported files that show the graph as it was up to date."""
    from kg.build import openable
    from kg.build.counts import statements_by_predicate
    from kg.build.exports import outdated, update

    folders = outdated(store)
    if folders and not openable(statements_by_predicate(store)):
        tell_outdated(store)
        return
    for folder in folders:
        files, _ = update(store, folder)
        say(f"Written 已写入: {', '.join(map(_near, files))}")


def _near(file: Path) -> str:
    """A path as one would type it here."""
    here = Path.cwd()
    return str(file.relative_to(here) if file.is_relative_to(here) else file)
