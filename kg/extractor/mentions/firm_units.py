"""Units of a firm that are named right behind it: 明远银行|滨河新城支行, 明远三局|装饰公司."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from kg.extractor.head_nouns import nouns_with
from kg.extractor.kinds import is_place
from kg.extractor.knowledge import NameRules
from kg.extractor.mentions.candidates import Candidate
from kg.extractor.mentions.firm_arms import find_firm_arms
from kg.extractor.rules import either, load_rules
from kg.extractor.segmentation import Token, Tokens, is_word

# No name of a unit has words of these parts of speech in it, whereas numbers are fine: 明远三局|六公司.
_STOP_TAGS: Final = "pcurdeo"
# How many characters behind a place its quarter has: 江城经开支行.
_LONGEST_QUARTER: Final = 3


@cache
def _unit() -> re.Pattern[str]:
    data = load_rules("firm_names")["units"]
    inside = f"(?:(?!{either(data['never'])})[一-鿿])"
    return re.compile(
        f"(?P<before>{inside}{{2,8}}?)(?P<branch>{either(nouns_with('branch'))})"
        f"|(?P<name>{inside}{{1,4}}?)(?:{either(data['companies'])})"
    )


def find_firm_units(text: str, tokens: Tokens, rules: NameRules, named: Sequence[Candidate]) -> list[Candidate]:
    """The units of the firms that were found before, and the firms of their own that are named behind a house."""
    found = list(find_firm_arms(text, named))
    firms = {c.start for c in named if c.kind == "Firm" and c.source == "lexicon"}
    places = {c.start: c.end for c in named if is_place(c.kind)}
    for firm in named:
        if firm.kind != "Firm" or firm.source == "weak" or firm.end in firms:
            continue  # 明远集团|江城电网公司: the unit has a name of its own
        unit = _unit().match(text, firm.end)
        if unit is None:
            continue
        branch = unit["before"] is not None
        start, end = unit.span("before" if branch else "name")
        placed = branch and 0 <= end - places.get(start, end + 1) <= _LONGEST_QUARTER
        if placed or all(_fits(t, rules, branch=branch) for t in tokens.within(start, end)):
            found.append(Candidate(firm.start, unit.end(), "Firm", text[firm.start : unit.end()], "grammar", 2))
    return found


def _fits(token: Token, rules: NameRules, *, branch: bool) -> bool:
    """Whether a word can stand in the name of a unit."""
    word = token.word
    if word in rules.common_trades:
        return True
    if word in rules.stop_words or (token.tag[0] in _STOP_TAGS and is_word(word)):
        return False
    return branch or token.tag[0] != "v" or not is_word(word)
