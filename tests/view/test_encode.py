"""The columns say what the property graph says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kg.exporters.property_graph import Edge, EvidenceRow, Measure, Node, PropertyGraph
from kg.view.encode import encode_graph, encode_text, number

BASE = "https://w3id.org/smartcity-kg/"
CITY = Node("place.450300", BASE + "id/place/450300", "桂林市", "Guilin", "City", "place", ("桂林市", "桂林"))
FIRM = Node("organization.huawei", BASE + "id/organization/huawei", "华为", "Huawei", "Firm", "organization", ("华为",))
GOAL = Node("concept.goal.x", BASE + "concept/goal/x", "乡村振兴", "", "Goal", "goal", ("乡村振兴",))
PROOF = EvidenceRow(
    id="evidence.1",
    quote="桂林与华为签约。",
    article=BASE + "id/article/a",
    article_title="签约",
    publisher="漓江晚报",
    date="2022-06-12T09:53:00+08:00",
    confidence=0.85,
    status="planned",
    amount=3e9,
    amount_wording="30亿元",
)
SIGNED = Edge(
    "statement.1",
    BASE + "id/statement/1",
    CITY.id,
    FIRM.id,
    "partnersWith",
    "合作",
    "partners with",
    symmetric=True,
    status="planned",
    confidence=0.85,
    support=1,
    amount=3e9,
    amount_unit="元",
    evidence=(PROOF,),
)
AIMS = replace(SIGNED, id="statement.2", iri=BASE + "id/statement/2", target=GOAL.id, predicate="pursues", amount=None)
FIGURE = replace(
    SIGNED,
    id="statement.3",
    iri=BASE + "id/statement/3",
    target="measurement.1",
    predicate="hasMeasurement",
    times=("2021-11",),
    start=date(2021, 11, 1),
    end=date(2021, 11, 30),
    amount=None,
    measure=Measure("5G基站", 1787, "个", "1787个", "2021-11"),
)
GRAPH = PropertyGraph((GOAL, FIRM, CITY), (AIMS, SIGNED), (FIGURE,))


def test_the_best_connected_come_first() -> None:
    assert encode_graph(number(GRAPH))["things"]["label"] == ["桂林市", "乡村振兴", "华为"]


def test_facts_join_things_by_number_and_figures_join_nothing() -> None:
    facts = encode_graph(number(GRAPH))["facts"]
    assert facts["s"] == [0, 0, 0]
    assert facts["o"] == [-1, 2, 1]
    assert facts["more"]["0"]["figure"] == ["5G基站", "1787个", "2021-11", 0]


def test_a_relation_says_what_it_calls_a_status() -> None:
    calls = {name: own for name, *_, own in encode_graph(number(GRAPH))["predicates"]}
    assert calls == {
        "partnersWith": {"completed": ("已达成", "agreed")},
        "pursues": {},
        "hasMeasurement": {"completed": ("已达到", "attained")},
    }


def test_names_can_be_found_by_sound() -> None:
    things = encode_graph(number(GRAPH))["things"]
    assert things["sound"]["0"] == ["gui lin shi", "gui lin"]
    assert things["names"] == {"0": ["桂林"]}, "the label is not told twice"
    assert things["en"] == {"0": "Guilin", "2": "Huawei"}


def test_a_fact_without_a_date_counts_by_its_report() -> None:
    facts = encode_graph(number(GRAPH))["facts"]
    assert facts["from"] == [2021 * 12 + 10, 2022 * 12 + 5, 2022 * 12 + 5]
    assert facts["time"] == {"0": "2021-11"}
    assert facts["reported"]["1"] == "2022-06-12"


def test_amounts_are_given_in_the_words_of_the_article() -> None:
    facts = encode_graph(number(GRAPH))["facts"]
    assert facts["more"]["1"]["amount"] == "30亿元"


def test_a_sentence_that_proves_three_facts_stands_once() -> None:
    text = encode_text(number(GRAPH))
    assert text["quotes"] == ["桂林与华为签约。"]
    assert text["proofs"]["fact"] == [0, 1, 2]
    assert text["articles"]["title"] == ["签约"]
    assert text["articles"]["date"] == ["2022-06-12"]


def test_only_what_occurs_is_named() -> None:
    graph = encode_graph(number(GRAPH))
    assert [kind[0] for kind in graph["kinds"]] == ["City", "Firm", "Goal"]
    assert [predicate[0] for predicate in graph["predicates"]] == ["partnersWith", "pursues", "hasMeasurement"]
    assert graph["predicates"][0][1:-1] == ["合作", "partners with", "", "", 1]
