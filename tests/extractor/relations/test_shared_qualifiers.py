"""What one sentence of an article adds to a fact that another one states too."""

from __future__ import annotations

from kg.model import Measurement
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


def test_partners_who_plan_more_are_partners_already() -> None:
    text = "未来，海康威视将与绵阳市共同建设绵阳智算中心。2022年6月8日，海康威视与绵阳市签署战略合作协议。"
    assert partnership(text) == [("completed", "2022-06-08")] * 2
    assert [status for status, _ in partnership("未来，海康威视将与绵阳市共同建设绵阳智算中心。")] == ["planned"]


def told(text: str, predicate: str) -> set[str]:
    return {s.status.value if s.status else "" for s in analysis(text).statements if s.predicate == predicate}


def test_what_is_planned_is_to_be_where_it_is() -> None:
    assert told("海康威视将建设绵阳智算中心。", "locatedIn") == {"planned"}
    assert told("海康威视正在建设绵阳智算中心。", "locatedIn") == {""}


def test_what_the_name_of_its_house_begins_stands_unless_it_may_still_come() -> None:
    assert told("记者走进海康威视智能工厂。", "undertakes") == {"completed"}
    assert told("记者走进海康威视智能工厂项目。", "undertakes") == {""}


def test_an_office_is_not_over_with_an_earlier_one_at_the_same_body() -> None:
    said = analysis("海信集团总裁孙文博到会。孙文博曾任海信集团研发部经理。").statements
    offices = {s.title: s.status.value if s.status else "" for s in said if s.predicate == "holdsPosition"}
    assert offices == {"总裁": "", "研发部经理": "completed"}


def test_a_figure_that_is_no_aim_has_been_reached() -> None:
    assert told("绵阳市地区生产总值3600亿元。", "hasMeasurement") == {"completed"}
    assert told("到2030年，绵阳市地区生产总值达到5000亿元。", "hasMeasurement") == {"planned"}


def figures(text: str) -> list[tuple[float, str]]:
    found = [s for s in analysis(text).statements if isinstance(s.obj, Measurement)]
    return [(s.obj.quantity.value, s.time.value if s.time else "") for s in found if isinstance(s.obj, Measurement)]


def test_a_figure_told_again_has_the_time_told_once() -> None:
    text = "绵阳市签约项目90个。2021年，绵阳市签约项目90个。2022年，绵阳市签约企业30家。"
    assert figures(text) == [(90, "2021"), (90, "2021"), (30, "2022")]
    assert figures(f"{text}2020年，绵阳市签约项目90个。")[0] == (90, "")
