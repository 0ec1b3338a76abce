"""The merge: what the default graph gains and loses when articles come, change or go.

Invariant: the default graph is a function of the set of articles and the judgements, never of the way there. So each
node that a change touches is derived anew from what all articles say of it, and only the difference is written.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from kg.store import counting, origins, statements, things
from kg.store import vocab as v
from kg.store.backends import DEFAULT, Backend, Delta
from kg.store.change import Batch, Change, additions, batch
from kg.store.judgements import Judgements
from kg.store.recent import Recent
from kg.store.view import ARTICLES, EVIDENCE, is_thing


def plan(backend: Backend, changes: Sequence[Change], old: Judgements, new: Judgements) -> Delta:
    """What has to be written so that the store holds the changes and all that follows from them."""
    delta = Delta()
    for change in changes:
        _graph(delta, change)
        if not change.coming:
            delta.emptied.add(change.article)
        _note(delta, change)
    both = batch(changes, old, new)
    _own_nodes(delta, both)
    _derive(backend, delta, both)
    return delta


def plan_added(backend: Backend, changes: Sequence[Change], judgements: Judgements, recent: Recent) -> Delta:
    """The same for articles that are new and merge nothing (`is_plain`): most of what they say is written unseen.

    `recent` is told of what is planned here; it has to forget all if that is not written after all.
    """
    delta = Delta()
    for change in changes:
        if change.coming:
            delta.lines += [(DEFAULT, change.coming.merged), (change.article, change.coming.said)]
            delta.nodes |= change.coming.nodes
        _note(delta, change)
    _derive(backend, delta, additions(changes, judgements, recent))
    return delta


def is_plain(change: Change, judgements: Judgements) -> bool:
    """Whether an article is new, and names nothing that people merged."""
    if change.before or not change.coming:
        return False
    merged = judgements.merged()
    return not merged or not any(
        s[1:-1] in merged or o[1:-1] in merged for s, p, o in change.after if is_thing(s) and p in (v.TYPE, v.WITHIN)
    )


def _derive(backend: Backend, delta: Delta, both: Batch) -> None:
    statements.plan(backend, delta, both, origins.plan(backend, delta, both))
    things.plan(backend, delta, both)
    counting.note(backend, delta, both)


def _graph(delta: Delta, change: Change) -> None:
    before, after = set(change.before), set(change.after)
    delta.delete |= {(*triple, change.article) for triple in before - after}
    delta.insert |= {(*triple, change.article) for triple in after - before}


def _note(delta: Delta, change: Change) -> None:
    delta.restate(change.article, change.noted, change.notes, v.BUILD)


def _own_nodes(delta: Delta, both: Batch) -> None:
    """Articles and evidence, which belong to one graph: what it says is all that is known of them."""
    for node in chain(both.nodes(ARTICLES), both.nodes(EVIDENCE)):
        delta.restate(node, both.before.of(node), both.after.of(node))
