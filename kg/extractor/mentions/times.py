"""Times in the text, with the calendar dates they stand for and the part they play in the sentence.

The day of the report is not the day of the event: 今日 and 25日 are read against the day of the article, 近日 tells
none, 到2025年 is an aim and 比2020年 a yardstick.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Final

from kg.extractor.mentions.dates import complete, is_recent, join, last_day, value_of
from kg.extractor.mentions.numerals import whole_number
from kg.extractor.mentions.timepoints import SEPARATOR, Point, find_points
from kg.extractor.rules import either, load_rules, words
from kg.model import Precision, TimeSpan


class TimeKind(StrEnum):
    """The part a time plays."""

    EVENT = "event"  # 2021年6月, 今日: when it happened or will happen
    PERIOD = "period"  # 2018—2025年, 1至8月, 上半年, “十四五”期间: over which stretch
    AS_OF = "as_of"  # 截至2021年11月底: the day of a count
    SINCE = "since"  # 自2018年以来, 6月1日起: from when on
    TARGET = "target"  # 到2025年, 2025年底前, 计划于6月: by or at what time it is meant to be
    BEFORE = "before"  # 2010年前, where that has passed
    BASELINE = "baseline"  # 比2020年, 去年同期: what is compared with; never the time of the fact
    REPORT = "report"  # 8月17日电, 记者30日从…获悉: the day of the report
    LABEL = "label"  # 2021世界机器人大会: the year in a name


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time at `start` to `end`, without the words that give its kind; `span.wording` is the text between."""

    start: int
    end: int
    span: TimeSpan
    kind: TimeKind


@dataclass(frozen=True, slots=True)
class _Around:
    """What the words directly before and after a time say of it."""

    kind: TimeKind | None
    past: bool
    ahead: bool


_CLAUSE_END: Final = re.compile(r"[，。；：！？\n]")
# The months of a year.
_YEAR: Final = 12
# A month on a line of its own, within so many characters from the top.
_MONTH_LINE: Final = re.compile(r"^\s*(?P<year>20\d\d)年(?P<month>\d{1,2})月\s*$", re.MULTILINE)
_HEAD: Final = 200
# How far behind a day the name of what is held on it begins at most.
_BESIDE: Final = 4
_SENTENCE_END: Final = re.compile(r"[。！？!?\n]")


@cache
def _ending() -> re.Pattern[str]:
    """Behind the day on which a stretch of time ends, how long that is."""
    fiscal = either(words(load_rules("times"), "fiscal"))
    return re.compile(rf"止?[的前]?(?:(?P<months>\d{{1,2}}|[二三四五六七八九十]{{1,2}})个月(?!后)|(?:{fiscal})?年度)")


def find_times(text: str, reference: date | None) -> list[TimeMention]:
    """The times of a text that have a value, from left to right; they do not overlap.

    `reference` is the day of the article in Chinese local time, of the years that the reader lets pass (1980 to 2100).
    Without it 今日, 去年 or 6月 give nothing. Times within names are given too: who masks names must drop them.
    """
    if isinstance(reference, datetime):
        reference = reference.date()
    mentions: list[TimeMention] = []
    before: Point | None = None
    told: Point | None = None
    news: Point | None = None
    month = _month_above(text) if reference is None else None
    if month is None:
        points = find_points(text, reference)
    else:
        # Of an article that only tells its month, 13日 lies in it, and 今日 on a day that nobody knows.
        days, (start, reference) = load_rules("times")["relative_days"], month
        points = [p for p in find_points(text, reference) if text[p.start : p.end] not in days and p.start != start]
    skip = -1
    for index, point in enumerate(points):
        if index <= skip:
            continue
        if before is not None and _SENTENCE_END.search(text, before.end, point.start):
            before = None
        around = _around(text, point)
        meant = _meant(point, told, news)
        named = before or (_year_in_name(text, points[index + 1 : index + 2], point) if reference is None else None)
        full = complete(point, named, meant, reference, past=around.past, ahead=around.ahead)
        value = value_of(full) if full else None
        if full is None or value is None:
            continue
        partner = _partner(text, points, index, full, reference)
        if partner is not None:
            skip = index + 1
            span, full = partner
            mentions.append(_interval(text, point.start, points[skip].end, span, _around(text, full)))
        else:
            mentions.append(_mention(text, full, value, around, reference))
        if not full.label and mentions[-1].kind not in (TimeKind.BASELINE, TimeKind.REPORT):
            before = told = full
            news = full if is_recent(full, reference) else news
    return mentions


def _month_above(text: str) -> tuple[int, date] | None:
    """Where the month of an article stands on a line of its own above it, and the last day of that month."""
    found = _MONTH_LINE.search(text, 0, _HEAD)
    if found is None or not 1 <= (month := int(found["month"])) <= _YEAR:
        return None
    year = int(found["year"])
    return found.start("year"), date(year, month, monthrange(year, month)[1])


def _year_in_name(text: str, following: Sequence[Point], point: Point) -> Point | None:
    """The year of 7月8日 as the name of what is held then tells it: 7月8日，2022江城论坛在…举行."""
    label = next((p for p in following if p.label and p.start - point.end <= _BESIDE), None)
    if label is None or point.month is None or _SENTENCE_END.search(text, point.end, label.start):
        return None
    return label._replace(month=1, label=False, told_year=True)


def _meant(point: Point, told: Point | None, news: Point | None) -> Point | None:
    """What 当日 and 同年 look back to: the time told last, or the last day of the news, if 当日 follows on no day."""
    dayless = told is None or not told.day
    return news if point.day == 0 and dayless and news is not None else told


def _partner(
    text: str, points: list[Point], index: int, first: Point, reference: date | None
) -> tuple[str, Point] | None:
    """The interval that a point makes with the next one (6月12日至7月3日), and its second end."""
    if index + 1 == len(points) or first.plan or first.label:
        return None
    other = points[index + 1]
    link = SEPARATOR.match(text, first.end)
    if link is None or link.end() != other.start or other.plan or other.label:
        return None
    last = complete(other, first._replace(last=None, told_year=True), first, reference, past=False, ahead=False)
    if last is not None and other.year is None and last.year == first.year and (last.month or 0) < (first.month or 0):
        last = last._replace(year=(first.year or 0) + 1)
    begin, stop = value_of(first), value_of(last) if last else None
    if last is None or begin is None or stop is None:
        return None
    value = join(begin[0], stop[0])
    return (value, last._replace(start=first.start)) if value else None


def _interval(text: str, start: int, end: int, value: str, around: _Around) -> TimeMention:
    span = TimeSpan(value, Precision.INTERVAL, text[start:end])
    kind = around.kind if around.kind in (TimeKind.AS_OF, TimeKind.BASELINE) else TimeKind.PERIOD
    return TimeMention(start, end, span, kind or TimeKind.PERIOD)


def _around(text: str, point: Point) -> _Around:
    """Read the words next to a time. `到` and `前` depend on its value, and are judged later."""
    rules = load_rules("times")
    left = text[max(0, point.start - 6) : point.start].rstrip("，, ")
    right = point.end

    def before(key: str) -> bool:
        return left.endswith(words(rules, "before", key))

    def after(key: str) -> bool:
        return text.startswith(words(rules, "after", key), right)

    kind: TimeKind | None = None
    if _is_report(text, left, right):
        kind = TimeKind.REPORT
    elif (before("baseline") and not before("not_baseline")) or after("baseline"):
        kind = TimeKind.BASELINE
    elif before("as_of"):
        kind = TimeKind.AS_OF
    elif before("since") or (before("from") and after("from")) or (after("since") and not after("not_since")):
        kind = TimeKind.SINCE
    elif before("target"):
        kind = TimeKind.TARGET
    past = kind is TimeKind.AS_OF or text.startswith(words(rules, "after", "passed"), right)
    return _Around(kind, past=past, ahead=kind is TimeKind.TARGET)


def _is_report(text: str, left: str, end: int) -> bool:
    """Whether the words around a time tell when the news was written or learnt."""
    rules = load_rules("times")["report"]
    right = text[end : end + 26].lstrip()
    for part in words(rules, "parts_of_day"):
        right = right.removeprefix(part)
    if right.startswith(words(rules, "directly_after")):
        return not right.startswith(words(rules, "not_after"))
    lead, _, rest = right.partition("，")
    told = rest if not lead and rest.startswith(words(rules, "before")) else right
    clause = _CLAUSE_END.split(told, maxsplit=1)[0]
    learnt = any(word in clause for word in words(rules, "learnt"))
    return learnt and (told is rest or left.endswith(words(rules, "before")))


def _mention(
    text: str, point: Point, value: tuple[str, Precision], around: _Around, reference: date | None
) -> TimeMention:
    kind = around.kind or _by_value(text, point, value[0], reference)
    if point.label:
        kind = TimeKind.LABEL
    elif text.startswith(words(load_rules("times"), "before", "as_of"), point.start):
        kind = TimeKind.AS_OF
    if kind is None:
        kind = TimeKind.PERIOD if "/" in value[0] and value[1] is not Precision.DAY else TimeKind.EVENT
    as_of = kind is TimeKind.AS_OF or text.startswith("止", point.end)
    if as_of and (stretch := _stretch_before(text, point.end, value)):
        value, kind = (stretch, Precision.INTERVAL), TimeKind.PERIOD
    if kind is TimeKind.AS_OF and point.late:
        value = (f"{value[0]}-12", Precision.MONTH)
    if kind is TimeKind.AS_OF and point.wide is not None:  # 截至一季度末: the month in which it ends
        value = (value[0].rpartition("/")[2], Precision.MONTH)
    return TimeMention(point.start, point.end, TimeSpan(*value, text[point.start : point.end]), kind)


def _stretch_before(text: str, end: int, value: tuple[str, Precision]) -> str:
    """The months that end on a day, where the words behind it tell how many: 截至2021年6月30日|止六个月."""
    found = _ending().match(text, end) if value[1] is Precision.DAY else None
    months = (whole_number(found["months"]) if found["months"] else _YEAR) if found is not None else None
    if months is None:
        return ""
    year, month, _ = (int(part) for part in value[0].rpartition("/")[2].split("-"))
    first = year * _YEAR + month - months
    return f"{first // _YEAR}-{first % _YEAR + 1:02}/{year}-{month:02}"


def _by_value(text: str, point: Point, value: str, reference: date | None) -> TimeKind | None:
    """What 到 and 前 make of a time: an aim if it lies ahead of the article, a count or a bygone time if not."""
    rules = load_rules("times")
    passed = reference is not None and last_day(value) < reference
    if text.startswith(words(rules, "after", "target"), point.end) and not text.startswith(
        words(rules, "after", "not_target"), point.end
    ):
        return TimeKind.BEFORE if passed else TimeKind.TARGET
    if text[max(0, point.start - 1) : point.start].endswith(words(rules, "before", "to")):
        return TimeKind.AS_OF if passed else TimeKind.TARGET
    return None
