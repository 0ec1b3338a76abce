"""Where a noun ends a name."""

from __future__ import annotations

import pytest

from kg.extractor.mentions.heads import find_heads
from tests.extractor.mentions.samples import around


def heads(text: str) -> list[str]:
    return [head.word for head in find_heads(around(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("云帆平台上线。", ["平台"]),
        ("平台企业增多。", []),
        ("该地计划投入资金。", []),
        ("伊水试点“一码通城”。", []),
        ("青禾粮油公司党委到会。", ["公司"]),
        ("公司法修订。", []),
    ],
)
def test_a_head_ends_a_name(text: str, found: list[str]) -> None:
    assert heads(text) == found
