"""The page is drawn in a process of its own, which loads what that takes while articles are read and stored."""

from __future__ import annotations

import gc
import multiprocessing
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.exporters.property_graph import PropertyGraph

Draw = Callable[["PropertyGraph", Path], Callable[[], object]]
"""Begins to draw the page of a graph into a file, and gives a function that returns once that is done."""


def here(graph: PropertyGraph, path: Path) -> Callable[[], object]:
    """Draw the page in this process, when it is waited for."""
    from kg.view import draw_page

    return lambda: draw_page(graph, path)


@contextmanager
def elsewhere() -> Iterator[Draw]:
    """Draw the page in another process, which is begun at once."""
    # A fork of this process would hold on to the lock of an open store.
    pool = ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"))
    pool.submit(_load)

    def draw(graph: PropertyGraph, path: Path) -> Callable[[], object]:
        from kg.view import draw_page

        try:
            under_way = pool.submit(draw_page, graph, path)
        except BrokenProcessPool:
            return here(graph, path)

        def finish() -> object:
            try:
                return under_way.result()
            except BrokenProcessPool:
                return draw_page(graph, path)

        return finish

    try:
        yield draw
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _load() -> None:
    # What is loaded stays to the end: to look through it for garbage takes longer than it saves.
    gc.disable()
    import_module("kg.view.page")
