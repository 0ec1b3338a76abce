from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.exporters import export
from kg.store import Store
from tests.exporters import sample


@pytest.fixture
def lines(exported: Callable[[str], Path]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in exported("jsonl").read_text(encoding="utf-8").splitlines()]


def test_there_is_a_line_for_each_evidence_in_the_order_of_the_text(lines: list[dict[str, Any]]) -> None:
    assert len(lines) == sample.EVIDENCE
    places = [(line["article"], line["start"]) for line in lines]
    assert places == sorted(places)


def test_every_quote_stands_where_it_says(lines: list[dict[str, Any]]) -> None:
    texts = {extraction.article.source: extraction.article.text for extraction in sample.extractions()}
    for line in lines:
        assert texts[line["article"]][line["start"] : line["end"]] == line["quote"]


def test_things_have_the_names_that_this_article_uses(lines: list[dict[str, Any]]) -> None:
    signed = [line for line in lines if line["predicate"] == "partnersWith" and line["status"]]
    cities = {line["article"]: line["object"] for line in signed}
    assert cities["a.txt"]["mentions"] == ["贺州", "贺州市"]
    assert cities["b.txt"] == {
        "name": "贺州市",
        "type": "City",
        "mentions": ["贺州"],
        "iri": sample.HEZHOU.iri,
    }


def test_a_line_has_the_qualifiers_of_its_own_reading(lines: list[dict[str, Any]]) -> None:
    first, second = (line for line in lines if line["predicate"] == "partnersWith" and line["status"])
    assert (first["status"], first["time"], first["agreement"]) == ("completed", "2022-03-01", "框架协议")
    assert (second["status"], second["time"], second["confidence"]) == ("underway", None, 0.5)
    assert first["statement"] == second["statement"]
    (invested,) = (line for line in lines if line["predicate"] == "investsIn")
    assert (invested["amount"], invested["amount_unit"]) == (1_250_000_000, "元")
    (mayor,) = (line for line in lines if line["predicate"] == "holdsPosition")
    assert mayor["title"] == "市长"


def test_a_line_tells_where_its_article_was_printed(lines: list[dict[str, Any]]) -> None:
    told = {(line["article"], line["publisher"], line["published"], line["url"]) for line in lines}
    printed = {extraction.article.source: extraction.article for extraction in sample.extractions()}
    assert {article for article, *_ in told} == printed.keys()
    for article, publisher, published, url in told:
        of = printed[article]
        assert (publisher, url) == (of.publisher or None, of.url or None)
        assert published == (of.published.isoformat(timespec="seconds") if of.published else None)
    assert {line["article_title"] for line in lines} == {article.title or None for article in printed.values()}


def test_a_measured_value_is_the_object(lines: list[dict[str, Any]]) -> None:
    figures = [line["object"] for line in lines if line["predicate"] == "hasMeasurement"]
    assert [(one["type"], one["indicator"], one["value"], one["unit"], one["target"]) for one in figures] == [
        ("Measurement", "5G基站", 2048, "个", False),
        ("Measurement", "5G基站", 5000, "个", True),
    ]


def test_less_sure_statements_are_left_out(store: Store, tmp_path: Path) -> None:
    path = export(store, "jsonl", tmp_path / "x.jsonl", min_confidence=0.9)
    kept = [json.loads(line)["predicate"] for line in path.read_text(encoding="utf-8").splitlines()]
    assert sorted(kept) == ["holdsPosition", "partnersWith", "partnersWith"]
