"""Names in quotation marks, and what is only a manner of speaking."""

from __future__ import annotations

import pytest

from tests.extractor.mentions.samples import quoted, told


def test_what_was_made_is_a_project() -> None:
    assert told(quoted("推出“海事通”小程序。")) == [("Project", "“海事通”小程序")]
    assert told(quoted("上线了“海事通”。")) == [("Project", "海事通")]


def test_whose_maker_is_told_is_a_project() -> None:
    assert told(quoted("“绵州通”是绵阳市打造的总入口。")) == [("Project", "绵州通")]
    assert told(quoted("“绵州通”由绵阳市大数据局运营。")) == [("Project", "绵州通")]
    assert quoted("“看得见”是绵阳市打造的亮点。") == []


def test_what_somebody_made_may_do_something() -> None:
    assert told(quoted("绵阳市推出的“绵州码”覆盖全市。")) == [("Project", "绵州码")]
    assert told(quoted("绵阳市推出的“绵州码”上线。")) == [("Project", "绵州码")]
    assert quoted("绵阳市推出“绵州码”覆盖全市。") == []
    assert quoted("绵阳市发布的“绵州优”排名。") == []


def test_an_aim_of_a_place_is_a_goal() -> None:
    assert told(quoted("全力打造“西部算力高地”。")) == [("Goal", "西部算力高地")]


@pytest.mark.parametrize(
    "text", ["打通“最后一公里”。", "形成“象山样本”。", "打造“掌上办、指尖办”。", "建设“双十一”式卖场。"]
)
def test_slogans_are_none(text: str) -> None:
    assert quoted(text) == []


def test_a_known_name_in_quotation_marks_is_left_to_the_lexicon() -> None:
    assert quoted("推动“海康威视”平台建设。") == []
