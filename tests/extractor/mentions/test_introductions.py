"""What only leads up to the name of a project."""

from __future__ import annotations

import pytest

from tests.extractor.mentions.samples import names, told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("绵阳市打造特色园区云岭智谷。", "云岭智谷"),
        ("绵阳市建设重点项目云岭智算中心。", "云岭智算中心"),
        ("由云岭智算中心为青禾电站供电。", "青禾电站"),
    ],
)
def test_a_name_begins_behind_what_introduces_it(text: str, name: str) -> None:
    assert ("Project", name) in told(names(text))
