"""Paths from one thing to another."""

from __future__ import annotations

from dataclasses import replace

import pytest
from selenium.webdriver.common.keys import Keys

from kg.exporters.property_graph import Edge
from tests.view.driving import Page

pytestmark = pytest.mark.browser


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
