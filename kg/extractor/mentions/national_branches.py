"""What a firm is in a country or a city: 宝马中国, 大众汽车集团（中国）, 明远集团（江城）.

It is a firm of its own, unless a lexicon lists it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from kg.extractor.kinds import is_place
from kg.extractor.mentions.candidates import Candidate
from kg.extractor.rules import either, load_rules, words

_OPENING: Final = ("（", "(")
_CLOSING: Final = ("）", ")")
# What a name may go on with behind the bracket: its legal form, or in a list whatever stands before the next mark.
_REST: Final = re.compile("有限公司|公司|[一-鿿]{2,4}(?=、)")


@cache
def _in_china() -> re.Pattern[str]:
    """China behind the name of a firm, before what is no market, work or other body there."""
    return re.compile(rf"中国(?:有限公司|公司)?(?!{either(words(load_rules('brands'), 'not_in_china'))})")


def find_national_branches(text: str, known: Sequence[Candidate]) -> list[Candidate]:
    """The branches of the lexicon's firms that are named by their place alone; `known` are the lexicon's names."""
    listed = [c for c in known if c.source == "lexicon"]
    places = {c.start: c.end for c in listed if is_place(c.kind)}
    longest: dict[int, int] = {}
    for name in listed:
        longest[name.start] = max(name.end, longest.get(name.start, 0))
    found = []
    for firm in listed:
        if firm.kind != "Firm":
            continue
        end = _bracketed(text, firm.end, places)
        match = None if end else _in_china().match(text, firm.end)
        if match is not None and longest.get(firm.end, 0) <= firm.end + 2:
            end = match.end()
        if end:
            found.append(Candidate(firm.start, end, "Firm", text[firm.start : end], "grammar", 2))
    return found


def _bracketed(text: str, offset: int, places: dict[int, int]) -> int:
    """Where a place in brackets at an offset ends, with the rest of the name; 0 if none stands there."""
    stop = places.get(offset + 1, 0)
    if not stop or not text.startswith(_OPENING, offset) or not text.startswith(_CLOSING, stop):
        return 0
    rest = _REST.match(text, stop + 1)
    return rest.end() if rest else stop + 1
