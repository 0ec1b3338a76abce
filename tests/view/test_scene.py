"""What is in the picture: expand, collapse, focus, hide, undo, paths, a timeline."""

from __future__ import annotations

from dataclasses import replace
from math import hypot

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from kg.exporters.property_graph import Edge
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


def test_paths_are_found_step_by_step_with_their_sentences(small: Page) -> None:
    small.find("5G")
    small.click("#act-path")
    assert small.focus() == "path-b"
    small.keys("智慧医疗")
    small.wait(lambda: small.all("#panel .answer"), "answers")
    small.keys(Keys.ENTER)
    path = small.one("#path-results .path")
    names = [link.text for link in path.find_elements("css selector", ".thing-link")]
    assert names[0] == "5G"
    assert names[-1] == "智慧医疗"
    assert small.counts()[0] >= len(names), "the picture shows the paths only"
    path.find_element("css selector", "summary").click()
    assert path.find_element("css selector", ".quote").is_displayed()


def test_the_paths_stand_out_from_other_links_among_their_things(small: Page) -> None:
    small.find("柳州市")
    small.click("#act-path")
    small.keys("碳达峰")
    small.wait(lambda: small.all("#panel .answer"), "answers")
    small.keys(Keys.ENTER)
    small.wait(lambda: small.all("#path-results .path"), "paths")
    opacities = small.js(
        """const opacities = [];
        const stroke = CanvasRenderingContext2D.prototype.stroke;
        CanvasRenderingContext2D.prototype.stroke = function (shape) {
          if (!shape) opacities.push(Number(/^rgba.*, ([.\\d]+)\\)$/.exec(this.strokeStyle)?.[1] ?? 1));
          return stroke.apply(this, arguments);
        };
        document.getElementById("theme").click();
        document.getElementById("theme").click();
        CanvasRenderingContext2D.prototype.stroke = stroke;
        localStorage.clear();
        return [...new Set(opacities)].sort();"""
    )
    assert opacities == [0.1, 1]


def test_paths_are_shortest(opened, sizes) -> None:
    graph = sizes(30)
    page = opened(graph)
    names = {node.id: node.label for node in graph.nodes}
    near: dict[str, set[str]] = {}
    for edge in graph.edges:
        near.setdefault(names[edge.source], set()).add(names[edge.target])
        near.setdefault(names[edge.target], set()).add(names[edge.source])
    for start, goal in (("5G", "碳达峰"), ("智慧医疗", "人工智能")):
        reached, ring = {start}, {start}
        steps = 0
        while goal not in reached:
            ring = {other for one in ring for other in near[one]} - reached
            reached |= ring
            steps += 1
        page.find(start)
        page.click("#act-path")
        page.keys(goal)
        page.wait(lambda: page.all("#panel .answer"), "answers")
        page.keys(Keys.ENTER)
        assert f"{steps} 步" in page.text("#path-results .panel-heading")


def test_paths_do_without_what_everybody_shares_where_they_can(opened, sizes) -> None:
    """a – 智慧交通 – b is the shortest; a – c – d – b runs through things that are about the two."""
    graph = sizes(30)
    edge = next(edge for edge in graph.edges if edge.predicate == "partnersWith")
    some = next(node for node in graph.nodes if node.kind == "City")
    field = next(node for node in graph.nodes if node.kind == "Sector")
    cities = [replace(some, id=f"place.{n}", iri=f"{some.iri}{n}", label=f"{n}号城", names=()) for n in "甲乙丙丁"]

    def join(one: int, other: int) -> Edge:
        ends = cities[one], cities[other]
        return replace(edge, iri=f"{edge.iri}{one}{other}", id=f"{one}{other}", source=ends[0].id, target=ends[1].id)

    shared = next(edge for edge in graph.edges if edge.predicate == "inSector")
    short = [replace(shared, iri=f"{shared.iri}{n}", id=f"s{n}", source=cities[n].id, target=field.id) for n in (0, 1)]
    edges = (*short, join(0, 2), join(2, 3), join(3, 1))
    page = opened(replace(graph, nodes=(*cities, field), edges=edges, measurements=()))

    def steps() -> list[str]:
        return page.texts("#path-results .path .thing-link")

    page.find("甲号城")
    page.click("#act-path")
    page.keys("乙号城")
    page.wait(lambda: page.all("#panel .answer"), "answers")
    page.keys(Keys.ENTER)
    page.wait(lambda: steps() == ["甲号城", "丙号城", "丁号城", "乙号城"], "the path without what is shared")
    assert page.js("return document.querySelector('#path-direct').checked")
    page.click("#path-direct")
    page.wait(lambda: steps() == ["甲号城", field.label, "乙号城"], "the shortest path")
    fragment = page.fragment()
    page.open(fragment)
    page.wait(lambda: steps() == ["甲号城", field.label, "乙号城"], "the same path")
    assert not page.js("return document.querySelector('#path-direct').checked")
    page.click(".chip[data-name=partnersWith]")
    page.wait(lambda: page.js("return document.querySelector('#path-direct').disabled"), "no path that does without")


def test_no_path_is_said(opened, sizes) -> None:
    graph = sizes(30)
    lonely = replace(graph.nodes[0], id="place.lonely", iri="https://w3id.org/smartcity-kg/id/place/1", label="孤岛")
    page = opened(replace(graph, nodes=(*graph.nodes, lonely)))
    page.find("孤岛")
    page.click("#act-path")
    page.keys("gl")
    page.wait(lambda: page.all("#panel .answer"), "answers")
    page.keys(Keys.ENTER)
    assert "没有路径" in page.text("#path-results .nothing")


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
