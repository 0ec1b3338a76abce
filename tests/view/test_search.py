"""Finding a thing: search, pick, and its sentence is on the screen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from selenium.webdriver.common.keys import Keys

from tests.view.driving import Page

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("query", ["桂", "桂林", "guilin", "GuiLin", "gui lin", "gl", "guil", "桂林市"])
def test_a_city_is_found_by_characters_pinyin_initials_and_english(small: Page, query: str) -> None:
    assert small.find(query, pick=False)[0] == "桂林市"


def test_the_sound_counts_from_the_beginning_of_a_name_or_of_what_follows_another(opened, sizes) -> None:
    graph = sizes(30)
    edge = next(edge for edge in graph.edges if edge.predicate == "undertakes")
    ends = {node.id: node for node in graph.nodes if node.id in (edge.source, edge.target)}
    city = replace(ends[edge.source], label="桂林市", label_en="Guilin", names=("桂林市", "桂林"))
    works = replace(ends[edge.target], label="桂林华为云数据中心", label_en="", names=("桂林华为云数据中心",))
    body = replace(works, id="b", iri=f"{works.iri}b", label="桂林市信息化委员会", names=("桂林市信息化委员会",))
    firm = replace(works, id="f", iri=f"{works.iri}f", label="华为", names=("华为",))
    page = opened(replace(graph, nodes=(city, works, body, firm), edges=(edge,), measurements=()))
    assert page.find("huawei", pick=False) == ["华为", "桂林华为云数据中心"], "and not 信息化委员会"
    assert page.find("xinxihua", pick=False) == ["桂林市信息化委员会"]
    assert page.find("lin", pick=False) == []
    assert page.find("gls", pick=False)[0] == "桂林市"
    hint = page.one("#search-input").get_attribute("placeholder")
    assert all(word in hint for word in ("名称", "拼音", "首字母"))


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


def test_a_search_opens_what_surrounds_the_thing_and_nothing_else(opened, sizes) -> None:
    graph = sizes(3000)
    page = opened(graph)
    before, _ = page.counts()
    thing = graph.nodes[-1]
    ends = {end for edge in graph.edges if thing.id in (edge.source, edge.target) for end in (edge.source, edge.target)}
    page.find(thing.label)
    assert page.text("#panel-title") == thing.label
    assert page.counts()[0] == len(ends)
    assert not page.one("#act-expand").is_enabled()
    page.click("#undo")
    assert page.counts()[0] == before


def test_of_several_words_each_must_be_met_by_the_thing_or_by_what_it_is_linked_with(opened, sizes) -> None:
    graph = sizes(30)
    edge = next(edge for edge in graph.edges if edge.predicate == "undertakes")
    ends = {node.id: node for node in graph.nodes if node.id in (edge.source, edge.target)}
    city = replace(ends[edge.source], label="桂林市", label_en="Guilin", names=("桂林",))
    works = replace(ends[edge.target], label="漓江大数据中心", label_en="", names=())
    page = opened(replace(graph, nodes=(city, works), edges=(edge,), measurements=()))
    for query in ("漓江 中心", "中心 漓江"):
        assert page.find(query, pick=False) == ["漓江大数据中心"], query
    assert page.find("桂林 数据中心", pick=False) == ["漓江大数据中心", "桂林市"], (
        "the last word says what is looked for"
    )
    assert "桂林市" in page.text("#search .answer-more"), "what it is linked with is named"
    assert page.texts("#search .answer-name b") == ["数据中心", "桂林"]
    assert page.find("南宁 数据中心", pick=False) == []
    assert page.find("gui lin", pick=False)[0] == "桂林市"


def test_a_part_of_a_name_that_others_share_is_not_marked(opened, sizes) -> None:
    graph = sizes(30)
    edge = next(edge for edge in graph.edges if edge.predicate == "inSector")
    ends = {node.id: node for node in graph.nodes if node.id in (edge.source, edge.target)}
    firm = replace(ends[edge.source], label="远帆智能", names=("远帆智能",))
    field = replace(ends[edge.target], label="智能制造", names=("智能制造",))
    quotes = ("远帆深耕智能制造。", "该企业深耕智能制造。")
    told = tuple(replace(edge.evidence[0], quote=quote, confidence=0.9 - 0.1 * n) for n, quote in enumerate(quotes))
    page = opened(replace(graph, nodes=(firm, field), edges=(replace(edge, evidence=told),), measurements=()))
    page.find("远帆")
    assert page.texts("#panel .proof mark") == ["远帆", "智能制造"]
    page.click("#panel .more")
    assert page.texts("#panel .proofs mark") == ["智能制造"]
