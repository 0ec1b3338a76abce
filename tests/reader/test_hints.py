"""Stock codes in mark-up."""

from __future__ import annotations

import pytest

from kg.reader.hints import stock_code


@pytest.mark.parametrize(
    ("mark", "code"),
    [
        ("116,00700", "HK00700"),
        ("116.00700", "HK00700"),
        ("1,600028", "SH600028"),
        ("0,002230", "SZ002230"),
        ("0,300750", "SZ300750"),
        ("0,830799", "BJ830799"),
        ("stock_sh600028", "SH600028"),
        ("stock_HK00700", "HK00700"),
    ],
)
def test_a_code_has_one_spelling(mark: str, code: str) -> None:
    assert stock_code(mark) == code


@pytest.mark.parametrize(
    "mark", ["", "90,BK0628", "1,000001", "100.HSI", "105.AAPL", "Info.116.00700", "0,12345", "quote_sh600028"]
)
def test_boards_indices_and_other_ids_are_no_companies(mark: str) -> None:
    assert stock_code(mark) == ""
