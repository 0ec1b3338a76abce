"""The ready questions give the rows that they must, and no others."""

from __future__ import annotations

import pytest

from kg.questions import Worker, ready
from kg.store import open_store
from tests.questions.answers import CASES, LOG
from tests.questions.answers.facts import Row, shown
from tests.questions.sample import article, say


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
