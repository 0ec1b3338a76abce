"""RDF terms as N-Triples text: the one form that every back end can write, compare and send."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

import pyoxigraph as ox

from kg.errors import StoreError
from kg.namespaces import XSD

Triple = tuple[str, str, str]
"""Subject, predicate and object, each as N-Triples text (`<iri>` or `"literal"@zh`)."""


_DATED: Final = (
    (re.compile(r"\d{4}-\d\d-\d\d"), XSD + "date"),
    (re.compile(r"\d{4}-\d\d"), XSD + "gYearMonth"),
    (re.compile(r"\d{4}"), XSD + "gYear"),
)


def iri(value: str) -> str:
    """An IRI as a term; StoreError where it holds what no IRI may."""
    try:
        return str(ox.NamedNode(value))
    except ValueError as error:
        remedy = "give the thing an absolute IRI without spaces and brackets"
        raise StoreError(f"not an IRI: {value!r}", remedy=remedy) from error


def unwrap(term: str) -> str:
    """The IRI inside an IRI term."""
    return term[1:-1]


def text(value: str, lang: str = "") -> str:
    """A plain or language-tagged string as a term; lone surrogates, which no encoding can carry, become U+FFFD."""
    clean = value.encode("utf-8", "replace").decode("utf-8") if not value.isascii() else value
    return str(ox.Literal(clean, language=lang or None))


def typed(value: str, datatype: str) -> str:
    """A literal of an XML Schema type, named by its local name."""
    return str(ox.Literal(value, datatype=ox.NamedNode(XSD + datatype)))


def number(value: float | Decimal) -> str:
    """A number without exponent and idle zeros: 3045000000, 0.85. StoreError for what is not finite."""
    exact = value if isinstance(value, Decimal) else Decimal(repr(value))
    if not exact.is_finite():
        raise StoreError(f"not a finite number: {value}", remedy="leave the figure out")
    plain = format(exact, "f")
    short = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return "0" if short in ("", "-0") else short


def decimal(value: float | Decimal) -> str:
    """A number as an xsd:decimal."""
    return typed(number(value), "decimal")


def moment(value: str) -> str:
    """An ISO 8601 time as xsd:date, gYearMonth or gYear by its shape, anything else (an interval) as a string."""
    for shape, datatype in _DATED:
        if shape.fullmatch(value):
            return str(ox.Literal(value, datatype=ox.NamedNode(datatype)))
    return text(value)


def plain(term: str) -> str:
    """What a term says without its mark-up: the IRI, or the literal's characters."""
    if term.startswith("<"):
        return term[1:-1]
    body = term[1 : term.rindex('"')]
    return _literal(body) if "\\" in body else body


def _literal(body: str) -> str:
    (quad,) = ox.parse(f'<a:a> <a:a> "{body}" .', ox.RdfFormat.N_TRIPLES)
    assert isinstance(quad.object, ox.Literal)
    return quad.object.value


def lines(triples: Iterable[Triple]) -> str:
    """Triples as N-Triples."""
    return "".join(f"{subject} {predicate} {obj} .\n" for subject, predicate, obj in triples)


def triples(lines: str) -> Iterator[Triple]:
    """The triples of N-Triples that `lines` wrote: no IRI holds a space, no literal a line break."""
    for line in lines.split("\n")[:-1]:
        subject, predicate, obj = line[:-2].split(" ", 2)
        yield subject, predicate, obj
