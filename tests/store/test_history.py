from __future__ import annotations

from pathlib import Path

from kg.store import Store, open_store
from kg.store import judgements as judged
from kg.store.judgements import Row
from tests.store.samples import LONGTENG, YUNFAN, partnership

CHANGES = """SELECT ?how ?number ?firm {
  GRAPH <https://w3id.org/smartcity-kg/id/build> {
    ?run sc:runNumber ?number .
    { ?statement sc:addedIn ?run BIND("added" AS ?how) }
    UNION { ?statement sc:withdrawnIn ?run ; rdf:subject ?firm BIND("withdrawn" AS ?how) }
  }
  OPTIONAL { ?statement rdf:subject ?firm }
}"""


def changes(store: Store) -> set[tuple[str, int, str]]:
    """How, in which run, and the firm of each statement that the log tells of."""
    return {(how.value, int(number.value), firm.value) for how, number, firm in store.select(CHANGES)}  # type: ignore[union-attr]


def test_the_first_run_is_not_told_fact_by_fact(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.add(partnership("a.txt", "云帆科技与百色市签约。"))
        store.add(partnership("b.txt", "龙腾数据与百色市签约。", firm=LONGTENG))
        assert changes(store) == set()


def test_a_later_run_tells_what_it_added_and_withdrew(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.add(partnership("a.txt", "云帆科技与百色市签约。"))
    with open_store(tmp_path) as store:
        store.add(partnership("b.txt", "龙腾数据与百色市签约。", firm=LONGTENG))
        assert changes(store) == {("added", 2, LONGTENG.iri)}
    with open_store(tmp_path) as store:
        store.remove("a.txt")
        assert changes(store) == {("added", 2, LONGTENG.iri), ("withdrawn", 3, YUNFAN.iri)}
    with open_store(tmp_path) as store:
        store.add(partnership("c.txt", "百色市与云帆科技再度携手。"))
        assert changes(store) == {("added", 2, LONGTENG.iri), ("added", 4, YUNFAN.iri)}


def test_more_evidence_for_a_known_fact_adds_no_fact(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.add(partnership("a.txt", "云帆科技与百色市签约。"))
    with open_store(tmp_path) as store:
        store.add(partnership("b.txt", "百色市与云帆科技的合作进入第二年，双方交换了文本。"))
        store.remove("a.txt")
        assert changes(store) == set()


def test_what_one_run_does_and_undoes_is_no_change(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.add(partnership("a.txt", "云帆科技与百色市签约。"))
    with open_store(tmp_path) as store:
        store.add(partnership("b.txt", "龙腾数据与百色市签约。", firm=LONGTENG))
        store.remove("b.txt")
        store.remove("a.txt")
        store.add(partnership("a.txt", "云帆科技与百色市签约。"))
        assert changes(store) == set()


def test_a_run_that_changes_nothing_is_no_run(tmp_path: Path) -> None:
    for _ in range(3):
        with open_store(tmp_path) as store:
            store.add(partnership("a.txt", "云帆科技与百色市签约。"))
    with open_store(tmp_path) as store:
        store.remove("a.txt")
        assert changes(store) == {("withdrawn", 2, YUNFAN.iri)}


def test_a_merge_is_told_too(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.add(partnership("a.txt", "云帆科技与百色市签约。"))
        store.add(partnership("b.txt", "龙腾数据与百色市签约。", firm=LONGTENG))
    with open_store(tmp_path) as store:
        store.judge(judged.of([Row("same", YUNFAN.iri, LONGTENG.iri)]))
        assert changes(store) == {("withdrawn", 2, max(YUNFAN.iri, LONGTENG.iri))}


def test_the_log_stands_in_no_export(tmp_path: Path) -> None:
    with open_store(tmp_path / "once") as once:
        once.add_many((partnership("a.txt", "云帆科技与百色市签约。"), partnership("b.txt", "云帆科技又来。")))
        lines = list(once.lines())
    for source, text in (("b.txt", "云帆科技又来。"), ("a.txt", "云帆科技与百色市签约。")):
        with open_store(tmp_path / "twice") as twice:
            twice.add(partnership(source, text))
    with open_store(tmp_path / "twice") as twice:
        assert list(twice.lines()) == lines
        assert not any("build" in graph or "/run/" in graph for graph in twice.graphs())
