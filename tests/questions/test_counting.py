"""What is told more than once, or of a part, the ready questions count once; and no plan that was attained."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest

from kg.questions import Worker, run_query
from kg.store import open_store
from tests.questions.answers.facts import BIG, PARKING, quote, shown
from tests.questions.sample import BEIJING, article, figure, say

TWIN = "兰州数字孪生平台"


@pytest.fixture(scope="module")
def twin() -> Iterator[Worker]:
    """One project of which much is said at once, and one that is only mentioned."""
    with open_store() as store:
        store.add(
            article(
                "twin.md",
                "兰州日报",
                datetime(2023, 2, 1, 9, tzinfo=BEIJING),
                say("浪潮", "undertakes", TWIN, "underway", "", 5e8),
                say("浪潮", "investsIn", TWIN, "underway", "", 5e8),
                say("兰州市", "investsIn", TWIN, "planned", "", 4e8),
                say(TWIN, "locatedIn", "兰州市"),
                say(TWIN, "inSector", "智慧交通"),
                say(BIG, "usesTechnology", "数字孪生"),
                say(PARKING, "locatedIn", "天水市"),
                say(PARKING, "locatedIn", "麦积区"),
            )
        )
        with Worker(store) as worker:
            yield worker


def test_money_told_of_builder_and_payer_counts_once(twin: Worker) -> None:
    assert shown(twin.ask("amounts-by-city")) == [("兰州市", "元", 5e8, 5e8, 1)]
    assert shown(twin.ask("amounts-by-sector")) == [("智慧交通", "元", 5e8, 5e8, 1)]


def test_a_project_that_is_only_located_is_counted_with_its_state_unsaid(twin: Worker) -> None:
    expected = [("兰州市", 0, 1, 0, 0, 1), ("天水市", 0, 0, 0, 1, 1)]
    assert shown(twin.ask("planned-against-completed")) == expected


def test_of_a_city_and_its_district_the_district_is_named(twin: Worker) -> None:
    assert [row[:2] for row in shown(twin.ask("projects-in-place", {"place": "天水"}))] == [(PARKING, "麦积区")]


def test_what_a_project_costs_counts_as_money_told_of_it() -> None:
    with open_store() as store:
        cost = say(TWIN, "hasMeasurement", figure("总投资", 5e8, "元"), amount=5e8)
        income = say(TWIN, "hasMeasurement", figure("年产值", 9e8, "元"))
        there, field = say(TWIN, "locatedIn", "兰州市"), say(TWIN, "inSector", "智慧交通")
        store.add(article("a.md", "兰州日报", datetime(2023, 2, 1, 9, tzinfo=BEIJING), cost, income, there, field))
        assert shown(run_query(store, "amounts-by-city")) == [("兰州市", "元", 5e8, 5e8, 1)]
        assert shown(run_query(store, "amounts-by-sector")) == [("智慧交通", "元", 5e8, 5e8, 1)]
        rows = shown(run_query(store, "amounts-by-project", {"place": "兰州市"}))
    assert [row[:6] for row in rows] == [(TWIN, None, "指标", "总投资", 5e8, "元")]


def test_a_technology_may_stand_in_the_name_alone(twin: Worker) -> None:
    rows = shown(twin.ask("projects-using-technology", {"technology": "数字孪生"}))
    assert rows == [
        (
            BIG,
            "数字孪生",
            None,
            None,
            False,
            0.8,
            f"“{quote('兰州城市大脑，usesTechnology，数字孪生')}” — 《twin.md》 2023-02-01 twin.md",
        ),
        (TWIN, "数字孪生", "浪潮", "兰州市", True, None, None),
    ]


def test_what_was_attained_is_no_overdue_plan() -> None:
    with open_store() as store:
        aim = say("天水市", "hasMeasurement", figure("5G基站", 3000, "个", target=True), "planned", "2022")
        odd = say("天水市", "hasMeasurement", figure("5G基站", 1200, "个"), "planned", "2021")
        store.add(article("a.md", "天水日报", datetime(2021, 2, 1, 9, tzinfo=BEIJING), aim, odd))
        found = run_query(store, "overdue-plans", {"today": "2024-01-01"})
    assert [row[3] for row in shown(found)] == ["5G基站 3000个"]


def test_the_time_of_a_plan_is_a_deadline_only_if_it_lay_ahead() -> None:
    with open_store() as store:
        signed = say("浪潮", "undertakes", TWIN, "planned", "2021-01-30")
        this_year = say("浪潮", "undertakes", PARKING, "planned", "2021")
        due = say("浪潮", "undertakes", BIG, "planned", "2022-06")
        store.add(article("a.md", "天水日报", datetime(2021, 2, 1, 9, tzinfo=BEIJING), signed, this_year, due))
        found = run_query(store, "overdue-plans", {"today": "2024-01-01"})
    assert [row[0] for row in shown(found)] == ["2022-06"]
