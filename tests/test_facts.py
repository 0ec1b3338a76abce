"""What is known of one thing, as `kg show` prints it."""

from __future__ import annotations

from dataclasses import replace

import rdflib
from typer.testing import CliRunner

from kg import facts, ids
from kg.cli import app
from kg.exporters import export
from kg.model import Entity, Quantity
from kg.store import open_store
from tests.store.samples import BAISE, PLATFORM, YUNFAN, article, extraction, stated

YUAN, DOLLARS = Quantity(5e8, "元", "5亿元"), Quantity(1e8, "美元", "1亿美元")


def invested(source, *told):
    """An article that gives amounts for one investment, all in its one sentence."""
    art = article(source, f"云帆科技向百色城市大脑投资{'、'.join(one.wording for one in told)}。")
    statements = (stated(art, YUNFAN, "investsIn", PLATFORM, 0.9 - at / 10, amount=one) for at, one in enumerate(told))
    return extraction(art, *statements)


def test_each_amount_keeps_its_currency_where_two_articles_differ(tmp_path):
    with open_store() as store:
        store.add_many([invested("a.md", YUAN), invested("b.md", DOLLARS), invested("c.md", YUAN)])
        (fact,) = facts.thing(store, YUNFAN.iri).facts
        assert fact.amounts == ("5亿元", "1亿美元")
        text = export(store, "turtle", tmp_path / "graph.ttl").read_text(encoding="utf-8")
    sc, graph = rdflib.Namespace(ids.ONTOLOGY), rdflib.Graph().parse(data=text, format="turtle")
    for place in graph.subjects(sc.readingAmount):
        amount, unit = (
            graph.value(place, sc.readingAmount, any=False),
            graph.value(place, sc.readingAmountUnit, any=False),
        )
        assert (int(amount), str(unit)) in ((500_000_000, "元"), (100_000_000, "美元"))
    assert "sc:amount" not in text.replace("sc:amountWording", "")


def test_a_sentence_with_two_amounts_for_one_fact_gives_the_surest():
    with open_store() as store:
        store.add(invested("a.md", DOLLARS, YUAN))
        (fact,) = facts.thing(store, YUNFAN.iri).facts
        assert fact.amounts == ("1亿美元",)


def test_a_place_that_the_gazetteer_gives_is_shown_as_such(tmp_path):
    """The sentence names the zone only, so that it does not say what the fact says."""
    zone = Entity(ids.ID + "place/gaoxin", "Zone", "云谷新区", ("云谷新区",), known=True)
    art = article("a.md", "云谷新区启动建设。")
    with open_store(tmp_path) as store:
        lying = replace(stated(art, zone, "locatedIn", BAISE), pattern="gazetteer-place")
        store.add(extraction(art, lying, things=(zone, BAISE)))
    shown = CliRunner().invoke(app, ["show", "云谷新区", "--store", str(tmp_path)], env={"COLUMNS": "200"})
    assert "“云谷新区启动建设。” — 2022-03-01 a.md · the place is the gazetteer's 所在地出自词表" in shown.stdout
