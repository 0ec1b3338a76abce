"""Where things are that the text does not say of them alone."""

from __future__ import annotations

from kg.model import Statement, Status
from tests.extractor.linking.samples import analysis


def sites(text: str) -> dict[tuple[str, str], Statement]:
    seen = analysis(text)
    drafts = seen.linking.drafts
    return {
        (drafts[s.subject].label, drafts[s.obj].label): s
        for s in seen.statements
        if s.predicate == "locatedIn" and isinstance(s.obj, str)
    }


def test_what_a_place_builds_is_there() -> None:
    found = sites("绵阳市建成“涪江之眼”监测平台。")
    assert found["“涪江之眼”监测平台", "绵阳市"].pattern == "site-of-maker"


def test_what_a_body_of_a_place_runs_is_there() -> None:
    assert sites("绵阳市总工会建成“涪江之眼”监测平台。")["“涪江之眼”监测平台", "绵阳市"].pattern == "site-of-maker"
    assert sites("绵阳市大数据局建成“涪江之眼”监测平台。")["“涪江之眼”监测平台", "绵阳市"].pattern == "site-of-maker"


def test_what_a_body_of_the_whole_country_or_a_firm_runs_may_be_anywhere() -> None:
    assert not sites("中国电子学会建成“涪江之眼”监测平台。")
    found = sites("绵阳九州光电子有限公司建成“涪江之眼”监测平台。")
    assert ("“涪江之眼”监测平台", "绵阳市") not in found


def test_what_is_to_be_built_is_to_be_there() -> None:
    assert sites("绵阳市将建设磁性材料产业园。")["磁性材料产业园", "绵阳市"].status is Status.PLANNED


def test_a_campaign_is_nowhere_in_particular() -> None:
    assert not sites("绵阳市开展“百日攻坚”行动。")


def test_what_is_told_to_be_elsewhere_stays_there() -> None:
    found = sites("绵阳市建成桂林智算中心。")
    assert ("桂林智算中心", "桂林市") in found
    assert ("桂林智算中心", "绵阳市") not in found


def test_what_enters_a_park_is_where_the_park_was_told_to_be() -> None:
    found = sites("磁性材料产业园位于绵阳市。九州光电子有限公司入驻磁性材料产业园。")
    assert ("九州光电子有限公司", "绵阳市") in found
