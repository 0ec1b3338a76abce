"""The nouns that end open names, each with its class and its traits: `seeds/lexicon/heads.tsv`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal, get_args

from kg import ontology
from kg.errors import LexiconError
from kg.mistakes import nearest
from kg.resources import data_path
from kg.tables import items, table_rows, told

Trait = Literal[
    "weak",
    "sight",
    "product",
    "plant",
    "bare_behind_place",
    "bare_behind_firm",
    "company",
    "work",
    "legal_form",
    "branch",
    "deed",
    "deed_word",
    "scheme",
    "part",
    "local",
    "opener",
    "society",
]
"""What can be said of a head noun; the head of the table explains each."""

TRAITS: Final[tuple[str, ...]] = get_args(Trait)
_COLUMNS: Final = ("noun", "class", "traits")


@dataclass(frozen=True, slots=True)
class HeadNouns:
    """By noun, in the order of the table, the class of what it names, and its traits."""

    classes: Mapping[str, str]
    traits: Mapping[str, frozenset[str]]


@cache
def load(path: Path | None = None) -> HeadNouns:
    """Read the table, by default that of the package.

    Raises LexiconError that names file and line for a missing file or column, an unknown class or trait, and a noun
    that stands there twice.
    """
    table, known = path or data_path("seeds/lexicon/heads.tsv"), ontology.load().classes
    classes: dict[str, str] = {}
    traits: dict[str, frozenset[str]] = {}
    for (noun, kind, cell), where in table_rows(table, _COLUMNS):
        if kind not in known:
            raise LexiconError(f"no class is called {kind}", where=told(where), remedy=nearest(kind, known))
        for trait in items(cell):
            if trait not in TRAITS:
                raise LexiconError(f"no trait is called {trait}", where=told(where), remedy=nearest(trait, TRAITS))
        if noun in classes:
            what = f"{noun} stands here twice, as {classes[noun]} above"
            raise LexiconError(what, where=told(where), remedy="delete one of the two rows")
        classes[noun], traits[noun] = kind, frozenset(items(cell))
    return HeadNouns(classes, traits)


def has_trait(noun: str, trait: Trait) -> bool:
    """Whether something is said of a noun; of what is no head noun nothing is."""
    return trait in load().traits.get(noun, ())


@cache
def nouns_with(trait: Trait) -> tuple[str, ...]:
    """The nouns that have a trait, fit for `str.startswith` and `str.endswith`."""
    return tuple(noun for noun, traits in load().traits.items() if trait in traits)


@cache
def nouns_of(kind: str) -> tuple[str, ...]:
    """The nouns that name things of a class, fit for `str.startswith` and `str.endswith`."""
    return tuple(noun for noun, its in load().classes.items() if its == kind)
