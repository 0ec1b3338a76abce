"""Who says what, once a batch is in: the articles that stay and those that come, counted together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from kg.store import terms as t
from kg.store import vocab as v
from kg.store.backends import Backend
from kg.store.change import Batch
from kg.store.view import MEASUREMENTS, by_node, is_thing


class Census:
    """Answers for canonical triples, by asking for every raw triple that may stand behind one."""

    def __init__(self, backend: Backend, both: Batch) -> None:
        """Nothing is counted before it is asked for."""
        self._backend = backend
        self._both = both
        self._judgements = both.judgements
        self._measured = _measurements(backend, both)

    def members(self, node: str) -> tuple[str, ...]:
        """The raw nodes that a canonical one stands for; none for one that was merged into another."""
        if is_thing(node):
            if self._judgements.canonical(t.unwrap(node)) != t.unwrap(node):
                return ()
            return tuple(f"<{iri}>" for iri in self._judgements.members(t.unwrap(node)))
        itself = () if node in self._both.after.renamed else (node,)
        return (*itself, *sorted(self._measured.get(node, ())))

    def raw(self, triple: t.Triple) -> Iterable[t.Triple]:
        """The raw triples that a canonical one may come from."""
        subject, predicate, obj = triple
        ends = self.members(obj) if predicate == v.WITHIN else (obj,)
        return ((member, predicate, end) for member in self.members(subject) for end in ends)

    def standing(self, triples: Iterable[t.Triple]) -> set[t.Triple]:
        """Those canonical triples that some article says."""
        behind = {triple: tuple(self.raw(triple)) for triple in triples}
        said = self.votes((one for raw in behind.values() for one in raw), limit=1)
        return {triple for triple, raw in behind.items() if any(one in said for one in raw)}

    def elsewhere(self, triples: Iterable[t.Triple]) -> set[t.Triple]:
        """Those raw triples that an article outside the batch says."""
        return set(self._backend.tally(sorted(set(triples)), self._both.articles, 1))

    def votes(self, triples: Iterable[t.Triple], limit: int = 0) -> Mapping[t.Triple, int]:
        """How many articles say each raw triple; none is left out."""
        asked = set(triples)
        coming = self._coming(asked)
        elsewhere = asked - coming.keys() if limit else asked
        return coming + Counter(self._stored(elsewhere, limit))

    def _stored(self, triples: Collection[t.Triple], limit: int) -> Mapping[t.Triple, int]:
        if not self._both.recent:
            return self._backend.tally(sorted(triples), self._both.articles, limit)
        # What is remembered has to be the whole number.
        return self._both.recent.votes(triples, lambda unknown: self._backend.tally(sorted(unknown), ()))

    def _coming(self, asked: Iterable[t.Triple]) -> Counter[t.Triple]:
        """How many articles of the batch say each triple."""
        wanted, found = by_node(asked), Counter[t.Triple]()
        for said in self._both.said:
            for node in said.keys() & wanted.keys():
                found.update([(node, *pair) for pair in said[node] & wanted[node]])
        return found


def _measurements(backend: Backend, both: Batch) -> dict[str, set[str]]:
    """The measurements that were renamed because their owner was merged, by their new id."""
    found: dict[str, set[str]] = {}
    if both.before.renamed or both.after.renamed or both.judgements.merged():
        # Where an article to come says what became of an old id, it is right.
        moved = both.after.renamed.keys() | both.after.nodes.keys()
        for node, olds in backend.pointing(v.MERGED_INTO, both.nodes(MEASUREMENTS)).items():
            found[node] = {old for old in olds if old not in moved}
        for old, node in both.after.renamed.items():
            found.setdefault(node, set()).add(old)
    return found
