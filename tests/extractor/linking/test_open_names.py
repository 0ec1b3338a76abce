"""Names that mean the same thing in any two articles."""

from __future__ import annotations

import pytest

from kg.extractor import knowledge
from kg.extractor.linking.open_names import open_key


def are_one(one: str, other: str) -> bool:
    return open_key(one, knowledge.load()) == open_key(other, knowledge.load())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("四川绵阳云岭银行", "绵阳云岭银行"),
        ("四川省绵阳市涪城区云岭学校", "涪城区云岭学校"),
        ("长沙市云岭学校", "长沙云岭学校"),
        ("青禾研究院四川绵阳分院", "青禾研究院绵阳分院"),
        ("国家税务总局鹤壁市税务局", "鹤壁市税务局"),
        ("国网河南鹤壁供电公司", "鹤壁供电公司"),
        ("中华人民共和国鹤壁海关", "鹤壁海关"),
        ("青禾证券股份有限公司", "青禾证券"),
        ("鹤壁青禾集团有限责任公司", "鹤壁青禾集团"),
        ("国网鹤壁供电分公司", "鹤壁供电公司"),
        ("青禾产业园区", "青禾产业园"),
        ("鹤壁交通投资集团有限公司", "鹤壁交投集团"),
        ("鹤壁市公共交通集团有限公司", "鹤壁公交集团"),
        ("鹤壁轨道交通集团有限公司", "鹤壁市轨道集团"),
    ],
)
def test_one_name_in_two_wordings(one: str, other: str) -> None:
    assert are_one(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("河南绵阳云岭银行", "绵阳云岭银行"),  # nothing in Henan is called so
        ("北京朝阳云岭医院", "朝阳云岭医院"),  # there is a city of this name too
        ("长沙县云岭学校", "长沙市云岭学校"),
        ("长沙县云岭学校", "长沙云岭学校"),
        ("吉林市云岭学校", "吉林省云岭学校"),
        ("四川绵阳", "四川"),
        ("国家税务总局", "税务局"),
        ("鹤壁青禾集团", "鹤壁青禾股份有限公司"),
        ("青禾有限公司", "青禾"),
        ("鹤壁城市建设集团", "鹤壁城市建设投资集团"),
        ("鹤壁青禾有限公司绵阳分公司", "鹤壁青禾有限公司"),
    ],
)
def test_two_names(one: str, other: str) -> None:
    assert not are_one(one, other)
