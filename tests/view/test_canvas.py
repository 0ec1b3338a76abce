"""What is drawn on the canvas, and what a pointer does there."""

from __future__ import annotations

from dataclasses import replace
from math import hypot

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from tests.view.driving import Page

pytestmark = pytest.mark.browser

# Where on the stage symbols are drawn that have not stepped back.
_SYMBOLS = """
const places = new Set();
const fill = CanvasRenderingContext2D.prototype.fill;
CanvasRenderingContext2D.prototype.fill = function (shape) {
  const { e, f } = this.getTransform();
  if (shape instanceof Path2D && this.globalAlpha === 1) places.add(`${e} ${f}`);
  return fill.apply(this, arguments);
};
document.getElementById("theme").click();
document.getElementById("theme").click();
CanvasRenderingContext2D.prototype.fill = fill;
localStorage.clear();
return [...places].map((place) => place.split(" ").map(Number));
"""
# The lines of text on the stage, each with where on it their middle is drawn.
_TEXTS = """
const drawn = new Map();
const draw = CanvasRenderingContext2D.prototype.fillText;
CanvasRenderingContext2D.prototype.fillText = function (line, x, y) {
  const { a, d, e, f } = this.getTransform();
  drawn.set(`${line} ${x} ${y}`, [line, a * x + e, d * y + f]);
  return draw.call(this, line, x, y);
};
document.getElementById("theme").click();
document.getElementById("theme").click();
CanvasRenderingContext2D.prototype.fillText = draw;
localStorage.clear();
return [...drawn.values()];
"""


def test_a_click_selects_and_a_double_click_expands(opened, sizes) -> None:
    page = opened(sizes(3000))
    page.find("gl")
    page.keys(Keys.ESCAPE)
    before = page.counts()[0]
    page.point()
    assert page.text("#panel-title") == "桂林市", "the search has brought it to the middle"
    page.expand()
    assert page.counts()[0] == before + 30, "its thirty best neighbours"


def test_a_click_beside_a_symbol_or_a_line_means_it(opened, sizes) -> None:
    """From afar both are thinner than a finger."""
    graph = sizes(30)
    edge = next(edge for edge in graph.edges if edge.source != edge.target)
    ends = tuple(node for node in graph.nodes if node.id in (edge.source, edge.target))
    page = opened(replace(graph, nodes=ends, edges=(edge,), measurements=()))
    page.keys("-", "-", "-", "-", "-")
    (x, y), (u, v) = page.js(_SYMBOLS)
    length = hypot(u - x, v - y)
    along, across = ((u - x) / length, (v - y) / length), ((y - v) / length, (u - x) / length)
    left, top = page.js(
        "const box = document.getElementById('canvas').getBoundingClientRect(); return [box.left, box.top]"
    )

    def press(at: tuple[float, float]) -> str:
        page.keys(Keys.ESCAPE)
        actions = ActionChains(page.browser)
        actions.w3c_actions.pointer_action.move_to_location(round(left + at[0]), round(top + at[1]))
        actions.click().perform()
        return page.wait(lambda: page.texts("#panel-title"), "details")[0]

    assert press((x - 12 * along[0], y - 12 * along[1])) in {node.label for node in ends}
    middle = ((x + u) / 2, (y + v) / 2)
    pair = press((middle[0] + 7 * across[0], middle[1] + 7 * across[1]))
    assert all(node.label in pair for node in ends)


def test_hovering_tells_the_name(small: Page) -> None:
    small.find("gl")
    small.point(press=False)
    tip = small.wait(lambda: small.one("#tip").text, "the tooltip")
    assert tip.startswith("桂林市\n城市 · 34 条关系")


def test_everything_in_view_is_drawn_at_once(opened, sizes) -> None:
    """The picture after a search is whole: one more frame adds nothing."""
    picture = "return document.querySelector('#canvas canvas').toDataURL()"
    page = opened(sizes(300))
    for name in ("梧州智慧文旅二期工程0211", "桂林市第0099数据管理局"):
        page.find(name)
        page.keys(Keys.NULL)
        first = page.js(picture)
        page.click("#theme")
        page.click("#theme")
        assert page.js(picture) == first
    page.js("localStorage.clear()")


def test_what_is_found_is_in_view_with_all_its_neighbours(opened, sizes) -> None:
    """Symbols that have not stepped back, by where they are drawn on the stage; what is outside is not drawn."""
    graph = sizes(300)
    page = opened(graph)
    stage = page.js(
        "const { width, height } = document.getElementById('canvas').getBoundingClientRect(); return [width, height]"
    )
    for thing in graph.nodes[::37]:
        near = {
            edge.target if edge.source == thing.id else edge.source
            for edge in graph.edges
            if thing.id in (edge.source, edge.target)
        }
        page.find(thing.label)
        places = page.js(_SYMBOLS)
        assert len(places) == len(near | {thing.id}), thing.label
        assert all(0 < x < stage[0] and 0 < y < stage[1] for x, y in places), thing.label


def test_most_things_of_the_opening_have_names_and_nearly_all_from_nearby(opened, sizes) -> None:
    page = opened(sizes(3000), width=1400, height=900)
    things, _ = page.counts()
    labels = page.js("return JSON.parse(document.getElementById('kg-graph').textContent).things.label")[:300]
    starts = {label[:4] for label in labels}

    def named() -> int:
        return sum(line[:4] in starts for line, _, _ in page.js(_TEXTS))

    assert named() > 0.45 * things
    page.keys("+", "+", "+", "+")
    width, height = page.js("const c = document.getElementById('canvas'); return [c.clientWidth, c.clientHeight]")
    inside = [(x, y) for x, y in page.js(_SYMBOLS) if 60 < x < width - 60 and 60 < y < height - 60]
    assert named() > 0.9 * len(inside)


def test_in_a_small_picture_everything_has_its_name(small: Page) -> None:
    drawn = "".join(line for line, _, _ in small.js(_TEXTS))
    labels = small.js("return JSON.parse(document.getElementById('kg-graph').textContent).things.label")
    assert [label for label in labels if label not in drawn] == []
