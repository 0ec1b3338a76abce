"""The merge: what the default graph gains and loses when articles come, change or go.

Invariant: the default graph is a function of the set of articles and the judgements, never of the way there. So each
node that a change touches is derived anew from what all articles say of it, and only the difference is written.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.store import origins, statements, things
from kg.store.backends import DEFAULT, Backend, Delta
from kg.store.change import Batch, Change, batch
from kg.store.judgements import Judgements
from kg.store.view import ARTICLES, EVIDENCE


def plan(backend: Backend, changes: Sequence[Change], old: Judgements, new: Judgements) -> Delta:
    """What has to be written so that the store holds the changes and all that follows from them."""
    delta = Delta()
    for change in changes:
        delta.move(change.article, change.before, change.after)
    both = batch(changes, old, new)
    _own_nodes(delta, both)
    origin = origins.plan(backend, delta, both)
    statements.plan(backend, delta, both, origin)
    things.plan(backend, delta, both)
    return delta


def _own_nodes(delta: Delta, both: Batch) -> None:
    """Articles and evidence, which belong to one graph: what it says is all that is known of them."""
    for node in both.nodes(ARTICLES, EVIDENCE):
        delta.move(
            DEFAULT,
            ((node, p, o) for p, o in both.before.of(node)),
            ((node, p, o) for p, o in both.after.of(node)),
        )
