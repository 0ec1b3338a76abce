"""JSON Lines."""

from __future__ import annotations

import json

import pytest

from kg.errors import ReadError
from kg.reader import read_string
from kg.reader.jsonl import fields_of

_NEWS = "甲城市与乙公司签署协议，双方将建设数据中心。"


def test_fields_go_by_several_names() -> None:
    line = json.dumps(
        {
            "标题": "甲城上云",
            "Content": _NEWS,
            "publish_time": "2023-03-06",
            "authors": ["赵一", "钱二"],
            "media": "甲城日报",
            "siteName": "甲城网",
        }
    )
    assert fields_of(line, "a#1") == {
        "text": _NEWS,
        "title": "甲城上云",
        "date": "2023-03-06",
        "publisher": "甲城日报",
        "author": "赵一、钱二",
        "url": "",
        "site": "甲城网",
    }


def test_the_site_of_a_record_is_its_publisher_where_nothing_names_a_paper() -> None:
    (article,) = read_string(json.dumps({"text": _NEWS, "site": "甲城网"}), "a.jsonl", "jsonl")
    assert article.publisher == "甲城网"


def test_records_of_crawlers_have_names_of_their_own() -> None:
    record = {"headline": "甲城上云", "articleBody": _NEWS, "publishTime": 1678069200000, "sourceName": "甲城日报"}
    (article,) = read_string(json.dumps({**record, "author": {"name": "赵一"}}), "a.jsonl", "jsonl")
    assert (article.title, article.publisher, article.author) == ("甲城上云", "甲城日报", "赵一")
    assert str(article.published) == "2023-03-06 10:20:00+08:00"


def test_each_line_is_an_article_known_by_its_number() -> None:
    lines = [
        json.dumps({"title": "甲", "text": f"<p>{_NEWS}</p>（完）"}),
        "",
        json.dumps({"text": _NEWS, "date": "2023-03-06 10:20"}),
    ]
    first, second = read_string("\n".join(lines), "a.jsonl", "jsonl")
    assert (first.source, first.text) == ("a.jsonl#1", f"甲\n{_NEWS}")
    assert (second.source, str(second.published)) == ("a.jsonl#3", "2023-03-06 10:20:00+08:00")


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("{", "not JSON.* at character 2"),
        ("[1]", "not a JSON object"),
        ('{"title": "甲"}', "has no text"),
        ('{"text": " "}', "has no text"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_a_bad_line_is_named(line: str, what: str) -> None:
    with pytest.raises(ReadError, match=what) as caught:
        fields_of(line, "a.jsonl#7")
    assert caught.value.where == "a.jsonl#7"


def test_good_lines_come_before_the_error_that_names_the_bad() -> None:
    lines = ["{}", json.dumps({"text": _NEWS}), "x"]
    articles = read_string("\n".join(lines), "a.jsonl", "jsonl")
    assert next(articles).source == "a.jsonl#2"
    with pytest.raises(ReadError, match=r"2 of its articles cannot be read \(#1: .*; #3: ") as caught:
        next(articles)
    assert caught.value.where == "a.jsonl"


def test_half_a_surrogate_pair_is_left_out() -> None:
    (article,) = read_string('{"text": "甲城\\ud800上云。"}', "a.jsonl", "jsonl")
    assert article.text == "甲城上云。"
