"""Numbers as Chinese newspapers write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extractor.mentions.numerals import arabic_number, chinese_number, whole_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十", 10),
        ("三十二", 32),
        ("一百零五", 105),
        ("两", 2),
        ("五千万", 50_000_000),
        ("一亿三千万", 130_000_000),
        ("一万三千亿", 1_300_000_000_000),
        ("万亿", 1_000_000_000_000),
        ("三四", None),
        ("三个", None),
    ],
)
def test_chinese_numerals(text: str, value: int | None) -> None:
    assert chinese_number(text) == value


def test_whole_numbers_in_three_scripts() -> None:
    assert [whole_number(text) for text in ("12", "１２", "十二", "二〇二二")] == [12, 12, 12, 2022]


@given(st.integers(0, 10**9))
def test_thousands_separators_and_width_do_not_matter(value: int) -> None:
    wide = str(value).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    assert arabic_number(f"{value:,}") == arabic_number(wide) == value
