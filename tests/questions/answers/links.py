"""What the questions about things and the links between them answer."""

from __future__ import annotations

from tests.questions.answers.facts import (
    AGAIN,
    ALLIED,
    BIG,
    FUNDED,
    HELD,
    HONOURED,
    LANZHOU,
    PAID,
    PARKED,
    PARKING,
    RUN,
    SIGNED,
    STUDIED,
    TIANSHUI,
    USED,
    WISHED,
    WORKED,
    A,
    Cases,
    quote,
    said,
)

EXPECTED: Cases = {
    "awards-and-pilots": [
        ({"place": "兰州"}, [("2022年甘肃省数字化示范项目", BIG, "2022-12", "已获评", 0.8, 1, said(HONOURED, AGAIN))]),
        ({"place": "天水"}, []),
    ],
    "behind-an-edge": [
        (
            {"a": "浪潮集团", "b": "兰州"},
            [
                (
                    "合作",
                    "已达成",
                    "2022-03-04",
                    1.2e9,
                    "元",
                    "战略合作协议",
                    quote(SIGNED),
                    A["lanzhou"],
                    "甘肃日报",
                    "2022-03-05",
                    "test-partnersWith",
                    0.9,
                    2,
                ),
                (
                    "合作",
                    "已达成",
                    None,
                    1e9,
                    "元",
                    None,
                    quote(PAID),
                    A["lanzhou-again"],
                    "兰州晚报",
                    "2023-01-12",
                    "test-partnersWith",
                    0.6,
                    2,
                ),
            ],
        ),
        ({"a": "兰州", "b": "浪潮", "predicate": "investsIn"}, []),
    ],
    "firm-by-year": [
        (
            {"firm": "浪潮"},
            [
                ("2022", "兰州市", 2, 1, 1, 1, said(SIGNED, LANZHOU)),
                ("2022", "天水市", 1, 1, 0, 1, said(ALLIED, TIANSHUI)),
                ("2023", "兰州市", 2, 0, 1, 1, said(FUNDED, AGAIN)),
            ],
        ),
        (
            {"firm": "浪潮", "min_confidence": "0.9"},
            [("2022", "兰州市", 1, 1, 0, 1, said(SIGNED, LANZHOU)), ("2023", "兰州市", 1, 0, 0, 1, said(PAID, AGAIN))],
        ),
    ],
    "partners-of-partners": [
        ({"firm": "浪潮"}, [("科大讯飞", "企业", 1, "天水市", False)]),
        (
            {"firm": "兰州大学", "kind": "City"},
            [("天水市", "城市", 1, "科大讯飞", False), ("西宁市", "城市", 1, "科大讯飞", False)],
        ),
    ],
    "projects-using-technology": [
        (
            {"technology": "数字孪生"},
            [
                (BIG, "数字孪生", "浪潮", "兰州市", False, 0.8, said(USED, LANZHOU)),
                (BIG, "数字孪生", "兰州市", "兰州市", False, 0.8, said(USED, LANZHOU)),
            ],
        ),
        ({"technology": "空间信息技术", "place": "天水"}, []),
    ],
    "sector-players": [
        (
            {"sector": "智慧交通"},
            [
                (BIG, "项目", "智慧交通", None, 0.8, 1, said(WORKED, LANZHOU)),
                (PARKING, "项目", "智慧停车", None, 0.8, 1, said(PARKED, TIANSHUI)),
            ],
        ),
        ({"sector": "智慧交通", "kind": "Firm"}, []),
    ],
    "shared-goals": [
        ({}, [("数字化转型", 2, "兰州市、天水市")]),
        ({"min_cities": "1", "place": "青海省"}, [("碳达峰", 1, "西宁市")]),
    ],
    "single-source": [
        (
            {"entity": "兰州", "min_confidence": "0.75"},
            [
                ("王岚", "任职", "兰州市", 0.8, A["lanzhou-again"], "兰州晚报", quote(HELD)),
                ("兰州市", "追求目标", "数字化转型", 0.8, A["lanzhou"], "甘肃日报", quote(WISHED)),
            ],
        ),
        ({"entity": "兰州", "predicate": "undertakes"}, []),
    ],
    "timeline": [
        (
            {"entity": "浪潮", "from": "2022-06"},
            [
                ("2022-06", True, "浪潮", "合作", "天水市", None, "进行中", 0.8, said(ALLIED, TIANSHUI)),
                ("2023-01-12", False, "浪潮", "投资", BIG, "500000000元", "进行中", 0.8, said(FUNDED, AGAIN)),
                ("2023-01-12", False, "浪潮", "合作", "兰州市", "1000000000元", "已达成", 0.96, said(PAID, AGAIN)),
            ],
        ),
        ({"entity": "浪潮", "to": "2021"}, []),
        ({"entity": "王岚"}, [("2023-01-12", False, "王岚", "任职", "兰州市", "副市长", None, 0.8, said(HELD, AGAIN))]),
        # Where it lies and in which sector it works has no date, and is nothing that happened.
        ({"entity": PARKING}, [("2022-05", True, "麦积区", "实施", PARKING, None, "已完成", 0.8, said(RUN, TIANSHUI))]),
    ],
    "universities-with-partners": [
        ({"place": "甘肃省"}, []),
        ({}, [("兰州大学", "科大讯飞", "企业", None, None, 0.8, 1, said(STUDIED, AGAIN))]),
    ],
    "what-two-share": [
        ({"a": "兰州", "b": "天水"}, [("合作", "浪潮", "企业", True), ("追求目标", "数字化转型", "目标", True)]),
        ({"a": "兰州", "b": "西宁"}, []),
    ],
}
