"""How far a relation has come, and when."""

from __future__ import annotations

import pytest

from kg.model import Status
from tests.extractor.relations.samples import analysis


def status_and_time(text: str, predicate: str) -> set[tuple[Status | None, str]]:
    found = [s for s in analysis(text).statements if s.predicate == predicate]
    return {(s.status, s.time.value if s.time else "") for s in found}


@pytest.mark.parametrize(
    ("text", "predicate", "found"),
    [
        ("2022年，海康威视建成涪江数据中心。", "undertakes", (Status.COMPLETED, "2022")),
        ("到2025年，绵阳市建成涪江数据中心。", "undertakes", (Status.PLANNED, "2025")),
        ("海康威视正在建设涪江数据中心。", "undertakes", (Status.UNDERWAY, "")),
        ("海康威视与绵阳市签约。", "partnersWith", (Status.COMPLETED, "")),
        ("2022年，海康威视采用区块链。", "usesTechnology", (None, "")),
        ("海康威视将采用区块链。", "usesTechnology", (Status.PLANNED, "")),
        ("总部位于绵阳市的海康威视将于2025年上市。", "locatedIn", (None, "")),
        ("2022年，涪江数据中心位于绵阳市的机房断电。", "locatedIn", (None, "")),
        ("涪江数据中心将于2025年落户绵阳市。", "locatedIn", (Status.PLANNED, "2025")),
        ("绵阳市将光伏定为主导方向，陆续招引江油储能电站项目。", "locatedIn", (None, "")),
        ("公司计划明年3月迁入位于绵阳市的涪江产业园。", "locatedIn", (None, "")),
        ("2022年，海康威视在绵阳市成立。", "locatedIn", (Status.COMPLETED, "2022")),
        ("海康威视将收购大华股份全资子公司绵阳青云有限公司的土地。", "partOf", (None, "")),
        ("17日，论坛在海康威视绵阳分公司启动。", "locatedIn", (None, "")),
    ],
)
def test_status_and_time(text: str, predicate: str, found: tuple[Status | None, str]) -> None:
    assert status_and_time(text, predicate) == {found}
