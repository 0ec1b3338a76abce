from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.questions import Worker
from kg.store import Store
from tests.questions.sample import sample_store


@pytest.fixture(scope="session")
def store() -> Iterator[Store]:
    with sample_store() as made:
        yield made


@pytest.fixture(scope="session")
def worker(store: Store) -> Iterator[Worker]:
    with Worker(store) as made:
        yield made
