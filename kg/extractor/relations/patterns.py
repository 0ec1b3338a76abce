"""Relation patterns: what the files in `seeds/patterns/relations/` say that a sentence states.

A line of `emit` is a predicate, the roles of subject and object, and perhaps a factor for the confidence; S:project
takes only subjects of that sort. Roles that the match does not fill come from the clause and those before it; the head
of `seeds/patterns/context.yaml` lists their letters, and what is filled in some alternatives of a match only has
another one. `status` is how far what is told has come where the clause does not say so, or `standing` if it stands
whatever the clause plans (总部位于江城的甲公司将上市); `fields`, `unclaimed`, `given` and `develops` are told of at
`Pattern`.
How a `match` is written the head of `notation.py` tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any, Final

from kg import ontology
from kg.extractor.relations.coding import ROLE_SORTS
from kg.extractor.relations.notation import Expression, expand
from kg.extractor.rules import load_items, load_rules
from kg.mistakes import check_brackets, check_choice, check_headings, check_number, check_shape, mistake, nearest
from kg.model import Status
from kg.resources import data_path

_FOLDER: Final = "seeds/patterns/relations"
# How sure a pattern is that does not say so.
_USUAL: Final = 0.8
# A factor makes one emission of a pattern surer than the others at most so often.
_MOST: Final = 2.0
# The status of what stands as it is: no plan in its clause is about it, and no time.
STANDING: Final = "standing"
_STATUSES: Final = (*Status, STANDING)
_NEEDED: Final = {"name": "text", "match": "text", "emit": "words"}
_FLAGS: Final = ("fields", "unclaimed", "given", "develops")
_KNOWN: Final = (*_NEEDED, "confidence", "status", *_FLAGS)
# The roles that come from the clauses before, without an expression of their own (the head of context.yaml).
CARRIED: Final = frozenset("XVYZKH")
# A role that a match fills: {A:org}, {A:*60}.
_FILLED: Final = re.compile(r"\{([A-Z]):|\(\?P<([A-Z])>")
# What an example stands under: the name of a pattern, at the beginning of a line.
_SHOWN: Final = re.compile(rb"\n([a-z][a-z0-9-]*):")


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
    `develops` tells that somebody works at what holds: it may be under way (正加快发展光伏产业).
    """

    name: str
    expression: Expression
    emissions: tuple[Emission, ...]
    confidence: float
    status: str
    fields: bool
    unclaimed: bool
    given: bool
    develops: bool


def _pattern(data: Mapping[str, Any], where: str) -> Pattern:
    check_headings(data, _KNOWN, where, _NEEDED)
    for key, shape in _NEEDED.items():
        check_shape(data[key], shape, f"{where}: {key}")
    for key in _FLAGS:
        check_choice(data.get(key, False), (True, False), f"{where}: {key}")
    if "status" in data:
        check_choice(data["status"], _STATUSES, f"{where}: status")
    return Pattern(
        data["name"],
        _expression(data["match"], where),
        _emissions(data, where),
        confidence=check_number(data.get("confidence", _USUAL), 1, f"{where}: confidence"),
        status=data.get("status", ""),
        fields=data.get("fields", False),
        unclaimed=data.get("unclaimed", False),
        given=data.get("given", False),
        develops=data.get("develops", False),
    )


def _expression(source: str, where: str) -> Expression:
    check_brackets(source, where)
    return Expression(source, expand(source, where), where)


def _emissions(data: Mapping[str, Any], where: str) -> tuple[Emission, ...]:
    where = f"{where}: emit"
    emissions = tuple(_emission(str(line), where) for line in data["emit"])
    filled = {first or second for first, second in _FILLED.findall(data["match"])}
    for role in (role for emission in emissions for role in (emission.subject, emission.object)):
        if role not in filled and role not in CARRIED and role not in load_context():
            remedy = f"fill it in the match, or name one of {', '.join(sorted({*filled, *CARRIED, *load_context()}))}"
            raise mistake(f"nothing fills the role {role}", where, remedy)
    return emissions


def _emission(line: str, where: str) -> Emission:
    parts, predicates = line.split(), ontology.load().predicates
    if len(parts) not in (3, 4):
        raise mistake(f"not an emission: {line}", where, "write: predicate SUBJECT OBJECT [factor]")
    if parts[0] not in predicates:
        raise mistake(f"not an emission: {line}: no predicate is called so", where, nearest(parts[0], predicates))
    subject, _, sort = parts[1].partition(":")
    if ":" in parts[2] or (sort and sort not in ROLE_SORTS):
        remedy = f"give the subject one of the sorts {', '.join(sorted(ROLE_SORTS))}, and the object none"
        raise mistake(f"not a sort of a role: {line}", where, remedy)
    factor = check_number(parts[3], _MOST, where) if len(parts) == 4 else 1.0
    return Emission(parts[0], subject, parts[2], factor, ROLE_SORTS[sort] if sort else ())


@cache
def load_patterns() -> tuple[Pattern, ...]:
    """All patterns of `seeds/patterns/relations/`, by file and place in the file.

    Raises LexiconError that names the file, its line and the pattern for whatever is wrong with one, save for what only
    compiling it shows.
    """
    patterns: dict[str, Pattern] = {}
    for path in sorted(data_path(_FOLDER).glob("*.yaml")):
        for place, item in enumerate(load_items(f"relations/{path.stem}")):
            pattern = _pattern(item, f"{_FOLDER}/{path.name}: {item.get('name', place)}")
            if other := patterns.get(pattern.name):
                where = f"{_FOLDER}/{path.name}: {place}"
                raise mistake(
                    f"two patterns are called {pattern.name}", where, f"rename it; see {other.expression.where}"
                )
            patterns[pattern.name] = pattern
    shown = _shown()
    for pattern in patterns.values():
        if pattern.name not in shown:
            remedy = f"write what it reads, and what not, below {pattern.name}: in one of seeds/patterns/examples"
            raise mistake("has no examples", pattern.expression.where, remedy)
    return tuple(patterns.values())


def _shown() -> set[str]:
    """The patterns and topics that there are examples of; to read these as YAML takes as long as to build a graph."""
    files = data_path("seeds/patterns/examples").glob("*.yaml")
    return {name.decode() for path in files for name in _SHOWN.findall(b"\n" + path.read_bytes())}


@cache
def load_context() -> dict[str, tuple[Expression, ...]]:
    """The expressions that find the roles around a match: subject, partners, beneficiary, place, means.

    Raises LexiconError that names the role of a wrong one.
    """
    return {role: tuple(_role_lines(role, lines)) for role, lines in load_rules("context").items()}


def _role_lines(role: str, lines: Iterable[str]) -> Iterator[Expression]:
    where = f"seeds/patterns/context.yaml: {role}"
    if not re.fullmatch("[A-Z]", role):
        raise mistake(f"{role} is no role", where, "call it by one capital letter")
    for place, line in enumerate(lines):
        if f"{{{role}:" not in line:
            raise mistake(f"does not fill the role {role}", f"{where}: {place}", f"name a mention {{{role}:…}} in it")
        yield _expression(line, f"{where}: {place}")


@cache
def compile_all() -> None:
    """Compile every pattern and expression now, so that no article has to wait for one. Raises LexiconError."""
    expressions = [pattern.expression for pattern in load_patterns()]
    for expression in (*expressions, *chain.from_iterable(load_context().values())):
        _ = expression.regex
