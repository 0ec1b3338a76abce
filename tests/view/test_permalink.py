"""The state is in the address: what one sees is what another sees who opens the link."""

from __future__ import annotations

import pytest

from tests.view.driving import Page

pytestmark = pytest.mark.browser


def test_a_fresh_page_has_no_fragment(small: Page) -> None:
    assert small.fragment() == ""


def test_scene_selection_and_filters_survive_the_round_trip(opened, sizes) -> None:
    page = opened(sizes(3000))
    page.find("苏州")
    page.click("#act-focus1")
    page.click("#f-statuses-planned")
    page.click(".chip[data-name=investsIn]")
    page.slide("#f-confidence", 500)
    page.slide_time("from", "2020-01")
    counts, fragment = page.counts(), page.fragment()
    assert "place/320500" in fragment

    page.open(fragment)
    assert page.counts() == counts
    assert page.text("#panel-title") == "苏州市"
    assert not page.one("#f-statuses-planned").is_selected()
    assert page.text("#confidence-value") == "≥ 0.50"
    assert page.text("#time-value").startswith("2020-01")
    assert page.fragment() == fragment


def test_paths_survive(small: Page) -> None:
    small.open("#at=p:id/place/450300:concept/technology/t0")
    heading = small.text("#path-results .panel-heading")
    assert "最短路径" in heading
    assert small.counts()[0] < 30


def test_expanding_and_hiding_survive(opened, sizes) -> None:
    page = opened(sizes(3000))
    page.find("gl")
    page.click("#act-expand")
    page.find("南宁")
    page.click("#act-hide")
    counts, fragment = page.counts(), page.fragment()
    page.open(fragment)
    assert page.counts() == counts


def test_the_table_survives(small: Page) -> None:
    small.click("#view-table")
    small.click("th[data-sort=time] button")
    first, fragment = small.text("#sheet tbody tr"), small.fragment()
    small.open(fragment)
    assert small.one("#sheet").is_displayed()
    assert small.text("#sheet tbody tr") == first


def test_the_camera_survives_when_it_was_moved(small: Page) -> None:
    small.click("#zoom-in")
    fragment = small.fragment()
    assert "cam=" in fragment
    small.open(fragment)
    assert small.fragment() == fragment


@pytest.mark.parametrize(
    "fragment",
    ["#at=f1:id/place/999999", "#thing=%E0%A4%A", "#at=zz:1,e:2&conf=abc&from=x&cam=1,2", "#nokind=Nonsense&table=,,x"],
)
def test_a_broken_link_opens_the_page_all_the_same(small: Page, fragment: str) -> None:
    small.open(fragment)
    assert small.counts()[0] == 30


def test_a_link_pasted_into_the_open_page_works(small: Page) -> None:
    small.js("location.hash = '#thing=id/place/450300'")
    small.wait(lambda: small.texts("#panel-title") == ["桂林市"], "the details")
