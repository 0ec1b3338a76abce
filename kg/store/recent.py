"""What the merge found out lately, so that a batch asks a growing store about little but what is new in it.

Most articles name the same few places and firms. What is remembered is kept in step with batches that only add, the
one kind of which a build from scratch has many, and is forgotten with any other change. Nothing of it outlives the
program, and it never holds more than a fixed number of nodes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, KeysView, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Generic, TypeVar

from kg.store.backends import Pair
from kg.store.terms import Triple
from kg.store.view import Pairs

Count = Callable[[list[Triple]], Mapping[Triple, int]]
"""Tells how many articles say each of some triples; those that none says are missing."""

# Of things, of statements and of articles so many each: some 170 MB, whatever comes.
NODES: Final = 1 << 17
# A thing of which articles disagree takes ten times the room, but such are few.
_CONTESTED: Final = 1 / 16

_Value = TypeVar("_Value")


class Latest(Generic[_Value]):
    """The values of the nodes that were asked for last, up to a number."""

    def __init__(self, most: int) -> None:
        """Nothing is held yet."""
        self._most = most
        self._values: dict[str, _Value] = {}

    @property
    def nodes(self) -> KeysView[str]:
        """The nodes of which values are held."""
        return self._values.keys()

    def get(self, node: str) -> _Value | None:
        """The value of a node, which is asked for now; None if it is not held."""
        value = self._values.pop(node, None)
        if value is not None:
            self._values[node] = value
        return value

    def put(self, node: str, value: _Value) -> None:
        """Hold a value, at the expense of the one that was not asked for the longest."""
        self._values.pop(node, None)
        self._values[node] = value
        if len(self._values) > self._most:
            del self._values[next(iter(self._values))]


@dataclass(frozen=True, slots=True)
class StatementState:
    """How a statement stands: what the default graph holds of what is derived for it, and since when its status holds.

    `readings` are all those that this follows from; there are none where more of them would change no more than the
    summary, which then is all that `pairs` holds.
    """

    pairs: Collection[Pair] = ()
    since: Collection[Pair] = ()
    readings: Sequence[Collection[Pair]] = ()


class Recent:
    """The names of things and how many articles give them each, how statements stand, origin and date of articles.

    All of it as it will be once the batch that was planned last is written.
    """

    def __init__(self, most: int = NODES) -> None:
        """Nothing is known yet; `most` nodes of each kind may become known."""
        self._most = most
        self.forget()

    def forget(self) -> None:
        """Know nothing, as after a change that was not told of here, or that was not written."""
        self._names: Latest[tuple[Pair, ...]] = Latest(self._most)
        self._votes: Latest[dict[Pair, int]] = Latest(int(self._most * _CONTESTED))
        self._statements: Latest[StatementState] = Latest(self._most)
        self._articles: Latest[tuple[str, str]] = Latest(self._most)

    def statements(self, nodes: Iterable[str]) -> dict[str, StatementState]:
        """How those statements stand of which it is known."""
        return {node: found for node in nodes if (found := self._statements.get(node)) is not None}

    def stand(self, statement: str, standing: StatementState) -> None:
        """Note how a statement is to stand."""
        readings = tuple(_small(reading) for reading in standing.readings)
        self._statements.put(statement, StatementState(_small(standing.pairs), _small(standing.since), readings))

    def articles(self, nodes: Iterable[str]) -> dict[str, tuple[str, str]]:
        """Origin and date of those articles of which they are known."""
        return {node: found for node in nodes if (found := self._articles.get(node)) is not None}

    def date(self, article: str, origin: str, issued: str) -> None:
        """Note origin and date of an article."""
        self._articles.put(article, (origin, issued))

    def regroup(self, origins: Mapping[str, str]) -> None:
        """Note that articles are of another origin now."""
        for article in origins.keys() & self._articles.nodes:
            _, issued = self._articles.get(article) or ("", "")
            self._articles.put(article, (origins[article], issued))

    def names(self, nodes: Iterable[str]) -> dict[str, Pairs]:
        """Type, labels and other names of those nodes of which they are known."""
        return {node: set(pairs) for node in nodes if (pairs := self._names.get(node)) is not None}

    def name(self, node: str, pairs: Iterable[Pair]) -> None:
        """Note what the default graph is to hold of type, labels and other names."""
        self._names.put(node, _small(pairs))

    def votes(self, triples: Iterable[Triple], count: Count) -> dict[Triple, int]:
        """How many articles say each triple; those that none says are missing. `count` tells of what is not known."""
        found: dict[Triple, int] = {}
        unknown: list[Triple] = []
        for triple in triples:
            number = (self._votes.get(triple[0]) or {}).get(triple[1:])
            if number is None:
                unknown.append(triple)
            elif number:
                found[triple] = number
        counted = count(unknown)
        for triple in unknown:
            known = self._votes.get(triple[0])
            if known is None:
                self._votes.put(triple[0], known := {})
            known[triple[1:]] = counted.get(triple, 0)
        return found | dict(counted)

    def add(self, said: Iterable[Mapping[str, Pairs]]) -> None:
        """Count what more articles say, each of them new."""
        for one in said:
            for node in one.keys() & self._votes.nodes:
                known = self._votes.get(node) or {}
                for pair in one[node] & known.keys():
                    known[pair] += 1


def _small(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    return tuple(_shared(*pair) for pair in pairs)


@lru_cache(maxsize=1 << 14)
def _shared(predicate: str, obj: str) -> Pair:
    """The same pair for the same text, as most pairs are like others."""
    return predicate, obj
