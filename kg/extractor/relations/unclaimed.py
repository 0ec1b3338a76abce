"""Drops the readings of who runs a thing that count only where an article does not say so elsewhere.

Of a product that is told of right behind a firm (云帆科技深耕停车多年。“易停”平台已…) no sentence need say whose it is.
Such patterns are marked `unclaimed`; they are good for products, and not for what stands somewhere on its own. A place
of which hardly more is told than that the thing is there is no maker of it beside a sure one.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from kg.extractor.kinds import is_place
from kg.extractor.knowledge import Knowledge
from kg.extractor.linking.drafts import Draft, opened_by
from kg.extractor.linking.short_names import short_forms
from kg.extractor.relations.patterns import load_patterns
from kg.extractor.relations.reliability import weighed
from kg.extractor.rules import load_rules, words
from kg.model import Statement

_RUNS: Final = "undertakes"
_CLOSING: Final = "”’"
# How sure it is that somebody runs a thing whose name is told with it, and that a place does which is not.
_SURE: Final = 0.8
_DOUBTFUL: Final = 0.6
# A shorter name may begin that of anything.
_SHORTEST: Final = 2


@cache
def _marked() -> frozenset[str]:
    return frozenset(pattern.name for pattern in load_patterns() if pattern.unclaimed)


def is_unclaimed(statement: Statement) -> bool:
    """Whether a statement counts only where the article does not say otherwise who runs the thing."""
    return statement.pattern in _marked()


def without_claimed(
    statements: Sequence[Statement], drafts: Mapping[str, Draft], knowledge: Knowledge
) -> Iterator[Statement]:
    """The statements of an article, without the doubtful ones about things that others run."""
    claimed = {s.obj for s in statements if s.predicate == _RUNS and not is_unclaimed(s)}
    made = {s.obj for s in statements if s.predicate == _RUNS and weighed(s).confidence >= _SURE}
    for statement in statements:
        if _is_only_where_it_is(statement, made, drafts):
            continue
        if not is_unclaimed(statement) or (
            isinstance(statement.obj, str)
            and statement.obj not in claimed
            and _is_product(drafts[statement.obj].label)
            and not _bears_name_of_another(drafts[statement.obj].label, statement.subject, drafts, knowledge)
        ):
            yield statement


def _is_only_where_it_is(statement: Statement, made: Container[object], drafts: Mapping[str, Draft]) -> bool:
    """Whether a place is hardly told to run a thing (a bridge of its is finished) of which another is sure to."""
    if statement.predicate != _RUNS or statement.obj not in made or not is_place(drafts[statement.subject].kind):
        return False
    return weighed(statement).confidence < _DOUBTFUL


def _bears_name_of_another(label: str, maker: str, drafts: Mapping[str, Draft], knowledge: Knowledge) -> bool:
    """Whether the name of a thing begins with that of a house other than its supposed maker: 明远手机平台."""
    own = drafts[maker].names
    if _bears_name_of_known(label, own, knowledge):
        return True
    houses = opened_by(label, drafts, _SHORTEST)
    return any(iri != maker and not any(other.startswith(name) for other in own) for iri, name in houses)


def _bears_name_of_known(label: str, own: Iterable[str], knowledge: Knowledge) -> bool:
    """Whether a name begins with that of a known firm which is none of one's own: not 电信平台 for 江城电信."""
    if not any(entry.kind == "Firm" for entry in knowledge.opening(label)):
        return False
    word = knowledge.opening_word(label)
    return not any(form in name for form in (word, *short_forms(word)) for name in own)


def _is_product(label: str) -> bool:
    """Whether a thing is one that its maker takes with him, by what its name ends with."""
    return label.rstrip(_CLOSING).endswith(words(load_rules("products"), "portable"))
