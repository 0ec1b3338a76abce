"""When what a sentence tells was or will be: by its own times, those told just before, or the day of the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kg.allocation import quickly_made
from kg.extractor.mentions.dates import last_day
from kg.extractor.mentions.times import TimeKind, TimeMention
from kg.extractor.mentions.titles import PersonMention
from kg.extractor.relations.context_times import day_of_lead, recently, since_when, time_above
from kg.extractor.relations.periods import is_of_last_year, moved, period_going_on
from kg.extractor.relations.progress import Progress
from kg.extractor.relations.qualifiers import (
    goes_on,
    is_background,
    is_founding,
    is_occasion,
    is_of_event,
    is_of_life,
    is_of_one_day,
    is_told_by_paper,
    now_told,
    nth_time,
    time_of,
    year_before,
)
from kg.extractor.relations.relation_groups import EVENTS, NOT_DATED_BY_FOUNDING, ON_A_DAY
from kg.extractor.sentences import behind_last
from kg.extractor.spans import within
from kg.model import Article, BlockKind, Precision, Sentence, Status, TimeSpan

# How far back the day is looked for of the event that a sentence goes on about.
_FAR: Final = 600
# How much of the text around a time tells what it is the time of.
_AROUND: Final = 14
# The relation that begins when it is granted.
_GRANTED: Final = "recognisedAs"
# The kinds of time that date what is told.
_DATING: Final = (TimeKind.EVENT, TimeKind.PERIOD, TimeKind.AS_OF, TimeKind.SINCE, TimeKind.TARGET)
# The forms in which an office is told as one that somebody comes into.
_ENTERED: Final = ("appointed", "career")
_SAME_PERIOD: Final = "同期"
_ALL_YEAR: Final = "全年"
# Behind these stands the time of the first of two figures: 从2022年的3亿元增至5亿元.
_FROM: Final = ("从", "由")
# A time before these is that of the second: 2025年将从3亿元增至5亿元.
_FROM_HERE: Final = re.compile(f"[{''.join(_FROM)}]")
# Going public dates what is issued then.
_LISTED: Final = "上市"
_CLAUSE_ENDS: Final = "，；：。！？\n"
_CLAUSE_END: Final = re.compile(f"[{_CLAUSE_ENDS}]")
# Up to how many characters beside a time tell nothing of their own: 截至…底.
_NO_MORE: Final = 4
_SENTENCE_END: Final = re.compile("[。！？!?\n]")


@quickly_made
@dataclass(frozen=True, slots=True)
class Dating:
    """Dates the statements of one article by its times, which are in text order."""

    article: Article
    times: Sequence[TimeMention]

    def of_relation(self, sentence: Sentence, stop: int, status: Status | None, predicate: str) -> TimeSpan | None:
        """When a relation holds: as its sentence tells, or as the one before does whose event it goes on about."""
        told = self._times_in(sentence)
        if predicate in NOT_DATED_BY_FOUNDING:
            told = [t for t in told if not self._is_of_founding(t)]
        time = time_of(told, stop, status is Status.PLANNED)
        if time is not None or predicate not in EVENTS:
            return time
        if time := time_above(self.article, sentence, self.times):
            return time
        if time := recently(self.article, sentence.start, stop):
            return time
        if status in (Status.COMPLETED, Status.UNDERWAY) and (time := day_of_lead(self.article, sentence, self.times)):
            return time
        if status is not Status.COMPLETED and predicate != _GRANTED:
            return None
        return self._only_day_in(sentence, stop) or self._day_of_event(sentence, alone=predicate in ON_A_DAY)

    def of_given(self, sentence: Sentence, start: int, end: int) -> TimeSpan | None:
        """When what is named in passing between two offsets was done: as is told there, or 截至 before it."""
        told = [t for t in self._times_in(sentence) if t.start >= start]
        return time_of(told, end, planned=False) or self._last(TimeKind.AS_OF, sentence, end)

    def of_progress(self, sentence: Sentence, start: int, progress: Progress) -> TimeSpan | None:
        """When a thing came as far as is told behind an offset: a time among those words, else that of the sentence."""
        told = [t for t in self._times_in(sentence) if t.start >= start + progress.start]
        time = time_of(told, start + progress.end, planned=progress.status is Status.PLANNED)
        if time is not None or progress.start:
            return time
        return self.of_relation(sentence, start, progress.status, "undertakes")

    def of_due(self, sentence: Sentence, start: int) -> TimeSpan | None:
        """When a thing will be ready, as the clause behind an offset tells: …，预计2025年底建成."""
        end = _CLAUSE_END.search(self.article.text, start + 1)
        told = [t for t in self._times_in(sentence) if t.start >= start]
        return time_of(told, end.start() if end else sentence.end, planned=True)

    def of_figure(
        self, sentence: Sentence, nth: tuple[int, int] | None, end: int, *, planned: bool, lasting: bool
    ) -> TimeSpan | None:
        """When a figure held, `nth` the one that it is of how many of one thing at several times.

        A `lasting` measure (注册资本, the length of a road) is as it is: only its own clause dates it. When a house was
        founded dates no figure of it; what has happened dates none that is planned, but for a paper that says so.
        """
        if nth is not None:
            return nth_time([t for t in self.times if t.start > end - _FAR], end, *nth)
        if before := self._year_before(sentence, end):
            return before
        told = [t for t in self._times_in(sentence) if self._may_date(t, end, planned=planned, lasting=lasting)]
        time = self._now(sentence, end) or self._since_then(told, end) or time_of(told, end, planned)
        if time is not None or lasting:
            return time
        if planned:
            return self._whole_year(sentence, end)
        since = self._last(TimeKind.SINCE, sentence, end)
        if since is not None:
            return self._until_now(since)
        return (
            time_above(self.article, sentence, self.times)
            or recently(self.article, sentence.start, end)
            or self._period_before(sentence)
            or self._last(TimeKind.BEFORE, sentence, end)
            or self._day_of_signing(sentence, end)
        )

    def _day_of_signing(self, sentence: Sentence, end: int) -> TimeSpan | None:
        """The day on which was signed or begun what a figure counts: 8日，大会召开。会上签约12个项目."""
        said = self.article.text[sentence.start : end]
        if not is_of_one_day(said) or is_background(said):
            return None
        if time := day_of_lead(self.article, sentence, self.times):
            return time
        before = [t for t in self.times if t.end <= sentence.start and t.kind in _DATING]
        if not before or not self._is_day_before(before[-1], sentence):
            return None
        beside = self.article.blocks[sentence.block].start <= before[-1].start
        return before[-1].span if beside or is_of_event(said) or self._follows_occasion(sentence) else None

    def _until_now(self, since: TimeSpan) -> TimeSpan:
        """From a beginning to the day of the article (自2018年以来，累计…); 今年以来 is the year."""
        now = self.article.published
        until = f"{now:%Y-%m-%d}"[: len(since.value)] if now is not None else ""
        whole = not until or "/" in since.value or since.value >= until
        return since if whole else TimeSpan(f"{since.value}/{until}", since.precision, since.wording)

    def _may_date(self, time: TimeMention, end: int, *, planned: bool, lasting: bool) -> bool:
        """Whether a time of its sentence can be that of the figure that ends at an offset."""
        text = self.article.text
        founding = self._is_of_founding(time) and _LISTED not in text[time.end : time.end + _AROUND]
        if text[time.start - 1 : time.start] in _FROM or founding:
            return False
        past = planned and time.kind is not TimeKind.TARGET and self.is_past(time.span)
        apart = lasting or (past and not is_told_by_paper(text, time.end, end))
        return not apart or self._is_beside(time, end)

    def _is_beside(self, time: TimeMention, end: int) -> bool:
        """Whether between a time and what it dates no clause tells anything: 2021年2月底，收入达3亿元."""
        first = behind_last(self.article.text, _CLAUSE_ENDS, 0, time.start)
        *between, _ = _CLAUSE_END.split(self.article.text[first : time.start] + self.article.text[time.end : end])
        return all(len(words) <= _NO_MORE for words in between)

    def _since_then(self, told: Sequence[TimeMention], end: int) -> TimeSpan | None:
        """A beginning told behind an event of another clause: 8日，班列开出，今年以来已开行5列."""
        before = [t for t in told if t.start < end and t.kind in _DATING]
        follows = len(before) > 1 and before[-1].kind is TimeKind.SINCE and before[-2].kind is TimeKind.EVENT
        return self._until_now(before[-1].span) if follows and not self._is_beside(before[-2], end) else None

    def of_earlier(self, start: int, end: int) -> TimeSpan | None:
        """When a figure held that stands between two offsets beside the present one: its own time or none.

        上年同期 is the period told last, in the year before.
        """
        beside = next((t for t in reversed(self.times) if start <= t.start < end), None)
        if beside is None or _FROM_HERE.search(self.article.text, beside.end, end):
            return None
        if _SAME_PERIOD not in self.article.text[beside.start : beside.end + len(_SAME_PERIOD)]:
            return beside.span
        told = [t.span for t in self.times if end - _FAR < t.start < beside.start and t.kind in _DATING]
        if not told:
            return beside.span
        years = int(beside.span.value[:4]) - int(told[-1].value[:4])
        return moved(told[-1], years, beside.span.wording)

    def of_office(self, sentence: Sentence, mention: PersonMention) -> TimeSpan | None:
        """When somebody came into an office (2021年8月，李明任…), or the day on which the news finds him in it."""
        if mention.pattern not in _ENTERED:
            if any(map(self._is_of_founding, self._times_in(sentence))):
                return None  # 2010年8月6日成立，法定代表人为王甲
            return self._only_day_in(sentence, sentence.start) or self._day_of_event(sentence)
        told = [t for t in self._times_in(sentence) if t.end <= mention.title_start]
        said = self.article.text[told[-1].end : mention.title_start] if told else ""
        return None if is_of_life(said) else time_of(told, mention.title_start, planned=False)

    def is_past(self, time: TimeSpan) -> bool:
        """Whether a time was over when the article came out."""
        return self.article.published is not None and last_day(time.value) < self.article.published.date()

    def is_aimed_at(self, sentence: Sentence, end: int) -> bool:
        """Whether the last time told before an offset is one by which something is meant to be: 到2025年，…."""
        told = [t for t in self._times_in(sentence) if t.start < end and t.kind in _DATING]
        return bool(told) and told[-1].kind is TimeKind.TARGET

    def _is_of_founding(self, time: TimeMention) -> bool:
        text = self.article.text
        return is_founding(text[max(0, time.start - _AROUND) : time.start], text[time.end : time.end + _AROUND])

    def _only_day(self, sentence: Sentence) -> TimeSpan | None:
        """The day of the event that an article tells of, if it tells of one day only, and has told of it."""
        days = filter(_is_day, self.times)
        first = next(days, None)
        if first is None or any(t.span.value != first.span.value for t in days):
            return None
        titled = self.article.blocks[sentence.block].kind is BlockKind.TITLE
        return first.span if titled or first.end <= sentence.start else None

    def since(self, sentence: Sentence, stop: int) -> TimeSpan | None:
        """Since when something is done that is told before an offset."""
        return since_when(self.article, [t for t in self._times_in(sentence) if t.start < stop])

    def _follows_occasion(self, sentence: Sentence) -> bool:
        """Whether the sentence before tells of a meeting or ceremony: 8日，大会在江城召开。"""
        before = self.article.text[max(0, sentence.start - _FAR) : sentence.start].rstrip()
        return is_occasion(_SENTENCE_END.split(before.rstrip("。！？!?\n"))[-1])

    def _is_day_before(self, time: TimeMention, sentence: Sentence) -> bool:
        return sentence.start - _FAR < time.end <= sentence.start and _is_day(time)

    def _now(self, sentence: Sentence, end: int) -> TimeSpan | None:
        """The day of the article, where the last words of time before an offset are 目前 and the like."""
        told = [t.end for t in self._times_in(sentence) if t.start < end]
        now = now_told(self.article.text, max(told, default=sentence.start), end)
        if not now or self.article.published is None:
            return None
        return TimeSpan(self.article.published.date().isoformat(), Precision.DAY, now)

    def _only_day_in(self, sentence: Sentence, start: int) -> TimeSpan | None:
        """The only day that a sentence tells behind an offset: 由甲、乙主办的大赛14日启动."""
        days = [t for t in self._times_in(sentence) if t.start >= start and t.kind is TimeKind.EVENT]
        return days[0].span if len(days) == 1 and _is_day(days[0]) else None

    def _day_of_event(self, sentence: Sentence, *, alone: bool = False) -> TimeSpan | None:
        """The day of the event that a sentence goes on about, or that the article is about.

        What stands `alone` is of no such day: a sentence that tells no time may tell of what was made long before.
        """
        text = self.article.text[sentence.start : sentence.end]
        if goes_on(text) or self._follows_occasion(sentence):
            day = next((t.span for t in reversed(self.times) if self._is_day_before(t, sentence)), None)
            return day or recently(self.article, max(0, sentence.start - _FAR), sentence.start)
        return None if alone or is_background(text) else self._only_day(sentence)

    def _whole_year(self, sentence: Sentence, end: int) -> TimeSpan | None:
        """The year of the article, for what is aimed at 全年."""
        said, published = self.article.text.rfind(_ALL_YEAR, sentence.start, end), self.article.published
        return TimeSpan(f"{published:%Y}", Precision.YEAR, _ALL_YEAR) if said >= 0 and published is not None else None

    def _last(self, kind: TimeKind, sentence: Sentence, end: int) -> TimeSpan | None:
        """The last time of a kind told before an offset: 自2018年成立以来，累计…; 2011年以前，…."""
        told = [t.span for t in self._times_in(sentence) if t.start < end and t.kind is kind]
        return told[-1] if told else None

    def _year_before(self, sentence: Sentence, end: int) -> TimeSpan | None:
        """The period told last, a year earlier, for what is told of 上年同期 alone and not compared with it."""
        text = self.article.text
        clause = behind_last(text, "，；：", sentence.start, end)
        said = year_before(text[max(clause, sentence.start) : end]) or year_before(
            text[sentence.start : end], whole=True
        )
        if not said:
            return None
        told = [t.span for t in self.times if end - _FAR < t.start < end and t.kind in _DATING]
        told = [t for t in told if not is_of_last_year(t)]
        return moved(told[-1], -1, said) if told else None

    def _period_before(self, sentence: Sentence) -> TimeSpan | None:
        """The stretch of time that the last sentence of a paragraph to tell any time is about."""
        block = self.article.blocks[sentence.block]
        told = [t for t in self.times if block.start <= t.start < sentence.start and t.kind in _DATING]
        return period_going_on(self.article.text, told, sentence.start)

    def _times_in(self, sentence: Sentence) -> list[TimeMention]:
        return within(self.times, sentence.start, sentence.end)


def _is_day(time: TimeMention) -> bool:
    return time.kind is TimeKind.EVENT and time.span.precision is Precision.DAY
