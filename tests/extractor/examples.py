"""Reads the examples beside the patterns, and tells how far the extractor falls short of one.

A file in `seeds/patterns/examples/` maps a pattern or a topic to a list of examples:

    text        the article, one block a line
    publisher   the paper, where the example needs one
    published   the day, likewise
    title       the headline, likewise
    gives       statements that must come out: “A partnersWith B”, “A hasMeasurement 产值 30000 元”. Under the name of a
                pattern, that pattern alone makes the first
    not         what must not come out: a statement, a predicate alone, or * for any
    status, time, amount, title_of, agreement
                what the first statement says besides; ~ for nothing
    names       mentions that must be found, with their class: “Project 湖州数据中心”
    no_names    mentions that must not be found, with or without a class; a class alone for any of it
    means       what a wording stands for: {我市: 湖州市}

Under `known_gaps` stand examples that any reader would accept and the extractor does not yet; each has `about` and
`reason` too. Names are those of the article or of the lexicon; 《》 may be left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import yaml

from kg import lexicon, ontology
from kg.explain.rule_texts import rules_of
from kg.extractor import Analysis, analyse
from kg.extractor.relations.pattern_sieve import possible_patterns
from kg.extractor.relations.patterns import Pattern
from kg.ids import name_key
from kg.model import Article, Measurement, Statement
from kg.resources import data_path
from tests.conftest import make_article

KEYS = frozenset(
    [
        "text",
        "publisher",
        "published",
        "title",
        "gives",
        "not",
        "status",
        "time",
        "amount",
        "title_of",
        "agreement",
        "names",
        "no_names",
        "means",
        "about",
        "reason",
    ]
)


@dataclass(frozen=True, slots=True)
class Example:
    """One example, the topic it stands under, and the reason if it is known to fail."""

    file: str
    topic: str
    data: Mapping[str, Any]
    number: int

    @property
    def id(self) -> str:
        """What the test is called."""
        return f"{self.file}:{self.topic}:{self.number}"

    @property
    def gap(self) -> str:
        """Why the example is known to fail, "" if it must not."""
        return str(self.data.get("reason", ""))


def files() -> list[Path]:
    """The files of examples, in order."""
    return sorted(data_path("seeds/patterns/examples").glob("*.yaml"))


@cache
def examples() -> tuple[Example, ...]:
    """All examples, by file and place in the file."""
    return tuple(e for path in files() for e in _of_file(path))


def _of_file(path: Path) -> Iterator[Example]:
    for topic, items in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        for number, data in enumerate(items, start=1):
            name = str(data["about"]) + "-gap" if topic == "known_gaps" else topic
            yield Example(path.stem, name, data, number)


def problems(example: Example, pattern: Pattern | None = None) -> list[str]:
    """What is wrong with the extractor's reading of an example, nothing if all is well.

    `pattern` is the pattern that must make the first statement when it is the only one, None if any may.
    """
    data = example.data
    seen = _Seen(analyse(_article(data)))
    found = [*_statements(seen, data), *_qualifiers(seen, data), *_mentions(seen, data), *seen.untold_rules()]
    if pattern is not None and data.get("gives"):
        with patch("kg.extractor.relations.engine.possible_patterns", lambda text: _only(pattern, text)):
            alone = _Seen(analyse(_article(data)))
        if not alone.find(data["gives"][0]):
            found.append(f"{data['gives'][0]} is not made by {pattern.name}; found {alone.listed()}")
    return found


def _only(pattern: Pattern, text: str) -> list[Pattern]:
    return [possible for possible in possible_patterns(text) if possible is pattern]


def _article(data: Mapping[str, Any]) -> Article:
    published = datetime.fromisoformat(str(data["published"])) if "published" in data else None
    return make_article(
        data["text"].strip(), title=data.get("title", ""), published=published, publisher=data.get("publisher", "")
    )


def _statements(seen: _Seen, data: Mapping[str, Any]) -> Iterator[str]:
    for wanted in data.get("gives", ()):
        if not seen.find(wanted):
            yield f"lacks {wanted}; found {seen.listed()}"
    for barred in data.get("not", ()):
        if seen.find(barred):
            yield f"must not give {barred}; found {seen.listed()}"


def _qualifiers(seen: _Seen, data: Mapping[str, Any]) -> Iterator[str]:
    for key in ("status", "time", "amount", "title_of", "agreement"):
        if key not in data:
            continue
        found = {_qualifier(s, key) for s in seen.find(data["gives"][0])}
        if found and found != {data[key]}:
            yield f"{key} of {data['gives'][0]} should be {data[key]}, is {found}"


def _qualifier(statement: Statement, key: str) -> str | None:
    values: dict[str, str | None] = {
        "status": statement.status.value if statement.status else None,
        "time": statement.time.value if statement.time else None,
        "amount": statement.amount.wording if statement.amount else None,
        "title_of": statement.title or None,
        "agreement": statement.agreement or None,
    }
    return values[key]


def _mentions(seen: _Seen, data: Mapping[str, Any]) -> Iterator[str]:
    found = {(kind, wording) for wording, kind, _ in seen.mentions}
    for wanted in data.get("names", ()):
        kind, wording = wanted.split(" ", 1)
        if (kind, wording) not in found:
            yield f"no mention {wanted}; found {sorted(found)}"
    for barred in data.get("no_names", ()):
        kind, _, wording = barred.rpartition(" ")
        if any(k == barred or (w == wording and kind in ("", k)) for k, w in found):
            yield f"{barred} should be no mention"
    for wording, meant in data.get("means", {}).items():
        labels = {seen.label(iri) for w, _, iri in seen.mentions if w == wording}
        if labels != ({meant} if meant else set()):
            yield f"{wording} should mean {meant}, means {labels}"


class _Seen:
    """A reading, with its things found by name."""

    def __init__(self, analysis: Analysis) -> None:
        self._drafts, self._statements = analysis.linking.drafts, analysis.statements
        text = analysis.article.text
        self.mentions = [
            (text[m.start : m.end], kind if m.specific else "Unspecific", iri)
            for m in analysis.linking.mentions
            for kind, iri in m.readings
        ]

    def label(self, iri: str) -> str:
        return self._drafts[iri].label if iri in self._drafts else iri

    def find(self, wanted: str) -> list[Statement]:
        """The statements that a line of `gives` or `not` speaks of."""
        predicates = ontology.load().predicates
        if wanted == "*":
            return list(self._statements)
        if wanted in predicates:
            return [s for s in self._statements if s.predicate == wanted]
        predicate = next(p for p in predicates if f" {p} " in wanted)
        subject, obj = wanted.split(f" {predicate} ")
        sides = [(subject, obj)]
        if predicates[predicate].symmetric:
            sides.append((obj, subject))
        return [
            s
            for s in self._statements
            if s.predicate == predicate and any(self._is(s.subject, a) and self._is(s.obj, b) for a, b in sides)
        ]

    def untold_rules(self) -> list[str]:
        """The rules of its statements that nobody who asks why is told of."""
        untold = [rule.name for rule in rules_of(s.pattern for s in self._statements) if not rule.file]
        return [f"the rule {name} is in no pattern file, nor in seeds/patterns/rules.yaml" for name in untold]

    def listed(self) -> list[str]:
        """The statements as lines."""
        return [f"{self.label(s.subject)} {s.predicate} {self._object(s.obj)} [{s.pattern}]" for s in self._statements]

    def _is(self, thing: str | Measurement, name: str) -> bool:
        if isinstance(thing, Measurement):
            return self._object(thing) == name
        return name_key(name) in {name_key(n) for n in self._names(thing)}

    def _names(self, iri: str) -> set[str]:
        names = {self.label(iri), *(self._drafts[iri].names if iri in self._drafts else ())}
        entry, concept = lexicon.load().entries.get(iri), ontology.load().concepts.get(iri)
        names |= set(entry.names) if entry else set()
        return names | ({concept.label, *concept.names} if concept else set())

    def _object(self, obj: str | Measurement) -> str:
        if isinstance(obj, str):
            return self.label(obj)
        aim = " (target)" if obj.target else ""
        number = f"{obj.quantity.value:.2f}".rstrip("0").rstrip(".")
        return f"{obj.indicator} {number} {obj.quantity.unit}{aim}"
