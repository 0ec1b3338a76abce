"""An extraction as triples: what one article asserts, each thing under its own id, nothing merged yet."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from kg import ids, ontology
from kg.model import Article, Entity, Evidence, Extraction, Measurement, Statement, Status
from kg.store import terms as t
from kg.store import vocab as v
from kg.store.admission import admit


def triples(extraction: Extraction) -> tuple[t.Triple, ...]:
    """What the article asserts, sorted and each triple once.

    Raises StoreError and OntologyError as `admit` does.
    """
    admit(extraction)
    article = ids.article_iri(extraction.article.source, extraction.article.key)
    found = set(_article(extraction.article, article))
    for entity in extraction.entities:
        found.update(_entity(entity))
    found.update(_statements(extraction.statements, article))
    return tuple(sorted(found))


def _article(article: Article, iri: str) -> Iterator[t.Triple]:
    me = t.iri(iri)
    yield me, v.TYPE, v.ARTICLE
    yield me, v.SOURCE, t.text(article.source)
    yield me, v.TEXT, t.text(article.text)
    told = ((v.TITLE, article.title), (v.PUBLISHER, article.publisher), (v.CREATOR, article.author))
    for predicate, value in told:
        if value:
            yield me, predicate, t.text(value)
    if article.url:
        # A literal, since an address of the web need not be a valid IRI.
        yield me, v.URL, t.typed(article.url, "anyURI")
    if article.published:
        yield me, v.ISSUED, t.typed(article.published.isoformat(timespec="seconds"), "dateTime")


def _entity(entity: Entity) -> Iterator[t.Triple]:
    me = t.iri(entity.iri)
    yield me, v.TYPE, t.iri(ids.ONTOLOGY + entity.kind)
    yield me, v.LABEL, t.text(entity.label, "zh")
    for name in entity.names:
        yield me, v.ALT_LABEL, t.text(name, "zh")
    if entity.known:
        yield me, v.REGISTERED, t.typed("true", "boolean")
    for name, value in entity.details:
        if value:
            yield _detail(me, name, value)


def _detail(me: str, name: str, value: str) -> t.Triple:
    if name == "labelEn":
        return me, v.LABEL, t.text(value, "en")
    if name in ("lat", "long"):
        return me, v.LAT if name == "lat" else v.LONG, t.decimal(Decimal(value))
    if name == "within":
        return me, v.WITHIN, t.iri(value)
    return me, t.iri(ids.ONTOLOGY + name), t.text(value)


def _statements(statements: Sequence[Statement], article: str) -> Iterator[t.Triple]:
    """Statements and evidence; readings of one place that make the same statement share one evidence node."""
    readings: dict[tuple[str, str], list[Statement]] = {}
    for statement in statements:
        subject, obj = statement.subject, statement.obj
        if subject == obj:
            # Two names of one thing in one sentence: nothing is said of it.
            continue
        if isinstance(obj, Measurement):
            measured = _measurement_iri(statement, obj)
            yield from _measurement(t.iri(measured), statement, obj)
            obj = measured
        else:
            subject, obj = ontology.load().ordered(statement.predicate, subject, obj)
        key = ids.statement_iri(subject, statement.predicate, obj)
        place = statement.evidence
        evidence = t.iri(ids.evidence_iri(article, key, place.start, place.end))
        yield from _statement_node(t.iri(key), t.iri(subject), v.sc(statement.predicate), t.iri(obj), evidence)
        readings.setdefault((evidence, t.iri(key)), []).append(statement)
    for (evidence, key), same in readings.items():
        yield evidence, v.TYPE, v.EVIDENCE
        yield evidence, v.SUPPORTS, key
        yield evidence, v.OF_ARTICLE, t.iri(article)
        yield from _quote(evidence, same[0].evidence)
        yield from _reading(evidence, same)


def _statement_node(me: str, subject: str, predicate: str, obj: str, evidence: str) -> Iterator[t.Triple]:
    """The triples of a statement that rests on one piece of evidence; all five are terms."""
    yield me, v.TYPE, v.STATEMENT
    yield me, v.SUBJECT, subject
    yield me, v.PREDICATE, predicate
    yield me, v.OBJECT, obj
    yield me, v.HAS_EVIDENCE, evidence


def direct(content: Collection[tuple[str, str]]) -> set[t.Triple]:
    """The plain triple of a statement, in both directions where the relation is symmetric."""
    subject, predicate, obj = (min(o for p, o in content if p == end) for end in (v.SUBJECT, v.PREDICATE, v.OBJECT))
    term = ontology.load().predicates[v.local(predicate)]
    return {(subject, predicate, obj), (obj, predicate, subject)} if term.symmetric else {(subject, predicate, obj)}


def _measurement_iri(statement: Statement, measured: Measurement) -> str:
    """The IRI of a measured value."""
    time = statement.time.value if statement.time else ""
    figure, unit = t.number(measured.quantity.value), measured.quantity.unit
    return ids.measurement_iri(statement.subject, measured.indicator, figure, unit, time, target=measured.target)


def _measurement(me: str, statement: Statement, measured: Measurement) -> Iterator[t.Triple]:
    yield me, v.TYPE, v.MEASUREMENT
    yield me, v.INDICATOR, t.text(measured.indicator)
    yield me, v.VALUE, t.decimal(measured.quantity.value)
    yield me, v.TARGET, t.typed("true" if measured.target else "false", "boolean")
    if measured.quantity.unit:
        yield me, v.UNIT, t.text(measured.quantity.unit)
    if measured.quantity.wording:
        yield me, v.VALUE_WORDING, t.text(measured.quantity.wording)
    if statement.time:
        yield me, v.MEASURED_AT, t.moment(statement.time.value)


def _quote(evidence: str, place: Evidence) -> Iterator[t.Triple]:
    yield evidence, v.EXACT, t.text(place.quote)
    yield evidence, v.START, t.typed(str(place.start), "integer")
    yield evidence, v.END, t.typed(str(place.end), "integer")
    if place.prefix:
        yield evidence, v.PREFIX, t.text(place.prefix)
    if place.suffix:
        yield evidence, v.SUFFIX, t.text(place.suffix)


def _reading(evidence: str, same: Sequence[Statement]) -> Iterator[t.Triple]:
    """What was read at one place: the surest reading's confidence, pattern and status, and every qualifier."""
    best = min(same, key=lambda statement: (-statement.confidence, statement.pattern))
    yield evidence, v.PATTERN, t.text(best.pattern)
    yield evidence, v.READING_CONFIDENCE, t.decimal(best.confidence)
    status = max(
        (s.status for s in same if s.status and s.confidence == best.confidence), key=list(Status).index, default=None
    )
    if status:
        yield evidence, v.READING_STATUS, v.sc(status.value)
    for statement in same:
        yield from _qualifiers(evidence, statement)
    yield from _amount(evidence, same)


def _qualifiers(evidence: str, statement: Statement) -> Iterator[t.Triple]:
    if statement.time:
        yield evidence, v.READING_TIME, t.moment(statement.time.value)
        yield evidence, v.TIME_PRECISION, t.text(statement.time.precision.value)
        yield evidence, v.TIME_WORDING, t.text(statement.time.wording)
    if statement.title:
        yield evidence, v.READING_TITLE, t.text(statement.title)
    if statement.agreement:
        yield evidence, v.READING_AGREEMENT, t.text(statement.agreement)


def _amount(evidence: str, same: Sequence[Statement]) -> Iterator[t.Triple]:
    """The amount of the surest reading that has one: two at one place could not be told from two with two units."""
    told = [(-one.confidence, one.pattern, one.amount.value, one.amount) for one in same if one.amount]
    if told:
        amount = min(told, key=lambda one: one[:-1])[-1]
        yield evidence, v.READING_AMOUNT, t.decimal(amount.value)
        yield evidence, v.READING_AMOUNT_UNIT, t.text(amount.unit)
        yield evidence, v.AMOUNT_WORDING, t.text(amount.wording)
