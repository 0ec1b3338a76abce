"""Finds times as they are written: 2021年11月底, 1至8月, 去年二季度, “十四五”末. What they leave open stays open."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from typing import Final, NamedTuple

from kg.extractor.mentions.numerals import whole_number
from kg.extractor.rules import either, load_rules, words
from kg.model import Precision

_D: Final = "[0-9０-９]"
_C: Final = "(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_TWO: Final = rf"(?:\s?{_D}{{1,2}}\s?|{_C})"
_ONE: Final = "[一二三四两1-4１-４]"
_SEP: Final = r"\s?(?:[—–－\-~～―]{1,2}|至|到)\s?"
_YEAR: Final = rf"(?:(?:[1１][89８９]|[2２][01０１]){_D}{{2}}|[一二][〇零○九][〇零○一二三四五六七八九]{{2}})"
_NUMBERS: Final = re.compile(rf"{_D}+|[〇零○一二三四五六七八九十两首]+")

SEPARATOR: Final = re.compile(_SEP)


class Point(NamedTuple):
    """A time in the text with the parts that it names; those it leaves open are None.

    `last` is the other end where the form itself has two ends, at the finest level named (years, months or days).
    `wide` is the precision of a stretch of months: quarter, half, or interval for 1至8月. `late` marks 年底, `sofar` a
    stretch from January on (1至8月), which has always passed. `anaphor` is the distance from the time told before
    (次年 is 1), in days where `day` is 0 and in years otherwise; `label` a year that only stands in a name.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last: int | None = None
    wide: Precision | None = None
    late: bool = False
    sofar: bool = False
    anaphor: int | None = None
    label: bool = False
    plan: bool = False
    told_year: bool = False


def _either(items: Iterable[str]) -> str:
    return either(map(re.escape, items))


def _halves() -> str:
    """上半年 and the like, which need no year before them."""
    return _either(half for half in load_rules("times")["halves"] if not half.isascii())


def _tail_source(bare: bool) -> str:
    """What names a part of a year; `bare` without a year before it, where more care is needed."""
    rules = load_rules("times")
    parts = _either(words(rules, "month_parts"))
    late, part = _either(words(rules, "year_ends")), _either(words(rules, "year_parts"))
    not_so_far = "".join(words(rules, "bare", "so_far_not_before"))
    month = rf"{_TWO}月(?:份|{parts})?"
    edges = rf"|(?P<late>{late})|(?P<part>{part})"
    latin = _either(half for half in rules["halves"] if half.isascii())
    half = _halves() if bare else rf"{_halves()}|(?:{latin})(?![0-9A-Za-z])"
    if bare:
        month = rf"{_D}{{1,2}}\s?月(?:份|{parts})?|{_C}月(?:份|{parts})"
        late, part = either(words(rules, "bare", "year_ends")), either(words(rules, "bare", "year_parts"))
        edges = (
            rf"|(?P<date>{_D}{{1,2}}\s?日?{_SEP}{_D}{{1,2}}\s?日|{_D}{{1,2}}\s?日)"
            rf"|(?<![一二三四五六七八九十两几多数近半0-9０-９])(?:(?P<late>{late})|(?P<part>{part}))"
        )
    return (
        rf"(?P<report>{_either(rules['reports'])})"
        rf"|(?P<quarters>(?<![{not_so_far}])前{_ONE}个?季度|首个?季度|第?{_ONE}{_SEP}第?{_ONE}季度|第?{_ONE}季度|Q[1-4](?![0-9]))"
        rf"|(?P<half>{half})"
        rf"|(?P<sofar>(?<![{not_so_far}])[前首](?![一1１]个?月){_TWO}个?月)"
        rf"|(?P<months>{_TWO}(?:月份?)?{_SEP}{_TWO}月份?(?!{_TWO}[日号]))"
        rf"|(?P<days>{_TWO}月{_TWO}[日号]?{_SEP}{_TWO}[日号](?!线))"
        rf"|(?P<day>{_TWO}月{_TWO}[日号](?!线))"
        rf"|(?P<month>{month})" + edges
    )


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(r"\s?(?:" + _tail_source(bare=False) + ")")


@cache
def _head() -> re.Pattern[str]:
    """Where a time begins. The longer forms stand before the shorter ones."""
    rules = load_rules("times")
    reports, no_year = _either(rules["reports"]), _either(words(rules, "year_not_after"))
    relative = ("relative_days", "relative_months", "relative_years", "anaphoric_days", "anaphoric_years")
    firsts = {word[0] for word in (*words(rules, "not_times"), *(word for key in relative for word in rules[key]))}
    firsts |= {word[0] for word in (*rules["reports"], *rules["halves"]) if not word.isascii()}
    firsts |= {word[0] for key in ("year_ends", "year_parts") for word in words(rules, "bare", key)}
    firsts |= set("0123456789０１２３４５６７８９〇零○一二三四五六七八九十两首前第Q“‘\"'＂「")
    # What may follow a year without 年: 2023Q2, 2023上半年.
    open_year = rf"[QH][1-4](?![0-9A-Za-z])|{_halves()}|前?[一二三四]季度"
    # Most characters begin no time: the look-ahead passes over them before the alternatives are tried.
    return re.compile(
        rf"(?=[{re.escape(''.join(sorted(firsts)))}])(?:"
        rf"(?P<none>{_either(words(rules, 'not_times'))})"
        rf"|(?<![0-9０-９])(?P<iso>{_YEAR}([-./－．／]){_D}{{1,2}}\3{_D}{{1,2}})(?![0-9０-９])"
        rf"|(?<![0-9０-９.．])(?P<years>{_YEAR}\s?年?(?:{_SEP}|/){_YEAR}(?:\s?(?:[学财]?年度?|赛季)(?!\s?{_TWO}月)|(?=[）)])))"
        rf"|(?<![0-9０-９.．])(?P<year>{_YEAR}(?:\s?[学财]?年度?|(?={reports}|{open_year})))(?!{no_year})"
        rf"|(?P<relyear>{_either(rules['relative_years'])})"
        rf"|(?P<anayear>{_either(rules['anaphoric_years'])})"
        rf"|(?P<relmonth>{_either(rules['relative_months'])})"
        rf"|(?P<relday>{_either(rules['relative_days'])})"
        rf"|(?P<anaday>{_either(rules['anaphoric_days'])})"
        rf"|(?P<plan>[“‘\"'＂「]?(?<![二三四五六七八九])十[一二三四五六]五[”’\"'＂」]?)"
        rf"|(?<![0-9０-９.．,])(?!\s)(?P<bare>{_tail_source(bare=True)})"
        rf"|(?<![0-9０-９A-Za-z.．,/\-—－〔\[:：])(?P<label>20[0-3]{_D})(?=\s?[A-Z]|[一-龥])"
        rf"(?!{_either(words(rules, 'label_not_after'))}))"
    )


def find_points(text: str, reference: date | None) -> list[Point]:
    """Every time in a text, as it is written; relative ones only where there is a reference day."""
    points: list[Point] = []
    head, position = _head(), 0
    while found := head.search(text, position):
        point = _read(text, found, reference)
        if point is not None:
            points.append(point)
        position = max(point.end if point else 0, found.end(), position + 1)
    return points


def _read(text: str, found: re.Match[str], reference: date | None) -> Point | None:
    kind, point = found.lastgroup or "", Point(found.start(), found.end())
    numbers = _numbers(found[0])
    match kind:
        case "none":
            return None
        case "iso":
            return point._replace(year=numbers[0], month=numbers[1], day=numbers[2], told_year=True)
        case "years":
            named = _is_of_document(text, point)
            return point._replace(year=numbers[0], last=numbers[1], told_year=True, label=named)
        case "label":
            return point._replace(year=numbers[0], label=True)
        case "plan":
            return _plan(text, point)
        case "year":
            return _with_tail(text, point._replace(year=numbers[0], told_year=True))
        case "bare":
            return _part(found, point) if _stands_alone(text, found) else None
    return _relative(text, found[0], kind, point, reference)


def _relative(text: str, word: str, kind: str, point: Point, reference: date | None) -> Point | None:
    rules = load_rules("times")
    if text.endswith(rules["anaphoric_not_before"].get(word[0], ()), 0, point.start):
        return None
    match kind:
        case "anayear":
            return _with_tail(text, point._replace(anaphor=rules["anaphoric_years"][word]))
        case "anaday":
            return point._replace(anaphor=rules["anaphoric_days"][word], day=0)
    if reference is None:
        return None
    match kind:
        case "relyear":
            return _with_tail(text, point._replace(year=reference.year + rules["relative_years"][word]))
        case "relmonth":
            index = reference.year * 12 + reference.month - 1 + rules["relative_months"][word]
            return _days_of_month(text, point._replace(year=index // 12, month=index % 12 + 1))
    if word in words(rules, "bare", "today") and not _means_a_day(text, point):
        return None
    day = reference + timedelta(days=rules["relative_days"][word])
    return point._replace(year=day.year, month=day.month, day=day.day)


def _with_tail(text: str, point: Point) -> Point:
    found = _tail().match(text, point.end)
    return (_part(found, point) if found else None) or point


@cache
def _month_day() -> re.Pattern[str]:
    """A day of a month, or a part of it; 底 and not 月底, as the month is named before."""
    parts = (part for part in words(load_rules("times"), "month_parts") if not part.startswith("月"))
    return re.compile(rf"({_TWO})[日号]|{_either(parts)}")


def _days_of_month(text: str, point: Point) -> Point:
    found = _month_day().match(text, point.end)
    if not found:
        return point
    return point._replace(end=found.end(), day=whole_number(found[1]) if found[1] else None)


def _part(found: re.Match[str], point: Point) -> Point | None:
    """Add to a year the part that a tail names; None if it has a number that is none (十四五至6月)."""
    point = point._replace(end=found.end())
    kind = next(name for name, value in found.groupdict().items() if value and name in _PARTS)
    wording = found[kind]
    numbers = _numbers(wording)
    if len(numbers) < len(_NUMBERS.findall(wording)):
        return None
    match kind:
        case "quarters":
            first = 1 if wording.startswith("前") else numbers[0]
            months = (first * 3 - 2, numbers[-1] * 3)
            wide = Precision.QUARTER if first == numbers[-1] else Precision.INTERVAL
            return point._replace(month=months[0], last=months[1], wide=wide, sofar=wording.startswith("前"))
        case "report":
            last = load_rules("times")["reports"][wording]
            wide = {3: Precision.QUARTER, 6: Precision.HALF}.get(last, Precision.INTERVAL)
            return point._replace(month=1, last=last, wide=wide, sofar=True)
        case "half":
            first = load_rules("times")["halves"][wording]
            return point._replace(month=first, last=first + 5, wide=Precision.HALF)
        case "sofar":
            return point._replace(month=1, last=numbers[-1], wide=Precision.INTERVAL, sofar=True)
        case "months":
            return point._replace(month=numbers[0], last=numbers[1], wide=Precision.INTERVAL, sofar=numbers[0] == 1)
        case "days":
            return point._replace(month=numbers[0], day=numbers[1], last=numbers[2])
        case "day":
            return point._replace(month=numbers[0], day=numbers[1])
        case "month":
            return point._replace(month=numbers[0])
        case "date":
            return point._replace(day=numbers[0], last=numbers[1] if len(numbers) > 1 else None)
    return point._replace(late=kind == "late")


_PARTS: Final = ("report", "quarters", "half", "sofar", "months", "days", "day", "month", "date", "late", "part")


def _plan(text: str, point: Point) -> Point | None:
    """A five-year plan: its years, or the first or last one; nothing where a plan document is meant."""
    rules, end = load_rules("times"), point.end
    first = rules["plans"][text[point.start : end].strip("“”‘’\"'＂「」")[1]]
    for key, year, last in (
        ("plan_first_year", first, None),
        ("plan_last_year", first + 4, None),
        ("plan_span", first, first + 4),
    ):
        for word in words(rules, key):
            if text.startswith(word, end):
                return point._replace(end=end + len(word), year=year, last=last, plan=True)
    phrase = re.split(r"[，。；：、\n“‘《]", text[end : end + 16], maxsplit=1)[0]
    if any(word in phrase for word in words(rules, "plan_documents")):
        return None
    return point._replace(year=first, last=first + 4, plan=True)


def _is_of_document(text: str, point: Point) -> bool:
    """Whether years stand in brackets behind what names a plan (三年行动计划（2022—2024年）)."""
    nouns = words(load_rules("times"), "plan_documents")
    return text[point.start - 1 : point.start] in ("（", "(") and text.endswith(nouns, 0, point.start - 1)


def _stands_alone(text: str, found: re.Match[str]) -> bool:
    """Whether a month or day without a year is a date, not a length of time or a part of a word."""
    bare = load_rules("times")["bare"]
    start, end = found.span()
    if found["month"] or found["date"] or found["months"]:
        before = text[max(0, start - 2) : start]
        if before.endswith(words(bare, "not_before")) or text.startswith(words(bare, "not_after"), end):
            return False
    return not (found["date"] and text.startswith(words(bare, "day_not_after"), end))


def _means_a_day(text: str, point: Point) -> bool:
    bare = load_rules("times")["bare"]
    before = text[max(0, point.start - 2) : point.start]
    return not (
        before.endswith(words(bare, "today_not_before")) or text.startswith(words(bare, "today_not_after"), point.end)
    )


def _numbers(wording: str) -> list[int]:
    values = (1 if item == "首" else whole_number(item) for item in _NUMBERS.findall(wording))
    return [value for value in values if value is not None]
