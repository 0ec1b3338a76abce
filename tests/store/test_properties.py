"""Whatever the way there: the same articles under the same judgements make the same store, to the last quad."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg import ids, ontology
from kg.model import Entity, Extraction, Measurement, Precision, Quantity, Statement, Status, TimeSpan
from kg.store import open_store
from kg.store.judgements import SAME, Row, of
from tests.store.samples import BAISE, article, dump, stated

NAMES = ("云帆科技", "云帆科技公司", "龙腾数据", "北辰软件")
FIRMS = tuple(Entity(ids.entity_iri("organization", name), kind, name, (name,)) for name in NAMES for kind in ("Firm",))
HEZHOU = Entity(ids.ID + "place/451100", "City", "贺州市", ("贺州",), True, (("within", ids.ID + "place/450000"),))
GUANGXI = Entity(ids.ID + "place/450000", "Region", "广西", (), True)
THINGS = (BAISE, HEZHOU, GUANGXI, *FIRMS)
SOURCES = ("a.md", "b.md", "c.md", "d.jsonl#1", "d.jsonl#2")
# The second is a reprint of the first, the third is not.
TEXTS = (
    "百色市与多家企业在会上签署了智慧城市合作协议，将共同建设城市大脑、政务云和产业园，服务当地居民。",
    "百色市与多家企业在会上签署了智慧城市合作协议，将共同建设城市大脑、政务云和产业园，服务当地居民！",
    "贺州市的数字经济产业园昨天开园，首批入驻的企业有十二家，其中软件企业五家，其余为制造企业。",
    "百色市与多家企业在会上签署了智慧城市合作协议，将共同建设城市大脑、政务云和产业园，惠及周边群众。",
    "",
)
TIMES = (TimeSpan("2022-03", Precision.MONTH, "3月"), TimeSpan("2023", Precision.YEAR, "2023年"))
FIGURES = (Quantity(10, "个", "10个"), Quantity(10, "个", "近10个"))


@st.composite
def articles(draw: st.DrawFn) -> Extraction:
    text = draw(st.sampled_from(TEXTS))
    art = article(draw(st.sampled_from(SOURCES)), text, draw(st.sampled_from(("", "2022-03-01", "2023-03-01"))))
    # What is not registered may be read as this or that.
    things = []
    for thing in THINGS:
        kind = thing.kind if thing.known else draw(st.sampled_from(("Firm", "Institution")))
        label = thing.label if thing.known else draw(st.sampled_from((thing.label, thing.label + "集团")))
        things.append(Entity(thing.iri, kind, label, thing.names, thing.known, thing.details))
    said = draw(st.lists(statements(art, things), max_size=4)) if text else []
    named = {iri for one in said for iri in (one.subject, one.obj)}
    return Extraction(art, tuple(thing for thing in things if thing.iri in named), (), tuple(said))


def statements(art, things) -> st.SearchStrategy[Statement]:
    status = st.none() | st.sampled_from(Status)
    time = st.none() | st.sampled_from(
        (TimeSpan("2022-03", Precision.MONTH, "3月"), TimeSpan("2023", Precision.YEAR, "2023"))
    )
    amount = st.none() | st.just(Quantity(5e8, "元", "5亿元"))
    thing, firm = st.sampled_from(things), st.sampled_from(things[3:])
    # What is certain from the start takes the short way when more is said of it.
    confidence = st.sampled_from((0.5, 0.8, 0.9997, 1.0))
    figure = st.builds(
        Measurement,
        st.just("5G基站"),
        st.sampled_from((Quantity(10, "个", "10个"), Quantity(10, "个", "近10个"))),
        st.booleans(),
    )
    return st.one_of(
        st.builds(stated, st.just(art), thing, st.just("partnersWith"), thing, confidence, status, time),
        st.builds(stated, st.just(art), firm, st.just("partOf"), firm, confidence, status),
        st.builds(stated, st.just(art), firm, st.just("investsIn"), thing, confidence, status, time, amount),
        st.builds(stated, st.just(art), thing, st.just("hasMeasurement"), figure, confidence, status, time),
    )


judgements = st.lists(
    st.builds(Row, st.just(SAME), st.sampled_from([f.iri for f in THINGS]), st.sampled_from([f.iri for f in THINGS])),
    max_size=2,
).map(of)
steps = st.one_of(
    st.tuples(st.just("add"), st.lists(articles(), min_size=1, max_size=3)),
    st.tuples(st.just("remove"), st.sampled_from(SOURCES)),
    st.tuples(st.just("judge"), judgements),
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(steps, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_any_history_ends_in_the_store_built_afresh(past, random):
    stored, view = {}, of(())
    with open_store() as lived, open_store() as fresh:
        for verb, what in past:
            if verb == "add":
                lived.add_many(what)
                stored |= {extraction.article.source: extraction for extraction in what}
            elif verb == "remove":
                assert lived.remove(what) == (stored.pop(what, None) is not None)
            else:
                lived.judge(view := what)
        fresh.judge(view)
        order = list(stored.values())
        random.shuffle(order)
        for extraction in order:
            fresh.add(extraction)
        assert dump(lived) == dump(fresh)
        assert lived.counts() == counted(lived)
        assert_each_triple_has_a_reason(fresh)


def counted(store) -> dict[str, int]:
    """What the numbers that are kept ought to be."""
    query = "SELECT ?x (COUNT(?node) AS ?n) { { ?node a ?x } UNION { ?node rdf:predicate ?x } } GROUP BY ?x"
    ours = {*ontology.load().kinds, *ontology.load().predicates}
    found = {x.value: int(n.value) for x, n in store.select(query)}
    return {iri: n for iri, n in found.items() if iri.removeprefix(ids.ONTOLOGY) in ours}


def assert_each_triple_has_a_reason(store) -> None:
    """Nothing is left over in the default graph: every evidence node is linked both ways, every end is described."""
    left = store.select("SELECT ?e { ?e sc:supports ?s FILTER NOT EXISTS { ?s sc:evidence ?e ; sc:confidence ?c } }")
    assert not list(left)
    assert not list(store.select("SELECT ?s { ?s sc:evidence ?e FILTER NOT EXISTS { ?e sc:supports ?s } }"))
    assert not list(store.select("SELECT ?s { ?s rdf:object ?o FILTER NOT EXISTS { ?o a ?kind } }"))
    assert not list(store.select("SELECT ?s { ?s rdf:subject ?o FILTER NOT EXISTS { ?o rdfs:label ?label } }"))
    assert not list(store.select("SELECT ?x { ?x a sc:Firm, sc:Institution }"))


def test_a_reprint_that_a_judgement_makes_agree_is_no_new_source() -> None:
    """Both articles are one origin; that they say the same comes to light only when the two firms are merged."""
    text, (first, second) = TEXTS[0], FIRMS[:2]
    with open_store() as store:
        for source, firm in (("a.md", first), ("b.md", second)):
            art = article(source, text)
            said = (stated(art, BAISE, "partnersWith", firm, 1.0),)
            store.add(Extraction(art, (BAISE, firm), (), said))
        store.judge(of([Row(SAME, first.iri, second.iri)]))
        assert [n.value for (n,) in store.select("SELECT ?n { ?s sc:support ?n }")] == ["1"]
