"""The opening picture: few enough things, each in a place of its own, the same on every run."""

from __future__ import annotations

from itertools import combinations
from math import dist, hypot

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.view.encode import number
from kg.view.opening_picture import FIRST_THINGS, MOST_KIN, MOST_LINKS, MOST_THINGS, choose_opening, main_links
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


def test_a_hub_beside_the_focus_does_not_make_the_picture_its_own() -> None:
    hub = [(1, n) for n in range(20, 120)]
    shown = choose_opening([(0, 1), (0, 2), (2, 3), *hub], 120, 0).positions
    assert sorted(shown) == [0, 1, 2, 3, *range(20, 20 + MOST_KIN)]


def test_the_places_are_the_same_on_every_run() -> None:
    page = number(graph(300))
    assert choose_opening(page.links(), 300) == choose_opening(page.links(), 300)


def test_no_two_symbols_touch() -> None:
    page = number(graph(300))
    places = choose_opening(page.links(), 300).positions.values()
    assert min(hypot((x - u) / 1.12, y - v) for (x, y), (u, v) in combinations(places, 2)) > 16


def test_the_middle_is_no_denser_than_the_rest() -> None:
    """A hub's many neighbours spread over the picture instead of crowding around it."""
    star = [(0, n) for n in range(1, 200)]
    chains = [(n, n + 1) for n in range(200, 280)]
    places = choose_opening([*star, (1, 200), *chains], 281).positions
    gaps = sorted(min(dist(places[n], place) for m, place in places.items() if m != n) for n in range(1, 200))
    assert gaps[0] > 40


@settings(max_examples=30)
@given(links)
def test_everything_shown_has_a_place(pairs: list[tuple[int, int]]) -> None:
    assert len(choose_opening(pairs, 12).positions) == 12


def test_few_links_are_all_drawn() -> None:
    assert main_links([(0, 1), (0, 1), (1, 2)]) == [(0, 1), (1, 2)]


def test_of_many_links_the_most_stated_hold_everything_together() -> None:
    clique = [pair for pair in combinations(range(40), 2) for _ in range(1 + (pair == (38, 39)))]
    assert len(clique) > MOST_LINKS
    kept = main_links(clique)
    assert (38, 39) in kept
    assert len(kept) == 39
    assert nx.is_connected(nx.Graph(kept))


def test_what_does_not_hang_together_stays_apart() -> None:
    two = [*combinations(range(20), 2), *combinations(range(20, 40), 2)]
    assert len(main_links(two)) == 38


def test_nothing_has_no_places() -> None:
    assert choose_opening([], 0).positions == {}
