"""From a file to its articles."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import ReadError
from kg.reader import read, read_path, read_paths, read_string
from kg.reader.encoding import decode

_NEWS = "甲城市与乙公司签署协议，双方将建设数据中心。"
_MARKS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<b>",
        "<!--",
        "-->",
        "&lt;",
        "&#0;",
        "---\n",
        "title: ",
        "正文：",
        "# ",
        "> ",
        "**",
        "](",
        "[",
        "\n\n",
        "（完）",
    ]
)
_MESSY = st.lists(st.one_of(_MARKS, st.text(max_size=6)), max_size=20).map("".join)


def test_front_matter_and_html_of_a_new_media_site() -> None:
    header = "title: '甲城上云'\ncategories: \n - 新媒体\nauthor: 某某门户\ndate: Mon, 06 Mar 2023 02:20:00 GMT"
    text = f"\n---\n{header}\n---\n\n<div>\n<p>{_NEWS}</p></div>"
    (article,) = read_string(text, "a.md")
    assert (article.title, article.publisher, article.author) == ("甲城上云", "某某门户", "")
    assert (article.text, str(article.published)) == (f"甲城上云\n{_NEWS}", "2023-03-06 10:20:00+08:00")


def test_front_matter_lead_and_footer_of_a_news_feed() -> None:
    text = (
        '---\nlayout: post\ntitle: "让"数据"跑路"\ndate: 2023-03-06 10:20:00 +0800\ntags: 甲城日报新闻\n---\n'
        f"> 导语一句。（乙城晚报）\n\n<p>{_NEWS}</p>\n\n<http://example.org/1,2.html>\n\n[返回甲城日报新闻](//x/)｜[返回首页](//x/)"
    )
    (article,) = read_string(text, "a.md")
    assert article.text == f'让"数据"跑路\n导语一句。\n{_NEWS}'
    assert [str(block.kind) for block in article.blocks] == ["title", "lead", "paragraph"]
    assert (article.publisher, article.url) == ("乙城晚报", "http://example.org/1,2.html")


@pytest.mark.parametrize(
    ("author", "told"),
    [
        ("赵一", ("赵一", "甲城日报")),
        ("赵一、钱二", ("赵一、钱二", "甲城日报")),
        ("甲城科技网", ("", "甲城日报")),
        ("", ("", "甲城日报")),
    ],
)
def test_the_tag_names_the_paper_and_the_author_a_person(author: str, told: tuple[str, str]) -> None:
    (article,) = read_string(f"---\nauthor: {author}\ntags: 甲城日报新闻\n---\n{_NEWS}", "a.md")
    assert (article.author, article.publisher) == told


def test_the_form_of_a_text_is_seen() -> None:
    assert next(read_string(json.dumps({"text": _NEWS}), "a")).source == "a#1"
    assert next(read_string(f"<rss><item><description>{_NEWS}</description></item></rss>", "a")).source == "a#1"
    assert next(read_string(_NEWS, "a")).source == "a"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.unknown"])
def test_files_are_read_in_their_encoding(tmp_path: Path, name: str, encoding: str) -> None:
    path = tmp_path / name
    path.write_bytes(f"<html><body><div><p>{_NEWS}</p><p>{_NEWS}再说一遍。</p></div></body></html>".encode(encoding))
    (article,) = read_path(path)
    assert (article.source, article.text) == (name, f"{_NEWS}\n{_NEWS}再说一遍。")


def test_an_article_bears_the_name_it_is_given(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text(_NEWS, encoding="utf-8")
    assert [article.source for article in read_paths([tmp_path])] == ["sub/a.txt"]


def test_errors_name_the_path_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("", encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(f'{{"text": "{_NEWS}"}}\n{{}}\n', encoding="utf-8")
    (tmp_path / "c.txt").write_text(_NEWS, encoding="utf-8")
    errors: list[ReadError] = []
    assert [article.source for article in read_paths([tmp_path], errors.append)] == ["b.jsonl#1", "c.txt"]
    assert [error.where for error in errors] == [str(tmp_path / "a.txt"), f"{tmp_path / 'b.jsonl'}#2"]
    with pytest.raises(ReadError, match="empty"):
        list(read_paths([tmp_path]))


def test_a_file_of_many_megabytes_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "MOST_BYTES", 10)
    (tmp_path / "a.txt").write_text(_NEWS, encoding="utf-8")
    with pytest.raises(ReadError, match="more than") as caught:
        list(read_path(tmp_path / "a.txt"))
    assert ".jsonl" in caught.value.remedy


def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="cannot be read") as caught:
        list(read_path(tmp_path / "gone.txt"))
    assert caught.value.where == str(tmp_path / "gone.txt")


def test_an_article_without_a_date_is_an_article() -> None:
    (article,) = read_string(_NEWS, "a.txt")
    assert article.published is None


@settings(max_examples=150)
@given(_MESSY, st.sampled_from(["auto", "text", "html", "jsonl", "feed", "table"]))
def test_any_text_is_read_or_refused(text: str, media: str) -> None:
    try:
        for article in read_string(text, "a.txt", media):
            assert article.text.strip()
            assert all(article.text[block.start : block.end].strip() for block in article.blocks)
    except ReadError as error:
        assert error.where.startswith("a.txt")
        assert error.remedy


@settings(max_examples=150)
@given(st.binary(max_size=200), st.sampled_from(["text", "html", "jsonl", "feed", "table"]))
def test_any_bytes_are_read_or_refused(data: bytes, media: str) -> None:
    try:
        list(read_string(decode(data, "a.txt"), "a.txt", media))
    except ReadError as error:
        assert error.where.startswith("a.txt")


@pytest.mark.parametrize(
    ("told", "address"),
    [
        ("https://example.org/2023/一.html?a=1|2#end", "https://example.org/2023/一.html?a=1|2#end"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("ftp://example.org/1", ""),
        ("not an address", ""),
        ("https://example.org/1 onclick=alert(1)", ""),
        ("https://", ""),
        ("/2023/1.html", ""),
    ],
)
def test_an_address_is_one_of_the_web_or_none(told: str, address: str) -> None:
    text = "江城市与云帆科技签署战略合作协议，双方将建设数据中心，总投资三亿元。"
    (headed,) = read_string(f"---\nurl: '{told}'\n---\n{text}", "a.md")
    (record,) = read_string(json.dumps({"url": told, "text": text}), "a.jsonl", "jsonl")
    page = f"<html><head><link rel='canonical' href='{told}'></head><body><p>{text}</p></body></html>"
    (paged,) = read_string(page, "a.html", "html")
    assert headed.url == record.url == paged.url == address


def test_an_address_of_the_web_goes_before_others() -> None:
    text = "江城市与云帆科技签署战略合作协议，双方将建设数据中心，总投资三亿元。"
    record = {"url": "/1.html", "source": "https://example.org/1.html", "text": text}
    (article,) = read_string(json.dumps(record), "a.jsonl", "jsonl")
    assert article.url == "https://example.org/1.html"
    (article,) = read_string(json.dumps({"url": "/202303/t20230306_1.html", "text": text}), "a.jsonl", "jsonl")
    assert (article.url, str(article.published)[:10]) == ("", "2023-03-06")
