"""What a figure measures, from the words on both sides of it."""

from __future__ import annotations

import pytest

from kg.extractor.mentions.quantities import find_quantities
from kg.extractor.relations.figures.measures.indicators import read_indicator
from kg.extractor.relations.figures.measures.lead_and_tail import read_lead, read_tail
from kg.extractor.relations.figures.measures.measure_names import Indicator, nominal

LEVEL = Indicator("营业收入", "营业收入", "level")


def indicator(before: str, figure: str, behind: str, last: Indicator | None = None) -> str:
    quantity = find_quantities(figure)[0]
    found = read_indicator(read_lead(before), read_tail(behind), quantity, last)
    return found.name if found is not None else ""


@pytest.mark.parametrize(
    ("before", "figure", "behind", "name"),
    [
        ("实现营业收入", "5亿元", "，", "营业收入"),
        ("引进企业", "14家", "。", "引进企业"),
        ("开通", "10条", "国内航线。", "开通国内航线"),
        ("有", "12支", "队伍进入决赛。", "进入决赛的队伍"),
        ("减少", "50%", "的处置时间", "减少处置时间"),
        ("通行效率实现了", "10%", "的提升", "通行效率提升"),
        ("发放", "3亿元", "贷款，", "发放贷款"),
        ("为", "2000家", "用户提供", "服务用户"),
        ("海外业务已覆盖", "78个", "国家。", "海外业务覆盖国家"),
    ],
)
def test_names_of_measures(before: str, figure: str, behind: str, name: str) -> None:
    assert indicator(before, figure, behind) == name


@pytest.mark.parametrize(
    ("before", "figure", "behind"),
    [
        ("将股息", "10%", "，"),
        ("要求外出时间", "20天", "，"),
        ("总额", "5亿元", "，"),
        ("承担", "32座", "铁塔的保障任务"),
        ("募集资金净额", "50%", "将用于研发"),
        ("同比增长", "6%", "。"),
    ],
)
def test_words_that_name_no_measure(before: str, figure: str, behind: str) -> None:
    assert indicator(before, figure, behind) == ""


def test_a_change_is_named_after_the_figure_before() -> None:
    assert indicator("同比增长", "6%", "，", LEVEL) == "营业收入同比增长"
    assert indicator("占总资产的比重为", "6%", "，", LEVEL) == "营业收入占总资产比重"


def test_what_can_name_a_measure() -> None:
    assert nominal("归母净利润")
    assert not nominal("”的锦旗和")
    assert not nominal("收入3亿")
    assert not nominal("以每吨")
