"""The words of an explanation, the same in the terminal and on the page."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from kg import ids, ontology
from kg.explain.explanation import Counted, Dated, Explained, Explanation, Meant, Measured, Named, Span, Titled, Told
from kg.explain.painting import colour, kind, spans
from kg.explain.rule_texts import RuleText
from kg.wording import Words, words

_NOT_CLASSES: Final = {"time": Words("时间", "Time"), "figure": Words("数量", "Figure")}
# An amount stays with the evidence that tells it, so the ontology has no term for one of a statement.
_AMOUNT: Final = Words("金额", "amount")

Phrase = tuple[Words | str, ...]
"""What stands in a line: words of ours in both languages, and what the article says as it is."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list below a sentence: what the text says, its class, what it stands for, and why.

    `iri` is without the base that all IRIs share, "" for what has none; `colour` is a name in look.json.
    """

    wording: str
    colour: str
    kind: Words
    meaning: str
    iri: str
    why: Words


@cache
def look() -> dict[str, Any]:
    """The colours of look.json: for the terminal, and ground and line for a light and a dark page."""
    found: dict[str, Any] = json.loads(Path(__file__).with_name("look.json").read_text(encoding="utf-8"))
    return found


def kind_words(name: str) -> Words:
    """What a class, or `time` or `figure`, is called."""
    return _NOT_CLASSES.get(name) or _label(name)


def _label(name: str) -> Words:
    return Words(*ontology.load().labels[name])


def _remark(key: str) -> Words:
    return words("remark", key)


def rows(span: Span) -> list[Row]:
    """The lines for a span: one for each reading."""
    named = kind_words(kind(span))
    match span:
        case Named():
            return [_reading(span, index) for index in range(len(span.readings))]
        case Titled(thing=thing):
            why = _remark("with title").filled(span.title, words("form", span.form))
            why = why if thing else why.then(_remark("no office"))
            label, iri = (thing.label, short(thing.iri)) if thing else ("", "")
            return [Row(span.wording, colour(span), named, label, iri, why)]
        case Dated():
            part = words("precision", span.precision).within(words("part", span.part))
            return [Row(span.wording, colour(span), named, span.value, "", part)]
        case Counted():
            value = f"{number(span.value)} {span.unit}".strip()
            return [Row(span.wording, colour(span), named, value, "", _limits(span))]


def _reading(span: Named, index: int) -> Row:
    thing = span.readings[index]
    why = span.reason if index == 0 else _remark("other reading")
    why = why if span.specific else why.then(_remark("too general"))
    group = ontology.load().group(thing.kind)
    return Row(span.wording if index == 0 else "", group, kind_words(thing.kind), thing.label, short(thing.iri), why)


def _limits(figure: Counted) -> Words:
    if figure.low == figure.high == figure.value:
        return _remark("exact")
    low, high = (_remark("open") if end is None else number(end) for end in (figure.low, figure.high))
    return _remark("limits").filled(low, high)


def short(iri: str) -> str:
    """An IRI without the base that all of the graph's have in common."""
    return iri.removeprefix(ids.BASE)


def number(value: float) -> str:
    """A figure without exponent and without needless noughts: 3,045,000,000 and 0.5."""
    text = f"{value:,.6f}"
    return text.rstrip("0").rstrip(".")


def predicate_words(told: Told) -> Words:
    """What the statement's predicate is called."""
    return _label(told.predicate)


def object_words(obj: Meant | Measured) -> str:
    """A thing's label, or a figure with what it counts."""
    if isinstance(obj, Meant):
        return obj.label
    return f"{obj.indicator} {number(obj.value)} {obj.unit}".strip() + (" (target 目标)" if obj.target else "")


def qualifiers(told: Told) -> list[tuple[Words, Phrase]]:
    """What the text adds to a statement: pairs of the qualifier's name and its value with the wording."""
    found: list[tuple[Words, Phrase]] = []
    if told.status:
        found.append((_label("status"), (Words(*ontology.load().status_label(told.status, told.predicate)),)))
    if told.time:
        precision = words("precision", told.time.precision)
        found.append((_label("time"), (f"{told.time.value} (", precision, f", “{told.time.wording}”)")))
    if told.amount:
        value = f"{number(told.amount.value)} {told.amount.unit}".strip()
        found.append((_AMOUNT, (f"{value} (“{told.amount.wording}”)",)))
    found += [(_label("title"), (told.title,))] if told.title else []
    found += [(_label("agreement"), (told.agreement,))] if told.agreement else []
    return found


def source(rule: RuleText) -> Words | str:
    """What a rule goes by: its pattern as the file has it, or what it looks at."""
    return rule.source or rule.looks_at or _remark("no file")


def worth(told: Told) -> Words | None:
    """How the rule of a statement did where it was read, None if it never was."""
    return _remark("right").filled(str(told.right), str(told.read)) if told.read else None


def silence(sentence: Explained) -> Words | None:
    """What to say below a sentence without a statement; None for one that has some."""
    if sentence.statements:
        return None
    return _remark("missed" if sentence.missed else "silent")


def summary(explanation: Explanation) -> Words:
    """How much was found."""
    sentences = explanation.sentences
    mentions = sum(len(s.named) + len(s.people) for s in sentences)
    statements = sum(len(s.statements) for s in sentences)
    bare, missed = sum(not s.statements for s in sentences), sum(s.missed for s in sentences)
    zh = f"{len(sentences)} 句，{mentions} 处提及，{statements} 条陈述"
    en = ", ".join((_count(len(sentences), "sentence"), _count(mentions, "mention"), _count(statements, "statement")))
    if bare:
        zh, en = f"{zh}；{bare} 句无陈述", f"{en}; {bare} without a statement"
    if missed:
        zh, en = f"{zh}，其中 {missed} 句可能有遗漏", f"{en}, of these {missed} that may be missed"
    return Words(zh, en)


def origin(explanation: Explanation) -> Phrase:
    """Publisher, day, file and home of an article, as far as known."""
    home = explanation.home
    parts = (
        explanation.publisher,
        explanation.published[:10],
        explanation.source if explanation.title else "",  # without a title it is the heading already
    )
    known = "".join(f"{part} · " for part in parts if part)
    return (known, _remark("home"), f" {home.label}") if home else (known, _remark("no home"))


def legend(explanations: Sequence[Explanation]) -> list[tuple[str, Words, int]]:
    """Colour, name and count of every class that occurs, in the ontology's order."""
    counts: Counter[tuple[str, str]] = Counter()
    for sentence in (s for one in explanations for s in one.sentences):
        for span in spans(sentence):
            counts[kind(span), colour(span)] += 1
    order = [*ontology.load().classes, *_NOT_CLASSES]
    ranked = sorted(counts.items(), key=lambda item: order.index(item[0][0]))
    return [(colour_name, kind_words(name), count) for (name, colour_name), count in ranked]


def _count(number_of: int, noun: str) -> str:
    return f"{number_of} {noun}" + ("" if number_of == 1 else "s")
