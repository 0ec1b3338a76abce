"""Times that no event beside them has.

They are the day a lead opens with, that of 近日, the beginning of what goes on, and what a whole sentence opens with.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from kg.extractor.mentions.dates import last_day
from kg.extractor.mentions.times import TimeKind, TimeMention
from kg.extractor.relations.qualifiers import lately
from kg.extractor.sentences import behind_last
from kg.model import Article, BlockKind, Precision, Sentence, TimeSpan

# How far below a title its lead tells the day.
_LEAD: Final = 200
# How far back the news and 近日 reach at most.
_WEEK: Final = timedelta(days=7)
# Behind a time from which on something is done.
_FROM_THEN: Final = "起"
# The kinds of time that date nothing.
_DATELESS: Final = (TimeKind.BASELINE, TimeKind.REPORT, TimeKind.LABEL, TimeKind.BEFORE)
# What ends a sentence, and what a part of one that its next part goes on with.
_ENDS: Final = "。！？!?\n"
_PARTS: Final = ("；", ";")
# The times that date all parts of a sentence that one of them opens.
_OPENING: Final = (TimeKind.EVENT, TimeKind.PERIOD, TimeKind.AS_OF)


def day_of_lead(article: Article, title: Sentence, times: Sequence[TimeMention]) -> TimeSpan | None:
    """The day that the lead below a title opens with, if it is one of the news: what the title tells happened then."""
    if article.blocks[title.block].kind is not BlockKind.TITLE:
        return None
    first = next((t for t in times if t.start >= title.end and t.kind not in _DATELESS), None)
    if first is None or first.kind is not TimeKind.EVENT or first.span.precision is not Precision.DAY:
        return None
    age = article.published.date() - last_day(first.span.value) if article.published is not None else timedelta(0)
    return first.span if first.start <= title.end + _LEAD and timedelta(0) <= age <= _WEEK else None


def since_when(article: Article, told: Sequence[TimeMention]) -> TimeSpan | None:
    """Since when something is done, by the last beginning told: 2021年起; 今年以来 is the year of the article."""
    last = next((t for t in reversed(told) if t.kind is TimeKind.SINCE), None)
    if last is None:
        return None
    this_year = article.published is not None and last.span.value == f"{article.published:%Y}"
    return last.span if this_year or article.text.startswith(_FROM_THEN, last.end) else None


def recently(article: Article, start: int, end: int) -> TimeSpan | None:
    """The month of the article where 近日 stands between two offsets, its year if that may be the month before."""
    said, published = lately(article.text, start, end), article.published
    if not said or published is None or (published - _WEEK).year != published.year:
        return None
    if (published - _WEEK).month != published.month:
        return TimeSpan(f"{published:%Y}", Precision.YEAR, said)
    return TimeSpan(f"{published:%Y-%m}", Precision.MONTH, said)


def time_above(article: Article, part: Sentence, times: Sequence[TimeMention]) -> TimeSpan | None:
    """The time that the whole opens with of which a sentence is a part behind ；: 今年，建成甲；打造乙.

    A day is only that of what happened on it, not of all that is told beside that.
    """
    text, block = article.text, article.blocks[part.block]
    if not text.endswith(_PARTS, block.start, part.start):
        return None
    start = max(block.start, behind_last(text, _ENDS, block.start, part.start))
    first = next((t for t in times if t.start >= start), None)
    if first is None or first.kind not in _OPENING or first.span.precision is Precision.DAY:
        return None
    opens = not text[start : first.start].strip() and text.startswith("，", first.end)
    return first.span if opens else None
