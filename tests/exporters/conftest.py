"""A store with the sample graph, and its exports."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.exporters import FORMATS, export
from kg.exporters.property_graph import PropertyGraph
from kg.exporters.reading import property_graph
from kg.store import Store, open_store
from tests.exporters.sample import extractions


@pytest.fixture(scope="session")
def store() -> Iterator[Store]:
    """The sample in memory; nobody writes to it."""
    with open_store() as opened:
        opened.add_many(extractions())
        yield opened


@pytest.fixture(scope="session")
def graph(store: Store) -> PropertyGraph:
    """The sample as a property graph."""
    return property_graph(store)


@pytest.fixture(scope="session")
def exported(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The sample in a format, written once for all tests."""
    folder, done = tmp_path_factory.mktemp("exports"), {}

    def path(name: str) -> Path:
        if name not in done:
            done[name] = export(store, name, folder / f"graph{FORMATS[name].ending}")
        return done[name]

    return path
