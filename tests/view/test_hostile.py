"""Every label, quote, title and address comes from an article and may be meant to do harm."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.exporters.property_graph import EvidenceRow, PropertyGraph
from tests.view.driving import Page

pytestmark = pytest.mark.browser

LABELS = (
    "</script><script>window.hacked=1</script>",
    '"><img src=x onerror="window.hacked=1">',
    "行\u2028分\u2029隔",
    "表情😀🏙️👩‍💻",
    "{{ 7*7 }}{% raw %}",
    "<!--<script>",
    "\u202egnp.exe",
    "&lt;b&gt;&amp;",
    "javascript:window.hacked=1",
    "__proto__",
)


@pytest.fixture
def hostile(sizes) -> PropertyGraph:
    graph = sizes(30)
    nodes = tuple(
        replace(node, label=label, names=(label,), label_en=label)
        for node, label in zip(graph.nodes, LABELS, strict=False)
    )
    row = EvidenceRow(
        id="e",
        quote=f"他说：{''.join(LABELS)}",
        article="https://w3id.org/smartcity-kg/id/article/1",
        article_title=LABELS[1],
        publisher=LABELS[0],
        date="2022-06-01T00:00:00+08:00",
        url="javascript:window.hacked=1",
        confidence=0.9,
    )
    edges = tuple(replace(edge, evidence=(row,), title=LABELS[1], agreement=LABELS[0]) for edge in graph.edges)
    figures = tuple(replace(edge, evidence=(row,)) for edge in graph.measurements)
    return replace(graph, nodes=(*nodes, *graph.nodes[len(nodes) :]), edges=edges, measurements=figures)


def test_hostile_text_is_shown_and_does_nothing(opened, hostile: PropertyGraph) -> None:
    page: Page = opened(hostile)
    for label in LABELS:
        offered = page.find(label[:24])
        assert label in offered, "found and shown as it is"
        assert page.texts("#panel-title") == [label]
    page.click("#tab-facts")
    quote = page.texts("#panel .quote")
    assert any("<img src=x onerror" in text for text in quote)
    page.click("#view-table")
    page.click("#sheet [data-of=things]")
    page.click("#sheet [data-scope=shown]")
    assert set(LABELS) <= set(page.texts("#sheet tbody td:first-child"))
    assert page.js("return window.hacked") is None
    assert page.js("return document.querySelectorAll('img, iframe, object, embed').length") == 0


def test_an_address_that_is_no_web_address_is_no_link(opened, hostile: PropertyGraph) -> None:
    page: Page = opened(hostile)
    page.find("gl")
    assert page.texts("#panel .article")
    assert page.all("#panel a.article") == []


def test_the_policy_stops_scripts_that_get_in_nevertheless(small: Page) -> None:
    small.js("const s = document.createElement('script'); s.textContent = 'window.hacked = 1'; document.body.append(s)")
    small.js("document.body.insertAdjacentHTML('beforeend', '<p onclick=\"window.hacked=1\" id=evil>x</p>')")
    small.js("document.getElementById('evil').click()")
    assert small.js("return window.hacked") is None
    assert any("Content Security Policy" in message for message in small.console())


def test_nothing_can_be_fetched(small: Page) -> None:
    small.js("const i = new Image(); i.src = 'https://example.org/x.png'; document.body.append(i)")
    small.js("fetch('https://example.org/').catch(() => 0)")
    messages = small.wait(small.console, "complaints")
    assert all("Content Security Policy" in message or "violates" in message for message in messages)
    assert set(small.requests()) <= {"https://example.org/x.png"}, "asked for, and refused by the policy"
