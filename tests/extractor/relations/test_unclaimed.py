"""Who runs a product is concluded only where nothing says so."""

from __future__ import annotations

import pytest

from tests.extractor.relations.samples import told


@pytest.mark.parametrize(
    ("text", "makers"),
    [
        ("航天宏图深耕停车多年。“易泊车”平台已接入车位3万个。", {"航天宏图"}),
        ("航天宏图深耕停车多年。“易泊车”平台已接入车位3万个。\n“易泊车”平台由海康威视打造。", {"海康威视"}),
        ("航天宏图深耕停车多年。涪江停车中心位于绵阳市。", set()),
        ("航天宏图深耕停车多年，涪江停车中心正式启用。", {"航天宏图"}),
        ("航天宏图、浪潮集团通过“易泊车”平台付款。", set()),
        ("航天宏图深耕停车多年。海康威视停车平台已接入车位3万个。", {"海康威视"}),
        ("航天宏图深耕停车多年，客户有海康威视。海康威视停车平台已接入车位3万个。", {"海康威视"}),
    ],
)
def test_a_product_is_that_of_the_firm_before_it_unless_another_one_makes_it(text: str, makers: set[str]) -> None:
    assert {subject for subject, predicate, _ in told(text) if predicate == "undertakes"} == makers


def test_the_home_where_a_thing_is_finished_is_no_maker_beside_the_one_told() -> None:
    text = "绵阳市召开大会。涪江智慧大桥顺利封顶。"
    assert ("绵阳市", "undertakes", "涪江智慧大桥") in told(text, "绵阳日报")
    both = told(f"{text}\n由海康威视承建的涪江智慧大桥启用。", "绵阳日报")
    assert {subject for subject, predicate, _ in both if predicate == "undertakes"} == {"海康威视"}
