"""Turns a time as it is written into calendar dates: the year that 6月 leaves open, the day that 当日 looks back to."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from kg.extractor.mentions.timepoints import Point
from kg.model import Precision

# A date without a year that lies further ahead than this belongs to the year before (12月, read in January).
_FAR_AHEAD: Final = timedelta(days=183)
# A day told is that of the news if the article came out no later than this.
_NEWS: Final = timedelta(days=14)


def complete(
    point: Point, before: Point | None, told: Point | None, reference: date | None, past: bool, ahead: bool
) -> Point | None:
    """Fill in the year and month that a point leaves open, or give None where nothing tells them.

    `before` is the completed point before it in the same sentence, `told` the one before it anywhere; both may be None.
    `past` says that the words around rule the future out (截至), `ahead` that they speak of the future (将于).
    """
    if point.anaphor is not None:
        return _after(point, told, reference)
    if point.year is not None:
        return point
    if point.month is None and point.day is not None:
        return _in_month(point, before, reference, ahead)
    if before is not None and _goes_on(point, before):
        return point._replace(year=before.year, told_year=True)
    if reference is None:
        return None
    month = (point.last if point.sofar else point.month) or 1
    if not 1 <= month <= 12:
        return None
    day = date(reference.year, month, 1)
    late = day > reference if (past or point.sofar) and not ahead else day - reference > _FAR_AHEAD
    return point._replace(year=reference.year - (late and point.month is not None))


def _goes_on(point: Point, before: Point) -> bool:
    """Whether 11月 after 2019年3月 takes over the year, and 二季度 after 2021年."""
    if not before.told_year or before.plan or point.month is None:
        return False
    if before.last is not None and (before.wide is None or before.day is not None):
        return False
    return point.wide is not None or (before.month is not None and point.month >= before.month)


def _in_month(point: Point, before: Point | None, reference: date | None, ahead: bool) -> Point | None:
    day = point.day or 0
    if before is not None and before.month and before.wide is None and day >= (before.last or before.day or 0):
        return point._replace(year=before.year, month=before.month)
    if reference is None:
        return None
    index = reference.year * 12 + reference.month - 1 - (day > reference.day and not ahead)
    return point._replace(year=index // 12, month=index % 12 + 1)


def _after(point: Point, told: Point | None, reference: date | None) -> Point | None:
    """当日 and 同年 look back to the time told before; 当日 without one is the day of the article."""
    offset = point.anaphor or 0
    if point.day == 0:
        day = _day_of(told) if told else None
        day = day or (reference if offset == 0 else None)
        if day is None:
            return None
        moved = day + timedelta(days=offset)
        return point._replace(year=moved.year, month=moved.month, day=moved.day)
    if told is None or told.year is None or point.month is None:
        return None
    return point._replace(year=told.year + offset)


def _day_of(point: Point) -> date | None:
    """The day of a completed point that names one; of several days the first."""
    if point.year is None or point.month is None or not point.day:
        return None
    try:
        return date(point.year, point.month, point.day)
    except ValueError:
        return None


def is_recent(point: Point, reference: date | None) -> bool:
    """Whether a completed point names a day of the news, to which 当日 looks back past the years told between."""
    day = _day_of(point)
    return day is not None and reference is not None and timedelta(0) <= reference - day <= _NEWS


def value_of(point: Point) -> tuple[str, Precision] | None:
    """The ISO value of a completed point and its precision, or None if there is no such date (2月30日)."""
    if point.year is None:
        return None
    year = f"{point.year:04d}"
    if point.month is None:
        return _interval(year, f"{point.last:04d}" if point.last else None, Precision.YEAR)
    if not 1 <= point.month <= 12:
        return None
    month = f"{year}-{point.month:02d}"
    if point.wide is not None:
        last = point.last or point.month
        return (f"{month}/{year}-{last:02d}", point.wide) if point.month < last <= 12 else None
    if point.day is None:
        return month, Precision.MONTH
    days = monthrange(point.year, point.month)[1]
    if not (1 <= point.day <= days and (point.last is None or 1 <= point.last <= days)):
        return None
    return _interval(f"{month}-{point.day:02d}", f"{month}-{point.last:02d}" if point.last else None, Precision.DAY)


def _interval(first: str, last: str | None, precision: Precision) -> tuple[str, Precision] | None:
    if last is None or last == first:
        return first, precision
    return (f"{first}/{last}", Precision.INTERVAL) if first < last else None


def join(first: str, last: str) -> str | None:
    """The interval from the beginning of one value to the end of another, or None if it would run backwards."""
    first, last = first.split("/")[0], last.split("/")[-1]
    return f"{first}/{last}" if first[: len(last)] <= last[: len(first)] and first != last else None


def last_day(value: str) -> date:
    """The last day that a value covers."""
    parts = [int(part) for part in value.split("/")[-1].split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return date(year, month, parts[2] if len(parts) > 2 else monthrange(year, month)[1])
