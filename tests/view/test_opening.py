"""The opening picture: few enough things, each in a place of its own, the same on every run."""

from __future__ import annotations

from itertools import combinations
from math import hypot

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.view.encode import number
from kg.view.opening import FIRST_THINGS, LINKS_EACH, MOST_LINKS, MOST_THINGS, choose_opening, main_links
from tests.view.synthetic import graph

links = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=40)


def test_a_small_graph_opens_whole() -> None:
    assert sorted(choose_opening([(0, 1), (1, 2)], 5).positions) == [0, 1, 2, 3, 4]


def test_a_large_graph_opens_on_the_best_connected_that_hang_together() -> None:
    page = number(graph(3000))
    shown = sorted(choose_opening(page.links(), len(page.things)).positions)
    assert 40 < len(shown) <= MOST_THINGS
    linked = {end for pair in page.links() if max(pair) < 160 for end in pair}
    assert set(shown) == linked
    assert shown[0] == 0


def test_a_focus_opens_with_what_surrounds_it_two_steps_far() -> None:
    chain = [(n, n + 1) for n in range(9)]
    assert sorted(choose_opening(chain, 10, 4).positions) == [2, 3, 4, 5, 6]


def test_a_focus_with_thousands_of_neighbours_keeps_the_best_connected() -> None:
    opening = choose_opening([(0, n) for n in range(1, 2000)], 2000, 0)
    assert sorted(opening.positions) == list(range(FIRST_THINGS))


def test_the_places_are_the_same_on_every_run() -> None:
    page = number(graph(300))
    assert choose_opening(page.links(), 300) == choose_opening(page.links(), 300)


def test_no_two_symbols_touch() -> None:
    page = number(graph(300))
    places = choose_opening(page.links(), 300).positions.values()
    assert min(hypot((x - u) / 1.12, y - v) for (x, y), (u, v) in combinations(places, 2)) > 16


@settings(deadline=None, max_examples=30)
@given(links)
def test_everything_shown_has_a_place(pairs: list[tuple[int, int]]) -> None:
    assert len(choose_opening(pairs, 12).positions) == 12


def test_few_links_are_all_drawn() -> None:
    assert main_links([(0, 1), (0, 1), (1, 2)]) == [(0, 1), (1, 2)]


def test_of_many_links_each_thing_keeps_its_most_stated() -> None:
    clique = [pair for pair in combinations(range(40), 2) for _ in range(1 + (pair == (38, 39)))]
    assert len(clique) > MOST_LINKS
    kept = main_links(clique)
    assert (38, 39) in kept
    assert all(sum(n in pair for pair in kept) >= LINKS_EACH for n in range(40))
    assert len(kept) <= 40 * LINKS_EACH


def test_the_centre_keeps_all_its_links() -> None:
    clique = list(combinations(range(40), 2))
    assert sum(7 in pair for pair in main_links(clique, 7)) == 39


def test_nothing_has_no_places() -> None:
    assert choose_opening([], 0).positions == {}
