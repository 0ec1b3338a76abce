"""Bytes become text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ReadError
from kg.reader.encoding import decode

_TEXT = "甲城与乙公司签署协议，双方将在智慧交通领域开展合作。项目总投资三亿元，预计明年建成。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "big5", "utf-16", "utf-16-le", "utf-32"])
def test_the_encoding_is_found_out(encoding: str) -> None:
    text = (
        _TEXT if encoding != "big5" else "臺北市與高雄市簽署協議，雙方將在智慧交通領域展開合作，計畫明年完成建設。" * 3
    )
    assert decode(text.encode(encoding), "a.txt") == text


def test_line_ends_and_composition_are_settled() -> None:
    assert decode("甲\r\n乙\rCafe\u0301".encode(), "a.txt") == "甲\n乙\nCafé"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\xef\xbb\xbf \n", "white space"),
        (b"%PDF-1.7\n1 0 obj", "a PDF"),
        (b"PK\x03\x04rest", "an Office document"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (bytes(range(256)) * 8, "binary"),
    ],
)
def test_what_is_no_text_says_what_it_is(data: bytes, what: str) -> None:
    with pytest.raises(ReadError, match=what) as caught:
        decode(data, "bad.bin")
    assert caught.value.where == "bad.bin"
    assert caught.value.remedy


def test_a_broken_byte_is_named() -> None:
    data = _TEXT.encode()
    with pytest.raises(ReadError, match="byte 30 is not UTF-8"):
        decode(data[:30] + b"\xff" + data[30:], "a.txt")
    with pytest.raises(ReadError, match=f"byte {len(data) - 3} is not UTF-8"):
        decode(data[:-1], "cut.txt")


@given(st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1))
def test_utf_8_is_never_mistaken(text: str) -> None:
    assert decode(text.encode(), "a.txt") == text


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        assert decode(data, "a.txt").strip()
    except ReadError as error:
        assert error.where == "a.txt"
        assert error.remedy
