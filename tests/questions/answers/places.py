"""What the questions about one place, or one beside another, answer."""

from __future__ import annotations

from tests.questions.answers.facts import (
    AGAIN,
    AIMED,
    ALLIED,
    BIG,
    BUILT,
    COUNTED,
    FUNDED,
    HELD,
    ISSUED,
    JOINED,
    LANZHOU,
    PARKING,
    REACHED,
    RUN,
    SIGNED,
    STUDIED,
    TIANSHUI,
    WENT_ON,
    XINING,
    A,
    Cases,
    said,
)

EXPECTED: Cases = {
    "city-indicators": [
        (
            {"city": "天水"},
            [
                ("5G基站", "2022-05", "文中", 1200.0, "个", False, "天水市", "1200个", A["tianshui"]),
                ("5G基站", "2025", "文中", 3000.0, "个", True, "天水市", "3000个", A["tianshui"]),
            ],
        ),
        ({"city": "天水", "indicator": "产值"}, []),
    ],
    "documents-by-place": [
        (
            {"place": "甘肃省"},
            [("甘肃省数字经济规划", "甘肃省", "2022", "已发布", "数字化转型", 0.8, said(ISSUED, AGAIN))],
        ),
        ({"place": "兰州"}, []),
    ],
    "firms-in-city": [
        (
            {"city": "甘肃省"},
            [
                (
                    "浪潮",
                    "合作",
                    None,
                    None,
                    "兰州市",
                    "已达成",
                    "1200000000元",
                    "2022-03-04",
                    "文中",
                    0.96,
                    2,
                    said(SIGNED, LANZHOU),
                ),
                (
                    "科大讯飞",
                    "合作",
                    None,
                    "兰州大学",
                    "兰州市",
                    None,
                    None,
                    "2023-01-12",
                    "报道",
                    0.8,
                    1,
                    said(STUDIED, AGAIN),
                ),
                (
                    "浪潮",
                    "投资",
                    BIG,
                    None,
                    "兰州市",
                    "进行中",
                    "500000000元",
                    "2023-01-12",
                    "报道",
                    0.8,
                    1,
                    said(FUNDED, AGAIN),
                ),
                (
                    "浪潮",
                    "合作",
                    None,
                    None,
                    "天水市",
                    "进行中",
                    None,
                    "2022-06",
                    "文中",
                    0.8,
                    1,
                    said(ALLIED, TIANSHUI),
                ),
                ("浪潮", "实施", BIG, None, "兰州市", "计划", None, "2022-03-05", "报道", 0.8, 1, said(BUILT, LANZHOU)),
                (
                    "科大讯飞",
                    "合作",
                    None,
                    None,
                    "天水市",
                    None,
                    None,
                    "2022-06-10",
                    "报道",
                    0.5,
                    1,
                    said(JOINED, TIANSHUI),
                ),
            ],
        ),
        (
            {"city": "天水", "min_confidence": "0.6"},
            [("浪潮", "合作", None, None, "天水市", "进行中", None, "2022-06", "文中", 0.8, 1, said(ALLIED, TIANSHUI))],
        ),
        ({"city": "天水", "link": "investsIn"}, []),
    ],
    "indicator-across-cities": [
        (
            {"indicator": "5g"},
            [
                ("天水市", "5G基站", "2025", 3000.0, "个", True, 0.8, said(AIMED, TIANSHUI)),
                ("天水市", "5G基站", "2022-05", 1200.0, "个", False, 0.8, said(COUNTED, TIANSHUI)),
                ("西宁市", "5G基站", "2023-03", 4000.0, "个", False, 0.8, said(REACHED, XINING)),
            ],
        ),
        (
            {"indicator": "5G基站", "place": "青海省"},
            [("西宁市", "5G基站", "2023-03", 4000.0, "个", False, 0.8, said(REACHED, XINING))],
        ),
    ],
    "overdue-plans": [
        (
            {"today": "2026-01-01"},
            [("2025", "天水市", "指标", "5G基站 3000个", 0.8, "2022-06-10", said(AIMED, TIANSHUI))],
        ),
        ({"today": "2025-12-31"}, []),
    ],
    "people-and-positions": [
        ({"entity": "甘肃省"}, [("王岚", "副市长", "兰州市", None, "2023-01-12", 1, said(HELD, AGAIN))]),
        ({"entity": "西宁"}, []),
    ],
    "planned-against-completed": [
        ({}, [("兰州市", 0, 1, 0, 0, 1), ("天水市", 0, 0, 1, 0, 1)]),
        ({"place": "天水"}, [("天水市", 0, 0, 1, 0, 1)]),
        ({"min_confidence": "0.95"}, [("兰州市", 0, 1, 0, 0, 1)]),
    ],
    "projects-in-place": [
        (
            {"place": "甘肃省"},
            [
                (BIG, "兰州市", "浪潮", "计划", None, None, 0.8, said(BUILT, LANZHOU)),
                (BIG, "兰州市", "兰州市", "进行中", "2022", "2023", 0.96, said(WENT_ON, AGAIN)),
                (PARKING, "麦积区", "麦积区", "已完成", "2022-05", "2022-05", 0.8, said(RUN, TIANSHUI)),
            ],
        ),
        (
            {"place": "天水", "sector": "智慧交通"},
            [(PARKING, "麦积区", "麦积区", "已完成", "2022-05", "2022-05", 0.8, said(RUN, TIANSHUI))],
        ),
    ],
}
