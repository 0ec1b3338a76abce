"""Plain text and dumps."""

from __future__ import annotations

import pytest

from kg.model import Article
from kg.reader import read_string

_NEWS = "甲城市与乙公司签署协议，双方将建设数据中心。"


def _read(text: str) -> Article:
    (article,) = read_string(text, "a.txt")
    return article


def _blocks(text: str) -> list[str]:
    article = _read(text)
    return [article.text[block.start : block.end] for block in article.blocks]


@pytest.mark.parametrize(
    ("head", "date", "publisher"),
    [
        ("2023-03-06 10:20", "2023-03-06 10:20:00+08:00", ""),
        ("2023年03月06日", "2023-03-06 00:00:00+08:00", ""),
        ("来源：甲城日报  |  2023年03月06日 10:20:00", "2023-03-06 10:20:00+08:00", "甲城日报"),
        ("[              2023/03/06  10:20              ]", "2023-03-06 10:20:00+08:00", ""),
        ("某某网 > 新闻 > 社会\xa0\xa0\xa02023-03-06 10:20:00  ", "2023-03-06 10:20:00+08:00", "某某网"),
        ("03-06 10:20", "None", ""),
        ("", "None", ""),
    ],
)
def test_a_dump_tells_date_and_source_before_its_text(head: str, date: str, publisher: str) -> None:
    article = _read(f"{head}，正文：{_NEWS}")
    assert (article.text, str(article.published), article.publisher) == (_NEWS, date, publisher)


def test_runs_of_spaces_were_paragraphs() -> None:
    assert _blocks(f"，正文：  {_NEWS}  第二段。　第三段。\t第四段。") == [_NEWS, "第二段。", "第三段。", "第四段。"]


def test_gaps_in_brackets_and_between_words_are_none() -> None:
    assert _blocks(f"，正文：{_NEWS}（某报  某版，本地消息）又一句 话\xa0\xa0不断。") == [
        f"{_NEWS}（某报 某版，本地消息）又一句 话 不断。"
    ]


@pytest.mark.parametrize(
    ("dump", "title"),
    [
        (f"原标题：甲城上云走出新路子3月6日，{_NEWS}", "甲城上云走出新路子"),
        # The bracket belongs to the dateline.
        (f"原标题：甲城上云走出新路子【环球网报道 记者 王小明】据报道，{_NEWS}", "甲城上云走出新路子"),
        (f"甲城上云走出新路子中新网甲城3月6日电 {_NEWS}", "甲城上云走出新路子"),
        (f"甲城上云走出新路子参考消息网3月6日报道 {_NEWS}", "甲城上云走出新路子"),
        (f"甲城上云走出新路子近日，{_NEWS}", "甲城上云走出新路子"),
        (f"甲城上云走出新路子甲城上云走出新路子 {_NEWS}", "甲城上云走出新路子"),
        (f"记者从发布会上了解到，今年3月6日，{_NEWS}", ""),
        (f"中新网甲城3月6日电(赵一)近日，{_NEWS}", ""),
        (_NEWS, ""),
    ],
)
def test_a_title_that_ran_into_the_text_is_told_from_it(dump: str, title: str) -> None:
    article = _read(f"2023-03-06，正文：{dump}")
    assert article.title == title
    assert article.text.endswith(_NEWS)


def test_a_short_first_line_is_the_title() -> None:
    article = _read(
        f"甲城上云\n来源：甲城日报\n日期：2023年3月6日\n作者：赵一\n网址：https://example.org/1\n\n{_NEWS}\n"
    )
    assert (article.title, article.publisher, article.author) == ("甲城上云", "甲城日报", "赵一")
    assert (article.url, str(article.published)) == ("https://example.org/1", "2023-03-06 00:00:00+08:00")
    assert article.text == f"甲城上云\n{_NEWS}"


def test_a_linked_first_line_is_title_and_address() -> None:
    article = _read(f"- [甲城上云](https://example.org/1)\n\n{_NEWS}")
    assert (article.title, article.url) == ("甲城上云", "https://example.org/1")


def test_a_dump_that_begins_directly_has_no_title() -> None:
    assert _read(f"{_NEWS}   第二段讲的是明年。").title == ""


def test_a_hard_wrapped_text_is_paragraphs_again() -> None:
    paragraph = "甲城市与乙公司昨天签署了一份为期五年的合作协议双方约定共同建设数据中心" * 4 + "。"
    wrapped = "\n".join(paragraph[i : i + 30] for i in range(0, len(paragraph), 30))
    assert _blocks(f"{wrapped}\n　　第二段不长。") == [paragraph, "第二段不长。"]


def test_lines_of_their_own_length_stay_lines() -> None:
    assert _blocks(f"{_NEWS}\n短句。\n{_NEWS}{_NEWS}") == [_NEWS, "短句。", f"{_NEWS}{_NEWS}"]


def test_stray_tags_end_lines_and_entities_mean_what_they_mean() -> None:
    assert _blocks(f"{_NEWS}<o:p></o:p>R&amp;D&nbsp;投入增长，3<5。") == [_NEWS, "R&D 投入增长，3<5。"]


def test_a_path_through_a_site_is_no_title() -> None:
    article = _read(f"某某网 > 新闻 > 城市\n甲城上云\n2023-03-06 10:20 来源：甲城日报\n{_NEWS}\n{_NEWS}")
    assert (article.title, article.publisher) == ("甲城上云", "甲城日报")


@pytest.mark.parametrize("head", ["来源：甲城日报 2023-03-06 10:20", "来源：甲城日报  作者：赵一  2023年3月6日 10:20"])
def test_paper_and_date_may_share_a_line(head: str) -> None:
    article = _read(f"甲城上云\n{head}\n\n{_NEWS}")
    assert (article.title, article.publisher, article.text) == ("甲城上云", "甲城日报", f"甲城上云\n{_NEWS}")
    assert str(article.published) == "2023-03-06 10:20:00+08:00"
