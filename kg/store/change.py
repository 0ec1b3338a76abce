"""A change to the set of articles, and both sides of it as the merge sees them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from kg.store import terms as t
from kg.store.judgements import Judgements
from kg.store.prepared import Prepared
from kg.store.recent import Recent
from kg.store.terms import Triple
from kg.store.view import ARTICLES, EVIDENCE, MEASUREMENTS, STATEMENTS, THINGS, Pairs, View, by_node, view

_KINDS: Final = frozenset({ARTICLES, EVIDENCE, STATEMENTS, MEASUREMENTS})


@dataclass(frozen=True, slots=True)
class Change:
    """One article before and after; what is nowhere before is new, what is nowhere after is gone.

    `before` are the triples of its graph and `noted` its pairs in the build graph.
    """

    article: str
    before: Sequence[Triple] = ()
    noted: Sequence[tuple[str, str]] = ()
    coming: Prepared | None = None

    @property
    def after(self) -> Sequence[Triple]:
        """The triples that the graph is to hold."""
        return self.coming.triples if self.coming else ()

    @property
    def notes(self) -> Sequence[tuple[str, str]]:
        """The pairs that the build graph is to hold."""
        return self.coming.notes if self.coming else ()

    @property
    def text(self) -> str:
        """The article's text to come, as a term."""
        return self.coming.text if self.coming else t.text("")


@dataclass(slots=True)
class Side:
    """What some articles say together under canonical ids: pairs by node, and the nodes that were renamed."""

    nodes: dict[str, Pairs] = field(default_factory=dict)
    renamed: dict[str, str] = field(default_factory=dict)

    def add(self, seen: View) -> None:
        """Take in one article's view."""
        for node, pairs in seen.nodes.items():
            self.nodes.setdefault(node, set()).update(pairs)
        self.renamed.update(seen.renamed)

    def of(self, node: str) -> Pairs:
        """What is said of a node."""
        return self.nodes.get(node, set())


@dataclass(frozen=True)
class Batch:
    """Several changes that are stored together; `said` is what each of their articles says that may be asked for.

    `recent` is there if all of the articles are new.
    """

    changes: Sequence[Change]
    said: Sequence[Mapping[str, Pairs]]
    before: Side
    after: Side
    judgements: Judgements
    recent: Recent | None = None

    @property
    def articles(self) -> list[str]:
        """The graphs that change."""
        return [change.article for change in self.changes]

    def nodes(self, kind: str) -> Sequence[str]:
        """The nodes of a kind on either side, in order."""
        return self._by_kind.get(kind, ())

    @cached_property
    def _by_kind(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = {}
        for node in sorted(self.before.nodes.keys() | self.after.nodes.keys()):
            kind = node[: node.rfind("/") + 1]
            found.setdefault(kind if kind in _KINDS else THINGS, []).append(node)
        return found


def batch(changes: Sequence[Change], old: Judgements, new: Judgements) -> Batch:
    """Both sides of some changes, the old one under the old judgements."""
    before, after = Side(), Side()
    for change in changes:
        before.add(view(change.before, old.canonical))
        after.add(view(change.after, new.canonical))
    return Batch(changes, [by_node(change.after) for change in changes], before, after, new)


def additions(changes: Sequence[Change], judgements: Judgements, recent: Recent) -> Batch:
    """The side of articles that are new and merge nothing, reduced to what the merge has to look at."""
    after = Side()
    cores = [change.coming.core for change in changes if change.coming]
    for core in cores:
        for node, pairs in core.items():
            known = after.nodes.get(node)
            if known is None:
                after.nodes[node] = set(pairs)
            else:
                known |= pairs
    return Batch(changes, cores, Side(), after, judgements, recent)
