"""The files that a build leaves for people and tools: Turtle, GraphML and the page, made anew if they would differ."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final

from kg import ids
from kg.build.drawing import Draw, here
from kg.build.stamps import fingerprint
from kg.store import Store
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
    note = f"{_NOTE}{folder.resolve()}"
    if store.stamps([note]).get(note) == _state(store, files):
        return files, False
    _write(store, draw, *files)
    if not store.backend.read_only:
        store.stamp({note: _state(store, files)})
    return files, True


def outdated(store: Store) -> dict[Path, tuple[Path, ...]]:
    """The files that show the graph of this store as it was, by folder: as `update` left them, not written since."""
    found = {}
    for note in _noted(store):
        folder = Path(note.removeprefix(_NOTE))
        files = tuple(folder / name for name in _NAMES)
        noted, now = store.stamps([note])[note].split(), _state(store, files).split()
        lying = zip(files, noted[1:], now[1:], strict=False)
        ours = tuple(file for file, was, lies in lying if was == lies != _MISSING)
        if ours and noted[0] != now[0]:
            found[folder] = ours
    return found


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
    """A key of the graph and of the program that writes it, and the files as they lie there."""
    found = [file.stat() if file.is_file() else None for file in files]
    lying = [f"{one.st_size}@{one.st_mtime_ns}" if one else _MISSING for one in found]
    return " ".join((ids.content_key(str(store.last_run), _writing()), *lying))


@cache
def _writing() -> str:
    return fingerprint(_CODE, _DATA)
