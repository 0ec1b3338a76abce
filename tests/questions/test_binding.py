from __future__ import annotations

from collections.abc import Mapping, Sequence

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.questions.binding import Term, bind
from kg.questions.library import Question, parse
from kg.questions.values import terms

QUESTION = parse(
    '# param word text "词" "Word" example=a\n'
    'SELECT ?word ?same { # VALUES ?word { "a comment" }\n'
    'VALUES ?word { "example" } BIND(?word AS ?same) }'
)


def asked(text: str) -> list[str]:
    solutions = ox.Store().query(text)
    assert isinstance(solutions, ox.QuerySolutions)
    return [solution["word"].value for solution in solutions]


def bound(question: Question, values: Mapping[str, Sequence[Term]]) -> str:
    return bind(question.text, question.where, values)


def nobody(query: str) -> ox.QuerySolutions:
    raise AssertionError(f"a text needs no look-up, but {query} was asked")


def test_a_value_takes_the_place_of_the_example() -> None:
    assert asked(bound(QUESTION, {"word": (ox.Literal("数字"),)})) == ["数字"]


def test_several_terms_are_several_rows() -> None:
    assert asked(bound(QUESTION, {"word": (ox.Literal("a"), ox.NamedNode("b:c"))})) == ["a", "b:c"]


def test_every_block_of_a_parameter_gets_the_value() -> None:
    twice = parse(
        '# param word text "词" "Word" example=a\n'
        "SELECT ?word ?n { { VALUES ?word { 1 } BIND(1 AS ?n) } UNION { VALUES ?word { 2 } BIND(2 AS ?n) } }"
    )
    assert asked(bound(twice, {"word": (ox.Literal("数字"),)})) == ["数字", "数字"]


def test_no_term_leaves_the_parameter_open() -> None:
    assert "VALUES ?word { UNDEF }" in bound(QUESTION, {"word": ()})


def test_a_parameter_without_a_block_is_a_fault_of_the_file() -> None:
    with pytest.raises(QueryError, match="other has no VALUES block"):
        bound(QUESTION, {"other": ()})


HOSTILE = [
    '" } } # ',
    '"} ?s ?p ?o . SERVICE <http://127.0.0.1:9/> { VALUES ?word {"',
    "\\",
    '\\" } DROP ALL',
    "a\nb\r\tc",
    "'''\"\"\"",
    "\u0000\u2028",
    "<http://example.org/>",
]


@pytest.mark.parametrize("value", HOSTILE)
def test_a_hostile_value_stays_a_value(value: str) -> None:
    assert asked(bound(QUESTION, terms(QUESTION, {"word": value}, nobody))) == [value.strip()]


@given(st.text())
def test_any_text_comes_back_as_it_was(value: str) -> None:
    assert asked(bound(QUESTION, {"word": (ox.Literal(value),)})) == [value]
