"""A change to the set of articles, and both sides of it as the merge sees them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.store.judgements import Judgements
from kg.store.terms import Triple
from kg.store.view import Pairs, View, view


@dataclass(frozen=True, slots=True)
class Change:
    """One article before and after, as the triples of its graph; nothing before is new, nothing after is gone."""

    article: str
    before: Sequence[Triple] = ()
    after: Sequence[Triple] = ()


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


@dataclass(frozen=True, slots=True)
class Batch:
    """Several changes that are stored together."""

    changes: Sequence[Change]
    before: Side
    after: Side
    judgements: Judgements

    @property
    def articles(self) -> list[str]:
        """The graphs that change."""
        return [change.article for change in self.changes]

    def nodes(self, *prefixes: str) -> list[str]:
        """The nodes of some kinds on either side, in order."""
        return sorted(node for node in self.before.nodes.keys() | self.after.nodes.keys() if node.startswith(prefixes))


def batch(changes: Sequence[Change], old: Judgements, new: Judgements) -> Batch:
    """Both sides of some changes, the old one under the old judgements."""
    before, after = Side(), Side()
    for change in changes:
        before.add(view(change.before, old.canonical))
        after.add(view(change.after, new.canonical))
    return Batch(changes, before, after, new)
