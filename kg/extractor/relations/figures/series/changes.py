"""What a measure was before: 从16天降至6天, 较上年同期的29%提高2个百分点."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from kg.extractor.relations.figures.figure_rules import figure_rules
from kg.extractor.relations.figures.figure_spots import Spot
from kg.extractor.relations.figures.series.figure_before import Last, is_first_of_change, kept_row

# The form of a measure's earlier figure, beside which the one that holds is told.
EARLIER: Final = "earlier"
# Before a figure, these say that it is the one of another time, which the next one is compared with.
_BESIDE: Final = re.compile("[与同较比][^，。、]{0,10}(?:期|年|月|初|末|底|季度|前)的$")


def _is_compared_with(place: Spot) -> bool:
    """Whether a figure is one of an earlier time, with which the next one compares: 较上年同期的29%."""
    return _BESIDE.search(_said(place)) is not None


def is_told_aside(place: Spot) -> bool:
    """Whether a figure that is none of the thing's own leaves what was measured before it: 高于全国6个百分点."""
    said = place.coded.wording(place.begin, place.position + 1)
    aside = figure_rules().expressions["set_aside"].match(said) is not None or is_held_against(said)
    return aside or is_first_of_change(place) or _is_compared_with(place)


def is_held_against(words: str) -> bool:
    """Whether words before a figure make it the distance from another's."""
    return figure_rules().expressions["held_against"].match(words) is not None


def _said(place: Spot) -> str:
    return place.coded.wording(place.begin, place.position)


def row_behind(row: Sequence[Last], places: Sequence[Spot], read: Sequence[Last | None]) -> list[Last]:
    """The figures that those behind a clause may look back to: past one of asides, those before it."""
    if all(one is None and is_told_aside(place) for one, place in zip(read, places, strict=True)):
        return [replace(one, clause=one.clause + 1) for one in row]
    return kept_row(row, [one for one in read if one is None or one.indicator.form != EARLIER])


def with_earlier(places: Sequence[Spot], found: Sequence[Last | None], row: Iterable[Last]) -> list[Last | None]:
    """The figures of a clause, and for those that only tell what was so before, what they measured then."""
    told = [*row]
    given: list[Last | None] = []
    for index, (place, one) in enumerate(zip(places, found, strict=True)):
        after = found[index + 1] if index + 1 < len(found) else None
        given.append(one or _earlier(place, after, told))
        told += [one] if one is not None else []
    return given


def _earlier(place: Spot, after: Last | None, told: Sequence[Last]) -> Last | None:
    """What a figure measured at an earlier time, as the one behind it or one of those before it does now."""
    unit = place.quantity.quantity.unit
    if after is None or not unit:
        return None
    if is_first_of_change(place):
        same = after if after.unit == unit and after.indicator.form in ("level", "share") else None
    elif _is_compared_with(place):
        same = next((one for one in reversed(told) if one.unit == unit and _shares_base(one, after)), None)
    else:
        same = None
    if same is None:
        return None
    return replace(same, indicator=replace(same.indicator, form=EARLIER))


def _shares_base(one: Last, other: Last) -> bool:
    return one.indicator.base == other.indicator.base and one.indicator.form != "change"
