"""Bodies and zones that every place has (市发改委, 团市委, 高新区): the home's, those told in full, or nobody's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from kg.extractor.head_nouns import nouns_with
from kg.extractor.knowledge import Knowledge
from kg.extractor.levels import BARE_LEVELS
from kg.extractor.linking.home import home_at
from kg.extractor.linking.short_names import of_sort, shortened, usual_endings
from kg.extractor.mentions.candidates import Candidate
from kg.extractor.mentions.place_heads import is_league
from kg.extractor.rules import load_rules, words
from kg.extractor.segmentation import segment
from kg.lexicon import Entry

_SEATED: Final = ("Government", "Association")
_AUTONOMOUS: Final = "自治区"
# 江城团市委 is called without the level of 江城市, that of 云岭苗族自治县 without its peoples too: 云岭团县委.
_SELF_GOVERNED: Final = "自治"
# Of a name that ends so or is shorter, too little is left without its level.
_WHOLE: Final = "新区"
_SHORTEST: Final = 3


def with_told_zones(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, where 高新区 alone is the only zone of that sort named in full, and left out beside several."""
    zones = [c for c in candidates if c.kind == "Zone"]
    bare = {c.name for c in zones if c.name in nouns_with("local")}
    full = {_full_name(c): c for c in zones if c.name not in bare}
    told = {name: of_sort(name, full.items()) for name in bare}
    found: list[Candidate] = []
    for candidate in candidates:
        meant = told.get(candidate.name, []) if candidate.kind == "Zone" else []
        if len(meant) == 1:
            found.append(replace(candidate, name=meant[0].name, entries=meant[0].entries))
        elif not meant:
            found.append(candidate)
    return found


def _full_name(zone: Candidate) -> str:
    """One name for all that a zone is called by: the label of a listed one, and the short form of its kind."""
    entry = zone.entries[0] if zone.entries else None
    return shortened(entry.label if isinstance(entry, Entry) else zone.name)


def completed(candidate: Candidate, home: str, told: Mapping[str, str], knowledge: Knowledge) -> Candidate:
    """市发改委, 高新区 and 高新区招商局 without their place get the home's, or that of their level in `told`."""
    entry = knowledge.lexicon.entries.get(home)
    if candidate.entries or candidate.source != "grammar":
        return candidate
    name = candidate.name
    if is_league(name):
        owner = knowledge.lexicon.entries.get(home_at(name[1], home, knowledge, told))
        return replace(candidate, name=_without_level(owner) + name) if owner else candidate
    level, size = ("省", len(_AUTONOMOUS)) if name.startswith(_AUTONOMOUS) else (name[0], 1)
    if level in BARE_LEVELS and (candidate.kind in _SEATED or _is_of_its_level(candidate)):
        owner = knowledge.lexicon.entries.get(home_at(level, home, knowledge, told))
        return replace(candidate, name=owner.label + name[size:]) if owner else candidate
    if entry is None:
        return candidate
    if candidate.kind in _SEATED and name.startswith(nouns_with("opener")) and entry.kind != "Region":
        return replace(candidate, name=_short(entry) + name)
    if candidate.kind == "Zone" and not knowledge.entry_matcher.in_name(name):
        full = _short(entry) + name
        known = tuple(e for e in knowledge.lexicon.by_name.get(full, ()) if e.kind == "Zone")
        return replace(candidate, name=full, entries=known)
    return candidate


def _is_of_its_level(candidate: Candidate) -> bool:
    """Whether a firm or an institute is called by the level of its place alone: 省能投集团, 市生物医药发展中心.

    市政 and 区块 are words that only begin so.
    """
    level, rest = candidate.name[0], candidate.name[1:]
    if candidate.kind not in ("Firm", "Institution") or rest.endswith(words(load_rules("short_names"), "granted")):
        return False
    return segment(candidate.name).items[0].word == level or shortened(rest) in usual_endings()


def at_home(candidates: Sequence[Candidate], knowledge: Knowledge) -> Iterator[Candidate]:
    """The candidates without those of an untold city, save where one body of the article is called so in full.

    高新区招商局 is 江城高新区招商局 where the article names that once.
    """
    for candidate in candidates:
        if not _is_homeless(candidate, knowledge):
            yield candidate
            continue
        name, kind = candidate.name, candidate.kind
        full = {c.name for c in candidates if c.kind == kind and c.name != name and c.name.endswith(name)}
        if len(full) == 1:
            yield replace(candidate, name=full.pop())


def _is_homeless(candidate: Candidate, knowledge: Knowledge) -> bool:
    """Whether it is 市政协 or 高新区招商局 of a city that the article does not tell: any city has one."""
    name, names = candidate.name, knowledge.names
    if candidate.source != "grammar" or candidate.kind not in _SEATED:
        return False
    seat = name[0] in BARE_LEVELS and name[1:] in names.heads
    return seat or is_league(name) or name.startswith(nouns_with("opener"))


def _short(place: Entry) -> str:
    return next((name for name in place.names if len(name) < len(place.label)), place.label)


def _without_level(place: Entry) -> str:
    """江城 of 江城市; 滨河新区 and 明县 stay whole."""
    label = place.label
    if label.endswith(_WHOLE) or len(label) < _SHORTEST:
        return label
    return _short(place).removesuffix(label[-1]) if label[:-1].endswith(_SELF_GOVERNED) else label[:-1]
