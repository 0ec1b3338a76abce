"""Every ready question on the sample graph, with all the rows that it must give."""

from __future__ import annotations

from decimal import Decimal

from kg.questions import Iri, Table
from kg.questions.table import Value

Row = tuple[object, ...]


def shown(table: Table) -> list[Row]:
    """The rows with labels for IRIs (Chinese only for terms of the ontology) and plain numbers."""
    return [tuple(_shown(table, row, at) for at in range(len(row))) for row in table.rows]


def _shown(table: Table, row: tuple[Value, ...], at: int) -> object:
    cell = row[at]
    if isinstance(cell, Iri):
        label = table.name(row, at) or cell
        return label.split(" ")[0] if "ontology#" in cell else label
    return float(cell) if isinstance(cell, Decimal) else cell


BIG, PARKING = "兰州城市大脑", "麦积智慧停车平台"
A = {name: f"{name}.md" for name in ("lanzhou", "tianshui", "lanzhou-again", "xining")}

DAYS = {"lanzhou": "2022-03-05", "tianshui": "2022-06-10", "lanzhou-again": "2023-01-12", "xining": "2023-05-01"}


def quote(words: str) -> str:
    """A sentence of the sample by what it says."""
    return f"说明：{words}。"


def said(words: str, article: str) -> str:
    """What is shown for a statement or its evidence: the sentence, and where it stands."""
    return f"“{quote(words)}” — 《{article}.md》 {DAYS[article]} {article}.md"


SIGNED = "兰州市，partnersWith，浪潮，completed，2022-03-04，1200000000元，战略合作协议"
PAID = "兰州市，partnersWith，浪潮，completed，1000000000元"
ALLIED = "天水市，partnersWith，浪潮，underway，2022-06"
RUN = "麦积区，undertakes，麦积智慧停车平台，completed，2022-05"
HELD = "王岚，holdsPosition，兰州市，副市长"
STUDIED = "兰州大学，partnersWith，科大讯飞"
FUNDED = "浪潮，investsIn，兰州城市大脑，underway，500000000元"
BUILT = "浪潮，undertakes，兰州城市大脑，planned"
JOINED = "天水市，partnersWith，科大讯飞"
AIMED = "天水市，hasMeasurement，5G基站3000个，planned，2025"
COUNTED = "天水市，hasMeasurement，5G基站1200个，2022-05"
REACHED = "西宁市，hasMeasurement，5G基站4000个，2023-03"
AGREED = "西宁市，partnersWith，科大讯飞，completed，2023-04-28，合作协议"
HONOURED = "兰州城市大脑，recognisedAs，2022年甘肃省数字化示范项目，completed，2022-12"
ISSUED = "甘肃省，publishes，甘肃省数字经济规划，completed，2022"
USED = "兰州城市大脑，usesTechnology，数字孪生"
WORKED = "兰州城市大脑，inSector，智慧交通"
PARKED = "麦积智慧停车平台，inSector，智慧停车"
WENT_ON = "兰州市，undertakes，兰州城市大脑，underway，2023"
WISHED = "兰州市，pursues，数字化转型"

LANZHOU, TIANSHUI, AGAIN, XINING = DAYS

EXPECTED: dict[str, list[tuple[dict[str, str], list[Row]]]] = {
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
    "city-indicators": [
        (
            {"city": "天水"},
            [
                ("5G基站", "2022-05", 1200.0, "个", False, "天水市", "1200个", A["tianshui"]),
                ("5G基站", "2025", 3000.0, "个", True, "天水市", "3000个", A["tianshui"]),
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
    "firm-by-year": [
        (
            {"firm": "浪潮"},
            [
                ("2022", "兰州市", 2, 1, 1, 1, said(SIGNED, LANZHOU)),
                ("2022", "天水市", 1, 1, 0, 1, said(ALLIED, TIANSHUI)),
                ("2023", "兰州市", 2, 0, 1, 1, said(PAID, AGAIN)),
            ],
        ),
        (
            {"firm": "浪潮", "min_confidence": "0.9"},
            [("2022", "兰州市", 1, 1, 0, 1, said(SIGNED, LANZHOU)), ("2023", "兰州市", 1, 0, 0, 1, said(PAID, AGAIN))],
        ),
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
    "partners-of-partners": [
        ({"firm": "浪潮"}, [("科大讯飞", "企业", 1, "天水市", False)]),
        (
            {"firm": "兰州大学", "kind": "City"},
            [("天水市", "城市", 1, "科大讯飞", False), ("西宁市", "城市", 1, "科大讯飞", False)],
        ),
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
                ("2022-06", True, "浪潮", "合作", "天水市", "进行中", 0.8, said(ALLIED, TIANSHUI)),
                ("2023-01-12", False, "浪潮", "投资", BIG, "进行中", 0.8, said(FUNDED, AGAIN)),
                ("2023-01-12", False, "浪潮", "合作", "兰州市", "已达成", 0.96, said(PAID, AGAIN)),
            ],
        ),
        ({"entity": "浪潮", "to": "2021"}, []),
        # Where it lies and in which sector it works has no date, and is nothing that happened.
        ({"entity": PARKING}, [("2022-05", True, "麦积区", "实施", PARKING, "已完成", 0.8, said(RUN, TIANSHUI))]),
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

# Its answers depend on the way to the graph: test_build_changes.py asks it.
LOG = "build-changes"
CASES = [(name, given, rows) for name, cases in EXPECTED.items() for given, rows in cases]
