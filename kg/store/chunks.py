"""Many things, some at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final, TypeVar

NODES: Final = 400
"""How many nodes are asked about in one query; some servers refuse longer ones."""

_Item = TypeVar("_Item")


def chunks(items: Iterable[_Item], size: int) -> Iterator[list[_Item]]:
    """Lists of so many items, the last one shorter; none is empty."""
    source = iter(items)
    while chunk := list(islice(source, size)):
        yield chunk
