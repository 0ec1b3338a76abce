"""Decisions through the store: what is merged, what is kept apart, and what happens when a decision is taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.questions.library import Kind, Parameter
from kg.questions.names import resolve
from kg.review import decide, likely_pairs, take_back, why
from kg.review.table import begin, place
from kg.store import Store, open_store
from kg.store import judgements as judged
from kg.store.bookkeeping import judged as judged_in
from kg.store.judgements import Row
from tests.review.sample import LONG, SHORT, fill

SAME = Row("same", SHORT.iri, LONG.iri, "lin", "2024-05-01", "同一家企业")


def built(folder: Path, table: Path) -> Store:
    """The store at a folder, built from the same articles under the judgements of the table."""
    store = open_store(folder, judgements=table)
    fill(store)
    return store


def things(store: Store) -> set[str]:
    rows = store.select("SELECT ?thing { ?thing a sc:Firm FILTER NOT EXISTS { ?thing sc:mergedInto ?other } }")
    return {thing.value for (thing,) in rows}  # type: ignore[union-attr]


def test_a_merge_makes_one_of_two_and_both_ids_still_lead_to_it(tmp_path: Path) -> None:
    table = tmp_path / "j.tsv"
    found = decide(table, SAME)
    with built(tmp_path / "store", table) as store:
        whole = found.canonical(SHORT.iri)
        assert {SHORT.iri, LONG.iri} & things(store) == {whole}
        anything = Parameter("thing", Kind.ENTITY, "", "对象", "Thing", None, "")
        for name in (SHORT.iri, LONG.iri, "云帆科技", "桂林云帆科技有限公司"):
            assert resolve(name, anything, store.backend.query) == whole


def test_a_merge_that_is_undone_restores_both_ids_byte_for_byte(tmp_path: Path) -> None:
    table, plain = tmp_path / "j.tsv", tmp_path / "none.tsv"
    plain.write_text("", encoding="utf-8")
    with built(tmp_path / "plain", plain) as store:
        before = list(store.lines())
    decide(table, SAME)
    with built(tmp_path / "store", table) as store:
        assert list(store.lines()) != before
    take_back(table, SHORT.iri, LONG.iri)
    with built(tmp_path / "store", table) as store:
        assert list(store.lines()) == before


def test_a_different_outlives_every_rebuild(tmp_path: Path) -> None:
    table = tmp_path / "j.tsv"
    decide(table, Row("different", SHORT.iri, LONG.iri, "lin", "2024-05-01", ""))
    for folder in ("first", "first", "second"):
        with built(tmp_path / folder, table) as store:
            assert {SHORT.iri, LONG.iri} <= things(store)
            pairs = likely_pairs(store, store.judgements)
            assert not any({pair.a.iri, pair.b.iri} == {SHORT.iri, LONG.iri} for pair in pairs)


def test_the_rows_of_a_table_that_is_gone_hold_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = tmp_path / "j.tsv"
    whole = decide(table, SAME).canonical(SHORT.iri)
    built(tmp_path / "store", table).close()
    table.unlink()
    (tmp_path / "seeds").mkdir()
    here = tmp_path / "seeds" / "judgements.tsv"
    here.write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with open_store(tmp_path / "store") as store:
        assert {SHORT.iri, LONG.iri} & things(store) == {whole}
        assert store.forgotten == ()
        assert place(store.judgements) == here
        begin(here, store.judgements)
    assert judged.load(here).rows[0].why == "同一家企业"


def test_a_row_that_is_deleted_no_longer_holds_and_is_named_once(tmp_path: Path) -> None:
    table = tmp_path / "j.tsv"
    decide(table, SAME)
    built(tmp_path / "store", table).close()
    take_back(table, SHORT.iri, LONG.iri)
    with open_store(tmp_path / "store") as store:
        assert {SHORT.iri, LONG.iri} <= things(store)
        assert [row.pair for row in store.forgotten] == [SAME.pair]
    with open_store(tmp_path / "store") as store:
        assert store.forgotten == ()


def test_what_a_store_without_a_note_of_its_table_shows_merged_is_named_when_it_is_undone(tmp_path: Path) -> None:
    with open_store(tmp_path / "store") as store:
        fill(store)
        store.judge(judged.of([SAME]))
    with open_store(tmp_path / "store") as store:
        assert {SHORT.iri, LONG.iri} <= things(store)
        assert [(row.judgement, row.pair) for row in store.forgotten] == [("same", SAME.pair)]


def test_a_store_that_nobody_judged_notes_no_table(tmp_path: Path) -> None:
    with open_store(tmp_path / "store") as store:
        fill(store)
        assert judged_in(store.backend) == ("", ())


def test_why_tells_the_judgement_and_the_names_in_use(tmp_path: Path) -> None:
    table = tmp_path / "j.tsv"
    decide(table, SAME)
    with built(tmp_path / "store", table) as store:
        found = why(store, store.judgements, SHORT.iri, LONG.iri)
    assert found.one
    assert [row.why for row in found.same] == ["同一家企业"]
    assert {(use.iri, use.name, use.articles) for use in found.uses} == {
        (SHORT.iri, "云帆科技", 1),
        (LONG.iri, "桂林云帆科技有限公司", 1),
    }
    assert found.likeness is None


def test_why_not_tells_the_likeness(tmp_path: Path) -> None:
    table = tmp_path / "none.tsv"
    table.write_text("", encoding="utf-8")
    with built(tmp_path / "store", table) as store:
        found = why(store, store.judgements, SHORT.iri, LONG.iri)
    assert not found.one
    assert found.likeness is not None
    assert found.likeness.reasons[0].name == "same but for the place"
