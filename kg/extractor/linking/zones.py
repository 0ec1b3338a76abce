"""Zones that an article calls by their sort alone: 高新区 for 江城高新技术产业开发区, the only one it tells in full."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from kg.extractor.linking.short_names import shortened

_T = TypeVar("_T")


def of_sort(sort: str, zones: Iterable[tuple[str, _T]]) -> list[_T]:
    """Those of some zones that are of a sort, by the name that stands with each."""
    ending = shortened(sort)
    return [zone for name, zone in zones if shortened(name).endswith(ending)]
