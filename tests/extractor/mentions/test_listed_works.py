"""What 等项目 and 三个工程 say of the members of a list."""

from __future__ import annotations

import pytest

from tests.extractor.linking.samples import analysis


def works(text: str) -> list[str]:
    seen = analysis(text)
    return [text[m.start : m.end] for m in seen.linking.mentions if m.kind == "Project"]


def test_every_member_is_a_project_whatever_it_is_called() -> None:
    assert works("文水县先后实施了县城集中供热改造、污水处理厂提标、文峪河湿地修复等工程。") == [
        "县城集中供热改造",
        "污水处理厂提标",
        "文峪河湿地修复",
    ]


def test_a_number_closes_a_list_too() -> None:
    assert works("小镇规划有零碳会展中心、智慧能源管理平台和生态湿地公园三个子项目。") == [
        "零碳会展中心",
        "智慧能源管理平台",
        "生态湿地公园",
    ]


def test_a_member_is_taken_whole() -> None:
    listed = "怀来腾讯数据中心、环首都·太行山能源信息产业基地等一批项目落户张家口。"
    assert works(listed) == ["怀来腾讯数据中心", "环首都·太行山能源信息产业基地"]


@pytest.mark.parametrize(
    "text",
    [
        "文水县布局光伏、储能、氢能等项目。",
        "山西建投集团、太重集团等企业签署相关项目。",
        "文水县鼓励新能源汽车、生物医药等领域的项目。",
        "山西大学、太原理工大学等重点建设工程院校到会。",
    ],
)
def test_fields_and_bodies_are_none(text: str) -> None:
    assert works(text) == []
