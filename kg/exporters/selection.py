"""Which triples an RDF export holds: all, or those that do not belong to a statement below the asked confidence.

The default graph is given with the vocabulary that it is written in, which the store itself does not hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import merge
from itertools import groupby

from kg.exporters import records, vocabulary
from kg.store import Store
from kg.store import terms as t
from kg.store import vocab as v


@dataclass(frozen=True, slots=True)
class Selection:
    """What is left out: nodes (statements, their evidence, their measured values) and direct triples."""

    nodes: frozenset[str] = frozenset()
    direct: frozenset[t.Triple] = frozenset()

    def triples(self, store: Store, graph: str | None = None) -> Iterator[t.Triple]:
        """The triples of a graph (the default graph if none is named), grouped by subject, in code point order."""
        lines = store.lines(graph) if graph else _joined(store.lines(), vocabulary.lines(store))
        for line in lines:
            subject, predicate, rest = line.split(" ", 2)
            triple = subject, predicate, rest[:-3]
            if not self.nodes or self._holds(triple):
                yield triple

    def _holds(self, triple: t.Triple) -> bool:
        return triple[0] not in self.nodes and triple[2] not in self.nodes and triple not in self.direct


def select(store: Store, min_confidence: float = 0.0) -> Selection:
    """The selection of statements that are at least so sure. Articles and things stay, whatever is said of them."""
    if min_confidence <= 0:
        return Selection()
    held = records.read(store)
    nodes: set[str] = set()
    direct: set[t.Triple] = set()
    for subject, record in held.of_type(v.STATEMENT):
        if records.number(record, v.CONFIDENCE) < min_confidence:
            one, predicate, other = record[v.SUBJECT][0], record[v.PREDICATE][0], record[v.OBJECT][0]
            nodes |= {subject, *record.get(v.HAS_EVIDENCE, ())}
            nodes |= {other} if v.MEASUREMENT in held.of(other).get(v.TYPE, ()) else set()
            direct |= {(one, predicate, other), (other, predicate, one)}
    # Under the ids that articles used before things were merged, the same nodes stand in the articles' graphs.
    merged = {old: record[v.MERGED_INTO][0] for old, record in held.subjects.items() if v.MERGED_INTO in record}
    nodes |= {old for old, new in merged.items() if new in nodes}
    return Selection(frozenset(nodes), frozenset(direct))


def _joined(*sorted_lines: Iterable[str]) -> Iterator[str]:
    """Sorted runs of lines as one, each line once."""
    return (line for line, _ in groupby(merge(*sorted_lines)))
