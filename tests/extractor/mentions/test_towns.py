"""Towns and villages, which no gazetteer lists."""

from __future__ import annotations

import pytest

from kg.extractor import knowledge
from kg.extractor.mentions.known import find_known
from kg.extractor.mentions.towns import find_towns
from kg.extractor.segmentation import segment


def towns(text: str) -> list[tuple[str, str]]:
    known, tokens = knowledge.load(), segment(text)
    found = find_towns(text, tokens, known, find_known(text, tokens, known))
    return [(text[c.start : c.end], c.name) for c in found]


def test_one_behind_a_place_is_named_with_it() -> None:
    assert towns("项目位于平武县石桥镇。") == [("石桥镇", "平武县石桥镇")]


def test_the_next_of_a_list_is_of_the_same_place() -> None:
    assert [name for _, name in towns("在平武县石桥镇、羊场镇实施。")] == ["平武县石桥镇", "平武县羊场镇"]


def test_one_that_is_called_like_a_district_is_none_of_its_streets() -> None:
    assert towns("来到莲池乡调研，莲池乡人民政府乡长在场。") == [("莲池乡", "莲池乡"), ("莲池乡", "莲池乡")]


def test_a_village_is_one_behind_its_town_only() -> None:
    assert towns("走进平武县石桥镇金星村，")[-1] == ("金星村", "石桥镇金星村")
    assert towns("走进金星村，") == []


@pytest.mark.parametrize("text", ["平武县特色小镇", "平武县大学生返乡创业", "推进城镇化，建设美丽乡村", "平武县各乡镇"])
def test_other_words_with_the_same_end_are_none(text: str) -> None:
    assert towns(text) == []
