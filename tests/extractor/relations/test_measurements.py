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
