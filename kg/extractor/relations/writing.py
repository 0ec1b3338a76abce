"""Writes down what was found: a relation, figure, office or name becomes a statement with its evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from kg.extractor.knowledge import Knowledge
from kg.extractor.linking.drafts import Draft, take_in
from kg.extractor.linking.linked import LinkedMention
from kg.extractor.linking.linker import Linking
from kg.extractor.linking.name_places import choose_name_place
from kg.extractor.mentions.quantities import QuantityMention
from kg.extractor.mentions.times import TimeMention
from kg.extractor.mentions.titles import PersonMention
from kg.extractor.relations.advising import Advising
from kg.extractor.relations.amounts import is_cost, sum_of
from kg.extractor.relations.coding import Coded
from kg.extractor.relations.dating import Dating
from kg.extractor.relations.engine import Finding
from kg.extractor.relations.figures.measurements import OwnedFigure
from kg.extractor.relations.hoping import is_hoped
from kg.extractor.relations.names.capacities import NAME_CAPACITY
from kg.extractor.relations.names.naming import NameFinding
from kg.extractor.relations.offices.positions import Position
from kg.extractor.relations.progress import SAID_OF_IT, Progress, begun, come_later
from kg.extractor.relations.qualifiers import (
    agreement_of,
    is_compared,
    is_denied,
    is_done,
    is_expected,
    is_signed_among,
    is_supposed,
    is_unmade,
    status_of,
)
from kg.extractor.relations.relation_groups import LASTING
from kg.extractor.relations.rulebook import OF_SOURCE, how_sure
from kg.extractor.relations.shared_qualifiers import Come
from kg.extractor.relations.status import StatusReader
from kg.model import Article, Evidence, Measurement, Sentence, Statement, Status, TimeSpan

# How much text around a sentence its evidence keeps, in characters.
_AROUND: Final = 24
# What mark-up that ended before it leaves at the beginning of a piece.
_LEFT_OVER: Final = "，。；、：！？,;:!?”’）)》] "
# The relation that an agreement makes.
_SIGNED: Final = "partnersWith"
# How far behind a figure it may be compared with an earlier one.
_BEHIND: Final = 12


@dataclass(frozen=True, slots=True)
class Found:
    """What else was found in an article: times, figures and people with their titles."""

    times: Sequence[TimeMention]
    quantities: Sequence[QuantityMention]
    people: Sequence[PersonMention]


@dataclass(frozen=True, slots=True)
class Writer:
    """Makes the statements of one article; a thing that only stands in a name is taken in among the article's."""

    article: Article
    linking: Linking
    found: Found
    knowledge: Knowledge
    home: LinkedMention | None
    advising: Advising

    @property
    def _dating(self) -> Dating:
        return Dating(self.article, self.found.times)

    @property
    def _status(self) -> StatusReader:
        return StatusReader(self.home, self._dating, self.advising)

    def relation(self, sentence: Sentence, coded: Coded, finding: Finding) -> Statement | None:
        """The statement that a pattern found, None if the clause denies it or only hopes for it."""
        clause, start, end = finding.clause, finding.start, finding.end
        matched = coded.text[max(start, clause.start) : end]
        if is_denied(coded.text[clause.start : clause.end], coded.text[clause.start : start], matched):
            return None
        if is_supposed(coded.text[: clause.start], coded.text[clause.end :]) or is_hoped(coded, finding):
            return None
        status, time = self._status.of_relation(sentence, coded, finding)
        told = coded.offset(clause.start), coded.offset(clause.end)
        subject, obj = self.knowledge.ontology.ordered(finding.predicate, finding.subject.iri, finding.object.iri)
        return Statement(
            subject,
            finding.predicate,
            obj,
            self._evidence(sentence, finding.subject.start, finding.object.start, coded.offset(start)),
            finding.pattern.name,
            round(finding.confidence, 3),
            status,
            time,
            sum_of(self.found.quantities, coded, finding),
            agreement=agreement_of(self.article.text[slice(*told)]) if finding.predicate == _SIGNED else "",
        )

    def figure(self, sentence: Sentence, coded: Coded, figure: OwnedFigure) -> Statement | None:
        """A measurement of a thing, None if the sentence only supposes it; a figure that is no target was attained.

        An earlier figure of which it is not told when it held would contradict the one beside it.
        """
        if is_supposed(coded.text[: figure.clause.start], ""):
            return None
        clause, before = coded.wording(figure.clause.start, figure.clause.end), coded.wording(0, figure.end)
        end = coded.offset(figure.end)
        aimed = is_expected(before) or self._dating.is_aimed_at(sentence, end)
        compared = not aimed and is_compared(coded.text[figure.clause.start : figure.end + _BEHIND])
        status = status_of(clause, "" if compared else coded.wording(0, figure.clause.start), "")
        target = figure.measurement.target and not compared
        intended = (aimed or figure.planned) and not is_done(clause)
        planned = not figure.earlier and (status is Status.PLANNED or target or intended)
        if figure.earlier:
            status, time = Status.COMPLETED, self._dating.of_earlier(coded.offset(figure.clause.start), end)
            if time is None:
                return None
        else:
            time = self._dating.of_figure(sentence, figure.nth, end, planned=planned, lasting=figure.lasting)
        # Of what a project is to be it is not told how far it has come.
        attained = None if figure.lasting and figure.owner.kind == "Project" else Status.COMPLETED
        return Statement(
            # What a bureau does is its own.
            figure.owner.iri if figure.done else self._answerable(figure.owner),
            "hasMeasurement",
            replace(figure.measurement, target=planned),
            self._evidence(sentence, figure.owner.start, end - 1),
            "figure",
            figure.confidence,
            Status.PLANNED if planned else status or attained,
            time,
            # What a project costs is money, as a figure and as a sum.
            figure.measurement.quantity if is_cost(figure) else None,
        )

    def position(self, sentence: Sentence, position: Position) -> Iterator[Statement]:
        """An office of a person, and that the unit headed belongs to the organisation named before it."""
        evidence, confidence = self._evidence(sentence, position.mention.start), round(position.confidence, 3)
        pattern = f"position-{position.mention.pattern}"
        yield Statement(
            position.person,
            "holdsPosition",
            position.body,
            evidence,
            pattern,
            confidence,
            position.status,
            None if position.former else self._dating.of_office(sentence, position.mention),
            title=position.title,
        )
        drafts = self.linking.drafts
        # Two things of one name: it was read twice, and is no part of itself.
        if position.outer and drafts[position.outer].label != drafts[position.body].label:
            yield Statement(
                position.body,
                "partOf",
                position.outer,
                evidence,
                "headed-unit",
                confidence * how_sure("headed-unit", OF_SOURCE),
            )

    def named(self, sentence: Sentence, mention: LinkedMention, found: NameFinding) -> Statement:
        """What a name says of its bearer; what is said right behind it tells how far it has come."""
        status, time = self._come(sentence, mention, found.predicate) if mention.kind == "Project" else (None, None)
        for iri in (found.subject, found.object):
            take_in(iri, "in a name", self.linking.drafts, self.knowledge)
        if found.object_label:
            draft = Draft(found.object_kind, found.object_label, names={found.object_label}, reason="in a name")
            self.linking.drafts.setdefault(found.object, draft)
        if found.wording:
            self.linking.drafts[found.object].names.add(found.wording)
        subject, obj = self.knowledge.ontology.ordered(found.predicate, found.subject, found.object)
        return Statement(
            subject,
            found.predicate,
            obj,
            self._evidence(sentence, mention.start),
            found.pattern,
            round(found.confidence, 3),
            status,
            time,
        )

    def _come(
        self, sentence: Sentence, project: LinkedMention, predicate: str
    ) -> tuple[Status | None, TimeSpan | None]:
        """How far who runs a project has come with it by what is said right behind its name; where it is holds."""
        if is_signed_among(self.article.text[sentence.start : project.start]):
            return Status.PLANNED, None
        progress = self._begun(sentence, project) or come_later(self.article.text[project.end : sentence.end])
        if progress is None or (predicate in LASTING and progress.status is not Status.PLANNED):
            return None, None
        return progress.status, self._dating.of_progress(sentence, project.end, progress)

    def progress(self, sentence: Sentence, project: LinkedMention) -> Come | None:
        """How far a project has come by what stands right behind its name, None if that tells nothing of it."""
        progress = self._begun(sentence, project)
        if progress is None or is_signed_among(self.article.text[sentence.start : project.start]):
            return None
        return progress.status, self._dating.of_progress(sentence, project.end, progress)

    def _begun(self, sentence: Sentence, project: LinkedMention) -> Progress | None:
        return begun(self.article.text[project.end : min(sentence.end, project.end + SAID_OF_IT)])

    def is_unmade(self, sentence: Sentence, project: LinkedMention) -> bool:
        """Whether the sentence says that a project is given up, or only supposes it: its name tells of no thing."""
        before = self.article.text[max(sentence.start, project.start - SAID_OF_IT) : project.start]
        return is_unmade(before, self.article.text[project.end : min(sentence.end, project.end + SAID_OF_IT)])

    def capacity(self, sentence: Sentence, mention: LinkedMention, measured: Measurement) -> Statement:
        """What the name of a project says that it makes or holds."""
        evidence = self._evidence(sentence, mention.start)
        sure = how_sure(NAME_CAPACITY, "project")
        return Statement(mention.iri, "hasMeasurement", measured, evidence, NAME_CAPACITY, sure)

    def place_in_name(self, iri: str) -> LinkedMention | None:
        """The place in the name of a thing, as a mention without a stretch of its own."""
        drafts = self.linking.drafts
        place = choose_name_place(drafts[iri].label, self.linking.home, self.knowledge, drafts)
        if not place:
            return None
        take_in(place, "in a name", self.linking.drafts, self.knowledge)
        return LinkedMention.unplaced(self.knowledge.lexicon.entries[place].kind, place, "in a name")

    def _answerable(self, owner: LinkedMention) -> str:
        """The place of a bureau, of which it only reports (税务局：企业达3万家); any other owner answers for itself."""
        place = self.place_in_name(owner.iri) if owner.kind == "Government" else None
        return place.iri if place else owner.iri

    def _evidence(self, sentence: Sentence, *places: int) -> Evidence:
        """The sentence, or the piece of it from seam to seam that holds most of what is said at some places."""
        text, start, end = self.article.text, sentence.start, sentence.end
        if seams := [seam for seam in self.article.seams if start < seam < end]:
            start, end = max(
                pairwise([start, *seams, end]),
                key=lambda piece: (sum(piece[0] <= at < piece[1] for at in places), piece[1] - piece[0]),
            )
            while start < end - 1 and text[start] in _LEFT_OVER and start > sentence.start:
                start += 1
        around = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
        return Evidence(start, end, text[start:end], *around)
