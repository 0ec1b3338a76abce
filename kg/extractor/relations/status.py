"""How far a relation has come, by the words of its clause and the times of its sentence, and when that was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kg.allocation import quickly_made
from kg.extractor.linking.linked import LinkedMention
from kg.extractor.relations.advising import Advising
from kg.extractor.relations.clause_openings import clause_words
from kg.extractor.relations.coding import Coded
from kg.extractor.relations.dating import Dating
from kg.extractor.relations.engine import Finding
from kg.extractor.relations.patterns import STANDING
from kg.extractor.relations.progress import SAID_OF_IT, begun, come_later
from kg.extractor.relations.qualifiers import (
    carries_on,
    end_of_passing,
    is_agreed,
    is_contracted,
    is_done,
    is_due,
    is_going_on,
    is_kept_up,
    is_made,
    is_negotiated,
    is_pushed_on,
    is_talked_over,
    lately,
    plans_on,
    status_of,
)
from kg.extractor.relations.relation_groups import DATED_BY_BEGINNING, DEEDS, IN_PASSING, LASTING
from kg.extractor.relations.roles import NOBODY, SENTENCE_BEFORE, Clause
from kg.extractor.sentences import behind_last
from kg.model import Article, Sentence, Status, TimeSpan

_ENDS: Final = "。！？!?；;"
# What somebody may be advised to do.
_ADVISED: Final = DEEDS | {"pursues"}


@quickly_made
@dataclass(frozen=True, slots=True)
class StatusReader:
    """Tells how far the relations of one article have come; `home` is the place that its paper gives advice to."""

    home: LinkedMention | None
    dating: Dating
    advising: Advising

    def of_relation(self, sentence: Sentence, coded: Coded, finding: Finding) -> tuple[Status | None, TimeSpan | None]:
        """Status and time of what a pattern found, each None if the article does not tell."""
        if finding.pattern.status == STANDING:
            return None, None
        clause, predicate = finding.clause, finding.predicate
        if finding.pattern.given and predicate in DEEDS:
            return self._of_given(sentence, coded, finding)
        status, stop = self._status(sentence, coded, finding), coded.offset(clause.end)
        if status is None and _holds(finding):
            return None, None
        if status is None and predicate in DEEDS and (later := self._later(sentence, coded.offset(finding.end))):
            return later
        time = self.dating.of_relation(sentence, stop, status, predicate)
        if status is Status.PLANNED and predicate in DEEDS and is_due(coded.wording(clause.end, len(coded.text))):
            time = self.dating.of_due(sentence, stop) or time
        if status is None and predicate == "undertakes" and self._is_over(time, sentence.start, stop):
            return Status.COMPLETED, time
        if time is None and predicate in DATED_BY_BEGINNING and status is not Status.PLANNED:
            time = self.dating.since(sentence, stop)
        if status is None and predicate != "locatedIn" and is_going_on(coded.wording(clause.start, clause.end)):
            return Status.UNDERWAY, time
        return status, time

    def _of_given(self, sentence: Sentence, coded: Coded, finding: Finding) -> tuple[Status | None, TimeSpan | None]:
        """Of a thing named in passing (甲将在乙打造的平台上…): what is said behind it, else what the match says."""
        end = finding.object.end
        progress = begun(self.dating.article.text[end : min(sentence.end, end + SAID_OF_IT)])
        if progress is not None:
            stop = coded.offset(finding.clause.end)
            return progress.status, self.dating.of_relation(sentence, stop, progress.status, finding.predicate)
        if later := self._later(sentence, end):
            return later
        trigger = coded.wording(finding.start, finding.end)
        status = status_of(trigger, "", trigger, finding.pattern.status)
        if status is None and is_made(trigger, trigger):
            status = Status.COMPLETED
        return status, self.dating.of_given(sentence, coded.offset(finding.start), coded.offset(finding.end))

    def _later(self, sentence: Sentence, start: int) -> tuple[Status | None, TimeSpan | None] | None:
        """Of a thing told of before an offset: what a later clause of the sentence tells, None if none does."""
        progress = come_later(self.dating.article.text[start : sentence.end])
        return (progress.status, self.dating.of_progress(sentence, start, progress)) if progress is not None else None

    def _status(self, sentence: Sentence, coded: Coded, finding: Finding) -> Status | None:
        """How far a relation has come; what is told after 到2025年 is meant to be, unless it has been reached."""
        status, clause = self._told(sentence, coded, finding), finding.clause
        aimed = finding.predicate != "locatedIn" and self.dating.is_aimed_at(sentence, coded.offset(finding.end))
        if aimed and not is_done(coded.wording(clause.start, clause.end)):
            status = Status.PLANNED
        if _holds(finding):
            return self._meant(sentence, coded, finding, status)
        if finding.predicate == "pursues" and status is Status.COMPLETED:
            return None  # what is done is done for the aim, which is not reached by that
        return status

    def _told(self, sentence: Sentence, coded: Coded, finding: Finding) -> Status | None:
        """What the words tell; where something is told to be, and who is told to be a partner, are facts."""
        clause, fixed = finding.clause, finding.pattern.status
        wording, before = coded.wording(clause.start, clause.end), coded.wording(0, clause.start)
        trigger = coded.text[finding.start : finding.end]
        if told := _told_in_passing(coded, finding):
            wording, before = told, ""
        advised = not told and (self._is_advice(sentence, clause) or self._is_among_advice(sentence, finding))
        status = status_of(wording, before, trigger, fixed, advice=advised)
        if (
            finding.predicate == "undertakes"
            and status is None
            and (is_contracted(before + wording) or is_due(coded.wording(clause.end, len(coded.text))))
        ):
            return Status.PLANNED
        if finding.predicate == "undertakes" and status is Status.COMPLETED and is_contracted(wording):
            return Status.PLANNED
        if finding.predicate == "locatedIn" and status is not Status.PLANNED:
            signed = self.dating.article.text[finding.subject.end : finding.object.start]
            if fixed and finding.subject.kind == "Project" and is_contracted(signed):
                return Status.PLANNED
            return Status(fixed) if fixed else None
        if is_talked_over(wording):
            return Status.PLANNED
        if finding.predicate == "partnersWith" and _is_concluded(status, wording, before):
            return None if is_kept_up(wording) and not is_agreed(wording) else Status.COMPLETED
        if finding.predicate == "undertakes" and status is None:
            if is_made(trigger, coded.wording(0, finding.end)):
                return Status.COMPLETED
            return Status.UNDERWAY if is_pushed_on(before) else None
        return status

    def _meant(self, sentence: Sentence, coded: Coded, finding: Finding, status: Status | None) -> Status | None:
        """Of what lasts only a plan is told: a field that somebody is to enter, not the one that he is in.

        Where he is told to develop it, that it is under way is told too. What is planned behind it is something else
        (光伏厂商甲将建设工厂), as it is of who is named for what he is.
        """
        if status is Status.UNDERWAY and finding.pattern.develops:
            return status
        if status is not Status.PLANNED or _is_named_by_field(coded, finding):
            return None
        start, end = finding.clause.start, finding.end
        aimed = self._is_advice(sentence, finding.clause) or self.dating.is_aimed_at(sentence, coded.offset(end))
        if aimed and finding.predicate != "locatedIn":
            return status
        told = status_of(coded.wording(start, end), coded.wording(0, start), "")
        return status if told is Status.PLANNED else None

    def _is_advice(self, sentence: Sentence, clause: Clause) -> bool:
        """Whether a clause is about the home of a paper, which tells it what to do, or about what a document wants.

        Or it goes on with what the sentences before it plan.
        """
        told, trust = clause.roles.get("S", NOBODY)
        if told and (told[0] == self.home or told[0].kind == "Document"):
            return True
        return trust == SENTENCE_BEFORE and _goes_on_planning(self.dating.article, sentence)

    def _is_among_advice(self, sentence: Sentence, finding: Finding) -> bool:
        """Whether an article or paragraph of advice tells what somebody makes or aims at; who are partners, are."""
        return finding.predicate in _ADVISED and self.advising(sentence)

    def _is_over(self, time: TimeSpan | None, start: int, end: int) -> bool:
        """Whether what is told between two offsets lies in the past: of 近日开展 nothing else tells that it is over."""
        return (time is not None and self.dating.is_past(time)) or bool(lately(self.dating.article.text, start, end))


def _goes_on_planning(article: Article, sentence: Sentence) -> bool:
    """Whether a sentence goes on with a plan: neither it nor those since the plan in its paragraph have a subject.

    江城市要加快转型。建设云帆平台.
    """
    first, start, end = article.blocks[sentence.block].start, sentence.start, sentence.end
    while start > first and carries_on(article.text[start:end]):
        start, end = max(first, behind_last(article.text, _ENDS, first, start - 1)), start
        if plans_on(article.text[start:end]):
            return True
    return False


def _told_in_passing(coded: Coded, finding: Finding) -> str:
    """The words that tell who made or issued a thing, where the clause goes on about that; "" where it does not.

    What is planned beside them is something else: 由甲与乙联合推出的平台将上线, 甲发布的《规划》提出要建设….
    """
    if finding.predicate not in IN_PASSING:
        return ""
    subject, first = coded.position(finding.subject.start), finding.clause.start
    if finding.start <= subject and (finding.pattern.given or finding.predicate == "publishes"):
        return coded.wording(max(finding.start, first), finding.end)
    end = end_of_passing(coded.text, finding.end)
    start = min(finding.start, subject) if first <= subject else finding.start
    return coded.wording(max(start, first), end) if end else ""


def _is_concluded(status: Status | None, clause: str, before: str) -> bool:
    """Whether a partnership exists: it is told as a fact, or an agreement is, whatever that plans."""
    told = status is None or (status is Status.UNDERWAY and not is_negotiated(clause))
    return told or is_agreed(clause) or is_agreed(before)


def _holds(finding: Finding) -> bool:
    """Whether what a pattern found holds rather than happens: by one with a status of its own a thing came to a place.

    明远科技位于江城 holds, whatever else its sentence dates; 明远科技2015年在江城成立 happened.
    """
    came = finding.predicate == "locatedIn" and bool(finding.pattern.status)
    return finding.predicate in LASTING and not came


def _is_named_by_field(coded: Coded, finding: Finding) -> bool:
    """Whether a thing is told to be one of a field (光伏厂商甲) rather than to do something in it or with somebody."""
    within = finding.start <= coded.position(finding.subject.start) < finding.end
    together = clause_words().joined.search(coded.text, finding.start, finding.end)
    return finding.predicate == "inSector" and within and together is None
