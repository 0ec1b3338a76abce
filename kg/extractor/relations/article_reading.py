"""Reads the sentences of an article one after the other and writes down what they state."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from kg import ids
from kg.extractor.kinds import is_place
from kg.extractor.knowledge import Knowledge
from kg.extractor.linking.drafts import take_in
from kg.extractor.linking.linked import LinkedMention
from kg.extractor.linking.linker import Linking
from kg.extractor.linking.salience import leading_projects
from kg.extractor.mentions.quantities import QuantityMention
from kg.extractor.relations.advising import Advising
from kg.extractor.relations.amounts import is_sum_of_its_own, with_joined
from kg.extractor.relations.arguments import Setting, whose_plan
from kg.extractor.relations.clause_openings import modifies
from kg.extractor.relations.coding import Coded, encode
from kg.extractor.relations.context import clause_roles
from kg.extractor.relations.engine import Finding, find_relations
from kg.extractor.relations.figures.figure_rules import figure_rules
from kg.extractor.relations.figures.measurements import find_figures
from kg.extractor.relations.figures.owners.topics import Topics
from kg.extractor.relations.marking import mark
from kg.extractor.relations.names.capacities import capacity_in_name
from kg.extractor.relations.names.naming import NameFinding, field_of_aim, relations_in_name
from kg.extractor.relations.numbered_items import Items
from kg.extractor.relations.offices.positions import Position
from kg.extractor.relations.qualifiers import is_undated, year_before
from kg.extractor.relations.roles import Carried, Clause
from kg.extractor.relations.shared_qualifiers import Come
from kg.extractor.relations.sites import Sites
from kg.extractor.relations.speakers import speakers_named
from kg.extractor.relations.unclaimed import is_unclaimed
from kg.extractor.relations.writing import Found, Writer
from kg.extractor.segmentation import Tokens
from kg.extractor.sentences import clauses as cut_clauses
from kg.extractor.spans import within
from kg.model import Article, BlockKind, Measurement, Precision, Sentence, Statement, Status, TimeSpan

# Whose sum is told as an amount and not as a figure of its own.
_INVESTED: Final = "investsIn"


class ArticleReading:
    """Reads one article; what a sentence leaves open is filled from the one before."""

    def __init__(
        self,
        article: Article,
        tokens: Tokens,
        linking: Linking,
        positions: Sequence[Position],
        found: Found,
        knowledge: Knowledge,
    ) -> None:
        """All mentions are those of the article, in text order."""
        self._article, self._tokens, self._linking, self._knowledge = article, tokens, linking, knowledge
        self._quantities = found.quantities
        spoken = speakers_named(article.text, linking, positions)
        named = sorted([*linking.mentions, *spoken], key=lambda m: m.start) if spoken else linking.mentions
        self._mentions = mark(article.text, named, found.times, found.quantities, knowledge)
        self._starts = [m.start for m in self._mentions]
        self._titled = self._titled_places()
        self._positions = positions
        self._home = self._home_mention()
        self._makers: dict[str, LinkedMention] = {}
        self._authors: dict[str, LinkedMention] = {}
        self._writer = Writer(article, linking, found, knowledge, self._home, Advising(article))
        self._sites = Sites(linking.drafts, self._writer.place_in_name, knowledge)
        # Neither this nor the topics may hold the reader: without a circle all goes as soon as the article is read.
        self._setting = Setting(
            self._home,
            self._makers,
            self._authors,
            self._sites.place_of,
            linking.drafts,
            knowledge.ontology,
            self._writer.place_in_name,
            lambda mention: modifies(mention, article.text, tokens, len(article.text)),
            knowledge.lexicon.lies_in,
        )
        self._topics = self._new_topics()
        self._items = Items()
        self._figure_times: dict[str, TimeSpan] = {}
        self._named: set[tuple[str, str, str]] = set()
        self._names_read: set[tuple[str, str, bool]] = set()
        self._come: dict[str, list[Come]] = {}

    def read(self, sentences: Sequence[Sentence]) -> Iterator[Statement]:
        """The statements of the sentences, in text order."""
        carried, block = Carried(), -1
        for sentence in sentences:
            if sentence.block != block:
                carried, block = self._opening(sentence, carried), sentence.block
                self._topics.open_paragraph(carried.subject)
                self._figure_times.clear()
            subject = self._items.subject(self._article.text, sentence.start, carried.subject)
            if subject != carried.subject:
                carried = Carried(subject, carried.parties)
                self._topics.open_paragraph(subject)
            mentions = self._within(sentence)
            coded = encode(self._article.text, sentence.start, sentence.end, mentions)
            cuts = cut_clauses(self._article.text, sentence.start, sentence.end)
            spans = [(coded.position(start), coded.position(end)) for start, end in cuts]
            clauses, carried = clause_roles(coded, spans, self._tokens, carried, self._home or self._linking.firm)
            yield from self._statements(sentence, coded, clauses, mentions)

    def progress(self) -> dict[str, Come]:
        """How far those projects have come of which all says the same that stands right behind their names."""
        agreed = {iri: told for iri, told in self._come.items() if len({status for status, _ in told}) == 1}
        return {iri: next((one for one in told if one[1] is not None), told[0]) for iri, told in agreed.items()}

    def _note_progress(self, sentence: Sentence, mention: LinkedMention) -> None:
        if mention.kind == "Project" and (told := self._writer.progress(sentence, mention)) is not None:
            self._come.setdefault(mention.iri, []).append(told)

    def _opening(self, sentence: Sentence, carried: Carried) -> Carried:
        """What a new paragraph inherits: the parties, and the subject of the heading above it."""
        kind = self._article.blocks[sentence.block - 1].kind if sentence.block else BlockKind.PARAGRAPH
        subject = carried.subject if kind is BlockKind.HEADING else ()
        return Carried(subject, carried.parties)

    def _within(self, sentence: Sentence) -> list[LinkedMention]:
        first = bisect_left(self._starts, sentence.start)
        last = bisect_right(self._starts, sentence.end)
        return [m for m in self._mentions[first:last] if m.end <= sentence.end]

    def _new_topics(self) -> Topics:
        """What the figures of the article may belong to, before a sentence is read."""
        firm, mentions = self._linking.firm, self._linking.mentions
        country = next((m for m in mentions if m.iri == ids.CHINA), None)
        leading = leading_projects(self._article, mentions)
        setting = self._setting
        return Topics(firm, country, leading, lambda document: whose_plan(document, setting), self._told_of_place())

    def _told_of_place(self) -> LinkedMention | None:
        """The place that the article tells of: the only one that its title names, else the home."""
        iris = {m.iri for m in self._titled} or {self._linking.home}
        return next((m for m in self._mentions if m.iri in iris and is_place(m.kind)), None) if len(iris) == 1 else None

    def _home_mention(self) -> LinkedMention | None:
        """The home place, for what a local paper tells of its own place without naming it each time.

        Where the title names one place there, it is that place the article tells of.
        """
        home, publisher = self._linking.home, self._article.publisher
        entry = self._knowledge.lexicon.entries.get(home)
        if entry is None or not publisher or not self._knowledge.lexicon.media_home(publisher):
            return None
        if (titled := self._titled_place(home)) is not None:
            return LinkedMention.unplaced(titled.kind, titled.iri, "home of paper")
        if not any(m.iri == home for m in self._linking.mentions):
            return None
        take_in(home, "home of paper", self._linking.drafts, self._knowledge)
        return LinkedMention.unplaced(entry.kind, home, "home of paper")

    def _titled_place(self, home: str) -> LinkedMention | None:
        """The only place that the title names, if it lies in the home."""
        named = self._titled
        alone = len({m.iri for m in named}) == 1 and self._knowledge.lexicon.lies_in(named[0].iri, home)
        return named[0] if alone and named[0].iri != home else None

    def _titled_places(self) -> list[LinkedMention]:
        titles = [(b.start, b.end) for b in self._article.blocks if b.kind is BlockKind.TITLE]
        return [m for m in self._mentions if is_place(m.kind) and any(s <= m.start < e for s, e in titles)]

    def _statements(
        self, sentence: Sentence, coded: Coded, clauses: Sequence[Clause], mentions: Sequence[LinkedMention]
    ) -> Iterator[Statement]:
        best: dict[tuple[str, str, str], Statement] = {}
        for finding in find_relations(coded, clauses, self._setting):
            statement = self._writer.relation(sentence, coded, finding)
            if statement is not None:
                _keep(best, statement)
                self._remember(finding)
                for found in self._of_aim(finding, statement.confidence):
                    _keep(best, self._writer.named(sentence, finding.subject, found))
                self._sites.note(statement)
        for site in filter(None, map(self._sites.concluded, list(best.values()))):
            _keep(best, site)
        # A sum invested is told with the investment; what a thing costs, and what was raised, is a figure all the same.
        invested = {s.amount.value for s in best.values() if s.amount is not None and s.predicate == _INVESTED}
        quantities = self._figures_in(sentence)
        invested = with_joined(invested, self._article.text, quantities) if invested else invested
        for figure in find_figures(coded, clauses, quantities, self._topics):
            fits = self._knowledge.ontology.fits("hasMeasurement", figure.owner.kind, "Measurement")
            spent = figure.measurement.quantity.value in invested and not is_sum_of_its_own(figure)
            if not fits or spent:
                continue
            if (statement := self._writer.figure(sentence, coded, figure)) is not None:
                undated = is_undated(self._article.text, sentence.start, coded.offset(figure.end))
                alone = figure.nth is not None or figure.earlier or figure.lasting or undated
                _keep(best, statement if alone else self._dated(statement))
        for position in self._positions:
            if sentence.start <= position.mention.title_start < sentence.end:
                for statement in (*self._writer.position(sentence, position), *self._of_body(sentence, position.body)):
                    _keep(best, statement)
        made = {s.obj for s in best.values() if s.predicate == "undertakes"}
        for mention in mentions:
            self._note_progress(sentence, mention)
            # Whatever its name, a thing that somebody makes is a particular one.
            told = mention if mention.specific or mention.iri not in made else replace(mention, specific=True)
            for statement in self._from_name(sentence, told):
                _keep(best, statement)
        yield from best.values()

    def _dated(self, statement: Statement) -> Statement:
        """A figure without a time of its own has that of the figures of its owner told before, in its paragraph."""
        known = self._figure_times.get(statement.subject)
        if statement.time is not None and not year_before(statement.time.wording):
            self._figure_times[statement.subject] = statement.time
        elif statement.time is None and known is not None and statement.status is not Status.PLANNED:
            return statement if _is_of_a_day(statement, known) else replace(statement, time=known)
        return statement

    def _of_aim(self, finding: Finding, confidence: float) -> Iterator[NameFinding]:
        """The field that the aim tells of, for who pursues it."""
        aim, terms = self._linking.drafts.get(finding.object.iri), self._knowledge.ontology
        if (
            aim is not None
            and finding.predicate == "pursues"
            and terms.fits("inSector", finding.subject.kind, "Sector")
        ):
            yield from field_of_aim(finding.subject, aim, confidence, self._knowledge)

    def _remember(self, finding: Finding) -> None:
        """Who made or runs a project, and whose plan a document is: the first that the article names."""
        subject = finding.subject
        made = finding.predicate == "undertakes" and not finding.pattern.unclaimed
        if made and subject.kind in ("Firm", "Institution"):
            self._makers.setdefault(finding.object.iri, subject)
        elif made:
            self._authors.setdefault(finding.object.iri, subject)
        if finding.predicate == "publishes" and (is_place(subject.kind) or subject.kind == "Government"):
            place = subject if is_place(subject.kind) else self._writer.place_in_name(subject.iri)
            self._authors.setdefault(finding.object.iri, place or subject)

    def _figures_in(self, sentence: Sentence) -> list[QuantityMention]:
        return within(self._quantities, sentence.start, sentence.end)

    def _of_body(self, sentence: Sentence, iri: str) -> Iterator[Statement]:
        """What the name of a body says that only a person's title names: 江城 in 江城云帆董事长王甲."""
        draft = self._linking.drafts[iri]
        yield from self._from_name(sentence, LinkedMention.unplaced(draft.kind, iri, draft.reason))

    def _from_name(self, sentence: Sentence, mention: LinkedMention) -> Iterator[Statement]:
        """What a name says, once in an article, and of a project only where it is told as one that is."""
        draft = self._linking.drafts.get(mention.iri)
        seen = (mention.iri, mention.kind, mention.specific)
        if draft is None or seen in self._names_read:
            return
        if mention.kind == "Project" and mention.start >= 0 and self._writer.is_unmade(sentence, mention):
            return
        self._names_read.add(seen)
        linking = self._linking
        if mention.kind == "Project" and mention.specific and (measured := capacity_in_name(draft.label)) is not None:
            yield self._writer.capacity(sentence, mention, measured)
        for found in relations_in_name(mention, draft, linking.home, self._knowledge, linking.drafts):
            key = (found.subject, found.predicate, found.object)
            if key not in self._named:
                self._named.add(key)
                yield self._writer.named(sentence, mention, found)


def _is_of_a_day(statement: Statement, time: TimeSpan) -> bool:
    """Whether a time is a single day, and what the statement measures is told of a stretch of time."""
    measure = statement.obj.indicator if isinstance(statement.obj, Measurement) else ""
    return time.precision is Precision.DAY and figure_rules().expressions["over_time"].search(measure) is not None


def _keep(best: dict[tuple[str, str, str], Statement], statement: Statement) -> None:
    """Of two readings of one sentence that say the same, keep the surer, and one that counts wherever it is read."""
    obj = statement.obj if isinstance(statement.obj, str) else repr(statement.obj)
    key = (statement.subject, statement.predicate, obj)
    if key not in best or _weight(best[key]) < _weight(statement):
        best[key] = statement


def _weight(statement: Statement) -> tuple[bool, float]:
    return not is_unclaimed(statement), statement.confidence
