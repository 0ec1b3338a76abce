"""Lines that give fields by their labels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.reader.labelled_lines import bare_label, pairs_of, spaced_pair


def _told(line: str) -> list[tuple[str, str]]:
    return [(pair.field, pair.value) for pair in pairs_of(line)]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("来源：江城日报", [("publisher", "江城日报")]),
        ("来源: 江城日报 | 作者: 赵一", [("publisher", "江城日报"), ("author", "赵一")]),
        ("来源：江城日报作者：赵一", [("publisher", "江城日报"), ("author", "赵一")]),
        ("索 引 号：JC001　发布机构：江城市数据局", [("aside", "JC001"), ("publisher", "江城市数据局")]),
        ("【标题】江城上云", [("title", "江城上云")]),
        ("**来源**：江城日报", [("publisher", "江城日报")]),
        ("- 发布时间: 2023-03-06 10:20", [("date", "2023-03-06 10:20")]),
        ("| 来源 | 江城日报 | 作者 | 赵一 |", [("publisher", "江城日报"), ("author", "赵一")]),
        ("来源\t江城日报\t作者\t赵一", [("publisher", "江城日报"), ("author", "赵一")]),
        ("Source-报纸名: 江城日报", [("publisher", "江城日报")]),
        ("Published Time: 2023-03-06T10:20:00Z", [("date", "2023-03-06T10:20:00Z")]),
        ("作者：", [("author", "")]),
    ],
)
def test_a_value_reaches_to_the_next_label(line: str, told: list[tuple[str, str]]) -> None:
    assert _told(line) == told


@pytest.mark.parametrize(
    "line", ["江城上云走出新路子", "图片来源：江城日报", "投资：10亿元", "他说来源：江城日报", "", "| 江城 | 10亿元 |"]
)
def test_a_line_that_begins_with_no_label_gives_none(line: str) -> None:
    assert pairs_of(line) == []


@given(
    st.permutations([("来源", "江城日报"), ("作者", "赵一"), ("发布日期", "2023-03-06"), ("浏览次数", "120")]),
    st.sampled_from(["：", ": ", " ： "]),
    st.sampled_from([" ", "  ", "\u3000", " | ", "；"]),
)
def test_neither_order_nor_marks_matter(pairs: list[tuple[str, str]], colon: str, gap: str) -> None:
    line = gap.join(f"{label}{colon}{value}" for label, value in pairs)
    assert [(pair.label, pair.value) for pair in pairs_of(line)] == pairs


def test_a_gap_may_stand_for_the_colon() -> None:
    pair = spaced_pair("发布机构 江城市数据局")
    assert pair is not None
    assert (pair.field, pair.value) == ("publisher", "江城市数据局")
    assert spaced_pair("HD 江城上云") is not None
    assert spaced_pair("AI 江城上云") is None


def test_a_cell_may_hold_the_label_alone() -> None:
    assert (bare_label("成文日期"), bare_label("江城上云")) == ("date", "")
