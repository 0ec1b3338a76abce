"""The table has the same content as the picture."""

from __future__ import annotations

from dataclasses import replace

import pytest
from selenium.webdriver.common.keys import Keys

from tests.view.driving import Page

pytestmark = pytest.mark.browser


@pytest.fixture
def sheet(small: Page) -> Page:
    small.click("#view-table")
    return small


def column(page: Page, number: int) -> list[str]:
    return page.texts(f"#sheet tbody td:nth-child({number})")


def test_the_rows_are_the_facts_shown(sheet: Page) -> None:
    assert sheet.text("#table-range") == "第 1–50 行，共 89 行"
    sheet.click("#page-next")
    assert len(column(sheet, 1)) == 39


def test_a_column_sorts_up_and_down(sheet: Page) -> None:
    sheet.click("th[data-sort=confidence] button")
    values = [float(value) for value in column(sheet, 6)]
    assert values == sorted(values, reverse=True), "the surest first"
    assert sheet.one("th[data-sort=confidence]").get_attribute("aria-sort") == "descending"
    sheet.click("th[data-sort=confidence] button")
    values = [float(value) for value in column(sheet, 6)]
    assert values == sorted(values)
    assert sheet.one("th[data-sort=confidence]").get_attribute("aria-sort") == "ascending"


def test_names_sort_by_pinyin(sheet: Page) -> None:
    sheet.click("#sheet [data-of=things]")
    sheet.click("th[data-sort=name] button")
    names = column(sheet, 1)
    assert names.index("北海市") < names.index("桂林市") < names.index("南宁市") < names.index("扬州市")


def test_a_row_opens_its_fact(sheet: Page) -> None:
    sheet.js("document.querySelector('#sheet tbody tr').focus()")
    sheet.keys(Keys.ARROW_DOWN, Keys.ENTER)
    assert sheet.one("#panel .quote").is_displayed()
    assert sheet.all("#sheet tr.is-selected")


def test_amount_agreement_article_and_its_date_have_columns(opened, sizes) -> None:
    graph = sizes(30)
    rich = {"investsIn": (3e8, "元"), "partnersWith": (None, "")}
    edges = tuple(
        replace(edge, amount=rich[edge.predicate][0], amount_unit="元", agreement="战略合作协议")
        if edge.predicate in rich
        else edge
        for edge in graph.edges
    )
    page = opened(replace(graph, edges=edges), "#table=facts,all,amount,down")
    heads = page.texts("#sheet th")
    assert heads.index("主体") < heads.index("金额") < heads.index("原句") < heads.index("协议") < heads.index("文章")
    assert "职务" not in heads, "no column of which every cell is empty"
    first = page.one("#sheet tbody tr")
    cells = {cell.get_attribute("data-id"): cell.text for cell in first.find_elements("css selector", "td")}
    assert cells["amount"] == "300,000,000 元"
    assert cells["agreement"] == "战略合作协议"
    assert cells["article"].startswith("智慧城市建设纪事之")
    assert cells["published"].startswith("20")
    page.open("#table=facts,all,amount,down", width=390, height=844)
    assert page.js("return document.documentElement.scrollWidth <= 390")
    empty = page.js("return [...document.querySelectorAll('td:empty')].filter((e) => e.offsetParent).length")
    assert empty == 0


def test_find_in_the_table(sheet: Page) -> None:
    sheet.one("#table-find").send_keys("桂林")
    rows = sheet.texts("#sheet tbody tr")
    assert rows
    assert all("桂林" in row for row in rows)


def test_all_facts_of_a_large_graph_can_be_listed(opened, sizes) -> None:
    page = opened(sizes(3000))
    page.click("#view-table")
    shown = page.text("#table-range")
    page.click("#sheet [data-scope=all]")
    assert page.text("#table-range") != shown
    total = len(sizes(3000).edges) + len(sizes(3000).measurements)
    assert page.text("#table-range").endswith(f"共 {total:,} 行")


def test_filters_hold_for_the_table(sheet: Page) -> None:
    sheet.click(".chip[data-name=hasMeasurement]")
    sheet.wait(lambda: sheet.text("#table-range").endswith("共 77 行"), "seventy-seven rows")


def test_the_best_attested_come_first(sheet: Page) -> None:
    sources = [int(value) for value in column(sheet, 7)]
    assert sources == sorted(sources, reverse=True)
    assert sources[0] > 1


def test_the_table_has_the_whole_width_until_something_is_selected(sheet: Page) -> None:
    assert not sheet.one("#panel").is_displayed()
    width = "return document.getElementById('sheet').getBoundingClientRect().width"
    wide = sheet.js(width)
    sheet.js("document.querySelector('#sheet tbody tr').click()")
    assert sheet.one("#panel .quote").is_displayed()
    assert sheet.js(width) < wide


def test_the_table_lists_what_is_selected(opened, sizes) -> None:
    graph = sizes(300)
    page = opened(graph)
    page.find("桂林")
    page.click("#view-table")
    facts = [edge for edge in (*graph.edges, *graph.measurements) if "place.450300" in (edge.source, edge.target)]
    assert page.text("#table-range").endswith(f"共 {len(facts)} 行")
    assert all("桂林市" in row for row in page.texts("#sheet tbody tr"))
    page.click("#sheet tbody td:nth-child(2)")
    assert page.text("#table-range").endswith(f"共 {len(facts)} 行"), "a row opens its fact and the rows stay"
    fragment = page.fragment()
    page.open(fragment)
    assert page.text("#table-range").endswith(f"共 {len(facts)} 行")
    page.click("#sheet [data-scope=shown]")
    assert not page.text("#table-range").endswith(f"共 {len(facts)} 行")


def test_the_sentence_can_be_read_beside_the_details(opened, sizes) -> None:
    page = opened(sizes(300), width=1400)
    page.find("桂林")
    page.click("#view-table")
    width = "return arguments[0].getBoundingClientRect().width"
    assert page.js(width, page.one("#sheet .cell-quote")) > 500
    over = "const b = document.getElementById('sheet-body'); return b.scrollWidth - b.clientWidth"
    assert page.js(over) == 0


def test_a_telephone_shows_the_rows_and_not_the_details_too(opened, sizes) -> None:
    page = opened(sizes(300), width=390, height=844)
    page.find("桂林")
    page.click("#view-table")
    page.wait(lambda: not page.one("#panel").is_displayed(), "the details to make room")
    assert page.js("return document.getElementById('sheet-body').clientHeight") > 400
    page.click("#sheet tbody td:nth-child(2)")
    page.wait(lambda: page.one("#panel").is_displayed(), "the details of the row")


def test_a_star_is_explained_where_it_stands(sheet: Page) -> None:
    sheet.click("th[data-sort=time] button")
    pages = range(2)
    for _ in pages:
        starred = any(text.endswith("*") for text in column(sheet, 5))
        assert sheet.one("#table-note").is_displayed() == starred
        sheet.click("#page-next")
    sheet.click("#sheet [data-of=things]")
    assert not sheet.one("#table-note").is_displayed()


def test_what_was_selected_in_the_table_is_in_view_in_the_picture(opened, sizes) -> None:
    page = opened(sizes(300), "#cam=4000,4000,1")
    page.click("#view-table")
    page.js("document.querySelector('#sheet tbody tr').click()")
    before = page.fragment()
    page.click("#view-graph")
    assert page.fragment().split("cam=")[1] != before.split("cam=")[1]
