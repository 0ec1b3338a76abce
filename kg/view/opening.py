"""The picture that the page opens on: few enough things and links to read, each thing with its place.

Things go by number, the best connected first, so the opening of a large graph is a prefix of the numbers. Where so many
links join them that no line could be followed, the picture keeps the main links of each thing, and the page draws the
others when the thing is selected.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice, zip_longest

from kg.view.force import lay_out

Pair = tuple[int, int]

# Found by looking: beyond these a picture is a hairball. The page's script has the same numbers (scene.js).
MOST_THINGS = 300
MOST_LINKS = 420
# A large graph opens on fewer things than would fit, so that there is room for what is expanded.
FIRST_THINGS = 160
LINKS_EACH = 2


@dataclass(frozen=True, slots=True)
class Opening:
    """Where each thing of the opening stands, and the number of the thing in focus or -1."""

    positions: dict[int, tuple[int, int]]
    focus: int = -1


def choose_opening(links: Sequence[Pair], count: int, focus: int | None = None) -> Opening:
    """Which of `count` things are shown first, and where. `links` are pairs of numbers, one for each fact."""
    shown = _whole(count, links) if focus is None else _around(focus, links)
    kept = set(shown)
    inside = [(min(pair), max(pair)) for pair in links if pair[0] in kept and pair[1] in kept and pair[0] != pair[1]]
    degree = Counter(end for pair in links for end in set(pair))
    places = lay_out(shown, main_links(inside, focus), degree)
    return Opening(dict(zip(shown, places, strict=True)), -1 if focus is None else focus)


def main_links(links: Iterable[Pair], centre: int | None = None) -> list[Pair]:
    """The pairs to draw: all, or the most often stated of each thing, and all those of the centre."""
    stated = Counter(links)
    if stated.total() <= MOST_LINKS:
        return sorted(stated)
    kept: set[Pair] = {pair for pair in stated if centre in pair}
    drawn: Counter[int] = Counter()
    for pair in sorted(stated, key=lambda pair: (-stated[pair], pair[1], pair[0])):
        if min(drawn[pair[0]], drawn[pair[1]]) < LINKS_EACH:
            kept.add(pair)
            drawn.update(pair)
    return sorted(kept)


def _whole(count: int, links: Sequence[Pair]) -> list[int]:
    if count <= MOST_THINGS:
        return list(range(count))
    linked = {end for pair in links if max(pair) < FIRST_THINGS for end in pair}
    return [number for number in range(FIRST_THINGS) if number in linked]


def _around(focus: int, links: Sequence[Pair]) -> list[int]:
    """The focus, its neighbours, and each neighbour's best-connected in turn, so that no hub takes all the room."""
    near: dict[int, set[int]] = {}
    for one, other in links:
        near.setdefault(one, set()).add(other)
        near.setdefault(other, set()).add(one)
    ring = sorted(near.get(focus, set()) - {focus})[: FIRST_THINGS - 1]
    inner = {focus, *ring}
    further = [sorted(near[one] - inner) for one in ring]
    turns = (one for turn in zip_longest(*further) for one in turn if one is not None)
    return [focus, *ring, *islice(dict.fromkeys(turns), FIRST_THINGS - len(inner))]
