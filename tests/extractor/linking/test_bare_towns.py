"""Towns named again without what says that they are towns."""

from __future__ import annotations

import pytest

from tests.extractor.linking.samples import iris

TOWN = "绵阳市平武县云峪镇正在建设智慧农业产业园。"


def test_a_town_is_meant_by_its_bare_name() -> None:
    found = iris(f"{TOWN}近来，云帆数据中心也在云峪落地。")
    assert found["云峪"] == found["云峪镇"]


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        (f"{TOWN}车队驶过云峪路。", "云峪"),
        ("平武县团结镇召开会议，大家要团结。", "团结"),
        ("平武县云峪镇和江油市云峪镇签约，云峪人来了。", "云峪"),
    ],
)
def test_a_street_a_word_and_a_name_that_two_share_are_no_town(text: str, bare: str) -> None:
    assert bare not in iris(text)
