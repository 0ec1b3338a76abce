from __future__ import annotations

import datetime as dt

import pyoxigraph as ox
import pytest

from kg import ids
from kg.errors import QueryError
from kg.questions.library import Kind, Parameter, Question
from kg.questions.values import terms
from kg.store import Store
from tests.questions.sample import iri


def one(kind: Kind, value: str, store: Store | None = None, within: str = "") -> list[str]:
    """The terms of a parameter called x."""
    question = Question("q", "q.rq", "", parameters=(Parameter("x", kind, within, "甲", "X", None, "v"),))
    ask = store.backend.query if store else (lambda text: ox.Store().query(text))
    return [str(term) for term in terms(question, {"x": value}, ask)["x"]]


def test_numbers_keep_their_digits() -> None:
    assert one(Kind.NUMBER, "1e8") == ['"100000000"^^<http://www.w3.org/2001/XMLSchema#decimal>']


@pytest.mark.parametrize("value", ["2022", "2022-06", "2022-06-11"])
def test_dates_may_be_as_short_as_a_year(value: str) -> None:
    assert one(Kind.DATE, value) == [f'"{value}"']


def test_today_is_a_date() -> None:
    assert one(Kind.DATE, "today") == [f'"{dt.date.today().isoformat()}"']


@pytest.mark.parametrize("value", ["City", "sc:City", "city", "城市"])
def test_a_class_goes_by_any_of_its_names(value: str) -> None:
    assert one(Kind.CLASS, value) == [f"<{ids.ONTOLOGY}City>"]


def test_a_link_goes_by_any_of_its_names() -> None:
    assert one(Kind.PREDICATE, "partners with") == one(Kind.PREDICATE, "合作") == [f"<{ids.ONTOLOGY}partnersWith>"]


@pytest.mark.parametrize(
    ("kind", "value", "what"),
    [
        (Kind.NUMBER, "many", r"x \(甲\): 'many' is not a number"),
        (Kind.NUMBER, "NaN", "is not a number"),
        (Kind.NUMBER, "1) } DROP ALL", "is not a number"),
        (Kind.DATE, "11.6.2022", "is not a date — write 2022"),
        (Kind.DATE, "2022-13", "is not a date"),
        (Kind.CLASS, "Planet", "is not a class — one of Country"),
        (Kind.PREDICATE, "eats", "is not a link — one of partnersWith"),
    ],
)
def test_what_is_malformed_is_told_with_the_remedy(kind: Kind, value: str, what: str) -> None:
    with pytest.raises(QueryError, match=what):
        one(kind, value)


@pytest.mark.parametrize(
    "name", ["兰州市", "兰州", "金城", "Lanzhou", "lanzhou", "620100", " 兰州 市 ", iri("兰州市"), f"<{iri('兰州市')}>"]
)
def test_a_thing_goes_by_label_alias_english_name_code_and_iri(name: str, store: Store) -> None:
    assert one(Kind.ENTITY, name, store) == [f"<{iri('兰州市')}>"]


def test_a_concept_brings_what_is_narrower() -> None:
    found = one(Kind.ENTITY, "智慧交通", within="Sector")
    assert {f"<{iri('智慧交通')}>", f"<{iri('智慧停车')}>"} <= set(found)


def test_a_region_brings_its_members_though_no_article_names_it(store: Store) -> None:
    found = one(Kind.ENTITY, "西北地区", store, "Place")
    assert {f"<{iri('甘肃省')}>", f"<{iri('青海省')}>"} <= set(found)
    with pytest.raises(QueryError, match="the graph knows no place called 江苏省"):
        one(Kind.ENTITY, "江苏省", store, "Place")


def test_a_class_keeps_the_others_out(store: Store) -> None:
    with pytest.raises(QueryError, match="the graph knows no place called 浪潮"):
        one(Kind.ENTITY, "浪潮", store, "Place")


def test_a_name_that_is_almost_right_is_answered_with_the_nearest(store: Store) -> None:
    with pytest.raises(QueryError, match="perhaps 是否为 兰州城市大脑"):
        one(Kind.ENTITY, "城市大脑", store, "Project")


@pytest.mark.parametrize("name", ['"', "<a b>", "http://a b", "https://x/> } DROP", "%", "*", "(", "\\", "?x"])
def test_a_hostile_name_is_unknown_and_nothing_more(name: str, store: Store) -> None:
    with pytest.raises(QueryError, match="the graph knows no thing called"):
        one(Kind.ENTITY, name, store)
