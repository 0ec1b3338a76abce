"""Which pairs are worth comparing: those that share a key, so that not every thing meets every other.

A key is a core of a name, its sound, a rare pair of neighbouring signs, or the first sign with a later one (for
abbreviations). What is shared by too many things tells nothing and is passed over; so the work grows with the number
of things, not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, pairwise
from typing import Final

from kg import ids
from kg.review.likeness import Surroundings, sound
from kg.review.things import Thing

# A key that more things share is a common word (智慧, 数据中心), and its pairs are found by their other keys.
_COMMON: Final = 40
# A short name is looked for in those that share its two rarest pairs of signs.
_RAREST: Final = 2
_SHORT: Final = 4

IriPair = tuple[str, str]
"""The IRIs of two things, in order."""


def candidates(things: Mapping[str, Thing], around: Surroundings) -> list[IriPair]:
    """Pairs of IRIs in order, each once, of one coarse group, never two that the lexicons know."""
    groups: dict[str, list[Thing]] = defaultdict(list)
    for thing in things.values():
        groups[thing.group].append(thing)
    found: set[IriPair] = set()
    for group in groups.values():
        found |= _met(_by_key(group, around))
        found |= _met(_abbreviated(group))
        found |= _holding(group)
    return sorted((a, b) for a, b in found if not (things[a].known and things[b].known))


def _by_key(group: Iterable[Thing], around: Surroundings) -> dict[str, set[str]]:
    """Things by the cores of their names and by what these sound like."""
    found: dict[str, set[str]] = defaultdict(set)
    for thing in group:
        for name in thing.names:
            for core in around.cores(name, thing.group):
                found[core.text].add(thing.iri)
            if len(name) > 2 and not name.isascii():
                found[f"sound {sound(ids.name_key(name))}"].add(thing.iri)
            for left_out in _with_one_left_out(ids.name_key(name)):
                found[f"slip {left_out}"].add(thing.iri)
    return found


def _with_one_left_out(key: str) -> Iterator[str]:
    """The name itself and each form of it that lacks one sign, so that two names one sign apart share one."""
    if 5 <= len(key) <= 24:
        yield key
        yield from (key[:i] + key[i + 1 :] for i in range(len(key)))


def _abbreviated(group: Iterable[Thing]) -> dict[str, set[str]]:
    """Names of a few signs by their first two, names of more by their first sign with each later one."""
    found: dict[str, set[str]] = defaultdict(set)
    short: set[str] = set()
    for thing in group:
        for key in map(ids.name_key, thing.names):
            if len(key) <= _SHORT:
                short.add(key[:2])
    for thing in group:
        for key in map(ids.name_key, thing.names):
            pairs = {key[:2]} if len(key) < _SHORT else {key[0] + sign for sign in key[1:]}
            for pair in pairs & short:
                found[pair].add(thing.iri)
    return found


def _met(blocks: Mapping[str, set[str]]) -> set[IriPair]:
    return {pair for block in blocks.values() if len(block) <= _COMMON for pair in combinations(sorted(block), 2)}


def _holding(group: Iterable[Thing]) -> set[IriPair]:
    """Pairs of which one may hold a name of the other: they share the rarest pairs of signs of the shorter one."""
    postings: dict[str, set[str]] = defaultdict(set)
    for thing in group:
        for name in thing.names:
            for pair in _signs(name):
                postings[pair].add(thing.iri)
    found: set[IriPair] = set()
    for thing in group:
        for name in thing.names:
            rarest = sorted(_signs(name), key=lambda pair: (len(postings[pair]), pair))[:_RAREST]
            if len(ids.name_key(name)) < 3 or not rarest or len(postings[rarest[0]]) > _COMMON:
                continue
            others = set.intersection(*(postings[pair] for pair in rarest)) - {thing.iri}
            found |= {(min(thing.iri, other), max(thing.iri, other)) for other in others}
    return found


def _signs(name: str) -> set[str]:
    """The pairs of neighbouring signs."""
    return {x + y for x, y in pairwise(ids.name_key(name))}
