"""Figures with their units: 近30.45亿元, 5G基站1787个 (the 1787个), 百分之七十, 3-5倍, 十余家.

A figure counts only with a unit, or with 万 or 亿; ordinals, dates, model numbers and hotlines are none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import Final

from kg.allocation import quickly_made
from kg.extractor.mentions.plain_figures import FIGURE, Figure, read_figure
from kg.extractor.mentions.units import Unit, unit_at
from kg.extractor.rules import either, load_rules, words
from kg.model import Quantity


class Bound(StrEnum):
    """How the wording limits the figure."""

    EXACT = "exact"
    ABOUT = "about"  # 约, 左右
    NEAR = "near"  # 近: a little less
    ABOVE = "above"  # 超, 逾, 余, 多
    AT_LEAST = "at_least"  # 不低于, 以上
    AT_MOST = "at_most"  # 不超过, 以内
    BELOW = "below"  # 不足, 低于
    RANGE = "range"  # 3-5倍


@quickly_made
@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A figure at `start` to `end`, the words of approximation (近, 达, 以上) included, as in `quantity.wording`.

    The bare figure begins at `number_start`. `low` and `high` are the limits that the wording gives, None where it is
    open; of a range `quantity.value` is the low end. `kind` is the class of the unit in units.yaml (money, ratio,
    classifier, …), "" without a unit.
    """

    start: int
    end: int
    quantity: Quantity
    low: float | None
    high: float | None
    bound: Bound
    kind: str
    number_start: int


_RANGE: Final = re.compile(r"\s?(?:[—–－\-~～―]{1,2}|至|到)\s?")
_ROUND: Final = re.compile("[百千万亿]+")
_FIRST_OF_CHANGE: Final = ("从", "由")
_LONGEST_HEDGE: Final = 5
# (港币，下同), which tells what 元 means from there on.
_ONCE: Final = re.compile("[（(](?P<currency>[^（()），,]{2,4})[，,、]?$")
_LONGEST_BRACKET: Final = 8
# What can be less than nothing, by the kind of unit.
_SIGNED: Final = ("ratio", "money")
_MINUS: Final = ("-", "－", "−", "﹣")
# What may stand between a noun and how many of it there are: 注册用户总数已6500万.
_COUNTING: Final = "为是约达数总量已共有"
# How far before a figure a measure without a unit is looked for.
_UNITLESS: Final = 12
# 六成: tenths, which are given as a percentage.
_TENTH: Final = "成"
# 上千家 counts, 网上千家 does not say how many.
_OVER: Final = re.compile("(?<![以线网界场会路海史际身岸])上$")
# What may stand behind 总投资3亿, where the currency is left to be understood.
_CUT_SHORT: Final = re.compile("[，。；、）)的\n]|左右|以上|$")


def find_quantities(text: str) -> list[QuantityMention]:
    """The quantities of a text, from left to right; they do not overlap."""
    mentions: list[QuantityMention] = []
    position = 0
    while found := FIGURE.search(text, position):
        phrase = _phrases().match(text, found.start()) if found["chinese"] else None
        figure = None if phrase else read_figure(found)
        if figure is None:
            position = phrase.end() if phrase else found.end()
            continue
        reading = _read(text, position, figure)
        position = reading.end
        if _counts(text, reading):
            mention = _mention(text, mentions[-1].end if mentions else 0, reading)
            position = mention.end
            mentions.append(mention)
    return mentions


@quickly_made
@dataclass(frozen=True, slots=True)
class _Reading:
    """A figure, or a range of two, and the unit behind it; `end` is where what belongs to them ends."""

    figure: Figure
    last: Figure | None
    unit: Unit | None
    end: int


def _read(text: str, start: int, figure: Figure) -> _Reading:
    unit = _unit(text, figure)
    single = _Reading(figure, None, unit, unit.end if unit else figure.end)
    link = _RANGE.match(text, single.end)
    found = FIGURE.match(text, link.end()) if link else None
    below = found is None and link is not None and _is_negative(text, start, figure.start)
    if below and link is not None and text[link.end() : link.end() + 1] in _MINUS:
        found = FIGURE.match(text, link.end() + 1)  # -3亿元至-4亿元
    last = read_figure(found) if found else None
    if last is None or text[max(start, figure.start - 1) : figure.start] in _FIRST_OF_CHANGE:
        return single
    common = _unit(text, last)
    if unit is not None and (common is None or common.name != unit.name):
        return single
    if figure.scale == 1 and unit is None and figure.value * last.scale < last.value:
        figure = replace(figure, value=figure.value * last.scale, large=last.large)
    # 3-5 without a unit, or running backwards, is a code or a score: it is used up, and counts for nothing.
    whole = common if below or figure.value < last.value else None
    return _Reading(figure, last, whole, common.end if common else last.end)


def _unit(text: str, figure: Figure) -> Unit | None:
    if figure.unit:
        return Unit(figure.end, "ratio", figure.unit)
    return unit_at(text, figure.end, large=figure.large)


def _counts(text: str, reading: _Reading) -> bool:
    """Whether a figure tells how many or how much, rather than which one."""
    rules = load_rules("units")
    figure, unit = reading.figure, reading.unit
    before = text[max(0, figure.start - 4) : figure.start]
    if before.endswith(words(rules, "not_before")) and not before.endswith(words(rules, "before_all_the_same")):
        return False
    if unit is None:
        # 2万＋ needs no unit; 千亿级 and 12345 are no counts.
        if names_unitless(text[max(0, figure.start - _UNITLESS) : figure.start]):
            return True
        bare = figure.large and not figure.chinese and reading.last is None
        return bare and not text.startswith(words(rules, "not_without_unit"), figure.end)
    if not figure.chinese or figure.unit:
        return True
    if _ROUND.fullmatch(figure.chinese) and _OVER.search(before):
        return True
    if before.endswith(words(rules, "vague_before")) or figure.chinese[0] in "零〇":
        return False
    if figure.chinese == "一" and not figure.large:
        return unit.name in rules["one_counts"]
    if figure.chinese == "二" and not figure.large:
        return unit.kind in rules["two_counts"]
    if _ROUND.fullmatch(figure.chinese):
        hedges = (_hedge(text, 0, figure.start), _hedge_behind(text, reading.end))
        hedged = figure.more or any(bound is not Bound.EXACT for _, bound in hedges)
        return hedged or (len(figure.chinese) > 1 and unit.kind in rules["round_kinds"])
    return True


def names_unitless(before: str) -> bool:
    """Whether the words before a figure end with a measure that has no unit: 设计PUE低于."""
    return _unitless().search(before) is not None


@cache
def _unitless() -> re.Pattern[str]:
    measures = either(words(load_rules("units"), "unitless"))
    return re.compile(rf"(?:{measures})[^，。；、（）\d]{{0,6}}$")


def _mention(text: str, start: int, reading: _Reading) -> QuantityMention:
    figure = reading.figure
    unit = reading.unit or _understood(text, start, reading)
    value, number_start = figure.value, figure.start
    high = reading.last.value if reading.last else figure.high
    if unit is not None and unit.name == _TENTH:
        unit, value, high = replace(unit, name="%"), value * 10, high * 10 if high is not None else None
    if unit is not None and unit.kind in _SIGNED and _is_negative(text, start, figure.start):
        value, number_start = -value, number_start - 1
        if high is not None:
            value, high = min(value, -high), max(value, -high)
    begin, bound = _hedge(text, start, number_start)
    if _ROUND.fullmatch(figure.chinese) and _OVER.search(text, max(start, begin - 2), begin):
        begin, bound = begin - 1, Bound.ABOVE
    stop, behind = _hedge_behind(text, reading.end)
    if behind is not Bound.EXACT:
        bound = behind
    elif figure.more and bound is Bound.EXACT:
        bound = Bound.ABOVE
    low, high = (value, high) if high is not None else _limits(value, bound)
    if reading.last or figure.high is not None:
        bound = Bound.RANGE
    quantity = Quantity(value, _unit_name(text, start, begin, unit), text[begin:stop])
    kind = unit.kind if unit else ""
    return QuantityMention(begin, stop, quantity, low, high, bound, kind, number_start)


def _understood(text: str, start: int, reading: _Reading) -> Unit | None:
    """The currency that 总投资3亿 leaves out, or the persons that 60万员工 counts."""
    begin, _ = _hedge(text, start, reading.figure.start)
    if (persons := _persons(text, start, begin, reading)) is not None:
        return persons
    said = text[max(start, begin - 8) : begin].rstrip("为是约达")
    money = said.endswith(words(load_rules("units"), "sums"))
    return Unit(reading.end, "money", "元") if money and _CUT_SHORT.match(text, reading.end) else None


def _persons(text: str, start: int, begin: int, reading: _Reading) -> Unit | None:
    """The unit of those that a bare figure in 万 or 亿 counts, which are named behind it or before it."""
    if reading.unit is not None or not reading.figure.large:
        return None
    cut = _CUT_SHORT.match(text, reading.end) is not None
    before = text[max(start, begin - 8) : begin].rstrip(_COUNTING)
    persons: dict[str, tuple[str, ...]] = load_rules("units")["persons"]
    for name, nouns in persons.items():
        if text.startswith(nouns, reading.end) or (cut and before.endswith(nouns)):
            return Unit(reading.end, "people" if name == "人" else "classifier", name)
    return None


def _unit_name(text: str, start: int, begin: int, unit: Unit | None) -> str:
    """The unit to give: 元 becomes the currency told before the figure (港币46.9亿元), or once for all (港币，下同)."""
    if unit is None or unit.name != "元":
        return unit.name if unit else ""
    before = text[max(start, begin - 4) : begin].rstrip()
    told: dict[str, str] = load_rules("units")["currency_before"]
    named = next((name for word, name in told.items() if before.endswith(word)), "")
    return named or _told_once(text, unit.end) or unit.name


def _told_once(text: str, end: int) -> str:
    """The currency that brackets at or before the end of a figure set for all behind them, "" if none do."""
    said = text.rfind("下同", 0, end + _LONGEST_BRACKET)
    found = _ONCE.search(text, max(0, said - _LONGEST_BRACKET), said) if said >= 0 else None
    told: dict[str, str] = load_rules("units")["currency_before"]
    return told.get(found["currency"], "") if found and found.start() <= end else ""


def _limits(value: float, bound: Bound) -> tuple[float | None, float | None]:
    match bound:
        case Bound.EXACT:
            return value, value
        case Bound.ABOVE | Bound.AT_LEAST:
            return value, None
        case Bound.BELOW | Bound.AT_MOST | Bound.NEAR:
            return None, value
    return None, None


def _is_negative(text: str, start: int, position: int) -> bool:
    """Whether a minus stands before the figure; after a Latin letter or a digit it is a hyphen (净利润-5万元, A-5)."""
    sign, before = text[max(start, position - 1) : position], text[max(start, position - 2) : position - 1]
    return sign in _MINUS and not (before.isascii() and before.isalnum())


def _hedge(text: str, start: int, position: int) -> tuple[int, Bound]:
    """Where the words of approximation before a figure begin, a space behind them or none, and what they say."""
    bound, begin = Bound.EXACT, position - text.endswith(" ", start, position)
    table, refused = _bounds("before"), words(load_rules("units"), "not_hedge")
    while begin > start and not text.endswith(refused, start, begin):
        sizes = range(min(_LONGEST_HEDGE, begin - start), 0, -1)
        word = next((text[begin - n : begin] for n in sizes if text[begin - n : begin] in table), "")
        if not word:
            break
        bound = table[word] if bound is Bound.EXACT else bound
        begin -= len(word)
        position = begin
    return position, bound


def _hedge_behind(text: str, position: int) -> tuple[int, Bound]:
    for word, bound in _bounds("after").items():
        if text.startswith(word, position):
            return position + len(word), bound
    return position, Bound.EXACT


@cache
def _bounds(side: str) -> dict[str, Bound]:
    return {word: Bound(bound) for bound, items in load_rules("units")[side].items() for word in items}


@cache
def _phrases() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(phrase) for phrase in words(load_rules("units"), "phrases")))
