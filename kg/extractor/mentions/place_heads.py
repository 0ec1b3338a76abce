"""江城移动: a place and directly after it the short name of a trade that has a firm in every place."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extractor.kinds import is_place
from kg.extractor.knowledge import NameRules
from kg.extractor.mentions.candidates import Candidate


def find_after_places(text: str, rules: NameRules, known: Sequence[Candidate]) -> list[Candidate]:
    """The organisations named by a known place and one of `place_heads`."""
    found = []
    for place in known:
        if place.source != "lexicon" or not is_place(place.kind):
            continue
        for head, kind in rules.place_heads.items():
            end = place.end + len(head)
            if text.startswith(head, place.end) and not text.startswith(rules.place_heads_not_before, end):
                found.append(Candidate(place.start, end, kind, text[place.start : end], "grammar", 2))
    return found
