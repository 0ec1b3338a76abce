"""The default graph by subject: the raw material of the formats that are not RDF, read in one pass."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from kg import ids, ontology
from kg.store import Store
from kg.store import terms as t
from kg.store import vocab as v

Record = Mapping[str, list[str]]
"""Objects by predicate, all as N-Triples text, in code point order."""

EMPTY: Final[Record] = {}


@dataclass(frozen=True, slots=True)
class Records:
    """What the store's merge holds, by the term of the subject; texts of articles and direct triples are left out."""

    subjects: Mapping[str, Record]

    def of(self, subject: str) -> Record:
        """What is said of a subject; nothing, where it is unknown."""
        return self.subjects.get(subject, EMPTY)

    def of_type(self, kind: str) -> Iterator[tuple[str, Record]]:
        """The subjects of an rdf:type, by IRI."""
        return ((subject, record) for subject, record in self.subjects.items() if kind in record.get(v.TYPE, ()))

    def statements(self, min_confidence: float = 0.0) -> Iterator[tuple[str, Record]]:
        """The statements that are at least so sure, by IRI."""
        for subject, record in self.of_type(v.STATEMENT):
            if number(record, v.CONFIDENCE) >= min_confidence:
                yield subject, record


def read(store: Store) -> Records:
    """The records of a store's default graph, in code point order of their subjects."""
    skipped = {v.TEXT, *(f"<{term.iri}>" for term in ontology.load().predicates.values())}
    subjects: dict[str, dict[str, list[str]]] = {}
    for line in store.lines():
        subject, predicate, rest = line.split(" ", 2)
        if predicate not in skipped:
            subjects.setdefault(subject, {}).setdefault(predicate, []).append(rest[:-3])
    return Records(subjects)


def first(record: Record, predicate: str) -> str:
    """The first object of a predicate without mark-up, "" where there is none."""
    found = record.get(predicate)
    return t.plain(found[0]) if found else ""


def every(record: Record, predicate: str) -> tuple[str, ...]:
    """All objects of a predicate without mark-up."""
    return tuple(t.plain(term) for term in record.get(predicate, ()))


def number(record: Record, predicate: str) -> float:
    """The first object of a predicate as a number, 0 where there is none."""
    return float(first(record, predicate) or 0)


def optional(record: Record, predicate: str) -> float | None:
    """The first object of a predicate as a number, None where there is none."""
    found = first(record, predicate)
    return float(found) if found else None


def local(iri: str) -> str:
    """The local name of a term of our ontology; other IRIs stay whole."""
    return iri.removeprefix(ids.ONTOLOGY)


def label(record: Record, language: str = "zh") -> str:
    """The label in a language, "" where there is none."""
    return next((t.plain(term) for term in record.get(v.LABEL, ()) if term.endswith(f'"@{language}')), "")
