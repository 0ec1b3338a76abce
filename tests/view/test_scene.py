"""What is in the picture: expand, collapse, focus, hide, undo, a timeline."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.view.driving import Page

pytestmark = pytest.mark.browser


def test_a_large_graph_opens_on_the_best_connected(opened, sizes) -> None:
    page = opened(sizes(3000))
    things, _ = page.counts()
    assert 40 <= things <= 300
    assert page.text("#panel .top-thing").startswith("桂林市")


def test_expand_brings_neighbours_in_and_undo_takes_them_out(opened, sizes) -> None:
    page = opened(sizes(3000))
    opening = page.counts()
    page.find("gl")
    before = page.counts()
    page.click("#act-expand")
    assert page.counts()[0] == before[0] + 30, "thirty at a time, never a hairball"
    page.click("#undo")
    assert page.counts()[0] == before[0]
    page.click("#undo")
    assert page.counts()[0] == opening[0]
    assert not page.one("#undo").is_enabled()


def test_collapse_removes_what_hangs_on_one_thing_alone(opened, sizes) -> None:
    page = opened(sizes(3000))
    page.find("gl")
    page.click("#act-focus1")
    whole = page.counts()[0]
    page.click("#act-collapse")
    assert page.counts()[0] < whole


def test_focus_shows_the_neighbours_and_two_steps_show_more(small: Page) -> None:
    small.find("5G")
    small.click("#act-focus1")
    near = small.counts()[0]
    small.click("#act-focus2")
    assert 1 < near < small.counts()[0] <= 30


def test_hide_takes_one_thing_out(small: Page) -> None:
    small.find("gl")
    small.click("#act-hide")
    assert small.counts()[0] == 29
    small.keys("u")
    assert small.counts()[0] == 30


def test_the_timeline_goes_year_by_year(small: Page) -> None:
    small.find("gl")
    small.click("#tab-timeline")
    years = [int(year) for year in small.texts("#panel .year h4")]
    assert years == sorted(years, reverse=True)
    assert len(years) > 2
    small.click("#panel .moment summary")
    assert small.one("#panel .moment .quote").is_displayed()


def test_a_page_can_open_on_one_thing(opened, sizes) -> None:
    page = opened(sizes(3000), focus="place.320500")
    assert 1 < page.counts()[0] <= 300
    assert "苏州市" in page.browser.title
    page.click("#home")
    assert page.counts()[0] > 40


def test_crowded_pictures_draw_the_main_links_and_the_others_on_demand(opened, sizes) -> None:
    page = opened(sizes(300))
    assert page.counts() == (300, 299 + 30), "as many links as join all things, and the figures"
    page.click("#partial button")
    assert page.counts() == (300, 838 + 30)


def test_an_empty_graph_says_what_to_do(opened, sizes) -> None:
    page = opened(replace(sizes(30), nodes=(), edges=(), measurements=()))
    assert "kg build" in page.text("#empty")
    assert "图谱是空的" in page.text("#panel")
