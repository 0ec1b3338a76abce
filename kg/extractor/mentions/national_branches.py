"""What a firm is in China: 宝马中国, 大众汽车集团（中国）. A firm of its own, unless a lexicon lists it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.extractor.mentions.candidates import Candidate
from kg.extractor.rules import either, load_rules, words


@cache
def _branch() -> re.Pattern[str]:
    """China behind the name of a firm, in brackets or before what is no market, work or other body there."""
    others = either(words(load_rules("brands"), "not_in_china"))
    return re.compile(rf"[（(]中国[）)](?:有限公司|公司)?|中国(?:有限公司|公司)?(?!{others})")


def find_national_branches(text: str, known: Sequence[Candidate]) -> list[Candidate]:
    """The branches of the lexicon's firms that are named by their country alone; `known` are the lexicon's names."""
    listed = {(c.start, c.end) for c in known if c.source == "lexicon"}
    longest = {c.start: max(e for s, e in listed if s == c.start) for c in known if c.source == "lexicon"}
    found = []
    for firm in known:
        if firm.kind != "Firm" or firm.source != "lexicon":
            continue
        match = _branch().match(text, firm.end)
        if match is None or longest.get(firm.end, 0) > firm.end + 2:
            continue
        found.append(Candidate(firm.start, match.end(), "Firm", text[firm.start : match.end()], "grammar", 2))
    return found
