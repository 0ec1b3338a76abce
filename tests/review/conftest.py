from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.store import Store, open_store
from tests.review.sample import fill


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with open_store() as made:
        fill(made)
        yield made
