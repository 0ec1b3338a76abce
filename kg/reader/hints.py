"""Stock codes as the mark-up of finance pages gives them, in one spelling: HK00992, SH601658, SZ002415, BJ835670."""

from __future__ import annotations

import re
from typing import Final

_EASTMONEY: Final = re.compile(r"(\d{1,3})[.,](\w{5,6})")
_SINA: Final = re.compile(r"stock_(sh|sz|bj|hk)(\d{5,6})", re.IGNORECASE)
_SHAPES: Final = {
    "HK": re.compile(r"\d{5}"),
    "SH": re.compile(r"[69]\d{5}"),
    "SZ": re.compile(r"[023]\d{5}"),
    "BJ": re.compile(r"[489]\d{5}"),
}
# Eastmoney's market numbers; 0 is Shenzhen and Beijing, and 90 (boards), 100 (indices) and the rest are no shares.
_MARKETS: Final = {"116": ("HK",), "1": ("SH",), "0": ("SZ", "BJ")}


def stock_code(mark: str) -> str:
    """The listed company that an attribute such as `116,00992` or `stock_sh601658` means, or "" if it means none."""
    if match := _SINA.fullmatch(mark):
        return _checked((match[1].upper(),), match[2])
    if match := _EASTMONEY.fullmatch(mark):
        return _checked(_MARKETS.get(match[1], ()), match[2])
    return ""


def _checked(markets: tuple[str, ...], number: str) -> str:
    return next((market + number for market in markets if _SHAPES[market].fullmatch(number)), "")
