"""The facts of the sample graph as answers show them."""

from __future__ import annotations

from decimal import Decimal

from kg.questions import Iri, Table
from kg.questions.table import Value

Row = tuple[object, ...]
# What is asked with which parameters, and all the rows that it must give.
Cases = dict[str, list[tuple[dict[str, str], list[Row]]]]


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
