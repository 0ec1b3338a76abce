"""Stretches of time: the one that goes on from one sentence to the next (2023年上半年，收入3亿元。净利润1亿元。)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from kg.extractor.mentions.times import TimeKind, TimeMention
from kg.extractor.relations.qualifiers import is_of_quarter
from kg.extractor.rules import load_rules
from kg.model import TimeSpan

_STRETCHES: Final = (TimeKind.PERIOD, TimeKind.AS_OF)
_SENTENCE_END: Final = re.compile("[。！？!?\n]")
_YEAR: Final = re.compile(r"\d{4}")
# Days within one month are those of a meeting; no figures are of them.
_DAYS: Final = re.compile(r"(\d{4}-\d{2})-\d{2}/\1-\d{2}")


def period_going_on(text: str, told: Sequence[TimeMention], start: int) -> TimeSpan | None:
    """The stretch that the sentence at `start` goes on about, of the times told before it in its paragraph.

    Figures of a single quarter are set apart from those before and behind them, if they say that they are such.
    """
    while len(told) > 1 and _are_side_by_side(text, told[-2], told[-1]):
        told = told[:-2]  # 2021年、2022年，收入分别为…: of two times side by side none goes on
    if told and is_of_quarter(text, told[-1].end) and not is_of_quarter(text, start):
        told = told[:-1]
    last = told[-1] if told and told[-1].kind in _STRETCHES else None
    return last.span if last is not None and _DAYS.fullmatch(last.span.value) is None else None


def _are_side_by_side(text: str, one: TimeMention, other: TimeMention) -> bool:
    """Whether two times of one length are told in one sentence."""
    alike = one.span.precision is other.span.precision and one.kind is other.kind
    return alike and one.span.value != other.span.value and _SENTENCE_END.search(text, one.end, other.start) is None


def moved(span: TimeSpan, years: int, wording: str) -> TimeSpan:
    """The same stretch of time so many years later, told in other words: 上年同期 of 2023年上半年."""
    return TimeSpan(_YEAR.sub(lambda year: str(int(year[0]) + years), span.value), span.precision, wording)


def is_of_last_year(span: TimeSpan) -> bool:
    """Whether a time is told as one of the year before that of the article (去年上半年)."""
    return span.wording.startswith(_last_year())


@cache
def _last_year() -> tuple[str, ...]:
    return tuple(word for word, years in load_rules("times")["relative_years"].items() if years == -1)
