"""What the merge remembers while it adds articles saves it questions, and changes nothing."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg import ids
from kg.errors import StoreError
from kg.store import Store, open_store
from kg.store.recent import Recent
from tests.store.samples import BAISE, YUNFAN, dump, partnership
from tests.store.test_properties import SOURCES, TEXTS, articles

steps = st.one_of(
    st.tuples(st.just("add"), st.lists(articles(), min_size=1, max_size=5)),
    st.tuples(st.just("remove"), st.sampled_from(SOURCES)),
)


def lived(past: list[tuple[str, Any]], most: int) -> set[str]:
    """The store after a history, each article of which was a batch of its own; `most` nodes were remembered."""
    with (
        patch("kg.store.api.Recent", partial(Recent, most)),
        patch("kg.store.batches.TRIPLES", 1),
        open_store() as store,
    ):
        for verb, what in past:
            store.add_many(what) if verb == "add" else store.remove(what)
        return dump(store)


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(steps, min_size=1, max_size=5))
def test_to_remember_much_little_or_nothing_makes_the_same_store(past: list[tuple[str, Any]]) -> None:
    nothing, little, some, much = (lived(past, most) for most in (0, 2, 40, 1000))
    assert nothing == little == some == much


def test_names_are_voted_on_by_all_articles_that_came_meanwhile() -> None:
    """Two hold Yunfan for a firm, then three for an institution."""
    with open_store() as store:
        for number, kind in enumerate(("Firm", "Firm", "Institution", "Institution", "Institution")):
            store.add(partnership(f"{number}.md", f"这是第{number}篇。", firm=replace(YUNFAN, kind=kind)))
        assert [kind.value for (kind,) in store.select(f"SELECT ?kind {{ <{YUNFAN.iri}> a ?kind }}")] == [
            ids.ONTOLOGY + "Institution"
        ]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_reprint_is_no_new_source_whichever_comes_first(order: tuple[int, int]) -> None:
    with open_store() as store:
        for number in order:
            store.add(partnership(f"{number}.md", TEXTS[number]))
        assert [n.value for (n,) in store.select("SELECT ?n { ?s sc:support ?n }")] == ["1"]


def test_what_was_not_written_after_all_is_not_remembered() -> None:
    first, second, third = (partnership(f"{name}.md", f"{name}。") for name in "甲乙丙")
    with open_store() as store, open_store() as fresh:
        store.add(first)
        with (
            patch.object(store.backend, "commit", side_effect=StoreError("the disk is full")),
            pytest.raises(StoreError),
        ):
            store.add(second)
        store.add(third)
        fresh.add_many([first, third])
        assert dump(store) == dump(fresh)


def test_names_and_statements_of_the_last_articles_are_not_asked_for_again() -> None:
    with open_store() as store:
        add_in_turn(store, 3)
        with patch.object(store.backend, "described", wraps=store.backend.described) as described:
            add_in_turn(store, 3, start=3)
        asked = {node for call in described.call_args_list for node in call.args[0]}
        assert not asked & {f"<{iri}>" for iri in (BAISE.iri, YUNFAN.iri)}


def add_in_turn(store: Store, count: int, start: int = 0) -> None:
    for number in range(start, start + count):
        store.add(partnership(f"{number}.md", f"百色市与云帆科技签约，这是第{number}次。"))
