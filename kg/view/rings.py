"""Places around one thing: its neighbours on a first ring, theirs outside, each in the sector of the one it hangs on.

The page's script (arrange.js) does the same when something else comes into focus.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

# In canvas units, as in arrange.js: from ring to ring, between the rows of a crowded ring, beside a symbol.
RING_GAP: Final = 150.0
ROW_GAP: Final = 58.0
MOST_ROWS: Final = 4
SIDE_GAP: Final = 40.0

_TURN: Final = 2 * math.pi


@dataclass(slots=True)
class _Member:
    """A thing on a ring and those that hang on it."""

    number: int
    kin: list[_Member] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Sizes:
    """How far out each ring begins, in how many rows it stands, and the room that each thing needs."""

    reaches: Sequence[float]
    rows: Sequence[int]
    room: Mapping[int, float]


def lay_rings(
    centre: int, pairs: Iterable[tuple[int, int]], radii: Mapping[int, float], order: Mapping[int, int]
) -> dict[int, tuple[int, int]]:
    """A place for the centre and for everything that `pairs` join to it, near or far.

    `radii` are those of the symbols; things stand side by side by `order` (their class) and number.
    """
    rings = _rings(centre, pairs, order)
    room = {member.number: 2 * radii[member.number] + SIDE_GAP for ring in rings for member in ring}
    sizes = _sizes(rings, room)
    return dict(_places(rings[0][0], sizes, [0] * len(rings)))


def _rings(centre: int, pairs: Iterable[tuple[int, int]], order: Mapping[int, int]) -> list[list[_Member]]:
    """The things by their distance from the centre; what could hang on several hangs on the one with least."""
    near: dict[int, set[int]] = {centre: set()}
    for one, other in pairs:
        near.setdefault(one, set()).add(other)
        near.setdefault(other, set()).add(one)
    rings, seen = [[_Member(centre)]], {centre}
    while rings[-1]:
        fresh = {other for member in rings[-1] for other in near[member.number]} - seen
        for number in sorted(fresh, key=lambda number: (order[number], number)):
            hosts = [member for member in rings[-1] if number in near[member.number]]
            min(hosts, key=lambda host: len(host.kin)).kin.append(_Member(number))
        seen |= fresh
        rings.append([member for host in rings[-1] for member in host.kin])
    return rings[:-1]


def _sizes(rings: Sequence[Sequence[_Member]], room: Mapping[int, float]) -> _Sizes:
    reaches, rows = [0.0], [1]
    for ring in rings[1:]:
        inner = reaches[-1] + (rows[-1] - 1) * ROW_GAP + RING_GAP
        around = sum(room[member.number] for member in ring) / _TURN
        rows.append(max(1, min(MOST_ROWS, math.ceil(around / (inner * 1.15)))))
        reaches.append(max(inner, around / rows[-1]))
    # Sectors that hold wide families need more than the ring's own things do.
    turns = _sector(rings[0][0], 0, _Sizes(reaches, rows, room)) / _TURN
    return _Sizes([reach * max(1.0, turns) for reach in reaches], rows, room)


def _sector(member: _Member, depth: int, sizes: _Sizes) -> float:
    """The angle that a thing and all that hangs on it needs."""
    own = sizes.room[member.number] / (sizes.reaches[depth] * sizes.rows[depth]) if depth else 0.0
    return max(own, sum(_sector(other, depth + 1, sizes) for other in member.kin))


def _places(
    member: _Member, sizes: _Sizes, counts: list[int], depth: int = 0, start: float = 0.0, width: float = _TURN
) -> Iterator[tuple[int, tuple[int, int]]]:
    """The member in the middle of its sector, its kin in parts of it; every ring fills its rows in turn."""
    out = sizes.reaches[depth] + counts[depth] % sizes.rows[depth] * ROW_GAP
    counts[depth] += 1
    angle = start + width / 2 - math.pi / 2
    yield member.number, (round(out * math.cos(angle)), round(out * math.sin(angle)))
    needs = [_sector(other, depth + 1, sizes) for other in member.kin]
    for other, need in zip(member.kin, needs, strict=True):
        share = width * need / sum(needs)
        yield from _places(other, sizes, counts, depth + 1, start, share)
        start += share
