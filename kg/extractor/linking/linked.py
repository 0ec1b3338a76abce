"""A mention with the thing it stands for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kg.allocation import quickly_made

Reason = Literal[
    "",
    "only place",
    "only plain place",
    "city",
    "place before",
    "places around",
    "places in names",
    "only organisation",
    "firm in full",
    "treated as firm",
    "concept",
    "open name",
    "known with form",
    "in a name",
    "field",
    "home",
    "home of paper",
    "level named last",
    "kind named last",
    "only one of kind",
    "kind alone",
    "main firm",
    "told before",
    "speaker",
    "title",
    "office",
    "body",
    "unit",
    "council",
    "place of council",
    "may be headed",
    "headed",
]
"""Why a mention was linked so, by the key under which `seeds/wording.yaml` tells it; "" where nobody is told."""


@quickly_made
@dataclass(frozen=True, slots=True)
class LinkedMention:
    """A stretch of text and what it means.

    `readings` are pairs of class and IRI, the likeliest first: 人工智能 can be read as a Technology or as a Sector, and
    only its sentence tells. `specific` is false for a project that needs its context to be one.
    """

    start: int
    end: int
    readings: tuple[tuple[str, str], ...]
    reason: Reason
    specific: bool = True

    @classmethod
    def unplaced(cls, kind: str, iri: str, reason: Reason) -> LinkedMention:
        """A thing that is meant where no stretch of the text names it: it stands in no clause."""
        return cls(-1, -1, ((kind, iri),), reason)

    @property
    def kind(self) -> str:
        """The class of the likeliest reading."""
        return self.readings[0][0]

    @property
    def iri(self) -> str:
        """The IRI of the likeliest reading."""
        return self.readings[0][1]
