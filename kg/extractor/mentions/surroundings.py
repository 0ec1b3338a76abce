"""What the recognisers of open names look at: the text, its words, the names known in it, and the rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kg.extractor.knowledge import NameRules
from kg.extractor.mentions.candidates import Candidate, covered
from kg.extractor.segmentation import Tokens

# 碳中和, 节能与新能源汽车: within a concept they part nothing.
_JOINTS: Final = frozenset("与和及")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A text with its words, the names known to stand in it, and the rules by which new ones are built.

    `by_end` holds the known names that a new one may begin with or contain, by the offset where they end; `by_start`
    all of them with their places in `known`, by the offset where they begin; `in_concepts` the offsets that a known
    concept covers; `fixed` where the fixed phrase begins that an offset parts or follows (海外|仓), `joined` where the
    concept with a joint begins that ends at an offset (碳中和|中心).
    """

    text: str
    tokens: Tokens
    rules: NameRules
    known: Sequence[Candidate]
    by_end: Mapping[int, Candidate]
    by_start: Mapping[int, Sequence[tuple[int, Candidate]]]
    in_concepts: frozenset[int]
    fixed: Mapping[int, int]
    joined: Mapping[int, int]


def surroundings(text: str, tokens: Tokens, rules: NameRules, known: Sequence[Candidate]) -> Surroundings:
    """What is needed to look for names in a text in which the lexicon's names were found."""
    by_end = {c.end: c for c in known if c.source == "lexicon" or (c.source == "weak" and c.kind == "Firm")}
    in_concepts = frozenset(covered(c for c in known if c.source == "concept"))
    fixed = {i: start for start, end, _ in rules.fixed.find(text) for i in range(start + 1, end + 1)}
    joined = {c.end: c.start for c in known if c.source == "concept" and not _JOINTS.isdisjoint(c.name)}
    return Surroundings(text, tokens, rules, known, by_end, _by_start(known), in_concepts, fixed, joined)


def with_firms(around: Surroundings, firms: Sequence[Candidate]) -> Surroundings:
    """The same with firms that no list has: a name may begin with one of them as with a known one."""
    by_end = {**{c.end: c for c in firms}, **around.by_end}
    known = [*around.known, *firms]
    return replace(around, known=known, by_end=by_end, by_start=_by_start(known))


def _by_start(known: Sequence[Candidate]) -> Mapping[int, Sequence[tuple[int, Candidate]]]:
    found: dict[int, list[tuple[int, Candidate]]] = {}
    for place, candidate in enumerate(known):
        found.setdefault(candidate.start, []).append((place, candidate))
    return found
