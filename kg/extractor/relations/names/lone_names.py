"""Drops what a name tells of the field of a project or body of which an article tells nothing else.

A centre that an article only mentions (as the house of somebody it quotes, or as one of a kind: 储能电站项目) is no
part of what it tells, whatever its name says. Of a body the rest of its name tells nothing either: where a firm is
registered makes it no part of the story. A title is: 《江城市光伏产业规划》 is about 光伏 wherever it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from kg.model import Statement

_PROJECT: Final = "name-field-project"
_BODY: Final = "name-field-organization"
_BY_NAME: Final = "name-"
# Whom somebody works for need not be what the article tells of.
_OFFICE: Final = "holdsPosition"


def without_lone_names(statements: Sequence[Statement]) -> Iterator[Statement]:
    """The statements of an article, without the field by the name of what no other of them tells of."""
    others = [s for s in statements if s.pattern not in (_PROJECT, _BODY) and s.predicate != _OFFICE]
    told = {
        _PROJECT: _things(others),
        _BODY: _things([s for s in others if not s.pattern.startswith(_BY_NAME)]),
    }
    for statement in statements:
        if statement.pattern not in told or statement.subject in told[statement.pattern]:
            yield statement


def _things(statements: Sequence[Statement]) -> set[str]:
    return {end for s in statements for end in (s.subject, s.obj) if isinstance(end, str)}
