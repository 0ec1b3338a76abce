"""JSON Lines: one line for each evidence, with the statement, both its things and the reading's own qualifiers.

What is not told is null. Quotes are as in the article's text, so that `text[start:end]` is the quote.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from kg.exporters import records as r
from kg.exporters.records import Record, Records
from kg.store import Store
from kg.store import terms as t
from kg.store import vocab as v

Mentions = Mapping[tuple[str, str], set[str]]
"""The names by which an article (its term) calls a thing (its term)."""

_ORDER: Final = ("article", "start", "end", "predicate", "statement")
_NAMES: Final = f"SELECT ?article ?thing ?name WHERE {{ GRAPH ?article {{ ?thing {v.ALT_LABEL} ?name }} }}"


def write(store: Store, path: Path, min_confidence: float = 0.0) -> None:
    """Write the evidence of all statements that are at least so sure, by article and place."""
    records = r.read(store)
    mentions = _mentions(store, records)
    lines = [
        _line(subject, record, records.of(place), records, mentions)
        for subject, record in records.statements(min_confidence)
        for place in record.get(v.HAS_EVIDENCE, ())
    ]
    lines.sort(key=lambda line: tuple(line[name] for name in _ORDER))
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def _mentions(store: Store, records: Records) -> Mentions:
    """What each article calls each thing; a thing that was merged lends its names to the one it went into."""
    found: dict[tuple[str, str], set[str]] = {}
    for article, thing, name in store.select(_NAMES):
        merged = records.of(str(thing)).get(v.MERGED_INTO, [str(thing)])
        found.setdefault((str(article), merged[0]), set()).add(t.plain(str(name)))
    return found


def _line(statement: str, record: Record, evidence: Record, records: Records, mentions: Mentions) -> dict[str, Any]:
    article = evidence[v.OF_ARTICLE][0]
    source = records.of(article)
    obj = record[v.OBJECT][0]
    figure = records.of(obj)
    measured = v.MEASUREMENT in figure.get(v.TYPE, ())
    line = {
        "article": r.first(source, v.SOURCE),
        "article_title": r.first(source, v.TITLE),
        "publisher": r.first(source, v.PUBLISHER),
        "published": r.first(source, v.ISSUED),
        "url": r.first(source, v.URL),
        "subject": _thing(record[v.SUBJECT][0], article, records, mentions),
        "predicate": r.local(r.first(record, v.PREDICATE)),
        "object": _measurement(obj, figure) if measured else _thing(obj, article, records, mentions),
        "quote": r.first(evidence, v.EXACT),
        "start": int(r.number(evidence, v.START)),
        "end": int(r.number(evidence, v.END)),
        "status": r.local(r.first(evidence, v.READING_STATUS)),
        "time": r.first(evidence, v.READING_TIME),
        "amount": _number(evidence, v.READING_AMOUNT),
        "amount_unit": r.first(evidence, v.READING_AMOUNT_UNIT),
        "title": r.first(evidence, v.READING_TITLE),
        "agreement": r.first(evidence, v.READING_AGREEMENT),
        "confidence": r.number(evidence, v.READING_CONFIDENCE),
        "pattern": r.first(evidence, v.PATTERN),
        "statement": t.unwrap(statement),
    }
    return {name: None if value == "" else value for name, value in line.items()}


def _thing(term: str, article: str, records: Records, mentions: Mentions) -> dict[str, Any]:
    record = records.of(term)
    return {
        "name": r.label(record),
        "type": r.local(r.first(record, v.TYPE)),
        "mentions": sorted(mentions.get((article, term), ())),
        "iri": t.unwrap(term),
    }


def _measurement(term: str, record: Record) -> dict[str, Any]:
    return {
        "type": "Measurement",
        "indicator": r.first(record, v.INDICATOR),
        "value": _number(record, v.VALUE),
        "unit": r.first(record, v.UNIT) or None,
        "target": r.first(record, v.TARGET) == "true",
        "iri": t.unwrap(term),
    }


def _number(record: Record, predicate: str) -> int | float | None:
    """A number, whole where it can be."""
    value = r.optional(record, predicate)
    return int(value) if value is not None and value.is_integer() else value
