"""Firms that are named by their house, or their place, and a trade right behind: 明远|资本, 江城|创投."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from kg.extractor.kinds import is_place
from kg.extractor.levels import SURE_LEVELS
from kg.extractor.mentions.candidates import Candidate
from kg.extractor.rules import load_rules


class _Arms(NamedTuple):
    """What stands behind a house, and behind a place, that makes the two one name."""

    of_house: re.Pattern[str]
    of_place: re.Pattern[str]


@cache
def _arms() -> _Arms:
    rules = {name: "|".join(parts) for name, parts in load_rules("firm_names")["arms"].items()}
    return _Arms(
        re.compile(f"(?:{rules['trades']})(?!{rules['never']})"),
        re.compile(f"(?:{rules['investors']})(?={rules['investing']})"),
    )


def is_arm(name: str, house: str) -> bool:
    """Whether a name is that of a house with such a trade behind it, and so of another firm."""
    return name.startswith(house) and _arms().of_house.fullmatch(name, len(house)) is not None


def find_firm_arms(text: str, known: Sequence[Candidate]) -> Iterator[Candidate]:
    """The firms that begin with a firm or the short name of a place of the lexicon; a longer known name counts."""
    arms, listed = _arms(), [c for c in known if c.source == "lexicon"]
    for house in listed:
        if house.kind == "Firm":
            arm = arms.of_house.match(text, house.end)
        elif is_place(house.kind) and house.kind != "Country" and house.name[-1] not in SURE_LEVELS:
            arm = arms.of_place.match(text, house.end)
        else:
            continue
        if arm is not None:
            yield Candidate(house.start, arm.end(), "Firm", text[house.start : arm.end()], "grammar", 2)
