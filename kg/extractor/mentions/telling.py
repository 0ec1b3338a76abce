"""Whether the words of a name before its head noun tell one thing from another: 腾格里|基地, but no 高水平|创新平台."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from kg.extractor.head_nouns import has_trait
from kg.extractor.kinds import is_place
from kg.extractor.knowledge import NameRules
from kg.extractor.levels import BARE_LEVELS
from kg.extractor.mentions.candidates import Candidate
from kg.extractor.mentions.heads import Head
from kg.extractor.mentions.surroundings import Surroundings
from kg.extractor.rules import load_rules, words
from kg.extractor.segmentation import Token, is_word

_RARE_TAGS: Final = ("nr", "nz", "x", "j", "nt", "ns")
_CALLED_TAGS: Final = ("nr", "nz", "ns", "nt", "nrt")
# How far before a name it may be said that something is it.
_LONGEST_DESCRIPTION: Final = 40


@cache
def _description() -> re.Pattern[str]:
    return re.compile(f"(?:{load_rules('generic')['describes']})$")


def describes(text: str, start: int) -> bool:
    """Whether what begins at an offset only tells what another thing is: 该项目是省内最大的|储能示范项目."""
    return _description().search(text, max(0, start - _LONGEST_DESCRIPTION), start) is not None


def is_specific(head: Head, before: Sequence[Token], rules: NameRules, *, score: int, proper: bool) -> bool:
    """Whether what stands before a head tells one thing from its like; `score` is how much, `proper` that names do."""
    weak = has_trait(head.word, "weak")
    if has_trait(head.word, "sight") and any(_is_coined(t) or t.tag == "ns" for t in before):
        return True  # 云岭公园, 青渭高铁: by a word of its own it is told from its like
    telling = proper or not has_trait(head.word, "product") or _is_called(before, rules)
    return score >= (2 if weak else 1) and telling


def is_proper(around: Surroundings, start: int, head: Head, parts: Sequence[str]) -> bool:
    """Whether a name has a part that is one itself: in quotation marks, Latin or numbered, or in the dictionary."""
    text, generic = around.text, around.rules.generic
    over = around.tokens.items[around.tokens.index_at(head.begin)]
    if over.start < head.begin and over.tag in ("nt", "nz"):
        return True
    if any(mark in text[start : head.end] for mark in "“”（("):
        return True
    tokens = around.tokens.within(start, head.begin)
    if any(t.tag == "nz" and not is_word(t.word) for t in tokens):
        return True  # coined
    if any(t.tag == "ns" and len(t.word) > 2 and t.word not in generic for t in tokens):
        return True  # a place that only the dictionary knows: 腾格里基地
    return any(w.isascii() and len(w) > 2 and w.isalpha() and w not in generic for w in parts)


def is_aim(around: Surroundings, start: int, end: int) -> bool:
    """Whether only a goal stands there, which many works serve: 乡村振兴|项目."""
    return any(c.kind == "Goal" and c.end == end for _, c in around.by_start.get(start, ()))


def is_graded(name: str) -> bool:
    """Whether a name only praises or counts what it names: 高水平|创新平台."""
    return name.startswith(words(load_rules("generic"), "grades"))


def is_placed(name: str, inside: Sequence[Candidate], tokens: Sequence[Token]) -> bool:
    """Whether an agency tells whose it is, be it by a place that only the dictionary knows: 腾格里管理局."""
    ground = bool(tokens) and tokens[0].tag == "ns" and len(tokens[0].word) > 2
    return ground or any(is_place(c.kind) for c in inside) or name[0] in BARE_LEVELS


def _is_called(tokens: Sequence[Token], rules: NameRules) -> bool:
    """Whether a facility has a name of its own that no lexicon lists (藏木水电站)."""
    return any(t.tag in _CALLED_TAGS and len(t.word) > 1 and t.word not in rules.generic for t in tokens)


def _is_coined(token: Token) -> bool:
    """Whether a word is a name that no dictionary has."""
    return token.tag in _CALLED_TAGS and len(token.word) > 1 and not is_word(token.word)


def is_rare(token: Token, telling: Sequence[str]) -> bool:
    """Whether a telling word is rather a name than a common noun."""
    return token.word in telling and (token.tag in _RARE_TAGS or len(token.word) > 2 or not is_word(token.word))
