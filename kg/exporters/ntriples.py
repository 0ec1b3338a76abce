"""N-Triples (the merge) and N-Quads (the merge and each article's graph), a sorted line for each triple."""

from __future__ import annotations

from pathlib import Path

from kg.exporters.selection import select
from kg.store import Store


def write_triples(store: Store, path: Path, min_confidence: float = 0.0) -> None:
    """Write the default graph as N-Triples."""
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(f"{s} {p} {o} .\n" for s, p, o in select(store, min_confidence).triples(store))


def write_quads(store: Store, path: Path, min_confidence: float = 0.0) -> None:
    """Write the default graph and the graphs of all articles as N-Quads."""
    selection = select(store, min_confidence)
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(f"{s} {p} {o} .\n" for s, p, o in selection.triples(store))
        for graph in store.graphs():
            out.writelines(f"{s} {p} {o} <{graph}> .\n" for s, p, o in selection.triples(store, graph))
