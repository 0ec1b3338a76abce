"""Bodies that every place has: 江城移动, by the short name of a trade, and 民建江城市委, by that of a party."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kg.extractor.kinds import is_place
from kg.extractor.knowledge import NameRules
from kg.extractor.levels import LEVELS
from kg.extractor.mentions.candidates import Candidate

# 团江城市委, where no longer word ends so (集团, 代表团).
_YOUTH: Final = "团"
_LEAGUE: Final = re.compile("(?:^|[^一-鿿]|[由与和及在经])团$")
_COMMITTEE: Final = re.compile("委(?:员会)?")
# 团市委, 江城团市委: the league's committee of a place is called by its level.
_OF_LEVEL: Final = re.compile(f"团[{LEVELS}]委(?!员)")
# Behind other characters 团 ends a word: 集团|市委.
_BEFORE_LEAGUE: Final = frozenset("由与和及在经向从据对、")


def find_after_places(text: str, rules: NameRules, known: Sequence[Candidate]) -> list[Candidate]:
    """The organisations named by a known place and one of `place_heads`, or as the committee of a party there."""
    found, heads = [], tuple(rules.place_heads)
    for place in known:
        if place.source != "lexicon" or not is_place(place.kind):
            continue
        party = next((party for party in rules.parties if text.endswith(party, 0, place.start)), "")
        party = party or (_YOUTH if _LEAGUE.search(text, max(0, place.start - 2), place.start) else "")
        if party and (committee := _COMMITTEE.match(text, place.end - text.endswith("委", 0, place.end))):
            start, end = place.start - len(party), committee.end()
            found.append(Candidate(start, end, "Association", text[start:end], "grammar", 2))
        if not text.startswith(heads, place.end):
            continue
        for head, kind in rules.place_heads.items():
            end = place.end + len(head)
            if text.startswith(head, place.end) and not text.startswith(rules.place_heads_not_before, end):
                found.append(Candidate(place.start, end, kind, text[place.start : end], "grammar", 2))
    return [*found, *_leagues(text, known)]


def is_league(name: str) -> bool:
    """Whether a name is 团市委 or 团县委, which tells the level of its place only."""
    return _OF_LEVEL.fullmatch(name) is not None


def _leagues(text: str, known: Sequence[Candidate]) -> Iterator[Candidate]:
    """The committees of the Youth League that are called by the level of their place: 江城团市委, or just 团市委."""
    matches = list(_OF_LEVEL.finditer(text))
    places = {c.end: c.start for c in known if matches and is_place(c.kind)}
    for match in matches:
        start, end = match.span()
        start = places.get(start, start)
        if start < match.start() or not start or text[start - 1] in _BEFORE_LEAGUE or not text[start - 1].isalnum():
            yield Candidate(start, end, "Association", text[start:end], "grammar", 2)
