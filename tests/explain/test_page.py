"""The page: whole, offline, and deaf to what articles would have it do."""

from __future__ import annotations

import base64
import hashlib
import re
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup

from kg.explain import explain, render_page
from kg.explain.rows import look
from kg.model import Article
from tests.conftest import make_article

TEXT = "2023年5月8日，湖州市与华为签署战略合作协议。\n绍兴市提升了效率，华为表示欢迎。\n春天到了，花开了。"
HOSTILE = (
    "湖州市与“</bdi><script>alert(1)</script>”平台、华为签署{{ 7*7 }}合作协议&lt;b&gt;<img src=x onerror=alert(2)>。"
)


def _soup(*articles: Article) -> BeautifulSoup:
    return BeautifulSoup(render_page(explain(article) for article in articles), "lxml")


def test_mentions_reasons_and_patterns_are_on_the_page() -> None:
    explained = explain(make_article(TEXT))
    page = _soup(make_article(TEXT)).select_one("#a1-s1")
    assert page is not None
    told = explained.sentences[0].statements[0]
    rule = next(rule for rule in explained.rules if rule.name == told.pattern)
    reason = next(one.reason for one in explained.sentences[0].named if one.wording == "华为")
    row = next(li for li in page.select(".links li") if "华为" in li.get_text())
    assert str(reason) in row.get_text()
    assert "id/organization/huawei" in row.get_text()
    assert f"{rule.name}: {rule.source}" in page.get_text()
    assert rule.file in page.get_text()
    assert f"{told.confidence:.2f}" in page.get_text()
    assert [mark.get_text() for mark in page.select("mark")] == ["2023年5月8日", "湖州市", "华为"]


def test_the_text_reads_as_in_the_article() -> None:
    texts = [p.get_text() for p in _soup(make_article(TEXT)).select(".text")]
    assert texts == [f"{number}{line}" for number, line in enumerate(TEXT.split("\n"), 1)]


def test_silent_sentences_are_marked_and_reached_from_the_top() -> None:
    page = _soup(make_article(TEXT))
    assert [section["id"] for section in page.select(".sentence.missed")] == ["a1-s2"]
    assert [section["id"] for section in page.select(".sentence.none")] == ["a1-s2", "a1-s3"]
    assert [link["href"] for link in page.select(".jump a")] == ["#a1-s2"]


def test_every_link_leads_to_an_anchor_of_its_own() -> None:
    page = _soup(make_article(TEXT), make_article("华为与绍兴市合作。", title="第二篇"))
    anchors = [tag["id"] for tag in page.select("[id]")]
    assert len(anchors) == len(set(anchors))
    assert "a2-s1" in anchors
    assert {link["href"].removeprefix("#") for link in page.select("a")} <= set(anchors)


def test_the_legend_has_the_classes_that_occur() -> None:
    legend = [re.sub(r"\s+", " ", li.get_text()).strip() for li in _soup(make_article(TEXT)).select(".legend li")]
    assert legend == ["城市 City 2", "企业 Firm 2", "时间 Time 1"]


def test_hostile_text_stays_text() -> None:
    page = _soup(make_article(HOSTILE, title="<script>alert(3)</script>", publisher='"><svg onload=alert(4)>'))
    assert page.select("script, img, svg, iframe, object, link, base, form, [style]") == []
    assert [name for tag in page.find_all(True) for name in tag.attrs if name.startswith("on")] == []
    for number in page.select(".number"):
        number.extract()
    assert HOSTILE in "".join(text.get_text() for text in page.select(".text"))
    assert "<script>alert(3)</script>" in page.get_text()


def test_the_policy_allows_the_style_sheet_only() -> None:
    html = render_page([explain(make_article(TEXT))])
    policy = BeautifulSoup(html, "lxml").select_one("meta[http-equiv]")
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert policy is not None
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert policy["content"] == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert not re.search(r"url\(|@import|https?://(?!w3id\.org)", html)


def test_the_same_article_gives_the_same_page() -> None:
    first, second = (render_page([explain(make_article(TEXT))]) for _ in range(2))
    assert first == second


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", sorted(look()))
def test_the_class_beside_a_mention_can_be_read(name: str, theme: str) -> None:
    dark, light = sorted(map(_luminance, look()[name][theme]))
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_neighbouring_sentences_are_in_order() -> None:
    numbers = [int(str(tag["id"]).rpartition("s")[2]) for tag in _soup(make_article(TEXT)).select(".sentence")]
    assert all(b == a + 1 for a, b in pairwise(numbers))


def test_every_text_of_ours_is_there_in_either_language() -> None:
    page = _soup(make_article(TEXT), make_article("华为与绍兴市合作。", title="第二篇"))
    assert [choice["id"] for choice in page.select("[name=language]")] == ["zh", "en", "both"]
    for chinese in page.select('span[lang="zh"]'):
        english = chinese.find_next_sibling("span", lang="en")
        assert english is not None and english.get_text()
        assert re.search("[一-鿿]", chinese.get_text())
        assert not re.search("[一-鿿]", re.sub("“.*?”|湖州市|绍兴市|华为", "", english.get_text()))
