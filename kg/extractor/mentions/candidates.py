"""What a recogniser proposes, and which of two overlapping proposals stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from kg.allocation import quickly_made
from kg.lexicon import Entry
from kg.ontology import Concept

# What tells that a stretch of text is a name: a list that has it (`weak` where the word may mean much else), the rule
# that found it, or that somebody holds an office there.
Source = Literal[
    "lexicon",
    "weak",
    "concept",
    "grammar",
    "quoted",
    "document",
    "award",
    "product",
    "brand",
    "list",
    "made",
    "aim",
    "field",
    "trade",
    "short",
    "office",
]


@quickly_made
@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of text that seems to name a thing of one kind.

    `name` is the name proper (without 《》, quotation marks or a trailing 政府); `entries` the lexicon entries or
    concepts that bear it, none for an open name; `source` is what tells that it is one; `rank` decides between two
    candidates of the same extent, the higher wins; `specific` is false for a project that only its context can
    make an individual one (打造智能服务平台).
    """

    start: int
    end: int
    kind: str
    name: str
    source: Source
    rank: int
    entries: tuple[Entry | Concept, ...] = ()
    specific: bool = True


def covered(candidates: Iterable[Candidate]) -> set[int]:
    """The offsets that any of the candidates takes up."""
    return set(chain.from_iterable(range(c.start, c.end) for c in candidates))


def without_overlaps(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that stand, in text order: of two that overlap, the longer; of two as long, the higher rank.

    A name is longer than the names inside it, so 南京大学 wins over 南京; what was inside is looked up again where it
    matters (the place in a name).
    """
    ordered = sorted(candidates, key=lambda c: (-(c.end - c.start), -c.rank, c.start, c.kind))
    taken: list[Candidate] = []
    full: set[int] = set()
    for candidate in ordered:
        span = range(candidate.start, candidate.end)
        if full.isdisjoint(span):
            full.update(span)
            taken.append(candidate)
    return sorted(taken, key=lambda c: c.start)
