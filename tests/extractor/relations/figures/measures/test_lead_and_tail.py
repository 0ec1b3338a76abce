"""The words before and behind a figure, taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extractor.relations.figures.measures.lead_and_tail import Lead, Tail, read_lead, read_tail


@pytest.mark.parametrize(
    ("words", "lead"),
    [
        ("截至目前，营业收入已达到", ("level", "营业收入", "")),
        ("建成5G基站", ("verb", "5G基站", "建成")),
        ("每年预计可降低用能成本", ("verb", "用能成本", "每年降低")),
        ("营业收入同比增长", ("change", "营业收入", "")),
        ("较年初增加", ("change", "", "")),
        ("占地面积", ("level", "占地面积", "")),
        ("海外收入占总收入的比重为", ("share", "海外收入", "")),
        ("拥堵天数从", ("start", "拥堵天数", "")),
        ("设立甲乙、丙丁等", ("verb", "", "设立")),
    ],
)
def test_words_before(words: str, lead: tuple[str, str, str]) -> None:
    read = read_lead(words)
    assert (read.form, read.what, read.verb) == lead


def test_the_words_of_change_and_share() -> None:
    assert read_lead("净利润同比大幅增长").how == "同比大幅增长"
    assert read_lead("占总收入的比重为").how == "占总收入比重"


@pytest.mark.parametrize(
    ("words", "tail"),
    [
        ("企业入选国家级名单。", Tail("企业", "入选国家级名单", possessive=False)),
        ("，同比增长", Tail("", "", possessive=False)),
        ("的处置时间，", Tail("处置时间", "", possessive=True)),
        ("、充电桩", Tail("", "", possessive=False)),
        ("“感知单元”，", Tail("感知单元", "", possessive=False)),
        ("数字化车间(平台)获评", Tail("数字化车间", "获评", possessive=False)),
    ],
)
def test_words_behind(words: str, tail: Tail) -> None:
    assert read_tail(words) == tail


@given(st.text(alphabet="营业收入达到同比增长占的为已建成、，“”（5G从", max_size=24))
def test_any_words_can_be_read(words: str) -> None:
    assert isinstance(read_lead(words), Lead)
    assert read_tail(words).noun in words
