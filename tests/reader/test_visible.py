"""What cannot be seen makes no difference, whatever the form of the file."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Article
from kg.reader import read_string
from kg.reader.visible import visible

_TITLE = "江城市与云帆科技共建数据中心"
_NEWS = "江城市与云帆科技签署协议，双方将投资30亿元建设江城数据中心。"
_HEAD = "2023-03-06 10:20 来源：江城日报 作者：赵一"
_HEADER = f"---\ntitle: {_TITLE}\ndate: 2023-03-06 10:20:00\n---\n"
_FORMS = {
    "text": f"{_TITLE}\n{_HEAD}\n{_NEWS}\n（责任编辑：钱二）\n",
    "markdown": f"{_HEADER}> 导语一句。\n\n**云帆科技**成立于[江城市](http://example.org/)。\n\n{_NEWS}\n",
    "html": f"<html><head><title>{_TITLE}</title></head><body><p>{_HEAD}</p><p>{_NEWS}</p></body></html>",
    "feed": f"<rss><channel><title>江城日报</title><item><title>{_TITLE}</title><description>{_NEWS}</description>"
    "<pubDate>2023-03-06</pubDate></item></channel></rss>",
    "jsonl": json.dumps({"title": _TITLE, "content": _NEWS, "date": "2023-03-06"}, ensure_ascii=False),
    "table": f"标题,日期,正文\n{_TITLE},2023-03-06,{_NEWS}\n",
}
_MARK = st.sampled_from("\u200b\u200c\u200d\u200e\u2060\ufeff\xad\u202a\u202c\u2066\u2069\x02\x7f")


def _read(text: str, form: str) -> Article:
    (article,) = read_string(text, "a", "text" if form == "markdown" else form)
    return article


@settings(max_examples=60)
@given(form=st.sampled_from(sorted(_FORMS)), marks=st.lists(st.tuples(st.floats(0, 1), _MARK), max_size=12))
def test_an_article_with_invisible_marks_reads_as_the_one_without(form: str, marks: list[tuple[float, str]]) -> None:
    plain = text = _FORMS[form]
    for where, mark in marks:
        place = round(where * len(text))
        text = text[:place] + mark + text[place:]
    assert _read(text, form) == _read(plain, form)


@pytest.mark.parametrize("name", ["&#8203;", "&#xFEFF;", "&shy;", "&zwnj;"])
def test_names_and_numbers_of_what_cannot_be_seen_are_as_good(name: str) -> None:
    marked = _NEWS.replace("数据", f"数{name}据")
    for form, text in (
        ("html", _FORMS["html"].replace(_NEWS, marked)),
        ("text", _FORMS["text"].replace(_NEWS, marked)),
    ):
        assert _read(text, form) == _read(_FORMS[form], form)


def test_escapes_in_records_are_as_good() -> None:
    escaped = json.dumps({"title": f"\u200e{_TITLE}", "content": _NEWS.replace("云", "\u200b云"), "date": "2023-03-06"})
    assert _read(escaped, "jsonl") == _read(_FORMS["jsonl"], "jsonl")


@pytest.mark.parametrize("end", ["\u2028", "\u2029", "\x0b", "\x85"])
def test_line_ends_of_word_processors_are_line_ends(end: str) -> None:
    assert visible(f"甲城{end}乙城") == "甲城\n乙城"
    assert _read(_FORMS["text"].replace("\n", end), "text") == _read(_FORMS["text"], "text")
