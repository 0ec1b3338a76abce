"""The page is drawn in a process of its own, which loads what that takes while articles are read and stored."""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
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
    """Draw the page in another process, which is begun at once; if that fails, in this one, which tells why."""
    # The machinery of `multiprocessing` takes a tenth of a second of either process, and a third one that watches them.
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-P", "-m", "kg.view"]
    with Popen(command, stdin=PIPE, stdout=DEVNULL, stderr=DEVNULL, env=environment) as process:
        graphs = process.stdin
        assert graphs is not None, "it was asked for"

        def draw(graph: PropertyGraph, path: Path) -> Callable[[], object]:
            with suppress(BrokenPipeError), graphs:
                pickle.dump((graph, path), graphs)
            return lambda: process.wait() and here(graph, path)()

        try:
            yield draw
        finally:
            if not graphs.closed:
                # There was nothing to draw; it need not even be ready.
                process.kill()
