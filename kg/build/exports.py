"""The files that a build leaves for people and tools: Turtle, GraphML and the page, made anew if they would differ."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from kg import ids
from kg.build.drawing import Draw, here
from kg.build.stamps import fingerprint
from kg.reader.files import printable
from kg.store import Store, exists
from kg.store import terms as t
from kg.store import vocab as v

# GraphML and the page are made in memory, and beyond this neither graph tools nor browsers are pleasant to use.
MOST_STATEMENTS: Final = 50_000

_NAMES: Final = ("graph.ttl", "graph.graphml", "graph.html")
_NOTE: Final = "exports "
_MISSING: Final = "missing"
# What decides how the files are written, beside the graph.
_CODE: Final = ("exporters", "view", "ids.py", "ontology.py", "store/listing.py")
_DATA: Final = ("ontology/smartcity.ttl", "ontology/concepts.ttl")


def update(store: Store, folder: Path, draw: Draw = here) -> tuple[tuple[Path, ...], bool]:
    """Bring the files of a folder up to date with a store; return them, and whether they had to be written.

    `draw` draws the page, at best while the other files are written. Raises ExportError and StoreError.
    """
    files = tuple(folder / name for name in _NAMES)
    note = _NOTE + printable(str(folder.resolve()))
    if store.stamps([note]).get(note) == _state(store, files):
        return files, False
    _write(store, draw, *files)
    if not store.backend.read_only:
        store.stamp({note: _state(store, files)})
    return files, True


def outdated(store: Store) -> dict[Path, tuple[Path, ...]]:
    """The files that show the graph of this store as it was, by folder: as `update` left them, not written since.

    What a store of which this one is a copy has exported is that store's.
    """
    found = {}
    for note in _noted(store):
        folder = Path(note.removeprefix(_NOTE))
        files = tuple(folder / name for name in _NAMES)
        was, now = (state.split(" ", len(files) + 1) for state in (store.stamps([note])[note], _state(store, files)))
        ours = tuple(
            file for file, before, after in zip(files, was[1:], now[1:], strict=False) if before == after != _MISSING
        )
        if ours and was[0] != now[0] and not _copied(was[-1], now[-1]):
            found[folder] = ours
    return found


def own_files(store: Store, folder: Path | None) -> Callable[[str], bool]:
    """Whether a file is one that the program has written itself: the store, or an export of it, now or before.

    The file is told by where it really is, as finding that out takes longer than all the rest.
    """
    folders = [*([folder] if folder else []), *(Path(note.removeprefix(_NOTE)) for note in _noted(store))]
    written = {os.path.realpath(one / name) for one in folders for name in _NAMES}
    home = f"{_home(store)}{os.sep}"

    def is_own(place: str) -> bool:
        return place in written or place.startswith(home)

    return is_own


def _copied(home: str, now: str) -> bool:
    """Whether a note was made by a store that is still where it was, and is another than the one at hand."""
    return home != now and exists(Path(home))


def _home(store: Store) -> str:
    """Where a store is, from wherever one looks."""
    return store.location if "://" in store.location else printable(str(Path(store.location).resolve()))


def _noted(store: Store) -> list[str]:
    """The notes of all folders that were brought up to date."""
    starts = f"FILTER(STRSTARTS(?name, {t.text(_NOTE)}))"
    rows = store.select(f"SELECT ?name {{ GRAPH {v.BUILD} {{ ?note {v.SOURCE} ?name {starts} }} }}")
    return sorted(name.value for (name,) in rows)


def _write(store: Store, draw: Draw, turtle: Path, graphml: Path, page: Path) -> None:
    # Imported late: a build without exports does without.
    from kg.exporters import export
    from kg.exporters.reading import property_graph

    with store.sorted_once():
        graph = property_graph(store)
        drawn = draw(graph, page)
        export(store, "turtle", turtle)
        export(store, "graphml", graphml, graph=graph)
        drawn()


def _state(store: Store, files: Sequence[Path]) -> str:
    """A key of the graph and of the program that writes it, the files as they lie there, and whose they are."""
    found = [file.stat() if file.is_file() else None for file in files]
    lying = [f"{one.st_size}@{one.st_mtime_ns}" if one else _MISSING for one in found]
    return " ".join((ids.content_key(str(store.last_run), _writing()), *lying, _home(store)))


@cache
def _writing() -> str:
    return fingerprint(_CODE, _DATA)
