"""Where registered names begin."""

from __future__ import annotations

import pytest

from tests.extractor.mentions.samples import names, told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("南湖电力有限责任公司洛阳供电局洛阳青禾发电有限公司签约。", "洛阳青禾发电有限公司"),
        ("在平桥镇洛阳青禾农业开发有限公司的大棚里。", "洛阳青禾农业开发有限公司"),
        ("由甘肃金禾泰工业设备安装有限公司承建。", "甘肃金禾泰工业设备安装有限公司"),
        ("族脉年年（宁夏）文化传媒有限公司获奖。", "族脉年年（宁夏）文化传媒有限公司"),
        ("安泰财险甘肃分公司已经理赔。", "安泰财险甘肃分公司"),
        ("昨天，岚翮三维科技股份有限公司获奖。", "岚翮三维科技股份有限公司"),
        ("位于洛阳大井头文化艺术有限公司。", "洛阳大井头文化艺术有限公司"),
    ],
)
def test_the_beginning_of_a_registered_name(text: str, name: str) -> None:
    assert ("Firm", name) in told(names(text))


def test_trades_alone_register_nothing() -> None:
    assert not told(names("某建设工程有限公司受罚。"), "Firm")
