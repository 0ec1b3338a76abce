"""学校, 新区, 园区: the only thing of its kind named before, or nothing."""

from __future__ import annotations

from tests.extractor.linking.samples import meant


def test_a_zone_by_its_kind() -> None:
    told = "卫华集团走访江北新区。"
    assert meant(told + "新区推出新规。")["新区"] == "南京江北新区"
    assert meant(told + "集团落户新区。")["新区"] == "南京江北新区"


def test_only_where_it_stands_alone() -> None:
    told = "卫华集团走访江北新区。"
    for text in ("各类新区推出新规。", "智慧新区推出新规。", "十个新区推出新规。", "新区企业表示满意。"):
        assert "新区" not in meant(told + text)


def test_nothing_where_two_compete() -> None:
    assert "新区" not in meant("卫华集团走访江北新区、西咸新区。新区推出新规。")
    assert "学校" not in meant("青海大学与东南大学会谈。智算中心由学校牵头建设。")


def test_the_one_of_its_paragraph_first() -> None:
    assert meant("青海大学表示满意。\n东南大学参会。学校将建设智算中心。")["学校"] == "东南大学"


def test_a_school_is_called_so_whatever_its_name_ends_with() -> None:
    assert meant("青海大学表示满意。智算中心由学校牵头建设。")["学校"] == "青海大学"


def test_a_park_is_a_zone_or_a_work() -> None:
    assert meant("走访潍坊综合保税区。园区推出新规。")["园区"] == "潍坊综合保税区"
    assert meant("走访云帆数字产业园。设备在园区内启用。")["园区"] == "云帆数字产业园"
    assert "园区" not in meant("从潍坊综合保税区来到云帆数字产业园。设备在园区内启用。")


def test_not_what_is_around_there() -> None:
    assert "新区" not in meant("卫华集团走访江北新区。现在新区，客商不少。")
