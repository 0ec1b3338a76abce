"""Quantities: the value in the base unit written, the unit, and what the wording says of its limits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extractor.mentions.quantities import Bound, QuantityMention, find_quantities


def found(text: str) -> list[QuantityMention]:
    return find_quantities(text)


def values(text: str) -> list[tuple[float, str]]:
    return [(m.quantity.value, m.quantity.unit) for m in found(text)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("完成投资30.45亿元", 3_045_000_000, "元"),
        ("账户215.2万个", 2_152_000, "个"),
        ("市场规模25万亿元", 25e12, "元"),
        ("１２．５万吨", 125_000, "吨"),
        ("29．9％", 29.9, "%"),
        ("总投资约3.2亿，", 320_000_000, "元"),
        ("用户3.2亿，", 320_000_000, "户"),
        ("净利润为﹣5,120万元", -51_200_000, "元"),
        ("百分之七十", 70, "%"),
        ("百分之三点五", 3.5, "%"),
        ("千分之三", 3, "‰"),
        ("20万平方米", 200_000, "平方米"),
        ("189.5公里", 189.5, "公里"),
        ("5千米", 5, "千米"),
        ("110千伏", 110, "千伏"),
        ("百万千瓦", 1_000_000, "千瓦"),
        ("16.5亿千瓦时", 1_650_000_000, "千瓦时"),
        ("200P算力", 200, "P"),
        ("12 EFLOPS", 12, "EFLOPS"),
        ("100kW", 100, "kW"),
        ("10Gbps", 10, "Gbps"),
        ("710吨标准煤", 710, "吨"),
        ("30万吨/年", 300_000, "吨/年"),
        ("12.5元/股", 12.5, "元/股"),
        ("26家企业", 26, "家"),
        ("9个项目", 9, "个"),
        ("30项目标", 30, "项"),
        ("1083亿件", 108_300_000_000, "件"),
        ("1,787个", 1787, "个"),
        ("1.3万人次", 13_000, "人次"),
        ("两家企业", 2, "家"),
        ("三大平台", 3, "大"),
        ("五千万元", 50_000_000, "元"),
        ("3千万元", 30_000_000, "元"),
        ("1亿3000万元", 130_000_000, "元"),
        ("百亿元", 10_000_000_000, "元"),
        ("人民币30亿元", 3_000_000_000, "元"),
        ("30亿元人民币", 3_000_000_000, "元"),
        ("100亿美元", 10_000_000_000, "美元"),
        ("港币5亿元", 500_000_000, "港元"),
        ("增长一倍", 1, "倍"),
        ("0.8个百分点", 0.8, "个百分点"),
        ("增速为-5.3%", -5.3, "%"),
        ("100万用户", 1_000_000, "户"),
        ("目前5家", 5, "家"),
        ("近六成，", 60, "%"),
        ("上百家", 100, "家"),
        ("万家以上", 10_000, "家"),
        ("教室40间，", 40, "间"),
    ],
)
def test_value_and_unit(text: str, value: float, unit: str) -> None:
    assert values(text) == [(value, unit)]


@pytest.mark.parametrize(
    ("text", "bound", "low", "high"),
    [
        ("26家", Bound.EXACT, 26, 26),
        ("达26家", Bound.EXACT, 26, 26),
        ("将达到26家", Bound.EXACT, 26, 26),
        ("约26家", Bound.ABOUT, None, None),
        ("26家左右", Bound.ABOUT, None, None),
        ("近26家", Bound.NEAR, None, 26),
        ("超过26家", Bound.ABOVE, 26, None),
        ("达到逾26家", Bound.ABOVE, 26, None),
        ("26余家", Bound.ABOVE, 26, None),
        ("26多家", Bound.ABOVE, 26, None),
        ("2万＋", Bound.ABOVE, 20_000, None),
        ("十余家", Bound.ABOVE, 10, None),
        ("近百家", Bound.NEAR, None, 100),
        ("26家以上", Bound.AT_LEAST, 26, None),
        ("不少于26家", Bound.AT_LEAST, 26, None),
        ("不超过26家", Bound.AT_MOST, None, 26),
        ("不足26家", Bound.BELOW, None, 26),
        ("3-5倍", Bound.RANGE, 3, 5),
        ("20—30亿元", Bound.RANGE, 2e9, 3e9),
        ("30%至50%", Bound.RANGE, 30, 50),
        ("三四十家", Bound.RANGE, 30, 40),
        ("两三个", Bound.RANGE, 2, 3),
    ],
)
def test_the_wording_sets_the_limits(text: str, bound: Bound, low: float | None, high: float | None) -> None:
    (mention,) = found(text)
    assert (mention.bound, mention.low, mention.high) == (bound, low, high)
    assert mention.quantity.wording == text


def test_a_change_is_two_figures_not_a_range() -> None:
    assert values("从30%到50%") == [(30, "%"), (50, "%")]


def test_hedges_are_not_cut_out_of_other_words() -> None:
    assert [m.quantity.wording for m in found("附近3家，最近3个，通过3家，签约5亿元")] == ["3家", "3个", "3家", "5亿元"]


def test_the_bare_figure_begins_behind_what_hedges_it() -> None:
    text = "累计超1.2万套以上设备"
    (mention,) = found(text)
    assert text[mention.number_start : mention.end] == "1.2万套以上"
    assert mention.kind == "classifier"


@pytest.mark.parametrize(
    "text",
    [
        "第3家",
        "2022年3月5日",
        "2018-2025年",
        "1-8月",
        "5G网络",
        "4K",
        "12345热线",
        "7＊24小时",
        "IPv6",
        "5A级景区",
        "代码600519",
        "0571-88888888",
        "3.0版",
        "晚上8点20开始",
        "14:30起",
        "一个平台",
        "一批项目",
        "三个月",
        "二期",
        "网上百家",
        "数十亿元",
        "五台山",
        "五大连池",
        "三位一体",
        "千亿级产业",
        "前10家",
        "每100户",
        "三大会议",
        "10大学生",
        "周三场",
        "百度",
        "两位数增长",
        "万家灯火",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    assert found(text) == []


_PIECES = st.sampled_from(
    [
        "1",
        "30.45",
        "，",
        "亿",
        "万",
        "元",
        "%",
        "％",
        "百分之",
        "三",
        "千",
        "百",
        "两",
        "个",
        "家",
        "大",
        "以上",
        "近",
        "-",
        "—",
        "至",
        "余",
        "/",
        "年",
        "P",
        "算力",
        "点",
        "2,345",
        "人民币",
        " ",
        "０",
    ]
)


@given(st.lists(_PIECES, max_size=14).map("".join) | st.text(max_size=40))
def test_any_text_gives_valid_offsets(text: str) -> None:
    last = 0
    for mention in find_quantities(text):
        assert last <= mention.start <= mention.number_start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.quantity.wording
        last = mention.end
