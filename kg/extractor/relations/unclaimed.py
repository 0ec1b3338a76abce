"""Drops the readings of who runs a thing that count only where an article does not say so elsewhere.

Of a product that is told of right behind a firm (云帆科技深耕停车多年。“易停”平台已…) no sentence need say whose it is.
Such patterns are marked `unclaimed`; they are good for products, and not for what stands somewhere on its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from kg.extractor.linking.drafts import Draft, opened_by
from kg.extractor.relations.patterns import load_patterns
from kg.extractor.rules import load_rules, words
from kg.model import Statement

_RUNS = "undertakes"
_CLOSING = "”’"
# A shorter name may begin that of anything.
_SHORTEST = 2


@cache
def _marked() -> frozenset[str]:
    return frozenset(pattern.name for pattern in load_patterns() if pattern.unclaimed)


def is_unclaimed(statement: Statement) -> bool:
    """Whether a statement counts only where the article does not say otherwise who runs the thing."""
    return statement.pattern in _marked()


def without_claimed(statements: Sequence[Statement], drafts: Mapping[str, Draft]) -> Iterator[Statement]:
    """The statements of an article, without the doubtful ones about things that others run."""
    claimed = {s.obj for s in statements if s.predicate == _RUNS and not is_unclaimed(s)}
    for statement in statements:
        if not is_unclaimed(statement) or (
            isinstance(statement.obj, str)
            and statement.obj not in claimed
            and _is_product(drafts[statement.obj].label)
            and not _bears_name_of_another(drafts[statement.obj].label, statement.subject, drafts)
        ):
            yield statement


def _bears_name_of_another(label: str, maker: str, drafts: Mapping[str, Draft]) -> bool:
    """Whether the name of a thing begins with that of a house other than its supposed maker: 明远手机平台."""
    own = drafts[maker].names
    houses = opened_by(label, drafts, _SHORTEST)
    return any(iri != maker and not any(other.startswith(name) for other in own) for iri, name in houses)


def _is_product(label: str) -> bool:
    """Whether a thing is one that its maker takes with him, by what its name ends with."""
    return label.rstrip(_CLOSING).endswith(words(load_rules("products"), "portable"))
