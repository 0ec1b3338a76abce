"""Finding a thing: search, pick, and its sentence is on the screen."""

from __future__ import annotations

import pytest
from selenium.webdriver.common.keys import Keys

from tests.view.driving import Page

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("query", ["桂", "桂林", "guilin", "GuiLin", "gui lin", "gl", "guil", "桂林市"])
def test_a_city_is_found_by_characters_pinyin_initials_and_english(small: Page, query: str) -> None:
    assert small.find(query, pick=False)[0] == "桂林市"


def test_a_name_is_found_from_any_syllable_but_not_from_within_one(small: Page) -> None:
    assert "桂林市" in small.find("lin", pick=False)
    assert "桂林市" not in small.find("uili", pick=False)


def test_the_sentence_is_on_the_screen_with_its_words_marked(small: Page) -> None:
    small.find("gl")
    assert small.text("#panel-title") == "桂林市"
    quote = small.one("#panel .quote")
    assert quote.is_displayed()
    assert "记者从发布会上获悉" in quote.text
    assert any(mark in ("桂林市", "桂林") for mark in small.texts("#panel .proof:first-of-type mark"))
    link = small.one("#panel .proof a.article")
    assert link.get_attribute("href").startswith("https://news.example/")
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert link.get_attribute("target") == "_blank"
    assert " · 20" in small.text("#panel .proof-meta"), "publisher and date"


def test_from_the_details_on_to_the_neighbour_and_back(small: Page) -> None:
    small.find("gl")
    neighbour = small.one("#panel .fact-head .thing-link")
    name = neighbour.text
    neighbour.click()
    assert small.text("#panel-title") == name
    small.click("#panel .panel-bar .tool")
    assert small.text("#panel-title") == "桂林市"


def test_the_arrows_choose_among_the_answers(small: Page) -> None:
    names = small.find("市", pick=False)
    small.keys(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_UP, Keys.ENTER)
    assert small.text("#panel-title") == names[1]


def test_nothing_found_is_said(small: Page) -> None:
    assert small.find("没有这样的东西", pick=False) == []
    assert "没有找到" in small.text("#search .no-answer")


def test_a_search_reaches_what_the_picture_does_not_show(opened, sizes) -> None:
    page = opened(sizes(3000))
    before, _ = page.counts()
    name = page.js(
        "const g = JSON.parse(document.getElementById('kg-graph').textContent); return g.things.label.at(-1)"
    )
    page.find(name)
    assert page.text("#panel-title") == name
    assert page.counts()[0] > before, "it has joined the picture with its neighbours"
