"""Text that stood on pages."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.reader.sheets import paragraphs_of, width

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
