"""Around a focus things stand on rings, near the one they hang on, and no two of them touch."""

from __future__ import annotations

from itertools import combinations
from math import atan2, hypot, pi

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.view.rings import RING_GAP, lay_rings

Places = dict[int, tuple[int, int]]
trees = st.lists(st.integers(0, 30), min_size=1, max_size=120)


def laid(pairs: list[tuple[int, int]], order: dict[int, int] | None = None) -> Places:
    numbers = {0, *(end for pair in pairs for end in pair)}
    return lay_rings(0, pairs, dict.fromkeys(numbers, 12.0), order or dict.fromkeys(numbers, 0))


def test_the_focus_stands_in_the_middle_and_its_neighbours_around_it() -> None:
    places = laid([(0, 1), (0, 2), (0, 3)])
    assert places[0] == (0, 0)
    assert all(round(hypot(*places[n])) == RING_GAP for n in (1, 2, 3))


def test_what_hangs_on_a_neighbour_stands_outside_it_in_the_same_direction() -> None:
    places = laid([(0, 1), (0, 2), (0, 3), (2, 4)])
    assert hypot(*places[4]) > hypot(*places[2])
    assert abs(atan2(*places[4]) - atan2(*places[2])) < 0.1


def test_what_could_hang_on_several_is_shared_out() -> None:
    both = [(host, far) for far in range(3, 13) for host in (1, 2)]
    places = laid([(0, 1), (0, 2), *both])
    # One neighbour to the right of the middle and one to the left, each with five.
    assert sum(places[far][0] > 0 for far in range(3, 13)) == 5


def test_things_of_a_class_stand_together() -> None:
    places = laid([(0, n) for n in range(1, 7)], {0: 0} | {n: n % 2 for n in range(1, 7)})
    angles = sorted(range(1, 7), key=lambda n: (atan2(places[n][1], places[n][0]) + pi / 2) % (2 * pi))
    assert [n % 2 for n in angles] == [0, 0, 0, 1, 1, 1]


@settings(max_examples=40)
@given(trees)
def test_no_two_symbols_touch(parents: list[int]) -> None:
    places = laid([(min(parent, child - 1), child) for child, parent in enumerate(parents, 1)])
    assert len(places) == len(parents) + 1
    assert all(hypot(x - u, y - v) > 24 for (x, y), (u, v) in combinations(places.values(), 2))
