"""Relation patterns: what the files in `seeds/patterns/relations/` say that a sentence states.

A line of `emit` is a predicate, the roles of subject and object, and perhaps a factor for the confidence; S:project
takes only subjects of that sort. Roles that the match does not fill come from the clause and those before it; the head
of `seeds/patterns/context.yaml` lists their letters, and what is filled in some alternatives of a match only has
another one. `status` is how far what is told has come where the clause does not say so, or `standing` if it stands
whatever the clause plans (总部位于江城的甲公司将上市); `fields`, `unclaimed` and `given` are told of at `Pattern`.
How a `match` is written the head of `notation.py` tells.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any

from kg import ontology
from kg.errors import LexiconError
from kg.extractor.relations.coding import ROLE_SORTS
from kg.extractor.relations.notation import Expression, expand
from kg.extractor.rules import load_items, load_rules
from kg.resources import data_path

# How sure a pattern is that does not say so.
_USUAL = 0.8
# The status of what stands as it is: no plan in its clause is about it, and no time.
STANDING = "standing"


@dataclass(frozen=True, slots=True)
class Emission:
    """One statement that a match makes: predicate, and the roles of its subject and object.

    `kinds` are the classes that the subject may have, none if any that the predicate allows will do.
    """

    predicate: str
    subject: str
    object: str
    factor: float = 1.0
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern; `fields` tells that what it lists are fields of activity, technologies among them.

    `unclaimed` tells that it counts only where nothing else says who runs the thing, `given` that it names in passing
    whose a thing is: how far that has come, and when, its match tells and what stands right behind, not the clause.
    """

    name: str
    expression: Expression
    emissions: tuple[Emission, ...]
    confidence: float
    status: str
    fields: bool
    unclaimed: bool
    given: bool


def _pattern(data: Mapping[str, Any], where: str) -> Pattern:
    place = f"{where}: {data.get('name', '?')}"
    try:
        expression = _expression(data["match"], place)
        emissions = tuple(_emission(line, place) for line in data["emit"])
        return Pattern(
            data["name"],
            expression,
            emissions,
            confidence=float(data.get("confidence", _USUAL)),
            status=data.get("status", ""),
            fields=bool(data.get("fields", False)),
            unclaimed=bool(data.get("unclaimed", False)),
            given=bool(data.get("given", False)),
        )
    except KeyError as error:
        raise LexiconError(f"lacks {error}", where=place, remedy="a pattern has name, match and emit") from error


def _expression(source: str, where: str) -> Expression:
    return Expression(source, expand(source, where), where)


def _emission(line: str, where: str) -> Emission:
    parts = line.split()
    if len(parts) not in (3, 4) or parts[0] not in ontology.load().predicates:
        raise LexiconError(f"not an emission: {line}", where=where, remedy="write: predicate SUBJECT OBJECT [factor]")
    subject, _, sort = parts[1].partition(":")
    if ":" in parts[2] or (sort and sort not in ROLE_SORTS):
        remedy = f"give the subject one of the sorts {', '.join(sorted(ROLE_SORTS))}, and the object none"
        raise LexiconError(f"not a sort of a role: {line}", where=where, remedy=remedy)
    kinds = ROLE_SORTS[sort] if sort else ()
    return Emission(parts[0], subject, parts[2], float(parts[3]) if len(parts) == 4 else 1.0, kinds)


@cache
def load_patterns() -> tuple[Pattern, ...]:
    """All patterns of `seeds/patterns/relations/`, by file and place in the file."""
    patterns: list[Pattern] = []
    for path in sorted(data_path("seeds/patterns/relations").glob("*.yaml")):
        patterns += [_pattern(item, path.name) for item in load_items(f"relations/{path.stem}")]
    names = [p.name for p in patterns]
    twice = next((n for n in names if names.count(n) > 1), None)
    if twice:
        raise LexiconError(f"two patterns are called {twice}", where="seeds/patterns/relations", remedy="rename one")
    return tuple(patterns)


@cache
def load_context() -> dict[str, tuple[Expression, ...]]:
    """The expressions that find the roles around a match: subject, partners, beneficiary, place, means."""
    return {
        role: tuple(_expression(line, f"context.yaml: {role}") for line in lines)
        for role, lines in load_rules("context").items()
    }


@cache
def compile_all() -> None:
    """Compile every pattern and expression now, so that no article has to wait for one. Raises LexiconError."""
    expressions = [pattern.expression for pattern in load_patterns()]
    for expression in (*expressions, *chain.from_iterable(load_context().values())):
        _ = expression.regex
