"""Places for the things of one picture: a force layout with a fixed seed, computed once, so that nothing moves later.

Linked things attract, all repel in proportion to their links (as in ForceAtlas2, so that hubs get room), and at the
end no two symbols overlap. Same input, same places.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ends = NDArray[np.int64]

SEED: Final = 20220612
ROUNDS: Final = 320
# The room for each thing is a square of this side, in canvas units.
SPACING: Final = 74.0
GRAVITY: Final = 0.05
PULL: Final = 2.6
# Between the rims of two symbols: a line of text can pass.
GAP: Final = 40.0
# How far a crowd is stretched over the whole picture: 0 not at all, 1 until all of it is equally full.
EVENNESS: Final = 0.6
# The stage is a little wider than high.
WIDER: Final = 1.12


def lay_out(
    numbers: Sequence[int], pairs: Sequence[tuple[int, int]], degree: Mapping[int, int]
) -> list[tuple[int, int]]:
    """A place for each number, in order. `degree` counts the links that tell the size of a symbol."""
    if not numbers:
        return []
    row = {number: index for index, number in enumerate(numbers)}
    ends = np.array([(row[a], row[b]) for a, b in pairs], dtype=np.int64).reshape(-1, 2)
    mass = 1.0 + np.bincount(ends.ravel(), minlength=len(row)).astype(np.float64)
    places = _even_out(_relax(_start(len(row)), ends, mass))
    radii = symbol_radii([degree.get(number, 0) for number in numbers], max(degree.values(), default=0))
    places = _part(places * (_spacing(len(numbers)) / _mean_spacing(places)), radii)
    return [(int(x), int(y)) for x, y in np.rint(places * (WIDER, 1.0))]


def _spacing(count: int) -> float:
    """A few things stand further apart, so that every one of them has room for its label."""
    return max(SPACING, 1.45 * SPACING - 0.6 * count)


def _start(count: int) -> Floats:
    """A sunflower, shuffled: even from the start, yet blind to the order of the numbers."""
    turn = np.arange(count) * math.pi * (3 - math.sqrt(5))
    reach = np.sqrt(np.arange(count) + 0.5)
    places = np.column_stack((reach * np.cos(turn), reach * np.sin(turn)))
    shuffled: Floats = np.random.default_rng(SEED).permutation(places)
    return shuffled


def _relax(places: Floats, ends: Ends, mass: Floats) -> Floats:
    reach = math.sqrt(len(places))
    for step in range(ROUNDS):
        force = _push(places, mass) + _pull(places, ends, mass)
        force -= places * (GRAVITY * mass[:, None] * math.sqrt(mass.mean()))
        speed = np.linalg.norm(force, axis=1, keepdims=True) + 1e-9
        heat = 0.12 * reach * (1.0 - step / ROUNDS) ** 1.5 + 1e-3
        places = places + force / speed * np.minimum(speed, heat)
    middle: Floats = places.mean(axis=0)
    return places - middle


def _even_out(places: Floats) -> Floats:
    """Stretch where things crowd and shrink where they are few, along each axis: nobody changes places with another."""
    count = len(places)
    rank = np.argsort(np.argsort(places, axis=0, kind="stable"), axis=0, kind="stable")
    across = np.linspace(-1.0, 1.0, 1001)
    share = 0.5 + (across * np.sqrt(1.0 - across**2) + np.arcsin(across)) / math.pi
    disc: Floats = np.interp((rank + 0.5) / count, share, across) * np.abs(places).max(axis=0)
    mixed: Floats = (1.0 - EVENNESS) * places + EVENNESS * disc
    return mixed


def _push(places: Floats, mass: Floats) -> Floats:
    """What all others do to each, by the product of the masses and the inverse of the distance."""
    weight = np.outer(mass, mass) / (_squares(places) + 1e-3)
    force: Floats = places * weight.sum(axis=1, keepdims=True) - _weighted(weight, places)
    return force


def _weighted(weight: Floats, places: Floats) -> Floats:
    """The matrix product, by a loop whose order of summing does not depend on the machine's algebra library."""
    total: Floats = np.einsum("ij,jk->ik", weight, places)
    return total


def _squares(places: Floats) -> Floats:
    """The square of the distance between any two."""
    x, y = places.T
    squares: Floats = np.subtract.outer(x, x) ** 2 + np.subtract.outer(y, y) ** 2
    return squares


def _pull(places: Floats, ends: Ends, mass: Floats) -> Floats:
    """What links do to their ends: stronger with the distance, but less than in proportion."""
    force = np.zeros_like(places)
    gap = places[ends[:, 1]] - places[ends[:, 0]]
    length = np.linalg.norm(gap, axis=1, keepdims=True) + 1e-9
    gap *= PULL * np.log1p(length) / length * np.sqrt(mass[ends]).mean(axis=1, keepdims=True)
    np.add.at(force, ends[:, 0], gap)
    np.add.at(force, ends[:, 1], -gap)
    return force


def _mean_spacing(places: Floats) -> float:
    """The side of the square that each would have, were the picture shared out evenly."""
    width, height = np.ptp(places, axis=0) if len(places) > 1 else (SPACING, SPACING)
    return max(math.sqrt(float(width * height) / len(places)), 1e-6)


def symbol_radii(degrees: Sequence[int], most: int) -> Floats:
    """The radii of symbols as the page draws them (radiusOf in graph.js): by the share of the most links."""
    largest = min(26.0, 9.0 + 2.2 * math.sqrt(most))
    share: Floats = np.array(degrees, dtype=np.float64) / max(most, 1)
    radii: Floats = 8.0 + (largest - 8.0) * share**0.45
    return radii


def _part(places: Floats, radii: Floats) -> Floats:
    """Push symbols apart that stand too close, so that what crowds around a hub spreads into the room outside."""
    wanted = np.add.outer(radii, radii) + GAP
    np.fill_diagonal(wanted, 0.0)
    for _ in range(200):
        distance = np.sqrt(_squares(places)) + 1e-9
        lack = np.maximum(wanted - distance, 0.0) / distance * 0.25
        if lack.max() < 1e-3:
            break
        places = places + places * lack.sum(axis=1, keepdims=True) - _weighted(lack, places)
    return places
