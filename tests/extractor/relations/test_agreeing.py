"""What one sentence of an article adds to a fact that another one states too."""

from __future__ import annotations

from tests.extractor.linking.samples import analysis


def partnership(text: str) -> list[tuple[str, str]]:
    return [
        (s.status.value if s.status else "", s.time.value if s.time else "")
        for s in analysis(text).statements
        if s.predicate == "partnersWith"
    ]


def test_a_time_told_once_holds_for_all() -> None:
    text = "海康威视与绵阳市签署战略合作协议。2022年6月8日，海康威视与绵阳市签署战略合作协议。"
    assert partnership(text) == [("completed", "2022-06-08")] * 2


def test_a_plan_dates_nothing_done() -> None:
    text = "海康威视与绵阳市签署战略合作协议。2025年底前，海康威视将与绵阳市共同建设绵阳智算中心。"
    assert ("completed", "2025") not in partnership(text)
