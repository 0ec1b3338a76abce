from __future__ import annotations

from pathlib import Path

import pytest

from kg.model import Extraction
from kg.questions import Iri, Limits, Table
from kg.questions.asking import answer, declared, question_of
from kg.store import Store, open_store
from tests.conftest import make_article
from tests.questions.sample import iri

PREFIXES = {"sc": "https://example.org/sc#", "rdfs": "https://example.org/rdfs#"}


def ask(store: Store, text: str) -> Table:
    return answer(store.backend, question_of(text), {}, Limits())


def test_only_prefixes_that_are_used_and_not_declared_are_added() -> None:
    assert declared("SELECT * { ?s sc:a 'rdfs:b' }", PREFIXES).startswith("PREFIX sc: <https://example.org/sc#> SELECT")
    own = "PREFIX sc: <a:b>\nSELECT * { ?s sc:a ?o }"
    assert declared(own, PREFIXES) == own


def test_a_name_a_file_and_a_query_are_told_apart(tmp_path: Path) -> None:
    assert question_of("firms-in-city").name == "firms-in-city"
    file = tmp_path / "mine.rq"
    file.write_text("# title en Mine\nASK {}", encoding="utf-8")
    assert question_of(str(file)).title_en == "Mine"
    assert question_of("ASK {}").text == "ASK {}"


def test_ask_gives_one_cell(store: Store) -> None:
    assert ask(store, "ASK { ?a a sc:Article }").rows == ((True,),)


def test_construct_gives_triples(store: Store) -> None:
    table = ask(store, "CONSTRUCT { ?c sc:within ?p } WHERE { ?c sc:within ?p FILTER(?p = place:630000) }")
    assert [column.name for column in table.columns] == ["subject", "predicate", "object"]
    assert [row[0] for row in table.rows] == [Iri(iri("西宁市"))]


def test_every_iri_that_has_a_name_is_named(store: Store) -> None:
    table = ask(store, "SELECT ?s ?p ?o { ?st rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o }")
    assert table.labels[iri("浪潮")] == "浪潮"
    assert table.labels["https://w3id.org/smartcity-kg/ontology#partnersWith"] == "合作 partners with"
    assert "5G基站 1200个" in table.labels.values()
    assert all(cell in table.labels for row in table.rows for cell in row)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("SELECT (1 AS ?x) {}", "integer"),
        ("SELECT (1.5 AS ?x) {}", "number"),
        ("SELECT (true AS ?x) {}", "boolean"),
        ("SELECT ('a' AS ?x) {}", "text"),
        ("SELECT (sc:City AS ?x) {}", "entity"),
        ("SELECT ('2022-06-11'^^xsd:date AS ?x) {}", "date"),
        ("SELECT ?x {}", "text"),
    ],
)
def test_a_column_without_a_head_takes_the_kind_of_its_cells(text: str, kind: str, store: Store) -> None:
    assert ask(store, text).columns[0].kind == kind


def test_a_statement_and_its_evidence_go_by_the_sentence(store: Store) -> None:
    said = "“说明：王岚，holdsPosition，兰州市，副市长。” — 《lanzhou-again.md》 2023-01-12 lanzhou-again.md"
    found = ask(store, "SELECT ?fact ?place { ?fact rdf:predicate sc:holdsPosition ; sc:evidence ?place }")
    assert [found.name(found.rows[0], at) for at in (0, 1)] == [said, said]


def test_of_several_sentences_the_one_that_tells_the_status_is_shown(store: Store) -> None:
    project, city = iri("兰州城市大脑"), iri("兰州市")
    (row,) = (found := ask(store, f"SELECT ?fact {{ ?fact rdf:object <{project}> ; rdf:subject <{city}> }}")).rows
    # An earlier article says planned, a later one underway.
    assert (found.name(row, 0) or "").startswith("“说明：兰州市，undertakes，兰州城市大脑，underway，2023。”")


def test_an_article_without_a_title_goes_by_its_file() -> None:
    with open_store() as store:
        store.add(Extraction(make_article("一句话。", "", "untitled.txt")))
        table = ask(store, "SELECT ?a { ?a a sc:Article }")
    assert list(table.labels.values()) == ["untitled.txt"]
