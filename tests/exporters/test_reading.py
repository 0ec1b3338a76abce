from __future__ import annotations

from datetime import date

from kg import ids
from kg.exporters.property_graph import PropertyGraph
from kg.exporters.reading import property_graph, short_id
from kg.exporters.style import style
from kg.store import Store, open_store
from tests.exporters import sample


def test_nodes_are_what_statements_speak_of(graph: PropertyGraph) -> None:
    assert (len(graph.nodes), len(graph.edges), len(graph.measurements)) == (
        sample.NODES,
        sample.EDGES,
        sample.MEASUREMENTS,
    )
    assert sample.GUANGXI.iri not in {node.iri for node in graph.nodes}
    assert graph.unspoken == 1
    assert [node.iri for node in graph.above] == [sample.GUANGXI.iri]
    assert {edge.source for edge in graph.edges} | {edge.target for edge in graph.edges} <= graph.by_id().keys()


def test_a_node_carries_names_attributes_and_measured_values(graph: PropertyGraph) -> None:
    city = graph.by_id()["place.451100"]
    assert (city.label, city.label_en, city.kind, city.group) == ("贺州市", "Hezhou", "City", "place")
    assert city.names == ("贺州市", "贺州")
    assert dict(city.attributes) == {
        "code": "451100",
        "lat": 24.41,
        "long": 111.55,
        "within": "广西",
        "within_all": "广西",
        "within_id": "place.450000",
    }
    assert city.measurements == ("5G基站 2048个 (2021-12)", "5G基站 5000个 (2025, target)")
    assert city.degree == 4
    assert city.color == style("place").color != style("person").color


def test_labels_are_sanitised(graph: PropertyGraph) -> None:
    firm = next(node for node in graph.nodes if node.iri == sample.FIRM.iri)
    assert firm.label == sample.HOSTILE_SHOWN
    assert "-云帆;数据'" in firm.names


def test_an_edge_carries_what_follows_from_all_its_evidence(graph: PropertyGraph) -> None:
    (signed,) = (edge for edge in graph.edges if edge.predicate == "partnersWith" and edge.target == "place.451100")
    assert signed.symmetric
    assert (signed.label, signed.label_en) == ("合作", "partners with")
    assert (signed.status, signed.support, signed.confidence) == ("underway", 2, 0.9)
    assert (signed.times, signed.start, signed.end) == (("2022-03-01",), date(2022, 3, 1), date(2022, 3, 1))
    assert signed.agreement == "框架协议"
    assert [row.confidence for row in signed.evidence] == [0.8, 0.5]
    best = signed.best
    assert best.quote == f"贺州市与{sample.HOSTILE_SHOWN}签订框架协议。"
    assert (best.article_title, best.publisher, best.date[:10]) == ("一纸 “协议”, <签了>", "贺州晚报", "2022-03-02")
    assert best.url == "https://example.org/a.txt?a=1&b=<2>"


def test_where_an_article_has_no_title_its_file_is_named(graph: PropertyGraph) -> None:
    where = {(row.source, row.article_title) for edge in graph.edges for row in edge.evidence}
    assert where == {("a.txt", "一纸 “协议”, <签了>"), ("b.txt", "b.txt")}


def test_the_amount_keeps_its_unit(graph: PropertyGraph) -> None:
    (invested,) = (edge for edge in graph.edges if edge.predicate == "investsIn")
    assert (invested.amount, invested.amount_unit) == (1_250_000_000.0, "元")


def test_a_measurement_is_a_statement_about_its_owner(graph: PropertyGraph) -> None:
    measures = sorted(graph.measurements, key=lambda edge: edge.measure.value if edge.measure else 0)
    attained, aim = (edge.measure for edge in measures)
    assert attained and aim
    assert (attained.indicator, attained.value, attained.unit, attained.target) == ("5G基站", 2048.0, "个", False)
    assert aim.target
    assert {edge.source for edge in measures} == {"place.451100"}


def test_what_is_less_sure_is_left_out_with_the_things_only_it_names(store: Store) -> None:
    surer = property_graph(store, min_confidence=0.6)
    assert all(edge.confidence >= 0.6 for edge in (*surer.edges, *surer.measurements))
    assert len(surer.edges) == 5
    assert sample.BANK.iri not in {node.iri for node in surer.nodes}


def test_the_order_in_which_articles_came_does_not_show(graph: PropertyGraph) -> None:
    with open_store() as other:
        for extraction in reversed(sample.extractions()):
            other.add(extraction)
        assert property_graph(other) == graph


def test_ids_are_safe_everywhere_and_stay_apart() -> None:
    assert short_id(ids.ID + "place/450300") == "place.450300"
    assert short_id(ids.CONCEPT + "goal/a-b") == "concept.goal.a-b"
    strange = [short_id("http://a/b c"), short_id("http://a/b%20c"), short_id(ids.ID + "place/贺州")]
    assert len(set(strange)) == 3
    assert all(one.startswith("iri.") for one in strange)


def test_an_empty_store_is_an_empty_graph() -> None:
    with open_store() as empty:
        assert property_graph(empty) == PropertyGraph((), ())
