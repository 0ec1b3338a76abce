"""What a match may leave open has a letter that no role around it has, or it would be taken from there."""

from __future__ import annotations

from collections.abc import Iterable

# Private, but nothing else tells which groups a match need not fill.
from re import _constants as op
from re import _parser as parser
from typing import Any

from kg.extractor.relations.notation import expand
from kg.extractor.relations.patterns import CARRIED, load_context, load_patterns


def is_filled(group: int, parsed: Iterable[tuple[Any, Any]]) -> bool:
    """Whether each match of a parsed expression fills a group."""
    return any(
        (code is op.SUBPATTERN and (told[0] == group or is_filled(group, told[-1])))
        or (code is op.BRANCH and all(is_filled(group, branch) for branch in told[1]))
        or (code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT) and told[0] > 0 and is_filled(group, told[2]))
        or (code is op.ATOMIC_GROUP and is_filled(group, told))
        or (code is op.ASSERT and is_filled(group, told[1]))
        for code, told in parsed
    )


def left_open(source: str) -> set[str]:
    """The roles that some match of an expression does not fill."""
    parsed = parser.parse(expand(source))
    return {name for name, group in parsed.state.groupdict.items() if not is_filled(group, parsed)}


def test_what_is_optional_or_stands_in_one_alternative_only_may_be_left_open() -> None:
    assert left_open("{A:org}(?:与{B:org})?(?:签约{C:place}|合作)(?:{D:firm}){2}(?={O:work})") == {"B", "C"}


def test_no_pattern_leaves_open_what_the_clauses_around_it_would_fill() -> None:
    around = {*load_context(), *CARRIED}
    assert not {p.name for p in load_patterns() if not left_open(p.expression.source).isdisjoint(around)}


def test_every_expression_of_the_context_fills_its_role() -> None:
    for role, lines in load_context().items():
        assert all(f"(?P<{role}>" in line.expanded and role not in left_open(line.source) for line in lines), role
