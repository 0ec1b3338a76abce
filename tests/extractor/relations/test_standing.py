"""How far a relation has come, and when."""

from __future__ import annotations

import pytest

from kg.model import Status
from tests.extractor.relations.samples import analysis


def standing(text: str, predicate: str) -> set[tuple[Status | None, str]]:
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
    ],
)
def test_status_and_time(text: str, predicate: str, found: tuple[Status | None, str]) -> None:
    assert standing(text, predicate) == {found}
