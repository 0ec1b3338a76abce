"""Figures, their owners and what they count."""

from __future__ import annotations

from kg.model import Measurement
from tests.extractor.linking.samples import analysis


def figures(text: str, publisher: str = "") -> list[tuple[str, str, float, str]]:
    seen = analysis(text, publisher)
    return [
        (seen.linking.drafts[s.subject].label, s.obj.indicator, s.obj.quantity.value, s.obj.quantity.unit)
        for s in seen.statements
        if isinstance(s.obj, Measurement)
    ]


def test_a_figure_of_a_place() -> None:
    assert figures("绵阳市工业总产值达到360亿元。") == [("绵阳市", "工业总产值", 36_000_000_000.0, "元")]


def test_the_noun_counted() -> None:
    assert [f[2:] for f in figures("绵阳市拥有智能工厂198家。")] == [(198.0, "家")]


def test_a_figure_of_the_home() -> None:
    assert [f[0] for f in figures("我市工业总产值达到360亿元。", "绵阳日报")] == ["绵阳市"]


def test_a_figure_without_an_owner_is_left_out() -> None:
    assert figures("市场规模达到360亿元。") == []


def test_the_market_is_left_out() -> None:
    assert figures("海康威视股价上涨3.2%，成交额21亿元。") == []


def test_an_aim_is_a_target() -> None:
    seen = analysis("到2027年，绵阳市工业总产值力争达到600亿元。")
    assert [s.obj.target for s in seen.statements if isinstance(s.obj, Measurement)] == [True]


def test_a_change_has_the_owner_of_the_level() -> None:
    assert figures("2023年，海康威视营业收入893亿元，同比增长7.4%。") == [
        ("海康威视", "营业收入", 89_300_000_000.0, "元"),
        ("海康威视", "营业收入同比增长", 7.4, "%"),
    ]


def test_a_paragraph_keeps_to_what_it_speaks_of() -> None:
    assert [f[0] for f in figures("绵阳市经济回升。规上工业增加值520亿元，社会消费品零售总额300亿元。")] == [
        "绵阳市",
        "绵阳市",
    ]


def test_another_noun_takes_over() -> None:
    assert figures("绵阳市经济回升。子公司营业收入达5亿元。") == []


def test_a_loss_is_less_than_nothing() -> None:
    assert figures("海康威视净利润为-2.5亿元。") == [("海康威视", "净利润", -250_000_000.0, "元")]


def test_a_scope_told_before_goes_into_the_name() -> None:
    assert [f[1] for f in figures("信用业务方面，海康威视实现营业收入5亿元。")] == ["信用业务营业收入"]


def test_a_figure_takes_the_time_of_the_one_before() -> None:
    seen = analysis("2023年上半年，海康威视营业收入500亿元。净利润50亿元。")
    times = [s.time.value for s in seen.statements if isinstance(s.obj, Measurement) and s.time is not None]
    assert times == ["2023-01/2023-06"] * 2


def test_an_object_named_on_the_way_takes_no_figure() -> None:
    assert figures("海康威视为绵阳市数据集团的股东，成立于2001年，注册资本93亿元。") == [
        ("海康威视", "注册资本", 9_300_000_000.0, "元")
    ]


def test_a_semicolon_goes_on() -> None:
    assert figures("2022年，绵阳市软件产业规模达900亿元；实现利润总额60亿元，占全省利润总额的12%。") == [
        ("绵阳市", "软件产业规模", 90_000_000_000.0, "元"),
        ("绵阳市", "利润总额", 6_000_000_000.0, "元"),
        ("绵阳市", "利润总额占全省利润总额比重", 12.0, "%"),
    ]


def test_the_same_at_another_time() -> None:
    seen = analysis("绵阳市2021年工业总产值3000亿元，2022年达到3600亿元。")
    assert [
        (s.obj.indicator, s.obj.quantity.value, s.time and s.time.value)
        for s in seen.statements
        if isinstance(s.obj, Measurement)
    ] == [("工业总产值", 300_000_000_000.0, "2021"), ("工业总产值", 360_000_000_000.0, "2022")]


def test_from_one_year_to_another() -> None:
    assert figures("绵阳市高新技术企业从2020年的300家增加到2022年的520家。") == [
        ("绵阳市", "高新技术企业", 520.0, "家")
    ]


def test_a_figure_that_is_only_supposed_is_left_out() -> None:
    assert figures("一旦项目建成，绵阳市工业总产值将达到600亿元。") == []
