"""What is written down of a thing."""

from __future__ import annotations

from kg.extractor import extract
from tests.conftest import make_article


def test_no_name_begins_with_the_dot_that_joins_it_to_another() -> None:
    found = extract(make_article("走进江城市，红星美凯龙·江城国际家居博览中心正在建设。江城国际家居博览中心明年开业。"))
    names = [name for entity in found.entities for name in (entity.label, *entity.names)]
    assert "江城国际家居博览中心" in names
    assert not [name for name in names if name.startswith("·")]


def other_names(text: str, label: str) -> set[str]:
    """What else the article calls a thing, as the graph has it."""
    (names,) = (entity.names for entity in extract(make_article(text)).entities if entity.label == label)
    return set(names) - {label}


def test_a_piece_of_a_name_is_another_name_only_where_it_stands_by_itself() -> None:
    once = "南京市启用南京青禾云计算创新产业园。"
    assert other_names(once, "南京青禾云计算创新产业园") == set()
    again = f"{once}青禾云计算创新产业园由华为运营。"
    assert other_names(again, "南京青禾云计算创新产业园") == {"青禾云计算创新产业园"}
    assert other_names("桂林市上线桂林“青禾”停车平台。", "桂林“青禾”停车平台") == {"“青禾”停车平台"}


def test_no_other_name_begins_with_a_bracket() -> None:
    text = "桂林市启用桂林（临桂）青禾数字经济产业园。（临桂）青禾数字经济产业园由华为运营。"
    assert not [name for name in other_names(text, "桂林（临桂）青禾数字经济产业园") if name.startswith("（")]


def test_what_many_things_are_called_is_no_other_name() -> None:
    text = "武汉市建成武汉人工智能计算中心。人工智能计算中心由华为建设，本项目由明远科技运营。"
    assert other_names(text, "武汉人工智能计算中心") == set()
