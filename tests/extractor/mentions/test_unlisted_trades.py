"""The trades of no list by which firms are called."""

from __future__ import annotations

import pytest

from kg.extractor import knowledge
from kg.extractor.mentions.known import find_known
from kg.extractor.mentions.unlisted_trades import find_unlisted_trades
from kg.extractor.segmentation import segment


def found(text: str) -> list[str]:
    tokens, known = segment(text), knowledge.load()
    return [c.name for c in find_unlisted_trades(text, tokens, known, find_known(text, tokens, known))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("汽车雨刮器制造商比亚迪建厂。", "汽车雨刮器"),
        ("会上，国内知名的园艺剪刀生产厂商格力电器发言。", "园艺剪刀"),
        ("我国两大智能灌溉系统供应商之一——三一重工。", "智能灌溉系统"),
        ("格力电器是全球领先的园艺剪刀解决方案提供商。", "园艺剪刀"),
    ],
)
def test_the_trade_before_what_a_firm_is(text: str, name: str) -> None:
    assert found(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "园区入驻企业格力电器开工。",
        "知名厂商格力电器开工。",
        "园艺剪刀制造商很多，格力电器开工。",
    ],
)
def test_what_tells_no_trade(text: str) -> None:
    assert found(text) == []
