"""How far a thing has come by what stands behind its name, in its own clause or in a later one."""

from __future__ import annotations

from typing import Final, NamedTuple

from kg.extractor.relations.qualifiers import qualifier_rules, status_of
from kg.model import Status

# How far behind a thing's name, in characters, it is read how far it has come.
SAID_OF_IT: Final = 60


class Progress(NamedTuple):
    """How far a thing has come, by words at an offset behind its name up to another."""

    status: Status
    start: int
    end: int


def begun(behind: str) -> Progress | None:
    """How far a thing has come by what stands right behind its name, None if that tells no beginning of it."""
    rules = qualifier_rules()
    found = rules["begun"].search(behind)
    if found is None:
        return None
    if rules["signed"].search(found[0]):
        return Progress(Status.PLANNED, *found.span())
    status = status_of(found[0], "", "", "completed" if rules["held"].search(found[0]) else "")
    return Progress(status, *found.span()) if status is not None else None


def come_later(behind: str) -> Progress | None:
    """How far a thing has come by a later clause that has no other subject: …，去年8月已全部投产."""
    found = qualifier_rules()["come_later"].search(behind)
    if found is None:
        return None
    status = status_of(found[0], "", "", "completed")
    return Progress(status, *found.span()) if status is not None else None
