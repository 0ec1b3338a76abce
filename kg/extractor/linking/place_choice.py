"""Which place a name means when several bear it, and whether a short name is a place at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg import ids
from kg.extractor.kinds import is_place
from kg.extractor.knowledge import Knowledge
from kg.extractor.linking.linked import Reason
from kg.extractor.mentions.candidates import Candidate
from kg.extractor.rules import load_rules, words
from kg.lexicon import Entry

# Whose names tell which place an article is about.
_AGENCY: Final = "Government"


@dataclass(frozen=True, slots=True)
class Scene:
    """Where an article plays: how often it names each place for sure, how often names of others hold one, its home.

    `in_names` (the 上海 of 上海国际金融中心) only settles what `named` leaves open; `home` is the IRI of the place that
    the article is about, "" if unknown.
    """

    named: Counter[str]
    in_names: Counter[str]
    home: str

    def near(self, line: Sequence[str]) -> tuple[int, int]:
        """How often the places of a line, from the smallest up, are named, and how often they stand in names."""
        inner = [iri for iri in line if iri != ids.CHINA]
        return sum(self.named[iri] for iri in inner), sum(self.in_names[iri] for iri in inner)


def sure_places(candidates: Sequence[Candidate]) -> Counter[str]:
    """How often each place is named by a name that only it goes by and that means nothing else."""
    named = ((c.name, c.entries) for c in candidates if is_place(c.kind))
    alone = (
        (name, [e for e in entries if isinstance(e, Entry) and name not in e.weak_names]) for name, entries in named
    )
    return _counted(alone)


def dateline_places(text: str, candidates: Sequence[Candidate]) -> Counter[str]:
    """The places at which an article was written, as its dateline tells (江城8月17日讯): it need not be about them."""
    return sure_places([c for c in candidates if is_place(c.kind) and _behind_dateline().match(text, c.end)])


@cache
def _behind_dateline() -> re.Pattern[str]:
    return re.compile("|".join(words(load_rules("places"), "behind_dateline")))


def places_in_names(candidates: Sequence[Candidate], knowledge: Knowledge) -> Counter[str]:
    """How often each place stands, by a name that only it bears, in the name of something that no lexicon lists."""
    words = (word for c in candidates if not c.entries for _, _, word in knowledge.entry_matcher.in_name(c.name))
    entries = ((word, knowledge.lexicon.by_name[word]) for word in words)
    return _counted((word, found) for word, found in entries if is_place(found[0].kind))


def telling_places(candidates: Sequence[Candidate], knowledge: Knowledge, *, any_name: bool) -> Counter[str]:
    """How often each place stands in the name of an agency (江城市教育局), or with `any_name` in that of anything."""
    agencies = [c for c in candidates if c.kind == _AGENCY]
    entries = (c.entries[0] for c in agencies if len(c.entries) == 1)
    listed = Counter(e.place for e in entries if isinstance(e, Entry) and e.place)
    return listed + places_in_names(candidates if any_name else agencies, knowledge)


def without_namesakes(candidates: Sequence[Candidate], knowledge: Knowledge) -> list[Candidate]:
    """The candidates without the places that only share their name with a part of one elsewhere.

    Of an article on 江城滨河开发区 滨河 is no county of another city, unless that city is named too.
    """
    named = sure_places(candidates)
    names = {c.name for c in candidates if not c.entries and c.kind != "Document"}
    elsewhere = {e.iri for name in names for e in _elsewhere(name, knowledge) if not named[e.parent]}
    if not elsewhere:
        return list(candidates)
    return [c for c in candidates if not (c.entries and elsewhere.issuperset(e.iri for e in c.entries))]


def _elsewhere(name: str, knowledge: Knowledge) -> Iterator[Entry]:
    """The counties whose name stands in another one right behind a place that none of them lies in."""
    around: Sequence[Entry] = ()
    position = 0
    for start, end, word in knowledge.entry_matcher.in_name(name):
        entries = knowledge.lexicon.by_name[word]
        behind = around and start == position and all(e.kind == "District" for e in entries)
        if behind and not any(knowledge.lexicon.lies_in(e.iri, a.iri) for e in entries for a in around):
            yield from entries
        around, position = (entries if all(e.kind in ("City", "District") for e in entries) else ()), end


def _counted(named: Iterable[tuple[str, Sequence[Entry]]]) -> Counter[str]:
    return Counter(found[0].iri for name, found in named if len(found) == 1 and name not in found[0].weak_names)


def choose_place(candidate: Candidate, before: str, scene: Scene, knowledge: Knowledge) -> tuple[Entry, Reason] | None:
    """The entry that a name of places means here and why, None if the text does not decide.

    `before` is the IRI of the place named directly before (苏州 in 苏州虎丘区).
    """
    entries = [e for e in candidate.entries if isinstance(e, Entry)]
    inside = [e for e in entries if before and knowledge.lexicon.lies_in(e.iri, before) and e.iri != before]
    if len(inside) == 1:
        return inside[0], "place before"
    if any(e.kind == "Region" and e.parent == ids.CHINA for e in entries):
        entries = [e for e in entries if e.kind != "District"]  # 河北 is the province, though 天津 has a 河北区
    weak = candidate.name in entries[0].weak_names
    if len(entries) == 1 and not weak:
        return entries[0], "only place"
    scores = [_score(e, scene, knowledge, weak=weak) for e in entries]
    best = max(scores)
    if best == (0, 0) or scores.count(best) > 1 or (weak and not best[0]):
        return _whole_name(candidate, entries) if not weak else None
    return entries[scores.index(best)], "places around" if best[0] else "places in names"


def _score(entry: Entry, scene: Scene, knowledge: Knowledge, *, weak: bool) -> tuple[int, int]:
    """How near a place is to those of the article; a shared name may look farther up than a common word."""
    # A common word (港口, 和平) is a place only where its city or itself is named.
    line = [entry.iri, *knowledge.lexicon.ancestors(entry.iri)][: 2 if weak else 3]
    near, in_names = scene.near(line)
    at_home = bool(scene.home) and (
        scene.home in line or (not weak and entry.iri in knowledge.lexicon.ancestors(scene.home))
    )
    return near + 2 * at_home, in_names


def _whole_name(candidate: Candidate, entries: Sequence[Entry]) -> tuple[Entry, Reason] | None:
    """A province or prefecture and its namesake county: the larger unit is meant unless the text says more."""
    strong = [e for e in entries if candidate.name not in e.weak_names]
    if len(strong) == 1:
        return strong[0], "only plain place"
    cities = [e for e in entries if e.kind == "City" and e.label.rstrip("市") == candidate.name.rstrip("市")]
    return (cities[0], "city") if len(cities) == 1 else None
