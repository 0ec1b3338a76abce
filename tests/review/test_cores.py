from __future__ import annotations

import pytest

from kg.review.cores import Depth, cores, is_part, numerals

PLACES = {"江苏": "place/js", "江苏省": "place/js", "南宁": "place/nn", "南宁市": "place/nn"}


def texts(name: str, group: str = "organization") -> list[str]:
    return [core.text for core in cores(name, group, PLACES)]


def test_a_firm_is_stripped_of_form_place_and_trade() -> None:
    assert texts("江苏云帆网络科技有限公司") == ["江苏云帆网络科技有限公司", "江苏云帆网络科技", "云帆网络科技", "云帆"]
    found = cores("江苏云帆网络科技有限公司", "organization", PLACES)
    assert [core.depth for core in found] == [Depth.WHOLE, Depth.FORM, Depth.PLACE, Depth.TRADE]
    assert found[-1].place == "place/js"


def test_forms_come_off_one_after_the_other() -> None:
    assert texts("云帆集团股份有限公司")[-1] == "云帆"


@pytest.mark.parametrize("name", ["公司", "南宁", "科技"])
def test_something_is_always_left(name: str) -> None:
    assert texts(name) == [name]


def test_only_what_fits_the_group_comes_off() -> None:
    assert texts("南宁大桥工程", "project") == ["南宁大桥工程", "南宁大桥", "大桥"]
    assert texts("南宁市人民政府", "place") == ["南宁市人民政府", "南宁市"]


def test_numbers_tell_phases_and_years_apart() -> None:
    assert numerals("智慧园区二期") == ("二",)
    assert numerals("2021年5G工厂") == ("2021", "5")
    assert numerals("统一平台") == ()


def test_a_branch_is_a_part() -> None:
    assert is_part("南宁分公司", "organization")
    assert not is_part("集团", "organization")
