"""Finds plain figures in a text, without their units: 1,787, 30.45亿, 1000多万, 五千万, 三四十, 百分之七十."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kg.allocation import quickly_made
from kg.extractor.mentions.numerals import CHINESE_DIGITS, SCALES, arabic_number, chinese_number

_D: Final = "[0-9０-９]"
_ARABIC: Final = rf"(?:{_D}{{1,3}}(?:,{_D}{{3}})+(?!{_D})|{_D}+)(?:[.．]{_D}+)?"
# 千 of 千瓦, 千米 and the like belongs to the unit.
_THOUSAND: Final = "千(?![瓦米克伏焦赫帕卡])"
_DIGIT: Final = "[一二两三四五六七八九零〇]"
_CHINESE: Final = rf"(?:{_DIGIT}|[十百万亿]|{_THOUSAND})+(?:点{_DIGIT}+)?"
_SCALE: Final = rf"(?:(?:[百十]|{_THOUSAND})?(?:万亿|亿|万)|百|{_THOUSAND})"
# Most characters begin no figure: the look-ahead passes over them before the alternatives are tried.
_FIGURE: Final = rf"""
    (?=[0-9０-９一二两三四五六七八九零〇十百千万亿]) (?P<per>[百千]分之)? (?:
        (?P<arabic>(?<![0-9０-９A-Za-z.．_])(?<![^Wh瓦时]/)(?<![0-9０-９][:：]){_ARABIC}) \s? (?P<scale>{_SCALE})?
        (?:(?P<rest>{_ARABIC})(?P<rest_scale>(?:[百]|{_THOUSAND})?万))?
        | (?P<chinese>{_CHINESE})
    )
    (?P<more>[多余几+＋])? (?P<more_scale>{_SCALE})?
"""
FIGURE: Final = re.compile(_FIGURE, re.VERBOSE)
# 两三, 三四十: one of two neighbours.
_PAIR: Final = re.compile(r"([一二两三四五六七八])([二三四五六七八九])([十百千万亿]*)")
_PER: Final = {"百分之": "%", "千分之": "‰"}


@quickly_made
@dataclass(frozen=True, slots=True)
class Figure:
    """A figure at `start` to `end`.

    `value` includes 万 and 亿; `high` is the upper one of 三四十, else None. `scale` is what the digits were multiplied
    by, `large` says that 万 or 亿 was in it. `more` marks 多 and 余, `unit` a unit before the figure (百分之).
    `chinese` is the numeral as written, empty for Arabic digits.
    """

    start: int
    end: int
    value: float
    high: float | None
    scale: float
    large: bool
    more: bool
    unit: str
    chinese: str


def read_figure(found: re.Match[str]) -> Figure | None:
    """The figure of a match of `FIGURE`, or None if it is no well-formed number."""
    numeral = found["chinese"] or ""
    scale = _scale(found["scale"]) * _scale(found["more_scale"])
    high: float | None = None
    if numeral:
        ends = _chinese_value(numeral)
        if ends is None:
            return None
        value, high = ends[0] * scale, (ends[1] * scale if ends[1] is not None else None)
    else:
        value = _clean(arabic_number(found["arabic"]) * scale)
        if found["rest"]:
            value += _clean(arabic_number(found["rest"]) * _scale(found["rest_scale"]))
    written = "".join((numeral, found["scale"] or "", found["more_scale"] or ""))
    return Figure(
        start=found.start(),
        end=found.end(),
        value=value,
        high=high,
        scale=scale,
        large="万" in written or "亿" in written,
        more=bool(found["more"]),
        unit=_PER.get(found["per"] or "", ""),
        chinese=numeral,
    )


def _scale(wording: str | None) -> float:
    if not wording:
        return 1.0
    value = 1.0
    for part in re.findall("万亿|.", wording):
        value *= SCALES[part]
    return value


def _clean(value: float) -> float:
    """Undo what binary fractions add: 30.45亿 is 3045000000, not 3045000000.0000005."""
    return float(f"{value:.15g}")


def _chinese_value(numeral: str) -> tuple[float, float | None] | None:
    whole, _, fraction = numeral.partition("点")
    if fraction:
        head = chinese_number(whole)
        digits = "".join(str(CHINESE_DIGITS[char]) for char in fraction)
        return (float(f"{head}.{digits}"), None) if head is not None else None
    value = chinese_number(whole)
    if value is not None:
        return float(value), None
    pair = _PAIR.fullmatch(whole)
    if pair and CHINESE_DIGITS[pair[2]] == CHINESE_DIGITS[pair[1]] + 1:
        factor = chinese_number(pair[3]) or 1
        return CHINESE_DIGITS[pair[1]] * factor, CHINESE_DIGITS[pair[2]] * factor
    return None
