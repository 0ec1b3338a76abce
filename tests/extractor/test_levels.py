"""The levels of administration are those of the gazetteer."""

from __future__ import annotations

from kg.extractor.levels import BARE_LEVELS, LEVELS, PLAIN_LEVELS, SURE_LEVELS
from kg.lexicon import Lexicon


def test_every_place_with_a_code_but_a_league_ends_with_its_level(known: Lexicon) -> None:
    coded = [e for e in known.entries.values() if "code" in dict(e.details)]
    assert {e.label[-1] for e in coded} - set(LEVELS) == {"盟"}


def test_what_ends_with_a_sure_level_is_named_in_full(known: Lexicon) -> None:
    cities = [e for e in known.entries.values() if e.kind == "City" and "code" in dict(e.details)]
    short = {level: {e.label for e in cities if e.label[-2] == level and e.label[:-1] in e.names} for level in LEVELS}
    assert set.union(*(short[level] for level in SURE_LEVELS)) == {"辉县市"}
    assert all(len(short[level]) > 9 for level in LEVELS if level not in SURE_LEVELS)


def test_plain_levels_are_those_that_are_bare_and_sure() -> None:
    assert set(PLAIN_LEVELS) == set(BARE_LEVELS) & set(SURE_LEVELS)
