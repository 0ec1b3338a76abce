"""An office: at which body, how sure, and where its wording stands."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extractor.relations.office_rules import office_rules
from kg.extractor.rules import load_rules, words

# How sure a body is by how it is told.
NAMED, UNIT, DEPARTMENT, HOME, OPEN, TOLD = 1.0, 0.95, 0.93, 0.93, 0.93, 0.85


@dataclass(frozen=True, slots=True)
class Office:
    """The IRI of the body, how sure that is, where its wording and the title begin, and what the body is a unit of.

    `unit_start` is where the unit's own name begins behind that of the outer body.
    """

    body: str
    trust: float
    begin: int
    start: int
    end: int
    outer: str = ""
    unit_start: int = -1


def is_past(text: str, start: int, title: str) -> bool:
    """Whether an office is held no more: 原局长, or 原 before the body that begins at `start`."""
    lead = text[max(0, start - 3) : start]
    return title.startswith(words(load_rules("people"), "past")) or bool(office_rules().past.search(lead))
