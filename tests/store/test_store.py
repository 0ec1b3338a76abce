import dataclasses

import pytest

from kg import ids
from kg.model import Precision, Status, TimeSpan
from kg.store import batches, open_store
from kg.store import vocab as v
from kg.store.backends import embedded
from tests.store.samples import BAISE, YUNFAN, article, dump, extraction, partnership, stated


def values(store, sparql):
    return [tuple(term and term.value for term in row) for row in store.select(sparql)]


def test_a_fact_is_one_triple_in_both_directions_and_one_statement():
    with open_store() as store:
        store.add(partnership("a.md", "百色与云帆科技签约。"))
        assert values(store, f"SELECT ?o {{ <{BAISE.iri}> sc:partnersWith ?o }}") == [(YUNFAN.iri,)]
        assert values(store, f"SELECT ?o {{ <{YUNFAN.iri}> sc:partnersWith ?o }}") == [(BAISE.iri,)]
        (row,) = values(store, "SELECT ?s ?c ?n { ?s a sc:Statement ; sc:confidence ?c ; sc:support ?n }")
        assert row == (ids.statement_iri(YUNFAN.iri, "partnersWith", BAISE.iri), "0.8", "1")


def test_two_articles_support_one_statement_and_the_later_one_tells_the_status():
    with open_store() as store:
        store.add(partnership("new.md", "百色市同云帆科技共建的平台启用。", "2023-05-01", status=Status.COMPLETED))
        store.add(partnership("old.md", "百色拟与云帆科技签约。", "2022-03-01", status=Status.PLANNED))
        query = "SELECT ?n ?c ?st { ?s a sc:Statement ; sc:support ?n ; sc:confidence ?c ; sc:status ?st }"
        assert values(store, query) == [("2", "0.96", ids.ONTOLOGY + "completed")]
        store.remove("new.md")
        assert values(store, query) == [("1", "0.8", ids.ONTOLOGY + "planned")]


@pytest.mark.parametrize("asked", [False, True])
def test_what_one_batch_takes_away_another_may_bring_back(tmp_path, monkeypatch, asked):
    monkeypatch.setattr(embedded, "LARGE", 0)
    monkeypatch.setattr(batches, "TRIPLES", 1)
    told = (Status.PLANNED, Status.COMPLETED, Status.PLANNED)
    news = [partnership(f"{i}.md", f"第{i}次签约。", f"2022-0{i}-01", status=now) for i, now in enumerate(told, 1)]

    def one_by_one():
        for one, status in zip(news, told, strict=True):
            yield one
            if asked:
                assert [f"{s}" for (s,) in store.select("SELECT ?s { ?x sc:status ?s }")] == [v.sc(status)]

    with open_store(tmp_path) as store, open_store() as fresh:
        store.add_many(one_by_one())
        fresh.add_many(news)
        assert dump(store) == dump(fresh)


def test_an_article_of_the_same_source_is_replaced():
    with open_store() as store:
        assert store.add(partnership("a.md", "百色与云帆科技签约。")).new == 1
        assert store.add(partnership("a.md", "百色与云帆科技签约。")).unchanged == 1
        assert store.add(partnership("a.md", "百色与云帆科技昨日签约。")).replaced == 1
        assert values(store, "SELECT ?q { ?e oa:exact ?q }") == [("百色与云帆科技昨日签约。",)]


def test_removing_every_article_leaves_nothing(tmp_path):
    with open_store(tmp_path / "store") as store:
        moment = TimeSpan("2022-03", Precision.MONTH, "3月")
        store.add_many(
            [partnership("a.md", "百色与云帆科技签约。", time=moment), partnership("b.md", "百色与云帆科技共建。")]
        )
        assert [info.source for info in store.articles()] == ["a.md", "b.md"]
        assert store.remove("a.md") and store.remove("b.md") and not store.remove("c.md")
        assert not list(store.lines()) and not store.graphs()
        rest = {subject for subject, _, _ in store.backend.graph(v.BUILD)}
        assert rest == {v.BUILD, f"<{ids.ID}run/1>"}


def test_the_graph_of_an_article_holds_what_it_says_and_the_names_that_it_uses():
    with open_store() as store:
        store.add(partnership("a.md", "百色与云帆科技签约。"))
        (graph,) = store.graphs()
        rows = values(store, f"SELECT ?n {{ GRAPH <{graph}> {{ <{BAISE.iri}> skos:altLabel ?n }} }}")
        assert rows == [("百色",)]


def test_a_store_on_disk_is_still_there_when_opened_again(tmp_path):
    with open_store(tmp_path / "store") as store:
        store.add(partnership("a.md", "百色与云帆科技签约。"))
        lines = list(store.lines())
    with open_store(tmp_path / "store", read_only=True) as store:
        assert list(store.lines()) == lines


def test_one_sentence_may_give_two_titles_to_one_statement():
    with open_store() as store:
        art = article("a.md", "云帆科技为百色牵头单位和总包单位。")
        readings = [stated(art, BAISE, "partnersWith", YUNFAN, title=title) for title in ("牵头单位", "总包单位")]
        store.add(extraction(art, *readings))
        titles = values(store, "SELECT ?t { ?s a sc:Statement ; sc:title ?t }")
        assert sorted(titles) == [("总包单位",), ("牵头单位",)]
        assert len(values(store, "SELECT ?e { ?e a sc:Evidence }")) == 1


def test_articles_without_a_date_are_origins_like_any_other():
    with open_store() as store:
        for source, text in (("a.md", "云帆科技与百色市签约。"), ("b.md", "百色市里，云帆科技的新平台启用了。")):
            made = partnership(source, text)
            undated = dataclasses.replace(made, article=dataclasses.replace(made.article, published=None))
            store.add(undated)
        assert values(store, "SELECT ?n { ?s a sc:Statement ; sc:support ?n }") == [("2",)]


@pytest.mark.parametrize(("own", "origins"), [(24, "1"), (90, "2")])
def test_a_text_that_two_papers_begin_in_words_of_their_own_is_one_origin(own, origins):
    """Of 200 signs told alike, a short head of the paper's own leaves seven tenths of the text shared."""
    shared = "".join(chr(0x4E00 + number) for number in range(200))
    with open_store() as store:
        for source, first in (("a.md", 0x6000), ("b.md", 0x7000)):
            head = "".join(chr(first + number) for number in range(own))
            store.add(partnership(source, f"{head}，{shared}。"))
        assert values(store, "SELECT ?n { ?s a sc:Statement ; sc:support ?n }") == [(origins,)]
