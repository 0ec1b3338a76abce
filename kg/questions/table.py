"""The answer of a question: named columns and rows of plain Python values, with what the IRIs in them are called."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Final

import pyoxigraph as ox

from kg import ids, ontology
from kg.namespaces import XSD
from kg.questions.library import Column


class Iri(str):
    """An IRI in a cell, so that it is not taken for a text."""

    __slots__ = ()


Value = Iri | str | int | float | Decimal | bool | dt.date | dt.datetime | None


@dataclass(frozen=True, slots=True)
class Table:
    """The answer. `labels` are the names of the IRIs that occur; `truncated` tells that the row limit cut it short."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    labels: Mapping[str, str] = field(default_factory=dict)
    truncated: bool = False
    seconds: float = 0.0
    title_zh: str = ""
    title_en: str = ""

    def named(self) -> list[dict[str, Value]]:
        """The rows as dictionaries by column name."""
        names = [column.name for column in self.columns]
        return [dict(zip(names, row, strict=True)) for row in self.rows]

    def name(self, row: Sequence[Value], at: int) -> str | None:
        """What the IRI in a cell of a row is called, None if it has no name; a status as its link words it."""
        cell = row[at]
        if not isinstance(cell, Iri):
            return None
        links = [self.columns[at].link, *(_local(other) for other in row if isinstance(other, Iri))]
        known = ontology.load().predicates
        own = next((known[link].status_labels for link in links if link in known), {}).get(_local(cell))
        return " ".join(own) if own else self.labels.get(cell)


def _local(iri: str) -> str:
    return iri.removeprefix(ids.ONTOLOGY)


def value(term: object, known: dict[str, Iri] | None = None) -> Value:
    """An RDF term as a Python value; a literal whose text its type does not allow stays text.

    `known` lets equal IRIs of one table be one object, which makes it lighter to hold and to send.
    """
    if term is None:
        return None
    if isinstance(term, ox.NamedNode):
        iri = term.value
        return Iri(iri) if known is None else known.get(iri) or known.setdefault(iri, Iri(iri))
    if not isinstance(term, ox.Literal):
        return str(term)
    convert = _TYPES.get(term.datatype.value)
    if convert is None:
        return term.value
    try:
        return convert(term.value)
    except (KeyError, ValueError, InvalidOperation):
        return term.value


def _boolean(text: str) -> bool:
    return {"true": True, "1": True, "false": False, "0": False}[text]


_TYPES: Final[Mapping[str, Callable[[str], Value]]] = {
    XSD + "integer": int,
    XSD + "int": int,
    XSD + "long": int,
    XSD + "nonNegativeInteger": int,
    XSD + "decimal": Decimal,
    XSD + "double": float,
    XSD + "float": float,
    XSD + "boolean": _boolean,
    XSD + "date": dt.date.fromisoformat,
    XSD + "dateTime": dt.datetime.fromisoformat,
}
