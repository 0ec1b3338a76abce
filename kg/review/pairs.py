"""The pairs of things that are likely to be one, best first, with the sentence that shows each of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from kg import ids
from kg.review.candidates import candidates
from kg.review.likeness import Likeness, Surroundings, likeness
from kg.review.things import Thing, rows, things
from kg.store import Store
from kg.store.chunks import NODES, chunks
from kg.store.judgements import Judgements

LEAST: Final = 0.5
"""Below this score a pair is more often wrong than right, and reading it costs more than it brings."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that names a thing, and where it stands."""

    quote: str
    title: str
    issued: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things that may be one; `a` is the one that would stand for both."""

    a: Thing
    b: Thing
    likeness: Likeness
    sentences: tuple[Sentence | None, Sentence | None] = (None, None)

    @property
    def score(self) -> float:
        """How likely, between 0 and 1."""
        return self.likeness.score


def likely_pairs(
    store: Store, judgements: Judgements, *, kind: str = "", least: float = LEAST, limit: int | None = None
) -> list[Pair]:
    """Pairs that nobody has judged yet, best first, ties in the order of their IRIs.

    `kind` keeps those of which at least one has that class, `least` those of that score or more. Raises StoreError.
    """
    found = things(store)
    around = surroundings(store, found)
    pairs = []
    for one, other in candidates(found, around):
        if judgements.different(one, other) or judgements.canonical(one) == judgements.canonical(other):
            continue
        a, b = sorted((found[one], found[other]), key=_standing)
        alike = likeness(a, b, around)
        if alike.score >= least and (not kind or kind in (a.kind, b.kind)):
            pairs.append(Pair(a, b, alike))
    pairs.sort(key=lambda pair: (-pair.score, pair.a.iri, pair.b.iri))
    return _with_sentences(store, pairs[:limit])


def surroundings(store: Store, found: Mapping[str, Thing]) -> Surroundings:
    """What the comparison needs to know of places and links."""
    places = {}
    for thing in found.values():
        if thing.group == "place":
            places.update({ids.name_key(name): thing.iri for name in thing.names if len(name) > 1})
    within = {row[0]: row[1] for row in rows(store, "SELECT ?place ?around { ?place sc:within ?around }")}
    degrees = Counter(end for thing in found.values() for _, end in thing.links)
    return Surroundings(places, within, degrees)


def _with_sentences(store: Store, pairs: Iterable[Pair]) -> list[Pair]:
    """The pairs with a sentence for each side, where the graph has one."""
    pairs = list(pairs)
    told = sentences(store, {thing.iri: thing.names for pair in pairs for thing in (pair.a, pair.b)})
    return [Pair(pair.a, pair.b, pair.likeness, (told.get(pair.a.iri), told.get(pair.b.iri))) for pair in pairs]


_QUOTES: Final = """SELECT ?thing ?quote ?title ?issued {
  VALUES ?thing { %s }
  ?statement rdf:subject|rdf:object ?thing . ?evidence sc:supports ?statement ; oa:exact ?quote ; sc:article ?article .
  OPTIONAL { ?article dcterms:title ?told } OPTIONAL { ?article dcterms:issued ?at }
  BIND(COALESCE(?told, "") AS ?title)
  BIND(COALESCE(SUBSTR(STR(?at), 1, 10), "") AS ?issued)
}"""


def sentences(store: Store, nodes: Mapping[str, Sequence[str]]) -> dict[str, Sentence]:
    """A sentence about each of some things, given with their names.

    The best one names the thing, and of those the shortest says who is meant with the least around it.
    """
    best: dict[str, tuple[bool, int, str, str, str]] = {}
    for some in chunks(sorted(nodes), NODES):
        values = " ".join(str(ox.NamedNode(node)) for node in some)
        for thing, quote, title, issued in rows(store, _QUOTES % values):
            rival = (not any(name in quote for name in nodes[thing]), len(quote), quote, title, issued)
            best[thing] = min(best.get(thing, rival), rival)
    return {thing: Sentence(*found[2:]) for thing, found in best.items()}


def _standing(thing: Thing) -> tuple[bool, int, str]:
    """The known before the unknown, the much linked before the little linked."""
    return not thing.known, -len(thing.links), thing.iri
