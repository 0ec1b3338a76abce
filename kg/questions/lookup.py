"""Asking the store the same about many nodes, some hundreds of them in one query."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from kg.store import terms as t
from kg.store.backends import Backend
from kg.store.chunks import NODES, chunks
from kg.store.listing import select


def look_up(nodes: Iterable[str], pattern: str, names: str, backend: Backend) -> Iterator[tuple[Any, ...]]:
    """Each `?node` for which a pattern holds, with the terms of the variables named, None for one that is unbound.

    A node comes again for each further way in which the pattern holds.
    """
    for some in chunks(nodes, NODES):
        # Nodes come back as numbers, as looking up how an IRI is spelt is much of what such a query costs.
        values = " ".join([f"({at} {t.iri(node)})" for at, node in enumerate(some)])
        for at, *terms in select(backend, f"SELECT ?at {names} {{ VALUES (?at ?node) {{ {values} }} {pattern} }}"):
            yield some[int(at.value)], *terms
