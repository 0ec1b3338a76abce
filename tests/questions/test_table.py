from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pyoxigraph as ox
import pytest

from kg.questions.table import Iri, Value, value

XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (None, None),
        (ox.NamedNode("a:b"), Iri("a:b")),
        (ox.Literal("桂花", language="zh"), "桂花"),
        (ox.Literal("5", datatype=ox.NamedNode(XSD + "integer")), 5),
        (ox.Literal("0.960", datatype=ox.NamedNode(XSD + "decimal")), Decimal("0.960")),
        (ox.Literal("true", datatype=ox.NamedNode(XSD + "boolean")), True),
        (ox.Literal("2022-06-11", datatype=ox.NamedNode(XSD + "date")), dt.date(2022, 6, 11)),
        (ox.Literal("2022-06", datatype=ox.NamedNode(XSD + "gYearMonth")), "2022-06"),
        (ox.Literal("five", datatype=ox.NamedNode(XSD + "integer")), "five"),
        (ox.Literal("2022-02-30", datatype=ox.NamedNode(XSD + "date")), "2022-02-30"),
        (ox.Literal("maybe", datatype=ox.NamedNode(XSD + "boolean")), "maybe"),
        (ox.BlankNode("b"), "_:b"),
    ],
)
def test_terms_become_plain_values(term: object, expected: Value) -> None:
    found = value(term)
    assert (found, type(found)) == (expected, type(expected))


def test_a_moment_keeps_its_zone() -> None:
    moment = value(ox.Literal("2022-06-12T09:53:00+08:00", datatype=ox.NamedNode(XSD + "dateTime")))
    assert isinstance(moment, dt.datetime)
    assert moment.utcoffset() == dt.timedelta(hours=8)
