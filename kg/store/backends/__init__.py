"""Where quads are kept: what a back end must be able to do, so that the merge need not know which one it is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import IO, Final, Protocol

import pyoxigraph as ox

from kg.store.terms import Triple

DEFAULT: Final = ""
"""The name of the default graph, where a graph is asked for."""

# The bytes of a quad, on the average.
_LINE: Final = 200

Pair = tuple[str, str]
"""Predicate and object as N-Triples text."""

Quad = tuple[str, str, str, str]
"""Subject, predicate, object and graph as N-Triples text; the default graph is ""."""


@dataclass(slots=True)
class Delta:
    """What a commit takes away and adds; the two never share a quad.

    `lines` are articles' graphs, or the default graph, and N-Triples in UTF-8 to add to them beside `insert`; `nodes`
    are the subjects of those for the default graph. `emptied` are the graphs that nothing is left of.
    """

    delete: set[Quad] = field(default_factory=set)
    insert: set[Quad] = field(default_factory=set)
    lines: list[tuple[str, bytes]] = field(default_factory=list)
    nodes: set[str] = field(default_factory=set)
    emptied: set[str] = field(default_factory=set)

    def restate(self, node: str, before: Collection[Pair], after: Collection[Pair], graph: str = DEFAULT) -> None:
        """Turn what a graph says of a node into what it ought to say."""
        if before:
            old, new = set(before), set(after)
            self.delete.update([(node, p, o, graph) for p, o in old - new])
            after = new - old
        self.insert.update([(node, p, o, graph) for p, o in after])

    def added(self) -> Iterator[bytes]:
        """All that is added, as blocks of N-Quads in UTF-8."""
        for graph, lines in self.lines:
            # No literal holds a line break, so a full stop before one ends a triple.
            yield lines.replace(b" .\n", f" {graph} .\n".encode()) if graph else lines
        yield "".join(f"{s} {p} {o} {g} .\n" if g else f"{s} {p} {o} .\n" for s, p, o, g in self.insert).encode()

    @property
    def size(self) -> int:
        """How many bytes change, roughly."""
        return sum(len(lines) for _, lines in self.lines) + _LINE * (len(self.insert) + len(self.delete))

    def __bool__(self) -> bool:
        """Whether anything changes."""
        return bool(self.delete or self.insert or self.lines)


class Backend(Protocol):
    """A place for quads. Reading methods take and give terms as N-Triples text; all raise StoreError."""

    location: str
    read_only: bool

    def described(
        self, nodes: Collection[str], predicates: Sequence[str] = (), graph: str = DEFAULT
    ) -> dict[str, set[tuple[str, str]]]:
        """Predicate and object of each node in one graph, of the given predicates only if there are any."""
        ...

    def pointing(self, predicate: str, objects: Collection[str], graph: str = DEFAULT) -> dict[str, list[str]]:
        """The subjects that point to each object by the predicate in one graph."""
        ...

    def tally(self, triples: Collection[Triple], without: Collection[str], limit: int = 0) -> Mapping[Triple, int]:
        """In how many article graphs each triple stands, those named in `without` left out.

        Triples that stand in none are missing; with a limit, counting stops there.
        """
        ...

    def graph(self, name: str) -> Iterator[Triple]:
        """All triples of a graph."""
        ...

    def lines(self, name: str) -> Iterator[str]:
        """All triples of a graph as lines of N-Triples, in no order; quicker than taking them one by one."""
        ...

    def save(self, name: str, to: IO[bytes]) -> None:
        """Write a graph as N-Triples, in no order; as the engine does."""
        ...

    def graphs(self) -> Iterator[str]:
        """The names of the named graphs, in no order."""
        ...

    def commit(self, delta: Delta) -> None:
        """Apply a change as a whole or not at all."""
        ...

    def settle(self) -> None:
        """Make ready for questions, after much was written."""
        ...

    def query(
        self, sparql: str, prefixes: Mapping[str, str] | None = None
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """The result of a SPARQL query in pyoxigraph's terms, some prefixes known. Raises QueryError if malformed."""
        ...

    def damaged(self) -> Sequence[str]:
        """The files that no longer hold what was written into them."""
        ...

    def close(self) -> None:
        """Let go of the place; nothing may be asked afterwards."""
        ...
