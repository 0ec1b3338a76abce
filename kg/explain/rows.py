"""The words of an explanation, the same in the terminal and on the page."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kg import ids, ontology
from kg.explain.explanation import Counted, Dated, Explained, Explanation, Meant, Measured, Named, Span, Titled, Told
from kg.explain.painting import colour, kind, spans

_NOT_CLASSES = {"time": ("时间", "Time"), "figure": ("数量", "Figure")}


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list below a sentence: what the text says, its class, what it stands for, and why.

    `iri` is without the base that all IRIs share, "" for what has none; `colour` is a name in look.json.
    """

    wording: str
    colour: str
    kind: str
    meaning: str
    iri: str
    why: str


@cache
def look() -> dict[str, Any]:
    """The colours of look.json: for the terminal, and ground and line for a light and a dark page."""
    found: dict[str, Any] = json.loads(Path(__file__).with_name("look.json").read_text(encoding="utf-8"))
    return found


def kind_words(name: str) -> tuple[str, str]:
    """What a class, or `time` or `figure`, is called: Chinese, English."""
    return _NOT_CLASSES.get(name) or ontology.load().labels[name]


def rows(span: Span) -> list[Row]:
    """The lines for a span: one for each reading."""
    zh, en = kind_words(kind(span))
    match span:
        case Named():
            return [_reading(span, index) for index in range(len(span.readings))]
        case Titled(thing=thing):
            why = f"named with the title {span.title} ({span.form})"
            why += "" if thing else "; no body of this office found, so nothing is stated"
            label, iri = (thing.label, short(thing.iri)) if thing else ("", "")
            return [Row(span.wording, colour(span), f"{zh} {en}", label, iri, why)]
        case Dated():
            return [Row(span.wording, colour(span), f"{zh} {en}", span.value, "", f"{span.precision}, {span.part}")]
        case Counted():
            value = f"{number(span.value)} {span.unit}".strip()
            return [Row(span.wording, colour(span), f"{zh} {en}", value, "", _limits(span))]


def _reading(span: Named, index: int) -> Row:
    thing = span.readings[index]
    zh, en = kind_words(thing.kind)
    why = span.reason if index == 0 else "another reading; the sentence decides"
    why += "" if span.specific else "; too general to be a project without its context"
    group = ontology.load().group(thing.kind)
    return Row(span.wording if index == 0 else "", group, f"{zh} {en}", thing.label, short(thing.iri), why)


def _limits(figure: Counted) -> str:
    if figure.low == figure.high == figure.value:
        return "exact"
    low = "open" if figure.low is None else number(figure.low)
    high = "open" if figure.high is None else number(figure.high)
    return f"from {low} to {high}"


def short(iri: str) -> str:
    """An IRI without the base that all of the graph's have in common."""
    return iri.removeprefix(ids.BASE)


def number(value: float) -> str:
    """A figure without exponent and without needless noughts: 3,045,000,000 and 0.5."""
    text = f"{value:,.6f}"
    return text.rstrip("0").rstrip(".")


def predicate_words(told: Told) -> tuple[str, str]:
    """What the statement's predicate is called: Chinese, English."""
    return ontology.load().labels[told.predicate]


def object_words(obj: Meant | Measured) -> str:
    """A thing's label, or a figure with what it counts."""
    if isinstance(obj, Meant):
        return obj.label
    return f"{obj.indicator} {number(obj.value)} {obj.unit}".strip() + (" (target 目标)" if obj.target else "")


def qualifiers(told: Told) -> list[tuple[str, str]]:
    """What the text adds to a statement: pairs of the qualifier's name and its value with the wording."""
    found = []
    if told.status:
        found.append(("status", " ".join(ontology.load().status_label(told.status, told.predicate))))
    if told.time:
        found.append(("time", f"{told.time.value} ({told.time.precision}, “{told.time.wording}”)"))
    if told.amount:
        value = f"{number(told.amount.value)} {told.amount.unit}".strip()
        found.append(("amount", f"{value} (“{told.amount.wording}”)"))
    found += [("title", told.title)] if told.title else []
    found += [("agreement", told.agreement)] if told.agreement else []
    return found


def worth(told: Told) -> str:
    """How the rule of a statement did where it was read, "" if it never was."""
    return f"right in {told.right} of {told.read} read" if told.read else ""


def silence(sentence: Explained) -> str:
    """What to say below a sentence without a statement; "" for one that has some."""
    if sentence.statements:
        return ""
    if sentence.missed:
        return "no statement 无陈述, though it names things that a relation could join"
    return "no statement 无陈述"


def summary(explanation: Explanation) -> str:
    """How much was found, on one line."""
    sentences = explanation.sentences
    mentions = sum(len(s.named) + len(s.people) for s in sentences)
    statements = sum(len(s.statements) for s in sentences)
    bare, missed = sum(not s.statements for s in sentences), sum(s.missed for s in sentences)
    text = (
        f"{_count(len(sentences), 'sentence')} 句, {_count(mentions, 'mention')} 提及, "
        f"{_count(statements, 'statement')} 陈述"
    )
    text += f"; {bare} without a statement" if bare else ""
    return text + (f", of these {missed} with things that could be joined" if missed else "")


def origin(explanation: Explanation) -> str:
    """Publisher, day, file and home of an article, as far as known."""
    home = explanation.home
    parts = (
        explanation.publisher,
        explanation.published[:10],
        explanation.source if explanation.title else "",  # without a title it is the heading already
        f"home 本地 {home.label}" if home else "no home place 本地未知",
    )
    return " · ".join(part for part in parts if part)


def legend(explanations: Sequence[Explanation]) -> list[tuple[str, str, str, int]]:
    """Colour, Chinese name, English name and count of every class that occurs, in the ontology's order."""
    counts: Counter[tuple[str, str]] = Counter()
    for sentence in (s for one in explanations for s in one.sentences):
        for span in spans(sentence):
            counts[kind(span), colour(span)] += 1
    order = [*ontology.load().classes, *_NOT_CLASSES]
    ranked = sorted(counts.items(), key=lambda item: order.index(item[0][0]))
    return [(colour_name, *kind_words(name), count) for (name, colour_name), count in ranked]


def _count(number_of: int, noun: str) -> str:
    return f"{number_of} {noun}" + ("" if number_of == 1 else "s")
