from __future__ import annotations

import pytest

from kg import ids
from kg.check import check
from kg.check.contradictions import contradictions
from kg.model import Measurement, Precision, Quantity, Status, TimeSpan
from kg.store import Store, open_store
from kg.store import terms as t
from kg.store import vocab as v
from kg.store.backends import Delta
from tests.store.samples import BAISE, PLATFORM, YUNFAN, article, extraction, partnership, stated

PROVINCE = f"<{ids.ID}place/450000>"


@pytest.fixture
def store():
    with open_store() as opened:
        opened.add(partnership("a.md", "百色与云帆科技签约。"))
        yield opened


def kinds(store: Store) -> set[tuple[str, str]]:
    return {(found.named[0].check, found.named[0].severity.value) for found in check(store).findings}


def test_a_store_as_it_is_written_has_no_errors(store):
    report = check(store)
    assert (report.articles, report.statements, report.quotes, report.errors) == (1, 1, 1, 0)
    assert report.as_json()["ok"] is True


def test_the_province_that_no_article_describes_is_no_dangling_link(store):
    """The lexicon knows it."""
    assert "dangling" not in {check for check, _ in kinds(store)}


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        ((v.EXACT, t.text("百色与云帆科技签约。"), t.text("百色同云帆科技签约。")), ("quote", "error")),
        ((v.END, t.typed("10", "integer"), t.typed("9", "integer")), ("quote", "error")),
        ((v.SOURCE, t.text("a.md"), t.text("b.md")), ("article", "error")),
    ],
)
def test_a_graph_that_was_tampered_with_is_told(store, change, finding):
    predicate, old, new = change
    (graph,) = (t.iri(iri) for iri in store.graphs())
    (subject,) = (s for s, p, o in store.backend.graph(graph) if (p, o) == (predicate, old))
    store.backend.commit(Delta({(subject, predicate, old, graph)}, {(subject, predicate, new, graph)}))
    assert finding in kinds(store)


def test_a_quote_that_only_the_merged_graph_misplaces_is_told(store):
    ((evidence, quote),) = ((s, o) for s, p, o in store.backend.graph("") if p == v.EXACT)
    store.backend.commit(Delta({(evidence, v.EXACT, quote, "")}, {(evidence, v.EXACT, t.text("另一句话。"), "")}))
    assert ("quote", "error") in kinds(store)


def test_signs_that_need_care_in_writing_do_not_make_a_graph_look_changed():
    """The graph is written out and compared by its digest."""
    with open_store() as store:
        store.add(partnership("怪\u2028字\x85.md", "百色与云帆科技签约\t“😀”\\ \x7f\u00a0。"))
        assert check(store).errors == 0


def test_a_missing_derived_value_breaks_a_shape(store):
    ((statement, value),) = ((s, o) for s, p, o in store.backend.graph("") if p == v.CONFIDENCE)
    store.backend.commit(Delta({(statement, v.CONFIDENCE, value, "")}))
    assert ("shape statement-confidence", "error") in kinds(store)


def test_a_link_to_nowhere_dangles_and_a_thing_alone_is_an_orphan(store):
    lone, nowhere = f"<{ids.ID}organization/lone>", f"<{ids.ID}place/nowhere>"
    lonely = {(lone, v.TYPE, v.sc("Firm"), ""), (lone, v.LABEL, t.text("孤云公司", "zh"), "")}
    store.backend.commit(Delta(insert={*lonely, (t.iri(BAISE.iri), v.WITHIN, nowhere, "")}))
    assert {("orphan", "warning"), ("dangling", "error")} <= kinds(store)


def built(source: str, text: str, **more):
    art = article(source, text)
    return extraction(art, stated(art, BAISE, "undertakes", PLATFORM, **more))


def day(value: str) -> TimeSpan:
    return TimeSpan(value, Precision.DAY, value)


def test_sources_that_give_different_dates_or_amounts_contradict_one_another():
    with open_store() as store:
        done = Status.COMPLETED
        store.add(built("a.md", "百色城市大脑三月一日启用，投资一亿元。", status=done, time=day("2022-03-01")))
        store.add(built("b.md", "百色的城市大脑在三月启用了。", status=done, time=day("2022-03")))
        assert not list(contradictions(store))
        store.add(built("c.md", "五月四日，百色城市大脑建成启用。", status=done, time=day("2022-05-04")))
        (found,) = contradictions(store)
        assert found.detail == "百色市 undertakes 百色城市大脑: 2022-03 (b.md); 2022-03-01 (a.md); 2022-05-04 (c.md)"
        for source, amount in (("d.md", 1e8), ("e.md", 2e8)):
            text = f"百色投入{amount}元建设城市大脑。"
            store.add(built(source, text, amount=Quantity(amount, "元", "")))
        assert {found.what for found in contradictions(store)} == {
            "sources give different dates",
            "sources give different amounts",
        }


def test_two_figures_of_one_indicator_and_time_contradict_one_another():
    with open_store() as store:
        for source, value in (("a.md", 10), ("b.md", 12)):
            art = article(source, f"百色已有{value}个5G基站。")
            figure = Measurement("5G基站", Quantity(value, "个", f"{value}个"))
            store.add(extraction(art, stated(art, BAISE, "hasMeasurement", figure, time=day("2022"))))
        (found,) = contradictions(store)
        assert found.detail == "百色市 5G基站 个 2022: 10 (a.md); 12 (b.md)"
        assert found.node == BAISE.iri


def counted(source: str, *values: float):
    art = article(source, "".join(f"百色已有{value}个5G基站。" for value in values))
    figures = [Measurement("5G基站", Quantity(value, "个", f"{value}个")) for value in values]
    return extraction(art, *(stated(art, BAISE, "hasMeasurement", figure, time=day("2022")) for figure in figures))


@pytest.mark.parametrize(
    ("values", "differ"),
    [
        ((11_972, 12_000), False),
        ((93.75, 93.8), False),
        ((-139.6, -140), False),
        ((12_972, 12_000), True),
        ((11_972, 12_001), True),
        ((104, 100), True),
        ((5, 0), True),
    ],
)
def test_a_figure_told_rounded_is_the_same_figure(values, differ):
    with open_store() as store:
        for number, value in enumerate(values):
            store.add(counted(f"{number}.md", value))
        assert bool(list(contradictions(store))) == differ


def test_one_article_that_gives_two_figures_is_told_apart_from_sources_that_disagree():
    with open_store() as store:
        store.add(counted("a.md", 10, 12))
        store.add(counted("b.md", 12))
        (found,) = contradictions(store)
        assert (found.check, found.what) == ("reading", "one article gives different figures")
        assert found.detail == "百色市 5G基站 个 2022: 10 (a.md); 12 (a.md, b.md)"
        store.add(counted("c.md", 14))
        (found,) = contradictions(store)
        assert found.check == "contradiction"


def test_partners_may_meet_twice():
    with open_store() as store:
        for source, when in (("a.md", "2021"), ("b.md", "2022")):
            text = f"百色与云帆科技{when}年签约。"
            store.add(partnership(source, text, firm=YUNFAN, status=Status.COMPLETED, time=day(when)))
        assert not list(contradictions(store))
