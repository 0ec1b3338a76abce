"""The picture that the page opens on: few enough things and links to read, each thing with its place.

Things go by number, the best connected first, so the opening of a large graph is a prefix of the numbers. Where so many
links join them that no line could be followed, the picture keeps the main links, by which all hangs together, and the
page draws the others when a thing is selected.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice, zip_longest
from typing import Final

import networkx as nx
from networkx.utils import UnionFind

from kg.view.force import lay_out, symbol_radii
from kg.view.rings import lay_rings

Pair = tuple[int, int]

# Found by looking: beyond these a picture is a hairball. The page's script has the same numbers (scene.js).
MOST_THINGS: Final = 300
MOST_LINKS: Final = 240
# A large graph opens on fewer things than would fit, so that there is room for what is expanded.
FIRST_THINGS: Final = 160
LEAST_ISLAND: Final = 5
# Around a focus, a neighbour brings so many of its own: one that is a hub would make the picture its own.
MOST_KIN: Final = 12


@dataclass(frozen=True, slots=True)
class Opening:
    """Where each thing of the opening stands, and the number of the thing in focus or -1."""

    positions: dict[int, tuple[int, int]]
    focus: int = -1


def choose_opening(
    links: Sequence[Pair], count: int, focus: int | None = None, classes: Sequence[int] | None = None
) -> Opening:
    """Which of `count` things are shown first, and where. `links` are pairs of numbers, one for each fact.

    Around a focus, things of one of the `classes` (a rank for each thing) stand together.
    """
    degree = Counter(end for pair in links for end in set(pair))
    if focus is None:
        shown = _whole(count, links)
        places = lay_out(shown, main_links(_inside(links, shown)), degree)
        return Opening(dict(zip(shown, places, strict=True)))
    shown = _around(focus, links)
    radii = dict(zip(shown, symbol_radii([degree[one] for one in shown], max(degree.values(), default=0)), strict=True))
    order = dict.fromkeys(shown, 0) if classes is None else {one: classes[one] for one in shown}
    return Opening(lay_rings(focus, _inside(links, shown), radii, order), focus)


def _inside(links: Iterable[Pair], shown: Iterable[int]) -> list[Pair]:
    """The links among the things shown, the smaller number first."""
    kept = set(shown)
    return [(min(pair), max(pair)) for pair in links if kept.issuperset(pair) and pair[0] != pair[1]]


def main_links(links: Iterable[Pair]) -> list[Pair]:
    """The pairs to draw: all, or of too many the most often stated that hold together what hangs together."""
    stated = Counter(links)
    if stated.total() <= MOST_LINKS:
        return sorted(stated)
    parts: UnionFind[int] = UnionFind()
    kept = []
    for pair in sorted(stated, key=lambda pair: (-stated[pair], pair[1], pair[0])):
        if parts[pair[0]] != parts[pair[1]]:
            parts.union(*pair)
            kept.append(pair)
    return sorted(kept)


def _whole(count: int, links: Sequence[Pair]) -> list[int]:
    if count <= MOST_THINGS:
        return list(range(count))
    return _mainland(_inside(links, range(FIRST_THINGS)))


def _mainland(links: Iterable[Pair]) -> list[int]:
    """The things that hang together, without islands too small to say anything about the whole."""
    graph: nx.Graph[int] = nx.Graph(links)
    parts = [part for part in nx.connected_components(graph) if len(part) >= LEAST_ISLAND]
    return sorted(set().union(*parts) if parts else graph)


def _around(focus: int, links: Sequence[Pair]) -> list[int]:
    """The focus, its neighbours, and each neighbour's best-connected in turn, so that no hub takes all the room."""
    near: dict[int, set[int]] = {}
    for one, other in links:
        near.setdefault(one, set()).add(other)
        near.setdefault(other, set()).add(one)
    ring = sorted(near.get(focus, set()) - {focus})[: FIRST_THINGS - 1]
    inner = {focus, *ring}
    further = [sorted(near[one] - inner)[:MOST_KIN] for one in ring]
    turns = (one for turn in zip_longest(*further) for one in turn if one is not None)
    return [focus, *ring, *islice(dict.fromkeys(turns), FIRST_THINGS - len(inner))]
