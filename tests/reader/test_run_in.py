"""Dumps that put title, imprint and text on one line."""

from __future__ import annotations

import pytest

from kg.reader import read_string
from kg.reader.run_in import split_head

_TITLE = "江城携手云帆科技建设城市大脑"
_NEWS = "江城市与云帆科技签署协议，双方将在城南新区建设数据中心。"


@pytest.mark.parametrize(
    "head",
    [
        "{} 2023-03-06 10:20 来源：江城日报 ",
        "{}发布时间：2023-03-06来源：江城日报字体：大中小",
        "{}_江城网 首页 > 新闻 > 要闻 {} 2023-03-06 10:20:00 来源：江城日报 作者：赵一　　",
        "{}--要闻频道--江城网 2023年03月06日10:20 来源：江城日报 　　",
        "{} 来源：江城日报 作者：赵一 2023-03-06 浏览次数：12次 ",
    ],
)
def test_they_are_told_from_one_another(head: str) -> None:
    (article,) = read_string(head.format(_TITLE, _TITLE) + _NEWS, "a.txt")
    assert (article.title, article.publisher, str(article.published)[:10]) == (_TITLE, "江城日报", "2023-03-06")
    assert article.text == f"{_TITLE}\n{_NEWS}"


def test_a_day_and_a_bracket_may_begin_the_text() -> None:
    text = f"【江城要闻】2023年7月22日，{_NEWS}"
    assert split_head(f"江城上云：快人一步，领先一城 2023-03-06 10:20 来源：江城日报 {text}")[2] == text


@pytest.mark.parametrize(
    "line",
    [
        _NEWS,
        f"2023年3月6日，{_NEWS}",
        f"江城市与云帆科技在2023年3月6日 10:20签署协议，来源：江城市政府网站的消息说，{_NEWS}",
        f"近日，据江城市政府的消息 2023-03-06 10:20 {_NEWS}",
        f"{_TITLE} 2023-03-06 10:20，{_NEWS}",
    ],
)
def test_prose_with_a_day_in_it_stays_whole(line: str) -> None:
    assert split_head(line) == ("", "", line)
