"""What the questions about money and agreements answer."""

from __future__ import annotations

from tests.questions.answers.facts import AGREED, BIG, LANZHOU, PAID, SIGNED, XINING, A, Cases, quote, said

EXPECTED: Cases = {
    "agreements-in-period": [
        (
            {"from": "2022", "to": "2022-06"},
            [("2022-03-04", "兰州市", "浪潮", "战略合作协议", "已达成", 0.96, 1, said(SIGNED, LANZHOU))],
        ),
        (
            {"place": "青海省", "firm": "科大讯飞"},
            [("2023-04-28", "西宁市", "科大讯飞", "合作协议", "已达成", 0.8, 1, said(AGREED, XINING))],
        ),
        ({"kind": "Institution"}, []),
        ({"from": "2024"}, []),
    ],
    "amounts-by-city": [
        ({}, [("兰州市", "元", 1.7e9, 1.2e9, 2)]),
        ({"city": "甘肃省", "min_confidence": "0.9"}, [("兰州市", "元", 1.2e9, 1.2e9, 1)]),
        ({"city": "青海省"}, []),
        ({"city": "西北地区"}, [("兰州市", "元", 1.7e9, 1.2e9, 2)]),
    ],
    "amounts-by-project": [
        ({"place": "兰州"}, [(BIG, "浪潮", "投资", None, 5e8, "元", "500000000元", "进行中", A["lanzhou-again"])]),
        ({"min_amount": "600000000"}, []),
    ],
    "amounts-by-sector": [({"sector": "智慧交通"}, [("智慧交通", "元", 5e8, 5e8, 1)]), ({"sector": "智慧停车"}, [])],
    "amounts-that-disagree": [
        (
            {"entity": "兰州"},
            [
                ("浪潮", "合作", "兰州市", 1e9, "元", "兰州晚报", "2023-01-12", quote(PAID)),
                ("浪潮", "合作", "兰州市", 1.2e9, "元", "甘肃日报", "2022-03-05", quote(SIGNED)),
            ],
        ),
        ({"entity": "天水"}, []),
    ],
}
