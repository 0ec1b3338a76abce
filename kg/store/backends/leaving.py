"""What no longer holds but still stands in the tables.

To take a few quads out makes small tables of their own, and with the next load the engine would join all tables anew;
so in a build that is left for later.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from kg.store.backends import Pair, Quad


class Leaving:
    """Quads that are to go, and that nobody who asks may find until then."""

    def __init__(self) -> None:
        """Nothing is to go yet."""
        self.size = 0
        self._pairs: dict[tuple[str, str], set[Pair]] = {}

    def add(self, quads: Collection[Quad]) -> None:
        """Note quads, none of which is noted already."""
        for subject, predicate, obj, graph in quads:
            self._pairs.setdefault((subject, graph), set()).add((predicate, obj))
        self.size += len(quads)

    def of(self, node: str, graph: str) -> Collection[Pair]:
        """What a graph no longer says of a node."""
        return self._pairs.get((node, graph), ())

    def meets(self, quads: Iterable[Quad]) -> bool:
        """Whether one of some quads is to go."""
        return self.size > 0 and any((p, o) in self.of(s, graph) for s, p, o, graph in quads)
