"""Drops what a name tells of the field of a project or body of which an article tells nothing else.

A centre that an article only mentions (as the house of somebody it quotes, or as one of a kind: 储能电站项目) is no
part of what it tells, whatever its name says. A title is: 《江城市光伏产业规划》 is about 光伏 wherever it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.model import Statement

_BY_NAME = ("name-field-project", "name-field-organization")
# Whom somebody works for need not be what the article tells of.
_OFFICE = "holdsPosition"


def without_lone_names(statements: Sequence[Statement]) -> Iterator[Statement]:
    """The statements of an article, without the field by the name of what no other of them tells of."""
    told: set[str] = set()
    for statement in statements:
        if statement.pattern not in _BY_NAME and statement.predicate != _OFFICE:
            told.add(statement.subject)
            if isinstance(statement.obj, str):
                told.add(statement.obj)
    for statement in statements:
        if statement.pattern not in _BY_NAME or statement.subject in told:
            yield statement
