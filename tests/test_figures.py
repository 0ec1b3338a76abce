from __future__ import annotations

from decimal import Decimal

import pytest

from kg.figures import in_words, with_words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("57860000000", "578.6亿"),
        ("1200000000.0", "12亿"),
        ("1E+9", "10亿"),
        ("300000", "30万"),
        ("-15500", "-1.55万"),
        ("123456789", "123,456,789"),
        ("12345", "12,345"),
        ("2022", "2022"),
        ("0.85", "0.85"),
    ],
)
def test_a_large_number_is_in_words_where_they_are_exact(number: str, words: str) -> None:
    assert in_words(Decimal(number)) == words


def test_only_the_figure_of_a_label_is_in_words() -> None:
    assert with_words("G40000高速总投资 1200000000元") == "G40000高速总投资 12亿元"
