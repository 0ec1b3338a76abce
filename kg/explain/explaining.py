"""From the extractor's analysis to an explanation that people can read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import permutations
from typing import TypeVar

from kg import ontology
from kg.explain.explanation import (
    Amount,
    Counted,
    Dated,
    Explained,
    Explanation,
    Meant,
    Measured,
    Named,
    Titled,
    Told,
    When,
)
from kg.explain.rule_texts import rules_of
from kg.extractor import Analysis, analyse
from kg.extractor import knowledge as extractor_knowledge
from kg.extractor.linking.linked import LinkedMention
from kg.extractor.mentions.quantities import QuantityMention
from kg.extractor.mentions.times import TimeMention
from kg.extractor.mentions.titles import PersonMention
from kg.extractor.relations.reliability import record_of
from kg.model import Article, Measurement, Statement
from kg.wording import Words, words

_T = TypeVar("_T")


def explain(article: Article) -> Explanation:
    """Read an article and tell, sentence by sentence, what was found and why."""
    analysis = analyse(article)
    home = analysis.linking.home
    return Explanation(
        key=article.key,
        source=article.source,
        title=article.title,
        publisher=article.publisher,
        author=article.author,
        url=article.url,
        published=article.published.isoformat() if article.published else "",
        home=_thing(home, analysis) if home else None,
        sentences=_sentences(analysis),
        rules=rules_of(s.pattern for s in analysis.statements),
    )


def _sentences(analysis: Analysis) -> tuple[Explained, ...]:
    text = analysis.article.text
    statements = _by_sentence(analysis, analysis.statements, lambda s: s.evidence.start)
    mentions = _by_sentence(analysis, analysis.linking.mentions, lambda m: m.start)
    people = _by_sentence(analysis, analysis.people, lambda p: p.start)
    times = _by_sentence(analysis, analysis.times, lambda t: t.start)
    quantities = _by_sentence(analysis, analysis.quantities, lambda q: q.start)
    explained = []
    for index, sentence in enumerate(analysis.sentences):
        told, named = statements[index], tuple(_named(m, analysis) for m in mentions[index])
        explained.append(
            Explained(
                number=index + 1,
                start=sentence.start,
                end=sentence.end,
                text=text[sentence.start : sentence.end],
                block=str(analysis.article.blocks[sentence.block].kind),
                named=named,
                people=tuple(_titled(p, told, analysis) for p in people[index]),
                times=tuple(_dated(t, text) for t in times[index]),
                figures=tuple(_counted(q, text) for q in quantities[index]),
                statements=tuple(_told(s, analysis) for s in told),
                missed=not told and _could_be_joined(_kinds(named, people[index], quantities[index])),
            )
        )
    return tuple(explained)


def _by_sentence(analysis: Analysis, found: Iterable[_T], start: Callable[[_T], int]) -> list[list[_T]]:
    """What begins in each sentence, in order; what begins between two belongs to the one before."""
    starts = [s.start for s in analysis.sentences]
    parts: list[list[_T]] = [[] for _ in starts]
    for one in sorted(found, key=start):
        parts[max(0, bisect_right(starts, start(one)) - 1)].append(one)
    return parts


def _kinds(named: Sequence[Named], people: Sequence[PersonMention], quantities: Sequence[QuantityMention]) -> list[str]:
    """The class of every different thing, person and figure with a unit that a sentence names."""
    things = {thing.iri: thing.kind for one in named for thing in one.readings}
    figures = {(q.quantity.value, q.quantity.unit) for q in quantities if q.quantity.unit}
    return [*things.values(), *("Person" for _ in {p.name for p in people}), *("Measurement" for _ in figures)]


def _could_be_joined(kinds: Sequence[str]) -> bool:
    """Whether some relation of the ontology fits two of the things that have these classes."""
    terms = ontology.load()
    return any(terms.fits(name, a, b) for a, b in set(permutations(kinds, 2)) for name in terms.predicates)


def _thing(iri: str, analysis: Analysis, kind: str = "") -> Meant:
    """A thing by its IRI, with the label that the graph will give it; `kind` where the mention settles the class."""
    known = extractor_knowledge.load()
    entry, concept = known.lexicon.entries.get(iri), known.ontology.concepts.get(iri)
    draft = analysis.linking.drafts.get(iri)
    if entry is not None:
        return Meant(iri, kind or entry.kind, entry.label)
    if concept is not None:
        return Meant(iri, kind or concept.kind, concept.label)
    return Meant(iri, kind or (draft.kind if draft else ""), draft.label if draft else iri)


def _named(mention: LinkedMention, analysis: Analysis) -> Named:
    readings = tuple(_thing(iri, analysis, kind) for kind, iri in mention.readings)
    wording = analysis.article.text[mention.start : mention.end]
    return Named(mention.start, mention.end, wording, readings, _reason(mention, analysis), mention.specific)


def _reason(mention: LinkedMention, analysis: Analysis) -> Words:
    """Why a mention was linked so; of an open name also what tells that it is one."""
    told, draft = words("link", mention.reason), analysis.linking.drafts.get(mention.iri)
    if mention.reason != "open name" or draft is None or draft.source is None:
        return told
    return told.within(words("source", draft.source))


def _dated(time: TimeMention, text: str) -> Dated:
    span = time.span
    return Dated(time.start, time.end, text[time.start : time.end], span.value, str(span.precision), str(time.kind))


def _counted(figure: QuantityMention, text: str) -> Counted:
    quantity, wording = figure.quantity, text[figure.start : figure.end]
    return Counted(figure.start, figure.end, wording, quantity.value, quantity.unit, figure.low, figure.high)


def _titled(person: PersonMention, statements: Iterable[Statement], analysis: Analysis) -> Titled:
    """A person; the thing is the subject of the sentence's statement about the office."""
    drafts = analysis.linking.drafts
    iris = (s.subject for s in statements if s.title == person.title)
    iri = next((iri for iri in iris if iri in drafts and person.name in drafts[iri].names), "")
    thing = _thing(iri, analysis) if iri else None
    return Titled(person.start, person.end, person.name, person.title, person.pattern, thing)


def _told(statement: Statement, analysis: Analysis) -> Told:
    time, amount, record = statement.time, statement.amount, record_of(statement)
    return Told(
        subject=_thing(statement.subject, analysis),
        predicate=statement.predicate,
        object=_figure(statement.obj) if isinstance(statement.obj, Measurement) else _thing(statement.obj, analysis),
        symmetric=ontology.load().predicates[statement.predicate].symmetric,
        status=str(statement.status or ""),
        time=When(time.value, str(time.precision), time.wording) if time else None,
        amount=Amount(amount.value, amount.unit, amount.wording) if amount else None,
        title=statement.title,
        agreement=statement.agreement,
        confidence=statement.confidence,
        pattern=statement.pattern,
        right=record.right if record else 0,
        read=record.right + record.wrong if record else 0,
    )


def _figure(measurement: Measurement) -> Measured:
    quantity = measurement.quantity
    return Measured(measurement.indicator, quantity.value, quantity.unit, quantity.wording, measurement.target)
