"""Reads the sentences of an article one after the other and writes down what they state."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extractor.knowledge import Knowledge
from kg.extractor.linking.linked import Linked
from kg.extractor.linking.linker import Linking
from kg.extractor.linking.places import choose_name_place
from kg.extractor.linking.registry import Draft
from kg.extractor.mentions.people import PersonMention
from kg.extractor.mentions.quantities import QuantityMention
from kg.extractor.mentions.times import TimeMention
from kg.extractor.relations.coding import Coded, encode
from kg.extractor.relations.context import Carried, Clause, Filled, clause_roles
from kg.extractor.relations.engine import Finding, Setting, find_relations
from kg.extractor.relations.measurements import Figure, find_figures
from kg.extractor.relations.naming import NameFinding, relations_in_name
from kg.extractor.relations.people import Position, find_positions
from kg.extractor.relations.qualifiers import amount_of, is_denied, status_of, time_of
from kg.extractor.segmentation import Tokens
from kg.extractor.sentences import clauses as cut_clauses
from kg.model import Article, BlockKind, Evidence, Quantity, Sentence, Statement, Status, TimeSpan

_AROUND = 24
_NOBODY = Filled(())


@dataclass(frozen=True, slots=True)
class Found:
    """What else was found in an article: times, figures and people with their titles."""

    times: Sequence[TimeMention]
    quantities: Sequence[QuantityMention]
    people: Sequence[PersonMention]


class Reader:
    """Reads one article; what a sentence leaves open is filled from the one before."""

    def __init__(self, article: Article, tokens: Tokens, linking: Linking, found: Found, knowledge: Knowledge) -> None:
        """All mentions are those of the article, in text order."""
        self._article, self._tokens, self._linking, self._knowledge = article, tokens, linking, knowledge
        self._times, self._quantities = found.times, found.quantities
        places = _without_outer_places(linking.mentions, knowledge)
        self._mentions = _with_times_and_figures(places, found.times, found.quantities)
        self._positions = list(find_positions(found.people, linking, knowledge))
        self._starts = [m.start for m in self._mentions]
        self._home = self._home_mention()
        self._makers: dict[str, Linked] = {}
        self._setting = Setting(self._home, self._makers, linking.drafts, knowledge.ontology, self._place_in_name)
        self._named: set[tuple[str, str, str]] = set()

    def read(self, sentences: Sequence[Sentence]) -> Iterator[Statement]:
        """The statements of the sentences, in text order."""
        carried, block = Carried(), -1
        for sentence in sentences:
            if sentence.block != block:
                carried, block = self._opening(sentence, carried), sentence.block
            mentions = self._within(sentence)
            coded = encode(self._article.text, sentence.start, sentence.end, mentions)
            spans = [
                (coded.position(s), coded.position(e))
                for s, e in cut_clauses(self._article.text, sentence.start, sentence.end)
            ]
            clauses, carried = clause_roles(coded, spans, self._tokens, carried, self._home)
            yield from self._statements(sentence, coded, clauses, mentions)

    def _opening(self, sentence: Sentence, carried: Carried) -> Carried:
        """What a new paragraph inherits: the parties, and the subject of the heading above it."""
        kind = self._article.blocks[sentence.block - 1].kind if sentence.block else BlockKind.PARAGRAPH
        subject = carried.subject if kind is BlockKind.HEADING else ()
        return Carried(subject, carried.parties)

    def _within(self, sentence: Sentence) -> list[Linked]:
        first = bisect_left(self._starts, sentence.start)
        last = bisect_right(self._starts, sentence.end)
        return [m for m in self._mentions[first:last] if m.end <= sentence.end]

    def _home_mention(self) -> Linked | None:
        """The home place, for what a local paper tells of its own place without naming it each time."""
        if not any(m.iri == self._linking.home for m in self._linking.mentions):
            return None
        entry = self._knowledge.lexicon.entries.get(self._linking.home)
        if (
            entry is None
            or not self._article.publisher
            or not self._knowledge.lexicon.media_home(self._article.publisher)
        ):
            return None
        drafts = self._linking.drafts
        if entry.iri not in drafts:
            drafts[entry.iri] = Draft(entry.kind, entry.label, entry, reason="the home of the paper")
        return Linked(0, 0, ((entry.kind, entry.iri),), "the home of the paper")

    def _statements(
        self, sentence: Sentence, coded: Coded, clauses: Sequence[Clause], mentions: Sequence[Linked]
    ) -> Iterator[Statement]:
        best: dict[tuple[str, str, str], Statement] = {}
        for finding in find_relations(coded, clauses, self._setting):
            statement = self._from_finding(sentence, coded, finding)
            if statement is not None:
                _keep(best, statement)
                self._remember(finding)
        invested = {s.amount.value for s in best.values() if s.amount is not None}
        for figure in find_figures(coded, clauses, self._figures_in(sentence), self._article.text):
            if not self._knowledge.ontology.fits("hasMeasurement", figure.owner.kind, "Measurement"):
                continue
            if figure.measurement.quantity.value not in invested:  # a sum invested is told with the investment
                _keep(best, self._from_figure(sentence, coded, figure))
        for position in self._positions:
            if sentence.start <= position.mention.start < sentence.end:
                _keep(best, self._from_position(sentence, position))
        for mention in mentions:
            for statement in self._from_name(sentence, mention):
                _keep(best, statement)
        yield from best.values()

    def _remember(self, finding: Finding) -> None:
        """Who made or runs a project, the first that the article names."""
        if finding.predicate == "undertakes" and finding.subject.kind in ("Firm", "Institution"):
            self._makers.setdefault(finding.object.iri, finding.subject)

    def _figures_in(self, sentence: Sentence) -> list[QuantityMention]:
        return [q for q in self._quantities if sentence.start <= q.start and q.end <= sentence.end]

    def _from_finding(self, sentence: Sentence, coded: Coded, finding: Finding) -> Statement | None:
        clause = coded.text[finding.clause.start : finding.clause.end]
        matched = coded.text[max(finding.start, finding.clause.start) : finding.end]
        if is_denied(clause, coded.text[finding.clause.start : finding.start], matched):
            return None
        advice = self._home is not None and finding.clause.roles.get("S", _NOBODY).mentions[:1] == (self._home,)
        status = status_of(
            coded.wording(finding.clause.start, finding.clause.end), coded.wording(0, finding.clause.start),
            coded.text[finding.start : finding.end], finding.pattern.status, advice=advice,
        )  # fmt: skip
        if finding.predicate == "locatedIn" and status is not Status.PLANNED:
            status = Status(finding.pattern.status) if finding.pattern.status else None
        if finding.predicate == "partnersWith" and status is None:
            status = Status.COMPLETED  # who is said to work together has come together
        end = coded.offset(finding.clause.end)
        time = time_of(self._times_in(sentence), end, status is Status.PLANNED)
        amount = None
        if finding.predicate in ("investsIn", "undertakes"):
            amount = amount_of(self._quantities, coded.offset(finding.clause.start), end)
        subject, obj = finding.subject.iri, finding.object.iri
        return self._statement(
            sentence, subject, finding.predicate, obj, finding.pattern.name, finding.confidence, status, time, amount
        )

    def _from_figure(self, sentence: Sentence, coded: Coded, figure: Figure) -> Statement:
        clause = coded.wording(figure.clause.start, figure.clause.end)
        status = status_of(clause, coded.wording(0, figure.clause.start), "")
        planned = status is Status.PLANNED or figure.measurement.target
        time = time_of(self._times_in(sentence), coded.offset(figure.end), planned)
        return Statement(
            self._answerable(figure.owner), "hasMeasurement", figure.measurement, self._evidence(sentence), "figure", figure.confidence,
            Status.PLANNED if planned else status, time,
        )  # fmt: skip

    def _place_in_name(self, iri: str) -> Linked | None:
        """The place in the name of a thing, as a mention without a stretch of its own."""
        place = choose_name_place(self._linking.drafts[iri].label, self._linking.home, self._knowledge)
        if not place:
            return None
        entry = self._knowledge.lexicon.entries[place]
        self._linking.drafts.setdefault(
            place, Draft(entry.kind, entry.label, entry, reason="named inside another name")
        )
        return Linked(-1, -1, ((entry.kind, place),), "named inside another name")

    def _answerable(self, owner: Linked) -> str:
        """What a bureau reports (税务局：新增企业3万家) is a figure of its place."""
        if owner.kind != "Government":
            return owner.iri
        place = self._place_in_name(owner.iri)
        return place.iri if place else owner.iri

    def _from_position(self, sentence: Sentence, position: Position) -> Statement:
        return Statement(
            position.person, "holdsPosition", position.body, self._evidence(sentence),
            f"position-{position.mention.pattern}", round(position.confidence, 3), title=position.mention.title,
        )  # fmt: skip

    def _from_name(self, sentence: Sentence, mention: Linked) -> Iterator[Statement]:
        draft = self._linking.drafts.get(mention.iri)
        if draft is None:
            return
        for found in relations_in_name(mention, draft, self._linking.home, self._knowledge):
            key = (found.subject, found.predicate, found.object)
            if key in self._named:
                continue
            self._named.add(key)
            self._note(found)
            yield self._statement(
                sentence, found.subject, found.predicate, found.object, found.pattern, found.confidence
            )

    def _note(self, found: NameFinding) -> None:
        """Make sure that a thing known only from inside a name is among the things of the article."""
        for iri in (found.subject, found.object):
            entry, concept = self._knowledge.lexicon.entries.get(iri), self._knowledge.ontology.concepts.get(iri)
            if iri not in self._linking.drafts and entry is not None:
                self._linking.drafts[iri] = Draft(entry.kind, entry.label, entry, reason="named inside another name")
            elif iri not in self._linking.drafts and concept is not None:
                self._linking.drafts[iri] = Draft(concept.kind, concept.label, reason="named inside another name")

    def _times_in(self, sentence: Sentence) -> list[TimeMention]:
        return [t for t in self._times if sentence.start <= t.start and t.end <= sentence.end]

    def _statement(
        self, sentence: Sentence, subject: str, predicate: str, obj: str, pattern: str, confidence: float,
        status: Status | None = None, time: TimeSpan | None = None, amount: Quantity | None = None,
    ) -> Statement:  # fmt: skip
        if self._knowledge.ontology.predicates[predicate].symmetric and obj < subject:
            subject, obj = obj, subject
        return Statement(
            subject,
            predicate,
            obj,
            self._evidence(sentence),
            pattern,
            round(min(confidence, 0.97), 3),
            status,
            time,
            amount,
        )

    def _evidence(self, sentence: Sentence) -> Evidence:
        text = self._article.text
        return Evidence(
            self._article.key, sentence.start, sentence.end, text[sentence.start : sentence.end],
            text[max(0, sentence.start - _AROUND) : sentence.start], text[sentence.end : sentence.end + _AROUND],
        )  # fmt: skip


def _without_outer_places(mentions: Sequence[Linked], knowledge: Knowledge) -> list[Linked]:
    """江城市滨河区 is one mention, of 滨河区: the places before it only say where that is."""
    kept: list[Linked] = []
    for mention in mentions:
        last = kept[-1] if kept else None
        if last is not None and last.end == mention.start and knowledge.ontology.group(mention.kind) == "place":
            if knowledge.ontology.group(last.kind) == "place" and knowledge.lies_in(mention.iri, last.iri):
                kept[-1] = Linked(last.start, mention.end, mention.readings, mention.reason, mention.specific)
                continue
        kept.append(mention)
    return kept


def _with_times_and_figures(
    mentions: Sequence[Linked], times: Sequence[TimeMention], quantities: Sequence[QuantityMention]
) -> list[Linked]:
    taken = {i for m in mentions for i in range(m.start, m.end)}
    extra = [Linked(t.start, t.end, (("Time", t.span.value),), "") for t in times if t.start not in taken]
    extra += [Linked(q.start, q.end, (("Quantity", q.quantity.unit),), "") for q in quantities if q.start not in taken]
    return sorted([*mentions, *extra], key=lambda m: (m.start, -m.end))


def _keep(best: dict[tuple[str, str, str], Statement], statement: Statement) -> None:
    """Of two readings of one sentence that say the same, keep the surer."""
    obj = statement.obj if isinstance(statement.obj, str) else repr(statement.obj)
    key = (statement.subject, statement.predicate, obj)
    if key not in best or best[key].confidence < statement.confidence:
        best[key] = statement
