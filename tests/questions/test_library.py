from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import ontology
from kg.errors import QueryError
from kg.questions import Question, ready
from kg.questions.library import Kind, find, parse, read
from kg.questions.tokens import meaningful, tokenize

HEAD = """\
# title zh 谁在哪里
# title en Who is where
# about One line
# about and another.
# param city entity:City "城市" "City" example=天水市
# param since date "起始" "Since" default=2020
# column who entity "谁" "Who"
# column status entity "状态" "Status" link=locatedIn

SELECT ?who ?status { VALUES ?city { UNDEF } VALUES ?since { "2020" } ?who sc:locatedIn ?city }
"""


def test_the_head_of_a_question_is_read() -> None:
    question = parse(HEAD, "who", "who.rq")
    assert (question.title_zh, question.title_en) == ("谁在哪里", "Who is where")
    assert question.about == "One line and another."
    city, since = question.parameters
    assert (city.name, city.kind, city.within, city.default, city.example) == ("city", "entity", "City", None, "天水市")
    assert (since.default, since.label_zh) == ("2020", "起始")
    assert [(column.kind, column.link) for column in question.columns] == [
        (Kind.ENTITY, ""),
        (Kind.ENTITY, "locatedIn"),
    ]


@pytest.mark.parametrize(
    "line",
    ["# param city", '# param city planet "城市" "City"', '# param City entity "城市" "City"', '# column a entity "甲"',
     '# param a text "甲" "A" defualt=1', '# column a entity "甲" "A" lnik=partOf', '# param a text "甲 "A"'],
)  # fmt: skip
def test_a_malformed_line_is_told_with_its_place(line: str) -> None:
    with pytest.raises(QueryError, match=r"bad\.rq:2: not a (param|column)"):
        parse(f"# title en Bad\n{line}\nSELECT * {{}}", "bad", "bad.rq")


def test_a_comment_below_the_first_line_of_sparql_is_no_head() -> None:
    assert parse("SELECT * {\n# param nonsense\n}").parameters == ()


def test_a_name_that_no_question_has_is_answered_with_the_nearest() -> None:
    with pytest.raises(QueryError, match=r"no question is called firms-in-town .*— perhaps 是否为 firms-in-city"):
        find("firms-in-town")


def test_a_question_may_be_called_by_its_title_in_chinese() -> None:
    assert [find(question.title_zh) for question in ready()] == list(ready())


def test_the_beginning_of_one_name_or_title_is_enough() -> None:
    assert find("哪些企业在一座城市开展业务").name == "firms-in-city"
    assert find("firms-in") == find("firms-in-city")
    with pytest.raises(QueryError, match=r"2 questions begin with 哪些.*firms-in-city 哪些企业.*; projects-using"):
        find("哪些")


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match=r"missing\.rq: cannot be read"):
        read(tmp_path / "missing.rq")


def test_there_are_25_questions() -> None:
    assert len(ready()) == 25


@pytest.mark.parametrize("question", ready(), ids=lambda question: question.name)
def test_each_head_is_complete(question: Question) -> None:
    assert question.title_zh, "a Chinese title"
    assert question.title_en, "an English title"
    assert question.about.endswith("."), "a description"
    assert all(p.label_zh and p.label_en and (p.example or p.default) for p in question.parameters)
    assert all(c.label_zh and c.label_en for c in question.columns)
    classes = ontology.load().classes
    assert {p.within for p in question.parameters if p.within} <= classes.keys()


@pytest.mark.parametrize("question", ready(), ids=lambda question: question.name)
def test_each_file_is_a_query_that_any_endpoint_can_run_as_it_is(question: Question) -> None:
    solutions = ox.Store().query(question.text)
    assert isinstance(solutions, ox.QuerySolutions)
    assert [variable.value for variable in solutions.variables] == [column.name for column in question.columns]


@pytest.mark.parametrize("question", ready(), ids=lambda question: question.name)
def test_each_parameter_has_its_values_and_each_result_a_fixed_order(question: Question) -> None:
    words = [token.text for token in meaningful(tokenize(question.text))]
    blocks = [second[1:] for first, second in pairwise(words) if first == "VALUES"]
    assert all(parameter.name in blocks for parameter in question.parameters)
    assert "ORDER" in words


@pytest.mark.parametrize("question", ready(), ids=lambda question: question.name)
def test_each_term_of_the_ontology_that_is_used_exists(question: Question) -> None:
    known = ontology.load().labels.keys()
    names = {token.text for token in tokenize(question.text) if token.text.startswith("sc:")}
    assert {name.removeprefix("sc:") for name in names - {"sc:"}} <= known
    assert {column.link for column in question.columns} <= ontology.load().predicates.keys() | {""}
