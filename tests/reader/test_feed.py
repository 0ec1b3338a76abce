"""RSS and Atom."""

from __future__ import annotations

import pytest

from kg.errors import ReadError
from kg.reader import read_string

_NEWS = "甲城市与乙公司签署协议，双方将建设数据中心。"
_RSS = f"""<?xml version="1.0" encoding="gb2312"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>甲城日报</title>
<item><title>甲城上云</title><link>https://example.org/1</link><pubDate>Mon, 06 Mar 2023 02:20:00 GMT</pubDate>
<dc:creator>赵一</dc:creator><description>短</description><content:encoded><![CDATA[<p>{_NEWS}</p>]]></content:encoded></item>
<item><title>只有题目</title></item>
<item><title>乙城上云</title><description>&lt;p&gt;{_NEWS}&lt;/p&gt;</description><source>乙城日报</source></item>
</channel></rss>"""
_ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>甲城日报</title>
<entry><title>甲城上云</title><link href="https://example.org/1"/><updated>2023-03-06T02:20:00Z</updated>
<author><name>赵一</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{_NEWS}</p><p>第二段。</p></div></content></entry></feed>"""


def test_each_item_is_an_article() -> None:
    articles = read_string(_RSS, "a.xml", "feed")
    first, third = next(articles), next(articles)
    assert (first.source, first.title, first.author, first.url) == (
        "a.xml#1",
        "甲城上云",
        "赵一",
        "https://example.org/1",
    )
    assert (first.text, first.publisher) == (f"甲城上云\n{_NEWS}", "甲城日报")
    assert str(first.published) == "2023-03-06 10:20:00+08:00"
    assert (third.source, third.publisher, third.text) == ("a.xml#3", "乙城日报", f"乙城上云\n{_NEWS}")
    with pytest.raises(ReadError, match="no text is left"):
        next(articles)


def test_an_atom_entry_is_an_article() -> None:
    (article,) = read_string(_ATOM, "a.atom")
    assert (article.text, article.author) == (f"甲城上云\n{_NEWS}\n第二段。", "赵一")
    assert (article.url, str(article.published)) == ("https://example.org/1", "2023-03-06 10:20:00+08:00")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("<rss><channel>", "the XML is broken"),
        ("<rss><channel/></rss>", "no feed with items"),
        ("", "the XML is broken"),
    ],
)
def test_what_is_no_feed_is_refused(text: str, what: str) -> None:
    with pytest.raises(ReadError, match=what) as caught:
        list(read_string(text, "a.xml", "feed"))
    assert caught.value.where.startswith("a.xml")


def test_entities_are_not_fetched_or_expanded(tmp_path) -> None:  # type: ignore[no-untyped-def]
    secret = tmp_path / "secret.txt"
    secret.write_text("机密", encoding="utf-8")
    text = f"""<!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY a "&b;&b;"><!ENTITY b "十个字">]>
<rss><channel><item><description>{_NEWS}&x;&a;</description></item></channel></rss>"""
    (article,) = read_string(text, "a.xml", "feed")
    assert article.text == _NEWS


@pytest.mark.parametrize(
    "author",
    [
        "<author>赵一</author>",
        "<author>news@example.org (赵一)</author>",
        "<author><email>a@b.c</email><name>赵一</name></author>",
    ],
)
def test_an_author_is_known_by_name_not_by_address(author: str) -> None:
    item = f"<item><title>甲城上云</title>{author}<description>{_NEWS}</description></item>"
    (article,) = read_string(f"<rss><channel>{item}</channel></rss>", "a.xml", "feed")
    assert article.author == "赵一"
