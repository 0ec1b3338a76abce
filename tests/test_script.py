"""Traditional script in simplified characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.script import is_traditional, simplified


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("江城與雲帆科技簽署協議，將在這個園區興建數據中心。", True),
        ("江城与云帆科技签署协议，将在这个园区兴建数据中心。", False),
        (
            "江城与云帆科技签署协议，商標為「雲帆」，将在这个园区兴建数据中心，并由云帆科技负责运营，今年投入使用。",
            False,
        ),
        ("Smart city", False),
        ("", False),
    ],
)
def test_a_text_is_traditional_by_the_characters_that_only_such_texts_have(text: str, told: bool) -> None:
    assert is_traditional(text) is told


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("衞生署、衛生署", "卫生署、卫生署"),
        ("綫路、線路在裏面、裡面", "线路、线路在里面、里面"),
        ("乾隆年間的乾燥設備", "乾隆年间的干燥设备"),
        ("看著著名的皇后與後台", "看着著名的皇后与后台"),
        ("昇騰晶片與人工智慧", "昇腾芯片与人工智能"),
        ("資訊科技局", "资讯科技局"),
    ],
)
def test_characters_follow_the_words_that_they_stand_in(printed: str, read: str) -> None:
    assert simplified(printed) == read


@given(st.text(alphabet="城與雲帆簽署協議著乾後裏衞瞭。,\n ABü𠮷𨋢昇", max_size=30))
def test_sign_stands_for_sign(text: str) -> None:
    assert len(simplified(text)) == len(text)
    assert [place for place, letter in enumerate(simplified(text)) if letter == "\n"] == [
        place for place, letter in enumerate(text) if letter == "\n"
    ]
