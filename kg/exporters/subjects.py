"""Triples grouped by subject, and the pieces of their terms, for the formats that write a block for each subject."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Final, NamedTuple

from kg.namespaces import XSD
from kg.store import terms as t
from kg.store import vocab as v

Described = tuple[str, dict[str, list[str]]]
"""A subject, and its objects by predicate, rdf:type first; all terms as N-Triples text."""

_SPLIT: Final = re.compile(r"(.*[#/])([A-Za-z_][A-Za-z0-9_-]*)")
STRING: Final = XSD + "string"
"""The datatype of a plain text, which is written nowhere."""


class Text(NamedTuple):
    """A literal in its pieces; one of `language` and `datatype` is empty."""

    value: str
    language: str
    datatype: str


def by_subject(triples: Iterable[t.Triple]) -> Iterator[Described]:
    """The triples of each subject together; they must come grouped by subject."""
    for subject, group in groupby(triples, key=itemgetter(0)):
        found: dict[str, list[str]] = {v.TYPE: []}
        for _, predicate, obj in group:
            found.setdefault(predicate, []).append(obj)
        yield subject, found if found[v.TYPE] else {p: objects for p, objects in found.items() if objects}


def literal(term: str) -> Text:
    """A literal's characters, language and datatype (xsd:string where none is written)."""
    tail = term[term.rindex('"') + 1 :]
    if tail.startswith("@"):
        return Text(t.plain(term), tail[1:], "")
    return Text(t.plain(term), "", tail[3:-1] if tail else STRING)


def split(iri: str) -> tuple[str, str] | None:
    """Namespace and local name of an IRI whose local name every format takes; None for others."""
    match = _SPLIT.fullmatch(iri)
    return (match[1], match[2]) if match else None
