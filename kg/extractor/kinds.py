"""Which classes the extractor treats alike: the coarse groups of the ontology, asked by class."""

from __future__ import annotations

from functools import cache

from kg import ontology


@cache
def of_group(group: str) -> tuple[str, ...]:
    """The classes of a coarse group (place, organization, …), in the ontology's order."""
    terms = ontology.load()
    return tuple(kind for kind in terms.kinds if terms.group(kind) == group)


@cache
def is_place(kind: str) -> bool:
    """Whether a class is one of places; a mention of a time or a figure, which is of no class, is none."""
    return kind in of_group("place")


@cache
def is_organisation(kind: str) -> bool:
    """Whether a class is one of organisations: firms, agencies, institutions, associations, media."""
    return kind in of_group("organization")


@cache
def is_concept(kind: str) -> bool:
    """Whether a class is one of concepts: goals, sectors, technologies."""
    return any(concept.kind == kind for concept in ontology.load().concepts.values())
