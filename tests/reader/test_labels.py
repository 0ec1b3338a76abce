"""The names of an article's fields, in headers, records and tables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.reader import read_string
from kg.reader.labels import field_of, labels, value_of

_NEWS = "江城市与云帆科技签署协议，双方将建设数据中心。"


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("publish_date", "date"),
        ("publishDate", "date"),
        ("发布时间", "date"),
        ("信息来源", "publisher"),
        ("发布机构", "publisher"),
        ("索 引 号", "aside"),
        ("【作者】", "author"),
        ("Title-题名", "title"),
        ("IP-属地", "aside"),
        ("Source-报纸名", "publisher"),
        ("正　文", "text"),
        ("江城", ""),
        ("报道时", ""),
        ("", ""),
    ],
)
def test_a_label_names_a_field_however_it_is_spelt(label: str, field: str) -> None:
    assert field_of(label) == field


@given(st.sampled_from([name for names in labels().names.values() for name in names]), st.data())
def test_case_and_gaps_do_not_matter(name: str, data: st.DataObject) -> None:
    gaps = st.sampled_from(["", " ", "_", "-", "\u3000"])
    spelt = "".join(letter + data.draw(gaps) for letter in name).title()
    assert field_of(spelt) == field_of(name) != ""


@pytest.mark.parametrize(
    ("record", "field", "value"),
    [
        ({"updated": "2023-03-09", "date": "2023-03-06"}, "date", "2023-03-06"),
        ({"成文日期": "2023-03-01", "发布日期": "2023-03-06"}, "date", "2023-03-06"),
        ({"publish_time": 1678069200}, "date", "1678069200"),
        ({"author": {"@type": "Person", "name": "赵一"}}, "author", "赵一"),
        ({"authors": ["赵一", "[[钱二]]"]}, "author", "赵一、钱二"),
        ({"source": "https://example.org/1", "media": "江城日报"}, "publisher", "江城日报"),
        ({"source": "https://example.org/1"}, "url", "https://example.org/1"),
        ({"source": "https://example.org/1"}, "publisher", ""),
        ({"title": None, "标题": "江城上云"}, "title", "江城上云"),
        ({"tags": "城市"}, "title", ""),
    ],
)
def test_a_field_has_the_value_of_its_best_name(record: dict[str, object], field: str, value: str) -> None:
    assert value_of(record, field) == value


@pytest.mark.parametrize(
    "header",
    [
        "---\ntitle: 江城上云\ndate: 2023-03-06 10:20:30\nauthor: 赵一\nsource: 江城日报\n---",
        '+++\ntitle = "江城上云"\ndate = 2023-03-06T10:20:30+08:00\nauthors = ["赵一"]\nsource = "江城日报"\n+++',
        "---\nheadline: 江城上云\npublish_date: 2023-03-06\nbyline: 赵一\npublication: 江城日报\n---",
        "---\n标题: 江城上云\n发布时间: 2023-03-06 10:20\n记者: 赵一\n媒体: 江城日报\n---",
        '---\ntitle: "江城上云"\nsource: "https://example.org/1"\nauthor:\n  - "[[赵一]]"\n'
        "published: 2023-03-06\ncreated: 2023-03-09\nsite: 江城日报\n---",
        "---\nTitle: 江城上云\nPubDate: 2023-03-06\nUpdated: 2023-03-10\nSource_Name: 江城日报\n"
        "Author: {name: 赵一}\n---",
    ],
)
def test_headers_of_many_tools_tell_the_same(header: str) -> None:
    (article,) = read_string(f"{header}\n\n{_NEWS}\n", "a.md")
    assert (article.title, article.publisher, article.author) == ("江城上云", "江城日报", "赵一")
    assert str(article.published)[:10] == "2023-03-06"
    assert article.text == f"江城上云\n{_NEWS}"


def test_lists_may_hold_lists_but_not_for_ever() -> None:
    assert value_of({"author": ["甲", ["乙", {"name": "丙"}]]}, "author") == "甲、乙、丙"
    endless: list[object] = []
    endless.append(endless)
    assert value_of({"title": "江城上云", "author": endless, "tags": endless}, "title") == "江城上云"
    assert value_of({"author": endless}, "author") == ""
