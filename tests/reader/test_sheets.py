"""Text that stood on pages."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.reader import read_string
from kg.reader.measure import width
from kg.reader.sheets import paragraphs_of

_PARAGRAPH = "江城市与云帆科技签署一份为期五年的合作协议双方约定共同建设数据中心并为全市政务系统提供算力" * 2 + "。"


def _wrapped(paragraph: str, margin: int) -> list[str]:
    return textwrap.wrap(paragraph, margin // 2)


@given(
    st.lists(st.integers(1, 4), min_size=2, max_size=5), st.integers(20, 40), st.sampled_from(["\u3000\u3000", "\n"])
)
def test_broken_lines_are_paragraphs_again(lengths: list[int], letters: int, start: str) -> None:
    paragraphs = [_PARAGRAPH * length for length in lengths]
    wrapped = ["\n".join(_wrapped(start.strip("\n") + paragraph, 2 * letters)) for paragraph in paragraphs]
    gap = "\n\n" if start == "\n" else "\n\u3000\u3000"
    found = paragraphs_of(gap.join(line.strip("\u3000") for line in wrapped))
    assert [line.strip() for line in found] == paragraphs


_SENTENCES = [
    "江城市与云帆科技5月10日签署战略合作协议，双方将在2025年前投资12.5亿元建设“江城云”数据中心。",
    "该中心占地300亩，一期部署机架2万个，可为全市政务系统、教育、医疗等行业提供算力服务；",
    "云帆科技（江城）有限公司负责人表示，项目将带动上下游企业120家，新增就业岗位3000个以上。",
    "下一步，江城市还将推进5G、物联网、AI等新一代信息技术与实体经济融合，打造“数字江城”。",
]


def _broken(paragraph: str, most: int, measure: Callable[[str], int]) -> Iterator[str]:
    """The lines of a paragraph; a mark that may not begin one hangs over the margin, and Latin words stay whole."""
    line = ""
    for word in re.findall(r"[A-Za-z0-9.]+|.", paragraph):
        if line and measure(line + word) > most and word not in "，。；、”）":
            yield line
            line = ""
        line += word
    yield line


@given(
    st.lists(st.permutations(_SENTENCES).map("".join), min_size=3, max_size=5),
    st.integers(24, 40),
    st.sampled_from([len, width]),
    st.sampled_from(["", "\u3000\u3000"]),
    st.sampled_from(["", "---\ntitle: 江城上云\ndate: 2023-03-06\n---\n"]),
    st.sampled_from(["", "2023-03-06 21:19，正文："]),
)
def test_a_wrapped_article_reads_as_the_unwrapped_one(
    paragraphs: list[str], most: int, measure: Callable[[str], int], indent: str, head: str, dumped: str
) -> None:
    most = most if measure is len else 2 * most
    paragraphs = [dumped + paragraphs[0], *paragraphs[1:]]
    lines = ["\n".join(_broken(indent + paragraph, most, measure)) for paragraph in paragraphs]
    (wrapped,) = read_string(head + "\n\n".join(lines), "a.txt")
    (whole,) = read_string(head + "\n\n".join(indent + paragraph for paragraph in paragraphs), "a.txt")
    assert replace(wrapped, key="") == replace(whole, key="")


@pytest.mark.parametrize(
    "marks",
    [["- 1 -", "- 2 -"], ["第 1 页 共 2 页", "第 2 页 共 2 页"], ["1", "2"], ["1/2", "2/2"], ["— 1 —", "— 2 —"]],
)
def test_page_numbers_go_and_end_what_they_stand_in(marks: list[str]) -> None:
    assert paragraphs_of(f"江城上云\n{marks[0]}\n滨河也上云\n{marks[1]}") == ["江城上云", "滨河也上云"]


def test_numbers_that_do_not_count_on_are_no_page_numbers() -> None:
    assert paragraphs_of("机架\n3000\n车位\n120") == ["机架", "3000", "车位", "120"]


def test_of_a_running_head_the_first_one_stays() -> None:
    pages = [
        f"江城日报   要闻   A0{page}\n第{word}段讲的是江城。\n- {page} -\n" for page, word in ((2, "一"), (3, "二"))
    ]
    assert paragraphs_of("\f".join(pages)) == ["江城日报   要闻   A02", "第一段讲的是江城。", "第二段讲的是江城。"]


def test_a_title_as_wide_as_the_text_is_not_joined_to_what_is_below() -> None:
    title = "江城携手云帆科技在城南新区建设数据中心与城市大脑以及更多"
    text = [line.strip() for line in _wrapped(_PARAGRAPH * 2, 60)]
    assert paragraphs_of("\n".join([title, "江城日报 2023-03-06", "\u3000\u3000" + text[0], *text[1:]]))[:2] == [
        title,
        "江城日报 2023-03-06",
    ]


@pytest.mark.parametrize(
    ("end", "start", "joined"), [("the digital", "city", "the digital city"), ("涨0.94", "%", "涨0.94%")]
)
def test_only_latin_words_get_a_gap(end: str, start: str, joined: str) -> None:
    lines = [
        *_wrapped(_PARAGRAPH, 60)[:2],
        "江城" * 12 + end,
        f"{start}。",
    ]
    assert paragraphs_of("\n".join(lines))[0].endswith(f"{joined}。")


def test_a_number_that_is_broken_at_the_margin_is_one() -> None:
    lines = [*_wrapped(_PARAGRAPH, 60)[:2], "江城计划到2025年建成机架共计大约二十万个其中一期于202", "4年建成。"]
    assert paragraphs_of("\n".join(lines)) == ["".join(lines)]


@pytest.mark.parametrize(
    "lines", [["江城上云", "滨河也上云", "甲平台上线", "乙平台上线"], [_PARAGRAPH, "短。", _PARAGRAPH]]
)
def test_lines_of_their_own_length_stay(lines: list[str]) -> None:
    assert paragraphs_of("\n\n".join(lines)) == lines


def test_hanzi_are_two_wide() -> None:
    assert width("5G城") == 4
