"""Whose part a thing is by its name."""

from __future__ import annotations

import pytest

from kg.extractor import knowledge
from kg.extractor.relations.names.wholes import chain, project_in_name, wholes_in_name


def labels(name: str) -> list[str]:
    return [whole.label for whole in wholes_in_name(name, (), knowledge.load())]


@pytest.mark.parametrize(
    ("name", "wholes"),
    [
        ("兰州大学草地农业科技学院牧草研究中心", ["兰州大学", "兰州大学草地农业科技学院"]),
        ("涪江建筑设计院绿色建筑研究中心", ["涪江建筑设计院"]),
        ("涪江粮油集团绵阳面粉有限公司", ["涪江粮油集团"]),
        ("涪江粮油集团有限公司绵阳分公司", ["涪江粮油集团有限公司"]),
        ("中国电信股份有限公司绵阳分公司", ["中国电信"]),
        ("绵阳市公安局涪城分局", ["绵阳市公安局"]),
        ("兰州大学附属第二医院", ["兰州大学"]),
        ("甘肃移动兰州分公司", ["甘肃移动"]),
        ("国家税务总局绵阳市税务局", ["国家税务总局"]),
    ],
)
def test_the_wholes_that_a_name_begins_with(name: str, wholes: list[str]) -> None:
    assert labels(name) == wholes


@pytest.mark.parametrize(
    "name",
    [
        "涪江粮油集团有限公司",
        "涪江粮油（集团）股份有限公司",
        "绵阳市发展和改革委员会",
        "绵阳市中心医院",
        "智能制造研究院新材料研究中心",
        "兰州燃气分公司",
        "中国电信股份有限公司",
        "中国电子信息行业联合会",
    ],
)
def test_a_name_of_one_thing_names_no_whole(name: str) -> None:
    assert labels(name) == []


def test_what_is_listed_itself_is_a_part_only_if_it_is_called_one() -> None:
    known = knowledge.load()
    assert not wholes_in_name("中国邮政储蓄银行", (), known, listed_itself=True)
    assert not wholes_in_name("中国电子技术标准化研究院", (), known, listed_itself=True)
    assert wholes_in_name("中国人民银行数字货币研究所", (), known, listed_itself=True)


def test_the_same_whole_has_one_iri_with_and_without_the_level_of_its_place() -> None:
    one, other = ("绵阳市粮油集团涪城分公司", "绵阳粮油集团涪城分公司")
    known = knowledge.load()
    assert wholes_in_name(one, (), known)[0].iri == wholes_in_name(other, (), known)[0].iri


def test_each_part_with_its_whole_from_the_inside() -> None:
    wholes = wholes_in_name("兰州大学草地农业科技学院牧草研究中心", (), knowledge.load())
    assert [(part, whole.label) for part, whole in chain(wholes, "it")] == [
        ("it", "兰州大学草地农业科技学院"),
        (wholes[1].iri, "兰州大学"),
    ]


def test_the_project_that_the_name_of_its_part_begins_with() -> None:
    projects = {"涪江智能产业园": "park", "涪江智能产业园二期": "phase", "涪江智谷": "short"}
    assert project_in_name("涪江智能产业园公共服务平台", projects) == "park"
    assert project_in_name("涪江智能产业园二期检测中心", projects) == "phase"
    assert project_in_name("涪江智能产业园建设项目", projects) == ""
    assert project_in_name("涪江智谷检测中心", projects) == ""
