"""What one sentence of an article adds to a fact holds for the others that state the same fact."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.model import Statement

# The relations that begin with an event, which has one time.
_EVENTS = ("partnersWith", "publishes", "undertakes", "investsIn", "recognisedAs", "locatedIn")


def with_shared_qualifiers(statements: Iterable[Statement]) -> list[Statement]:
    """The statements of an article, each with the status and time that another one of the same fact tells.

    Nothing that a sentence tells itself is changed; a time told of a plan is none of what has been done. A figure has
    its own time.
    """
    told = list(statements)
    best: dict[tuple[str, str, str], Statement] = {}
    for statement in told:
        if isinstance(statement.obj, str) and statement.status is not None:
            key = (statement.subject, statement.predicate, statement.obj)
            known = best.get(key)
            if known is None or (known.time is None and statement.time is not None):
                best[key] = statement
    return [_completed(s, best.get((s.subject, s.predicate, s.obj))) if isinstance(s.obj, str) else s for s in told]


def _completed(statement: Statement, other: Statement | None) -> Statement:
    if other is None or statement.status not in (None, other.status):
        return statement
    time = other.time if statement.predicate in _EVENTS else None
    return replace(statement, status=other.status, time=statement.time or time)
