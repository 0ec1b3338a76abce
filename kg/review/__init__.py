"""Judging whether two things are one: likely pairs, the table of judgements, and the reasons behind them."""

from __future__ import annotations

from kg.review.likeness import Likeness, Reason
from kg.review.pairs import Pair, Sentence, likely_pairs
from kg.review.table import decide, take_back
from kg.review.things import Thing
from kg.review.why import Why, why

__all__ = [
    "Likeness",
    "Pair",
    "Reason",
    "Sentence",
    "Thing",
    "Why",
    "decide",
    "likely_pairs",
    "take_back",
    "why",
]
