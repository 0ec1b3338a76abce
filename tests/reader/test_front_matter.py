"""The header between two `---` lines."""

from __future__ import annotations

from itertools import pairwise

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kg.reader.front_matter import first, split_header

_KEYS = st.text(alphabet="abcdefghijklmnopqrstuvwxyz_", min_size=1, max_size=8)
_WORDS = st.text(alphabet=st.characters(categories=("L", "N", "P", "Zs")), min_size=1, max_size=20).map(str.strip)
_VALUES = st.one_of(_WORDS, st.lists(_WORDS, max_size=3))


def test_values_are_strings_and_lists_of_strings() -> None:
    header, body = split_header(
        "\n---\ntitle: '一座城'\ndate: 2023-03-06 10:20:00 +0800\ntags:\n - 甲\n - 乙\n---\n正文。\n"
    )
    assert header == {"title": "一座城", "date": "2023-03-06 10:20:00 +0800", "tags": ("甲", "乙")}
    assert body == "正文。\n"
    assert first(header, "missing", "tags") == "乙"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ('title: "让"数据"多跑路"', '让"数据"多跑路'),
        ("title: 甲城: 一年之后", "甲城: 一年之后"),
        ("title: [快讯] 甲城签约", "[快讯] 甲城签约"),
        ("title: 'It''s 5G'", "It's 5G"),
    ],
)
def test_a_title_that_breaks_yaml_is_read_by_line(line: str, title: str) -> None:
    header, body = split_header(f"---\nlayout: post\n{line}\ntags: 甲城日报新闻\n---\n正文。")
    assert (header["title"], header["tags"], body) == (title, "甲城日报新闻", "正文。")


def test_lists_are_read_by_line_too() -> None:
    header, _ = split_header('---\ntitle: "a"b"\ncategories: \n - 新媒体\n - 资讯\n---\n')
    assert header["categories"] == ("新媒体", "资讯")


def test_a_number_in_toml_is_a_value_too() -> None:
    header, _ = split_header('+++\ntitle = "甲城"\ndate = 20230306\ndraft = false\n+++\n正文。')
    assert header == {"title": "甲城", "date": "20230306", "draft": ""}


def test_between_plus_signs_it_is_toml() -> None:
    header, body = split_header('+++\ntitle = "甲城"\ndate = 2023-03-06\ntags = ["甲", "乙"]\n+++\n正文。')
    assert (header, body) == ({"title": "甲城", "date": "2023-03-06", "tags": ("甲", "乙")}, "正文。")


@pytest.mark.parametrize(
    "text",
    [
        "正文。",
        "+++\n甲城\n+++\n正文。",
        "甲\n---\ntitle: 乙\n---\n",
        "---\n只有一条线",
        "---\n\n---\n正文。",
        "",
        "------",
    ],
)
def test_without_a_header_the_text_is_whole(text: str) -> None:
    assert split_header(text) == ({}, text)


@given(st.dictionaries(_KEYS, _VALUES.filter(bool), min_size=1, max_size=4), st.text(max_size=40))
def test_what_yaml_writes_is_read_back(values: dict[str, str | list[str]], body: str) -> None:
    body = body.replace("\r", "")
    header = yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=10_000)
    read, rest = split_header(f"---\n{header}---\n{body}")
    expected = {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}
    assert (read, rest) == (expected, body)


@given(st.text(max_size=200))
def test_any_header_is_split_without_a_crash(text: str) -> None:
    header, body = split_header(f"---\n{text}\n---\n尾")
    assert body.endswith("尾")
    assert all(isinstance(value, str | tuple) for value in header.values())


def test_references_to_references_are_not_followed() -> None:
    """Twelve lines that would stand for 9¹² words."""
    lines = ["a: &a [甲, 甲, 甲, 甲, 甲, 甲, 甲, 甲, 甲]"]
    lines += [f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]" for old, new in pairwise("abcdefghijkl")]
    header, body = split_header("\n".join(["---", *lines, "title: '一座城'", "---", "正文。"]))
    assert (header["title"], body) == ("一座城", "正文。")


@pytest.mark.parametrize("header", ["---\ntitle: 一座城\ntags: {}\n---\n", "+++\ntitle = '一座城'\ntags = {}\n+++\n"])
def test_what_is_nested_beyond_sense_does_no_harm(header: str) -> None:
    assert split_header(header.format("[" * 200 + "]" * 200) + "正文。")[0]["title"] == "一座城"
    assert split_header(header.format("[" * 9_000 + "]" * 9_000) + "正文。")[1].endswith("正文。")
