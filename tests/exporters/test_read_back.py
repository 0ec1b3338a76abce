"""Every export holds the same things and links, by a reader that did not write it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.exporters import FORMATS, export
from kg.exporters.property_graph import PropertyGraph
from kg.exporters.reading import property_graph
from kg.extractor import extract
from kg.reader import read_paths
from kg.store import Store, open_store
from tests.exporters.read_back import READERS, expected


def test_every_format_has_a_reader() -> None:
    assert READERS.keys() == FORMATS.keys()


@pytest.mark.parametrize("name", FORMATS)
def test_the_sample_is_read_back(name: str, graph: PropertyGraph, exported: Callable[[str], Path]) -> None:
    assert READERS[name](exported(name)).plain() == expected(graph).plain()


@pytest.fixture(scope="module")
def seeds(shared_dir: Path) -> Iterator[Store]:
    """A store of the real seed articles."""
    with open_store() as store:
        store.add_many(extract(article) for article in read_paths([shared_dir / "seeds"]))
        yield store


@pytest.mark.shared
@pytest.mark.parametrize("name", FORMATS)
def test_the_seeds_are_read_back(name: str, seeds: Store, tmp_path: Path) -> None:
    path = export(seeds, name, tmp_path / f"graph{FORMATS[name].ending}")
    assert READERS[name](path).plain() == expected(property_graph(seeds)).plain()
