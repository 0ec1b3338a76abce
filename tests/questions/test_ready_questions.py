"""The ready questions give the rows that they must, and no others."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from kg.model import Extraction, Precision, TimeSpan
from kg.questions import Worker, ready
from kg.store import open_store
from tests.questions.answers import CASES, LOG
from tests.questions.answers.facts import Row, shown
from tests.questions.sample import article, figure, say


@pytest.mark.parametrize(("name", "given", "rows"), CASES, ids=[f"{name}-{i}" for i, (name, _, _) in enumerate(CASES)])
def test_the_rows_are_these_and_no_others(name: str, given: dict[str, str], rows: list[Row], worker: Worker) -> None:
    found = shown(worker.ask(name, given))
    assert [tuple(_day(cell) for cell in row) for row in found] == rows


def _day(cell: object) -> object:
    """Times of publishing by their day."""
    return cell.strftime("%Y-%m-%d") if hasattr(cell, "strftime") else cell


@pytest.mark.parametrize(("name", "given", "rows"), [case for case in CASES if case[2]])
def test_asked_again_the_answer_is_the_same(name: str, given: dict[str, str], rows: list[Row], worker: Worker) -> None:
    answers = {(*worker.ask(name, given).rows,) for _ in range(4)}
    assert len(answers) == 1
    assert len(answers.pop()) == len(rows)


def test_every_question_is_tested_with_rows() -> None:
    assert {name for name, _, rows in CASES if rows} | {LOG} == {question.name for question in ready()}


def test_an_agreement_of_no_known_date_is_told_where_no_first_day_is_asked_for() -> None:
    signed = say("天水市", "partnersWith", "浪潮", agreement="合作协议")
    with open_store() as store:
        store.add(article("undated.md", "", None, signed))
        with Worker(store) as worker:
            assert [row[:2] for row in shown(worker.ask("agreements-in-period"))] == [("", "天水市")]
            assert not shown(worker.ask("agreements-in-period", {"from": "2020"}))


def test_the_sentence_in_a_row_is_the_surest_that_has_the_time_in_its_own_words() -> None:
    dated = say("天水市", "partnersWith", "浪潮", time="2022-06", confidence=0.6)
    sure, surer = (
        (sentence, replace(fact, time=TimeSpan("2022-06", Precision.MONTH, "上月")))
        for sentence, fact in (
            say("天水市", "partnersWith", "浪潮", confidence=0.7, agreement="框架协议"),
            say("天水市", "partnersWith", "浪潮", confidence=0.8, agreement="合作协议"),
        )
    )
    for told, sentence in (((sure, surer), surer[0]), ((sure, dated, surer), dated[0])):
        for name, given in (("timeline", {"entity": "浪潮"}), ("firms-in-city", {"city": "天水"})):
            (row,) = _rows(name, given, article("told.md", "", None, *told))
            assert str(row[-1]).startswith(f"“{sentence}”")


def test_day_and_sentence_of_an_office_are_those_of_the_last_report() -> None:
    _, held = say("王岚", "holdsPosition", "兰州市", title="副市长")
    days = (7, 3, 9, 5)
    reports = [article(f"{day}.md", "", datetime(2023, 1, day), (f"{day}日，副市长王岚到场。", held)) for day in days]
    (row,) = _rows("people-and-positions", {"entity": "兰州"}, *reports)
    assert row[4:6] == ("2023-01-09", 4)
    assert str(row[6]).startswith("“9日")


def test_day_and_sentence_of_a_plan_are_those_of_the_last_report() -> None:
    _, planned = say("天水市", "undertakes", "兰州城市大脑", "planned", "2024")
    days = (7, 3, 9, 5)
    reports = [article(f"{day}.md", "", datetime(2023, 1, day), (f"{day}日又说要建。", planned)) for day in days]
    (row,) = _rows("overdue-plans", {"today": "2026-01-01"}, *reports)
    assert row[5] == "2023-01-09"
    assert str(row[6]).startswith("“9日")


def test_of_a_place_and_one_within_it_only_the_inner_is_named() -> None:
    seated = (say("科大讯飞", "locatedIn", "甘肃省"), say("科大讯飞", "locatedIn", "兰州市"))
    zone = (say("天水经开区", "locatedIn", "天水市"), say("天水经开区", "partnersWith", "浪潮"))
    told = article("told.md", "", None, say("科大讯飞", "partnersWith", "浪潮"), *seated, *zone)
    assert [row[1] for row in _rows("firm-by-year", {"firm": "浪潮"}, told)] == ["兰州市", "天水经开区"]
    partners = [row[4] for row in _rows("firms-in-city", {"city": "甘肃省", "link": "partnersWith"}, told)]
    assert partners == ["天水经开区", "兰州市"]


def test_a_figure_told_of_a_project_and_of_its_place_counts_once() -> None:
    told = article(
        "told.md",
        "",
        None,
        say("浪潮", "investsIn", "兰州市", amount=5e8),
        say("浪潮", "undertakes", "兰州城市大脑", amount=5e8),
        say("兰州市", "partnersWith", "浪潮", amount=5e8),
        say("兰州城市大脑", "locatedIn", "兰州市"),
    )
    assert _rows("amounts-by-city", {}, told) == [("兰州市", "元", 5e8, 5e8, 1)]
    elsewhere = article("elsewhere.md", "", None, say("浪潮", "investsIn", "兰州市", amount=5e8))
    assert _rows("amounts-by-city", {}, told, elsewhere) == [("兰州市", "元", 1e9, 5e8, 2)]


def test_a_figure_without_a_time_stands_at_the_day_of_its_article_and_says_so() -> None:
    counted = say("天水市", "hasMeasurement", figure("5G基站", 1200, "个"))
    printed = article("printed.md", "", datetime(2023, 1, 7), counted)
    assert [row[1:3] for row in _rows("city-indicators", {"city": "天水"}, printed)] == [("2023-01-07", "报道")]
    undated = article("undated.md", "", None, counted)
    assert [row[1:3] for row in _rows("city-indicators", {"city": "天水"}, undated)] == [(None, "")]


def test_what_has_no_known_year_comes_last() -> None:
    undated = article("undated.md", "", None, say("天水市", "partnersWith", "浪潮"))
    dated = article("dated.md", "", datetime(2023, 1, 7), say("兰州市", "partnersWith", "浪潮"))
    assert [row[0] for row in _rows("firm-by-year", {"firm": "浪潮"}, undated, dated)] == ["2023", ""]


def _rows(name: str, given: dict[str, str], *articles: Extraction) -> list[Row]:
    """What the question answers about these articles alone."""
    with open_store() as store:
        store.add_many(articles)
        with Worker(store) as worker:
            return shown(worker.ask(name, given))
