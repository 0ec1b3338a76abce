"""Whose 市水利局 and 团市委 are."""

from __future__ import annotations

import pytest

from tests.extractor.linking.samples import meant


@pytest.mark.parametrize(
    ("publisher", "wording", "label"),
    [
        ("衢州日报", "市水利局", "衢州市水利局"),
        ("衢州日报", "团市委", "衢州团市委"),
        ("延边日报", "团州委", "延边团州委"),
        ("广西日报", "团区委", "广西团区委"),
        ("浦东时报", "团区委", "浦东新区团区委"),
        ("衢州日报", "市自来水公司", "衢州市自来水公司"),
        ("衢州日报", "市城投集团", "衢州市城投集团"),
        ("衢州日报", "市茶叶发展中心", "衢州市茶叶发展中心"),
    ],
)
def test_a_body_of_the_home_is_called_with_it(publisher: str, wording: str, label: str) -> None:
    assert meant(f"{wording}到会。", publisher)[wording] == label


@pytest.mark.parametrize("wording", ["市水利局", "团市委", "团旗委"])
def test_without_a_home_any_place_has_one(wording: str) -> None:
    assert wording not in meant(f"{wording}到会。")


@pytest.mark.parametrize("wording", ["市政工程公司", "省重点实验室", "市三级医院"])
def test_a_word_that_only_begins_with_a_level_and_what_is_granted_to_many_are_of_no_home(wording: str) -> None:
    assert meant(f"{wording}到会。", "衢州日报").get(wording, wording) == wording


def test_a_zone_called_by_its_sort_is_the_only_one_told_in_full() -> None:
    text = "青禾高新技术产业开发区成立。高新区开会。"
    assert meant(text)["高新区"] == "青禾高新技术产业开发区"
    assert meant("苏州高新技术产业开发区成立。高新区开会。")["高新区"] == "苏州高新技术产业开发区"
    assert "高新区" not in meant("青禾高新技术产业开发区和云岭高新区成立。高新区开会。", "衢州日报")
