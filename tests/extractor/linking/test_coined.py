"""Works that are told from their namesakes by a word of their own."""

from __future__ import annotations

import pytest

from kg.extractor import knowledge
from kg.extractor.linking.coined import begins_coined, begins_with_nature
from tests.extractor.linking.samples import iris


@pytest.mark.parametrize(
    ("name", "coined"),
    [
        ("睿禾产业园区", True),
        ("郑枣高速改造项目", True),
        ("算力中心", False),  # 算 and 力 stand alone, but terms are made with them
        ("光储充一体化电站", False),
        ("智慧停车平台", False),
        ("睿禾", False),
    ],
)
def test_a_word_that_the_dictionary_lacks(name: str, coined: bool) -> None:
    assert begins_coined(name) == coined


@pytest.mark.parametrize(
    ("name", "nature"),
    [
        ("青禾岭风电场", True),
        ("塔云湖体育公园", True),
        ("智慧湾产业园", False),
        ("风电场", False),
        ("青禾岭", False),
    ],
)
def test_a_hill_or_water(name: str, nature: bool) -> None:
    assert begins_with_nature(name, knowledge.load()) == nature


@pytest.mark.parametrize(("name", "one"), [("青禾岭风电场", True), ("睿禾产业园区", True), ("智慧停车平台", False)])
def test_two_papers_tell_of_one(name: str, one: bool) -> None:
    text = f"海康威视建设{name}。"
    assert (iris(text, "绵阳日报")[name] == iris(text, "鹤壁日报")[name]) == one
