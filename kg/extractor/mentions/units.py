"""Which unit or classifier stands at a place in the text, by the table of seeds/patterns/units.yaml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.allocation import quickly_made
from kg.extractor.rules import load_rules, words

_LETTER: Final = re.compile("[A-Za-z0-9]")
# What stands before the other unit, with spaces only before a time: 吨/年, 颗 / 年.
_SLASH: Final = re.compile(" ?[/／](?: (?=[年月日天]))?")
# What ends a clause or the member of a list.
_BORDERS: Final = ("，", "。", "；", "、", "）")


@quickly_made
@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that ends at `end`; `kind` is its class in units.yaml, `name` the form in which it is given (％ as %)."""

    end: int
    kind: str
    name: str


@cache
def _table() -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """The kind of each unit ("" for what only begins like one), and by first character the units, longest first."""
    rules = load_rules("units")
    kinds = {unit: kind for kind, units in rules["units"].items() for unit in units}
    kinds |= {unit: "compute" for unit in rules["only_before"] if unit not in kinds}
    kinds |= dict.fromkeys(words(rules, "not_units"), "")
    by_first: dict[str, list[str]] = {}
    for unit in sorted(kinds, key=lambda unit: (-len(unit), unit)):
        by_first.setdefault(unit[0], []).append(unit)
    return kinds, {char: tuple(units) for char, units in by_first.items()}


def unit_at(text: str, start: int, *, large: bool) -> Unit | None:
    """The longest unit that begins at `start`, or None if there is none or a longer word begins there (个月, 大学).

    `large` says that the figure before it is in 万 or 亿, where some units are safe that otherwise are not.
    """
    kinds, by_first = _table()
    start += text.startswith(" ", start)
    for unit in by_first.get(text[start : start + 1], ()):
        stop = start + len(unit)
        if not text.startswith(unit, start):
            continue
        kind = kinds[unit]
        if not kind:
            return None
        if _fits(text, stop, unit, large=large):
            return _per(text, stop, Unit(stop, kind, load_rules("units")["same_unit"].get(unit, unit)))
    return None


def _fits(text: str, stop: int, unit: str, *, large: bool) -> bool:
    rules = load_rules("units")
    if unit[-1].isascii() and unit[-1].isalpha() and _LETTER.match(text, stop):
        return False
    if text.startswith(rules["only_before"].get(unit, ()), stop):
        return True
    if unit in rules["at_the_end"] and text[stop : stop + 1] in _BORDERS:
        return True
    return large if unit in rules["only_if_large"] else unit not in rules["only_before"]


def _per(text: str, stop: int, unit: Unit) -> Unit:
    """Add what stands behind a slash: 吨/年, 元/股."""
    slash = _SLASH.match(text, stop)
    if slash is None:
        return unit
    begin = slash.end()
    kinds, _ = _table()
    per = words(load_rules("units"), "per")
    for size in (4, 3, 2, 1):
        word = text[begin : begin + size]
        if len(word) == size and (word in per or kinds.get(word)):
            return Unit(begin + size, unit.kind, f"{unit.name}/{word}")
    return unit
