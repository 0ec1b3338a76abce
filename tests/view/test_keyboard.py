"""The whole page by keyboard alone."""

from __future__ import annotations

import pytest
from selenium.webdriver.common.keys import Keys

from tests.view.driving import Page

pytestmark = pytest.mark.browser


def test_from_search_to_details_and_back_without_a_mouse(small: Page) -> None:
    small.find("gl")
    assert small.focus() == "canvas"
    small.keys(Keys.ENTER)
    assert small.focus() == "panel-title"
    small.keys(Keys.ESCAPE)
    assert small.focus() == "canvas"
    assert small.texts("#panel .welcome h2") == ["从查找开始"]


def test_arrows_go_from_thing_to_thing(small: Page) -> None:
    small.find("gl")
    seen = {small.text("#panel-title")}
    for arrow in (Keys.ARROW_UP, Keys.ARROW_UP, Keys.ARROW_LEFT, Keys.ARROW_DOWN, Keys.ARROW_RIGHT):
        small.keys(arrow)
        seen.add(small.text("#panel-title"))
    assert len(seen) >= 3
    assert "已选" in small.texts("#live")[0], "and it is said aloud"


def test_up_goes_up(small: Page) -> None:
    """What lies above 桂林市 in the opening has a smaller y."""
    small.find("gl")
    small.keys(Keys.ARROW_UP)
    place = small.js(
        """const o = JSON.parse(document.getElementById('kg-opening').textContent).nodes;
        const y = (name) => o.find((n) => n.label === name).y;
        return y(arguments[0]) < y('桂林市')""",
        small.text("#panel-title"),
    )
    assert place is True


def test_single_keys_act_on_the_selection(small: Page) -> None:
    small.find("5G")
    small.keys("1")
    focused = small.counts()[0]
    assert focused < 30
    small.keys("u")
    assert small.counts()[0] == 30
    small.keys("h")
    assert small.counts()[0] == 29
    small.keys("t")
    assert small.one("#sheet").is_displayed()
    small.keys("t")
    small.keys("?")
    assert small.one("#help").is_displayed()
    small.keys(Keys.ESCAPE)
    assert not small.one("#help").is_displayed()


def test_letters_typed_into_a_field_are_letters(small: Page) -> None:
    small.keys("/")
    small.keys("thue")
    assert small.one("#search-input").get_attribute("value") == "thue"
    assert small.counts()[0] == 30


def test_tab_reaches_everything_in_order(small: Page) -> None:
    small.js("document.activeElement.blur()")
    order = []
    for _ in range(30):
        small.keys(Keys.TAB)
        order.append(small.focus())
    assert order[:6] == ["skip", "search-input", "view-graph", "view-table", "open-paths", "open-export"]
    assert "reset-filters" not in order, "a disabled button is passed over"
    assert any(name.startswith("f-statuses") for name in order)


def test_the_focus_can_be_seen(small: Page) -> None:
    small.keys(Keys.TAB, Keys.TAB, Keys.TAB)
    style = small.js(
        "const s = getComputedStyle(document.activeElement); return [s.outlineStyle, parseFloat(s.outlineWidth)]"
    )
    assert style[0] == "solid"
    assert style[1] >= 2


def test_the_export_menu_works_by_arrows(small: Page) -> None:
    small.js("document.getElementById('open-export').focus()")
    small.keys(Keys.ENTER)
    assert small.focus() == "export-png"
    small.keys(Keys.ARROW_DOWN, Keys.ARROW_DOWN)
    assert small.focus() == "export-csv"
    small.keys(Keys.ESCAPE)
    assert not small.one("#export-menu").is_displayed()
    assert small.focus() == "open-export"


def test_every_control_has_a_name(small: Page) -> None:
    small.find("gl")
    nameless = small.js(
        """return [...document.querySelectorAll('button, input, [role]')]
        .filter((e) => e.offsetParent && !(e.textContent.trim() || e.getAttribute('aria-label') || e.title
                || e.getAttribute('aria-labelledby') || e.labels?.length || e.getAttribute('role') === 'listbox'))
        .map((e) => e.outerHTML.slice(0, 120))"""
    )
    assert nameless == []
