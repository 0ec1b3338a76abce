"""Reads numbers as Chinese newspapers write them: 1,787, ２９．９, 三十二, 二〇二二, 五千万."""

from __future__ import annotations

from typing import Final

CHINESE_DIGITS: Final = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "○": 0,
    "两": 2,
}
_SMALL: Final = {"十": 10, "百": 100, "千": 1000}
_LARGE: Final = {"万": 10**4, "亿": 10**8}
SCALES: Final = {**_SMALL, **_LARGE, "万亿": 10**12}
_ARABIC_MARKS: Final = str.maketrans({"．": ".", ",": None})


def arabic_number(text: str) -> float:
    """The value of Arabic digits, of either width, with an optional point and thousands separators."""
    return float(text.translate(_ARABIC_MARKS))


def chinese_number(text: str) -> int | None:
    """The value of a Chinese numeral (三十二, 五千万, 一百零五, 万亿), or None if it is not well formed."""
    total = section = 0
    digit: int | None = None
    last_scale = 10**16
    for char in text:
        if char in CHINESE_DIGITS:
            if digit:
                return None
            digit = CHINESE_DIGITS[char]
        elif char in _SMALL:
            section += (1 if digit is None else digit) * _SMALL[char]
            digit = None
        elif char in _LARGE:
            scale, head = _LARGE[char], section + (digit or 0)
            # 一亿三千万 adds, 一万三千亿 multiplies all before it; a scale at the very beginning counts once.
            total = total + head * scale if scale < last_scale and head else (total + head or 1) * scale
            section, digit, last_scale = 0, None, scale
        else:
            return None
    return total + section + (digit or 0)


def whole_number(text: str) -> int | None:
    """The value of a whole number in Arabic digits, as a numeral (十二) or digit by digit (二〇二二)."""
    if text.isdecimal():
        return int(text)
    if len(text) > 1 and all(char in CHINESE_DIGITS for char in text):
        return int("".join(str(CHINESE_DIGITS[char]) for char in text))
    return chinese_number(text)
