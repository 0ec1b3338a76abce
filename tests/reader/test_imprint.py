"""The line that names paper, day, edition and reporters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.reader import read_string
from kg.reader.dates import parse_date
from kg.reader.imprint import Imprint, read_imprint
from kg.reader.noise import rules

_NEWS = "江城市与云帆科技签署协议，双方将建设数据中心。"
_DAYS = ("2023年3月6日", "2023-03-06", "2023/03/06 10:20", "2023.03.06")


def _imprint(line: str, *, above: bool = False) -> Imprint | None:
    return read_imprint(line, rules().imprint, above=above)


@pytest.mark.parametrize(
    ("line", "publisher", "author"),
    [
        ("江城日报 2023年3月6日", "江城日报", ""),
        ("江城日报 2023年3月6日 A02版", "江城日报", ""),
        ("2023-03-06 江城日报", "江城日报", ""),
        ("（2023-03-06 江城日报 记者 赵一 钱二）", "江城日报", "赵一"),
        ("江城日报 2023-03-06 10:20 本报记者 赵一 通讯员 钱二", "江城日报", "赵一"),
        ("江城日报 2023年3月6日 第03版 特约记者赵一", "江城日报", "赵一"),
        ("发布时间：2023-03-06 信息来源：江城上云 作者：记者 赵一", "江城上云", "赵一"),
        ("江城网 > 2023-03-06 10:20:30 浏览次数：120 字号：大 中 小", "江城网", ""),
        ("江城市人民政府网 发布时间：2023-03-06", "江城市人民政府网", ""),
        ("江城县融媒体中心 2023年3月6日 星期一", "江城县融媒体中心", ""),
        ("江城日报·新江城客户端 2023年3月6日讯", "江城日报", ""),
        ("江城网滨河2023年3月6日电", "江城网", ""),
        ("江城日报滨河讯 2023年3月6日 （本报记者 赵一 通讯员 钱二）", "江城日报", "赵一"),
        ("江城网·特稿 2023-03-06 09:12 记者 赵一 滨河报道", "江城网", "赵一"),
        ("2023-03-06", "", ""),
        ("06.03.2023 10:20", "", ""),
    ],
)
def test_it_is_told_from_what_it_consists_of(line: str, publisher: str, author: str) -> None:
    found = _imprint(line)
    assert found is not None
    assert (found.publisher, found.author) == (publisher, author)
    assert str(parse_date(found.date))[:10] == "2023-03-06"


@pytest.mark.parametrize(
    "line",
    [
        "2023年3月6日，江城日报刊发了一篇报道",
        "江城市2023年3月6日签约项目一览",
        "江城日报记者 赵一",
        "2023年3月6日 江城云谷项目开工",
        "2023-03-06 10:20 云帆集团",
        "江城市数字经济发展规划（2023—2025年）",
    ],
)
def test_a_line_that_says_more_is_none(line: str) -> None:
    assert _imprint(line) is None


def test_above_a_text_whoever_stands_beside_a_time_of_day_is_the_publisher() -> None:
    found = _imprint("云帆集团 2023-03-06 10:20 发表于江城", above=True)
    assert found is not None
    assert found.publisher == "云帆集团"


def test_above_a_text_a_place_before_the_reporter_is_where_he_is() -> None:
    found = _imprint("【江城】记者 赵一 2023年3月6日", above=True)
    assert found is not None
    assert (found.publisher, found.author) == ("", "赵一")


@pytest.mark.parametrize("word", ["1", "大小", "文图", "第1版", "举报 "])
def test_a_line_of_nothing_but_words_of_sites_is_read_at_once(word: str) -> None:
    assert _imprint(f"2023-03-06 {word * (80 // len(word))}城") is None


@given(st.permutations(["江城日报", "A02版", "记者 赵一", "发布时间"]), st.sampled_from(_DAYS), st.integers(0, 4))
def test_the_order_does_not_matter(parts: list[str], day: str, place: int) -> None:
    found = _imprint(" ".join([*parts[:place], day, *parts[place:]]))
    assert found is not None
    assert (found.publisher, found.author) == ("江城日报", "赵一")


@pytest.mark.parametrize("head", ["江城上云走出新路子\n{}", "{}\n江城上云走出新路子", "{}\n\n江城上云走出新路子"])
@pytest.mark.parametrize("day", _DAYS)
def test_it_may_stand_above_or_below_the_title(head: str, day: str) -> None:
    (article,) = read_string(f"{head.format(f'江城日报 {day}')}\n{_NEWS}", "a.txt")
    assert (article.title, article.publisher) == ("江城上云走出新路子", "江城日报")
    assert str(article.published)[:10] == "2023-03-06"
    assert article.text == f"江城上云走出新路子\n{_NEWS}"


def test_the_question_of_an_interview_names_no_author() -> None:
    (article,) = read_string(f"江城上云走出新路子\n记者：数据中心何时开工？\n赵一：{_NEWS}", "a.txt")
    assert article.author == ""
    assert "数据中心何时开工？" in article.text


def test_a_title_may_ask_or_call_out() -> None:
    (article,) = read_string(f"数据中心开工！\n江城日报 2023年3月6日\n{_NEWS}", "a.txt")
    assert article.title == "数据中心开工！"
