"""Filters: classes, relations, status, time, confidence, and counts that say what is left."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.view.driving import Page

pytestmark = pytest.mark.browser


def test_the_counts_say_how_much_is_shown(small: Page) -> None:
    assert small.text("#count-things") == "显示 30 / 30 个事物"
    assert small.counts() == (30, 89)


def test_things_that_the_build_counts_and_the_page_leaves_out_are_told(opened, sizes) -> None:
    page = opened(replace(sizes(30), unspoken=12), width=1400)
    assert page.text("#count-things") == "显示 30 / 30 个事物（另有 12 个没有事实）"
    assert "kg build" in page.one("#count-things").get_attribute("title")
    page.keys("?")
    assert "另有 12 个事物" in page.text("#help")


def test_a_class_is_switched_off_and_on(small: Page) -> None:
    small.click("#f-kinds-City")
    things, _ = small.counts()
    assert things == 30 - 12
    small.click("#f-kinds-City")
    assert small.counts()[0] == 30


def test_only_one_class(small: Page) -> None:
    small.js("document.querySelector('#f-kinds-City').closest('.row').querySelector('.only').click()")
    assert small.counts()[0] == 12
    small.click("#reset-filters")
    assert small.counts() == (30, 89)


def test_a_relation_is_switched_off(small: Page) -> None:
    chip = small.one(".chip[data-name=partnersWith]")
    number = int(chip.text.split()[-1])
    chip.click()
    assert small.counts()[1] == 89 - number
    assert chip.get_attribute("aria-pressed") == "false"


def test_relations_come_first_and_what_is_left_out_is_grey_but_not_struck_through(opened, sizes) -> None:
    page = opened(sizes(300), width=1400, height=900)
    lowest = "return Math.max(...[...document.querySelectorAll('.chip')].map((e) => e.getBoundingClientRect().bottom))"
    assert page.js(lowest) < 400
    look = "const s = getComputedStyle(arguments[0]); return [s.textDecorationLine, s.color]"
    chip = page.one(".chip[data-name=investsIn]")
    before = page.js(look, chip)
    chip.click()
    after = page.js(look, chip)
    assert before[0] == after[0] == "none"
    assert before[1] != after[1]


def test_planned_things_can_be_left_out(small: Page) -> None:
    small.click("#f-statuses-planned")
    small.find("gl")
    assert "计划" not in small.texts("#panel .fact-line .pill")
    assert "不符合筛选" in small.text("#panel .note")


def test_a_partnership_is_agreed_not_completed(small: Page) -> None:
    small.js("document.querySelectorAll('.all-none button:last-child')[0].click()")
    small.click(".chip[data-name=partnersWith]")
    small.find("gl")
    pills = set(small.texts("#panel .fact-line .pill"))
    assert "已达成" in pills
    assert "已完成" not in pills


def test_confidence_leaves_the_sure_ones(small: Page) -> None:
    small.slide("#f-confidence", 900)
    assert small.counts()[1] < 89
    small.find("gl")
    assert all(float(value) >= 0.9 for value in small.texts("#panel .fact-line .trust"))
    assert small.text("#confidence-value") == "≥ 0.90"


def test_time_leaves_what_happened_in_it(small: Page) -> None:
    small.slide_time("from", "2022-01")
    assert 0 < small.counts()[1] < 89
    start = small.text("#time-value").split(" – ")[0]
    small.slide("#f-to", 0)
    assert small.text("#time-value") == f"{start} – {start}", "the ends cannot pass one another"


def test_the_time_axis_gives_its_room_to_the_years_in_which_things_happen(opened, sizes) -> None:
    """A founding in 1991 and a plan for 2050 have a step each; months between them are even."""
    graph = sizes(300)
    first, last = graph.edges[0], graph.edges[1]
    old = replace(first, times=("1991-07",), start=date(1991, 7, 1), end=date(1991, 7, 31))
    plan = replace(last, times=("2050",), start=date(2050, 1, 1), end=date(2050, 12, 31))
    page = opened(replace(graph, edges=(old, plan, *graph.edges[2:])))
    assert page.text("#time-value") == "1991-07 – 2050-12"
    assert int(page.one("#f-from").get_attribute("max")) < 80
    page.slide("#f-from", 1)
    start = page.text("#time-value").split(" – ")[0]
    page.slide("#f-from", 2)
    months = [12 * int(text[:4]) + int(text[5:]) for text in (start, page.text("#time-value").split(" – ")[0])]
    assert months[1] == months[0] + 1
    assert start >= "2019"
    years = page.texts(".years span")
    assert years[0] == "‹"
    assert years[-1] == "›"
    assert years[1:-1] == sorted(years[1:-1])


def test_nothing_left_is_said_and_can_be_undone(small: Page) -> None:
    small.js("document.querySelectorAll('.all-none button:last-child')[1].click()")
    small.wait(lambda: small.one("#empty").is_displayed(), "the empty state")
    small.click("#empty .main-action")
    assert small.counts() == (30, 89)


def test_the_picture_says_how_much_of_what_matches_it_draws_and_offers_the_rest(opened, sizes) -> None:
    page = opened(sizes(3000))
    assert "符合筛选" not in page.text("#partial")
    page.js("document.querySelectorAll('.all-none button:last-child')[0].click()")
    page.click(".chip[data-name=recognisedAs]")
    _, drawn = page.counts()
    matching = int(page.one(".chip[data-name=recognisedAs] .chip-count").text.replace(",", ""))
    assert page.text("#partial span") == f"符合筛选的 {matching:,} 条事实中画出了 {drawn:,} 条"
    page.click("#partial button")
    things, more = page.counts()
    assert more > drawn
    assert things <= 600
    said = "全部画出" if more == matching else "至多 600 个事物"
    assert said in page.text("#partial span")
    fragment = page.fragment()
    page.open(fragment)
    assert page.counts() == (things, more)
    page.click("#partial button")
    assert page.counts()[1] == drawn


def test_where_only_figures_match_the_table_is_offered(small: Page) -> None:
    small.js("document.querySelectorAll('.all-none button:last-child')[0].click()")
    small.click(".chip[data-name=hasMeasurement]")
    small.wait(lambda: small.one("#empty").is_displayed(), "the empty picture")
    assert "指标" in small.text("#empty p")
    small.click("#empty .main-action")
    assert small.text("#table-range").endswith("共 12 行")


def test_a_filter_speaks_about_the_whole_graph(opened, sizes) -> None:
    page = opened(sizes(3000))
    page.js("document.querySelector('#f-kinds-Person').closest('.row').querySelector('.only').click()")
    page.click("#f-kinds-City")
    things, facts = page.counts()
    assert things > 30, "people who were not in the opening picture have come in"
    assert facts > 0
