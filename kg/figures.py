"""Large numbers as Chinese texts write them, to the last digit."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

# Each with the digits behind the point beyond which a number is easier to read as it is.
_UNITS: Final = ((Decimal(10**8), "亿", 4), (Decimal(10**4), "万", 2))
_LONG: Final = re.compile(r"(?<= )-?\d{5,}(?:\.\d+)?")


def in_words(number: Decimal) -> str:
    """57860000000 as 578.6亿, 1234567 as 1,234,567; years and what else is below ten thousand stay as they are."""
    for size, unit, most in _UNITS:
        if abs(number) >= size and _digits(number / size) <= most:
            return f"{_plain(number / size)}{unit}"
    return _plain(number)


def with_words(text: str) -> str:
    """A text with its long numbers in words."""
    return _LONG.sub(lambda number: in_words(Decimal(number[0])), text)


def _digits(number: Decimal) -> int:
    _, _, fraction = format(number, "f").rstrip("0").partition(".")
    return len(fraction)


def _plain(number: Decimal) -> str:
    whole, _, fraction = format(number, "f").partition(".")
    fraction = fraction.rstrip("0")
    shown = f"{int(whole):,}" if len(whole) > 4 else whole
    return f"{shown}.{fraction}" if fraction else shown
