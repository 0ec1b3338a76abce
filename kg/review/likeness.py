"""How two things resemble one another: reasons for and against their being one, and what follows from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from math import exp, log2
from typing import Final

from pypinyin import lazy_pinyin

from kg import ids, ontology
from kg.review.cores import Core, Depth, cores, endings, is_part, numerals
from kg.review.things import Link, Thing
from kg.wording import words

# How sure each reason alone makes one that two things are one. They were set by hand on the sample articles: what is
# above one half is more often right than not.
WEIGHTS: Final[Mapping[str, float]] = {
    "same name": 0.5,
    "shared name": 0.7,
    "same but for the legal form": 0.8,
    "same but for the place": 0.6,
    "same but for place and trade": 0.5,
    "one name holds the other": 0.35,
    "abbreviation": 0.35,
    "same sound": 0.5,
    "one sign apart": 0.3,
}
_LINKED: Final = "the graph links them to one another"
_BOTH_KNOWN: Final = "the lexicons know both"
_ELSEWHERE: Final = "they lie in different places"
_SHARED: Final = "shared links"
REASONS: Final = (*WEIGHTS, _SHARED, _LINKED, _BOTH_KNOWN, _ELSEWHERE)
"""The names of all reasons: `seeds/wording.yaml` tells them."""
# Two projects of one name may be two (电动汽车充电站); the longer the name, the less likely. Added for each sign.
_SIGN: Final = 0.035
_TELLING: Final = 12
# What shared links can add at most: two firms of one city share partners without being one.
_LINKS: Final = 0.4
_SHORTEST_HELD: Final = 3
_SHORTEST_SOUND: Final = 3
_SHORTEST_SLIP: Final = 5
_LONGEST_ABBREVIATION: Final = 4
_SHAPES: Final = {
    Depth.WHOLE: "shared name",
    Depth.FORM: "same but for the legal form",
    Depth.PLACE: "same but for the place",
    Depth.TRADE: "same but for place and trade",
}
# Of two names that differ in one of these signs alone, each names its own thing.
_CONTRASTS: Final = (
    "东西南北中",
    "上下",
    "新老旧",
    "大小",
    "前后",
    "内外",
    "一二三四五六七八九十",
    "省市县区",
    "甲乙丙丁",
)


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason for (`weight` above 0) or against (0) two things being one; `detail` shows what it rests on."""

    name: str
    weight: float
    detail: str

    def __str__(self) -> str:
        """For a list: 简称 abbreviation: 桂电 · 桂林电子科技大学."""
        told = words("likeness", self.name)
        if self.name == _SHARED:
            return str(told.filled(self.detail))
        if self.name == _LINKED:
            # A link towards the first of the two has a ^ before it.
            labels = [ontology.load().labels[link.removeprefix("^")] for link in self.detail.split("、")]
            return f"{told}: {'、'.join(' '.join(label) for label in labels)}"
        return f"{told}: {self.detail}" if self.detail else str(told)


@dataclass(frozen=True, slots=True)
class Likeness:
    """The reasons of a pair, strongest first, and what they come to: 0 where one of them forbids it."""

    reasons: tuple[Reason, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What comparing needs to know of the rest: place names with IRIs, what lies where, how many links each end has."""

    places: Mapping[str, str]
    within: Mapping[str, str]
    degrees: Mapping[str, int]
    _cores: dict[tuple[str, str], tuple[Core, ...]] = field(default_factory=dict)

    def cores(self, name: str, group: str) -> tuple[Core, ...]:
        """The cores of a name, each name taken apart once."""
        if (name, group) not in self._cores:
            self._cores[name, group] = cores(name, group, self.places)
        return self._cores[name, group]


def likeness(a: Thing, b: Thing, around: Surroundings) -> Likeness:
    """Compare two things of one coarse group."""
    against = _against(a, b, around)
    best: dict[str, Reason] = {}
    for one, other in product(a.names, b.names):
        for reason in _names_alike(one, other, a.group, around):
            if reason.name not in best or reason.weight > best[reason.name].weight:
                best[reason.name] = reason
    found = sorted(best.values(), key=lambda reason: (-reason.weight, reason.name))
    shared = _shared_links(a, b, around)
    score = 1 - (1 - (found[0].weight if found else 0)) * (1 - (shared.weight if shared and found else 0))
    return Likeness((*against, *found, *([shared] if shared else [])), 0.0 if against or not found else round(score, 3))


def _names_alike(one: str, other: str, group: str, around: Surroundings) -> list[Reason]:
    a, b = ids.name_key(one), ids.name_key(other)
    detail = f"{one} · {other}"
    if numerals(one) != numerals(other) and a != b:
        return []
    if a in endings().drop.get(group, ()) or b in endings().drop.get(group, ()):
        return []
    if a == b:
        return [Reason("same name", round(WEIGHTS["same name"] + _SIGN * min(len(a), _TELLING), 3), detail)]
    mine, theirs = around.cores(one, group), around.cores(other, group)
    if _apart(mine, theirs):
        return []
    if shape := _same_core(mine, theirs):
        return [_reason(shape, detail)]
    found = []
    short, long = sorted((a, b), key=len)
    if len(short) >= _SHORTEST_HELD and short in long and not is_part(long.partition(short)[2], group):
        found.append(Reason("one name holds the other", _held(short, long), detail))
    elif is_abbreviation(short, long):
        found.append(_reason("abbreviation", detail))
    if _sounds_alike(a, b):
        found.append(_reason("same sound", detail))
    elif _one_sign_apart(short, long):
        found.append(_reason("one sign apart", detail))
    return found


def _reason(name: str, detail: str) -> Reason:
    return Reason(name, WEIGHTS[name], detail)


def _held(short: str, long: str) -> float:
    """The more of the longer name the shorter one makes up, the better."""
    base = WEIGHTS["one name holds the other"]
    return round(base + (1 - base) * 0.5 * len(short) / len(long), 3)


def _same_core(mine: Sequence[Core], theirs: Sequence[Core]) -> str:
    """The shape of the first core that both have, "" if they have none."""
    shared = [(max(a.depth, b.depth), a.text) for a in mine for b in theirs if a.text == b.text]
    return _SHAPES[min(shared)[0]] if shared else ""


def _apart(mine: Sequence[Core], theirs: Sequence[Core]) -> bool:
    """Whether the names begin with two places: 桂林银行, 柳州银行, but 广西银行 as well."""
    a, b = mine[-1].place, theirs[-1].place
    return bool(a and b) and a != b


def _upwards(place: str, around: Surroundings) -> list[str]:
    found: list[str] = []
    while place and place not in found:
        found.append(place)
        place = around.within.get(place, "")
    return found


def is_abbreviation(short: str, long: str) -> bool:
    """Whether the short name is made of signs of the long one, in order, beginning with its first: 桂电, 中科院."""
    if not (2 <= len(short) <= _LONGEST_ABBREVIATION and len(long) >= len(short) + 2 and short[0] == long[0]):
        return False
    rest = iter(long)
    return short.isalpha() and not short.isascii() and all(sign in rest for sign in short) and short not in long


def sound(name: str) -> str:
    """A name as it is spoken sign by sign, without tones."""
    return " ".join(map(_syllable, name))


@cache
def _syllable(sign: str) -> str:
    return str(lazy_pinyin(sign)[0])


def _sounds_alike(a: str, b: str) -> bool:
    return len(a) == len(b) >= _SHORTEST_SOUND and not a.isascii() and sound(a) == sound(b)


def _one_sign_apart(short: str, long: str) -> bool:
    """Whether one sign was left out or taken for another, and not one that is meant to tell two things apart."""
    if len(short) < _SHORTEST_SLIP or len(long) - len(short) > 1:
        return False
    start = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    if len(short) == len(long):
        signs = {short[start], long[start]}
        return short[start + 1 :] == long[start + 1 :] and not any(signs <= set(row) for row in _CONTRASTS)
    return short[start:] == long[start + 1 :] and not any(long[start] in row for row in _CONTRASTS)


def _against(a: Thing, b: Thing, around: Surroundings) -> list[Reason]:
    """What forbids that the two are one."""
    found = []
    if linked := sorted({name for name, end in a.links if end == b.iri}):
        found.append(Reason(_LINKED, 0.0, "、".join(linked)))
    if a.known and b.known:
        found.append(Reason(_BOTH_KNOWN, 0.0, f"{a.label} · {b.label}"))
    mine, theirs = _homes(a), _homes(b)
    if mine and theirs and not any(x in _upwards(y, around) or y in _upwards(x, around) for x in mine for y in theirs):
        found.append(Reason(_ELSEWHERE, 0.0, ""))
    return found


def _homes(thing: Thing) -> set[str]:
    return {end for name, end in thing.links if name == "locatedIn"}


def _shared_links(a: Thing, b: Thing, around: Surroundings) -> Reason | None:
    """Links to the same ends; an end that few things are linked to counts for more."""
    shared = a.links & b.links
    if not shared:
        return None
    weight = sum(1 / log2(1 + around.degrees.get(_end(link), 1)) for link in shared)
    return Reason(_SHARED, round(_LINKS * (1 - exp(-weight)), 3), f"{len(shared)}")


def _end(link: Link) -> str:
    return link[1]
