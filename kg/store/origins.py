"""Origins: articles that are nearly the same text count as one source.

Two articles are linked if at least seven tenths of their five-character shingles are shared; an origin is everything
that such links connect. Whether two are linked depends on the two texts only, so the order in which they come does
not matter. Candidates are found by min-hash bands, kept with each article in the build graph.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.store import terms as t
from kg.store import vocab as v
from kg.store.alike import alike
from kg.store.backends import Backend, Delta
from kg.store.change import Batch
from kg.store.view import ARTICLES, one


@dataclass(frozen=True, slots=True)
class Origins:
    """What became of the origins around some articles.

    `of` holds the origin of each article for which it is new or has another name, `regrouped` the articles stored
    before whose company changed, `members` the articles stored before in each origin that was looked at.
    """

    of: Mapping[str, str]
    regrouped: frozenset[str]
    members: Mapping[str, Sequence[str]]


def plan(backend: Backend, delta: Delta, both: Batch) -> Origins:
    """Add the origins to the delta, and tell what became of them."""
    new = [a for a in both.nodes(ARTICLES) if a in both.after.nodes and a not in both.before.nodes]
    gone = [a for a in both.nodes(ARTICLES) if a not in both.after.nodes]
    return _Grouping(backend, both, new, gone).plan(delta)


class _Grouping:
    """The articles around some that come or go, regrouped."""

    def __init__(self, backend: Backend, both: Batch, new: list[str], gone: list[str]) -> None:
        self._backend, self._new, self._gone = backend, new, set(gone)
        self._coming = {change.article: change for change in both.changes}
        self._bands = {a: {band for name, band in self._coming[a].notes if name == v.BAND} for a in new}
        self._texts: dict[str, str] = {}
        self._parent: dict[str, str] = {}

    def plan(self, delta: Delta) -> Origins:
        lost = self._origins(self._gone)
        meeting = self._meeting()
        before = self._origins({a for found in meeting.values() for a in found} - set(self._new) - self._gone)
        # Everything of an origin that is touched: the origin may grow, be joined to another, or fall apart.
        members = self._backend.pointing(v.ORIGIN, sorted({*lost.values(), *before.values()}))
        old = {a: origin for origin, found in members.items() for a in found}
        for a in sorted({*old, *self._new} - self._gone):
            self._parent[a] = a
        broken = set(lost.values())
        self._join_whole({origin: found for origin, found in members.items() if origin not in broken})
        self._join_alike(meeting)
        if broken:
            self._join_alike(self._within(members, broken))
        return self._write(delta, old)

    def _origins(self, articles: Iterable[str]) -> dict[str, str]:
        found = self._backend.described(sorted(articles), (v.ORIGIN,))
        return {a: one(pairs, v.ORIGIN) for a, pairs in found.items() if pairs}

    def _meeting(self) -> dict[str, list[str]]:
        """The new articles and those stored that meet in a band, by band."""
        keys = sorted({band for found in self._bands.values() for band in found})
        stored = self._backend.pointing(v.BAND, keys, v.BUILD)
        meeting = {band: [a for a in stored[band] if a not in self._gone] for band in keys}
        for a in self._new:
            for band in self._bands[a]:
                meeting[band].append(a)
        return {band: sorted(found) for band, found in meeting.items() if len(found) > 1}

    def _within(self, members: Mapping[str, list[str]], origins: Iterable[str]) -> dict[str, list[str]]:
        """The bands inside origins that lost a member."""
        left = sorted({a for origin in origins for a in members[origin]} - self._gone)
        meeting: dict[str, list[str]] = {}
        for a, pairs in self._backend.described(left, (v.BAND,), v.BUILD).items():
            for _, band in pairs:
                meeting.setdefault(band, []).append(a)
        return meeting

    def _join_whole(self, members: Mapping[str, list[str]]) -> None:
        for found in members.values():
            for a in found:
                self._parent[self._root(a)] = self._root(found[0])

    def _join_alike(self, meeting: Mapping[str, list[str]]) -> None:
        for band in sorted(meeting):
            found = [a for a in meeting[band] if a in self._parent]
            for i, a in enumerate(found):
                for b in found[:i]:
                    if self._root(a) != self._root(b) and alike(self._text(a), self._text(b)):
                        self._parent[self._root(a)] = self._root(b)

    def _root(self, article: str) -> str:
        while (parent := self._parent[article]) != article:
            self._parent[article] = article = self._parent[parent]
        return article

    def _text(self, article: str) -> str:
        if article not in self._texts:
            coming = self._coming.get(article)
            stored = coming.text if coming else one(self._backend.described([article], (v.TEXT,))[article], v.TEXT)
            self._texts[article] = t.plain(stored)
        return self._texts[article]

    def _write(self, delta: Delta, old: Mapping[str, str]) -> Origins:
        groups: dict[str, list[str]] = {}
        for a in self._parent:
            groups.setdefault(self._root(a), []).append(a)
        fresh = {a: t.text(_key(min(group))) for group in groups.values() for a in group}
        for a in self._gone:
            delta.restate(a, [(v.ORIGIN, old[a])] if a in old else [], [])
        changed = {a: origin for a, origin in fresh.items() if old.get(a) != origin}
        for a, origin in changed.items():
            delta.restate(a, [(v.ORIGIN, old[a])] if a in old else [], [(v.ORIGIN, origin)])
        return _told(changed, {a: origin for a, origin in fresh.items() if a in old}, old)


def _told(changed: Mapping[str, str], fresh: Mapping[str, str], old: Mapping[str, str]) -> Origins:
    """Compare the old origins of articles that stay with their fresh ones, which may only have another name."""
    became: dict[str, set[str]] = {}
    came_from: dict[str, set[str]] = {}
    members: dict[str, list[str]] = {}
    for a, origin in sorted(fresh.items()):
        became.setdefault(old[a], set()).add(origin)
        came_from.setdefault(origin, set()).add(old[a])
        members.setdefault(origin, []).append(a)
    regrouped = {a for a, origin in fresh.items() if len(became[old[a]]) > 1 or len(came_from[origin]) > 1}
    return Origins(changed, frozenset(regrouped), members)


def _key(article: str) -> str:
    return t.unwrap(article).rsplit("/", 1)[-1]
