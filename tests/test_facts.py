"""What is known of one thing, as `kg show` prints it."""

from __future__ import annotations

import rdflib

from kg import facts, ids
from kg.exporters import export
from kg.model import Quantity
from kg.store import open_store
from tests.store.samples import PLATFORM, YUNFAN, article, extraction, stated

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
