"""What is left of a name without its place, its legal form and its trade: 江苏云帆网络科技有限公司 → 云帆."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from pathlib import Path
from typing import Final

from kg import ids

# A core of one sign is no name.
_SHORTEST: Final = 2
_NUMERALS: Final = re.compile(r"\d+(?:\.\d+)?|第?[一二三四五六七八九十百]+(?=[期号届批次院附级轮]|$)")
_TABLE: Final = Path(__file__).with_name("endings.tsv")


class Depth(IntEnum):
    """How much was taken off."""

    WHOLE = 0
    FORM = 1
    PLACE = 2
    TRADE = 3


@dataclass(frozen=True, slots=True)
class Core:
    """What is left of a name at some depth, and the place that stood before it ("" if none, or not taken off)."""

    text: str
    depth: Depth
    place: str


@dataclass(frozen=True, slots=True)
class Endings:
    """Endings by coarse group, the longest first."""

    drop: Mapping[str, tuple[str, ...]]
    trade: Mapping[str, tuple[str, ...]]
    part: Mapping[str, tuple[str, ...]]


@cache
def endings() -> Endings:
    """The table that comes with the package."""
    found: dict[str, dict[str, list[str]]] = {"drop": {}, "trade": {}, "part": {}}
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith(("#", "kind\t")):
            kind, group, ending = line.split("\t")
            found[kind].setdefault(group, []).append(ids.name_key(ending))
    ordered = {
        kind: {group: tuple(sorted(set(texts), key=lambda text: (-len(text), text))) for group, texts in groups.items()}
        for kind, groups in found.items()
    }
    return Endings(**ordered)


def cores(name: str, group: str, places: Mapping[str, str]) -> tuple[Core, ...]:
    """The name's cores, the whole first, each shorter than the one before.

    `places` are the names of places, as `ids.name_key` writes them, with the place's IRI; a place is taken off only
    where it stands first and something is left.
    """
    text = ids.name_key(name)
    found = [Core(text, Depth.WHOLE, "")]
    text = _without(text, endings().drop.get(group, ()))
    _keep(found, text, Depth.FORM, "")
    head = _head(text, places) if group != "place" else ""
    place = places.get(head, "")
    if head:
        text = text[len(head) :].removeprefix("市").removeprefix("省")
        _keep(found, text, Depth.PLACE, place)
    trimmed = _without(text, endings().trade.get(group, ()))
    _keep(found, trimmed, Depth.TRADE, place)
    return tuple(found)


def numerals(name: str) -> tuple[str, ...]:
    """The numbers in a name, which tell phases, years and branches apart."""
    return tuple(_NUMERALS.findall(ids.name_key(name)))


def is_part(rest: str, group: str) -> bool:
    """Whether what a longer name has beyond a shorter one makes it a part of the other, not another name of it."""
    return rest.endswith(endings().part.get(group, ()))


def _without(text: str, tails: tuple[str, ...]) -> str:
    """The text without the endings, as long as enough of it is left."""
    while tail := next((t for t in tails if text.endswith(t) and len(text) - len(t) >= _SHORTEST), ""):
        text = text[: -len(tail)]
    return text


def _head(text: str, places: Mapping[str, str]) -> str:
    """The longest name of a place that the text begins with and does not end with."""
    longest = min(len(text) - _SHORTEST, 8)
    return next((text[:end] for end in range(longest, 1, -1) if text[:end] in places), "")


def _keep(found: list[Core], text: str, depth: Depth, place: str) -> None:
    if text != found[-1].text and len(text) >= _SHORTEST:
        found.append(Core(text, depth, place))
