"""Companies that are called by a word or two and nothing else: 青松公司, 布伦达克公司."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kg.extractor.mentions.brands.brand_rules import brand_rules
from kg.extractor.mentions.segmentation_errors import is_glued
from kg.extractor.mentions.surroundings import Surroundings
from kg.extractor.rules import load_rules, words
from kg.extractor.segmentation import Token, is_han, is_word

COMPANY: Final = "公司"
# Of how many words a coined name may be to the segmenter, and how long it is.
_MOST_PARTS: Final = 2
_SHORTEST: Final = 3
_LONGEST: Final = 5


def is_lone_noun(around: Surroundings, start: int, before: Sequence[Token]) -> bool:
    """Whether a noun that is no trade is all that stands before 公司, behind what no name is part of: 与|青松|公司."""
    if len(before) != 1 or before[0].start != start or before[0].tag[0] not in "naijgz":
        return False
    word, index = before[0].word, around.tokens.index_at(start) - 1
    opener = around.tokens.items[index] if index >= 0 else None
    opens = opener is None or _opens_name(opener)
    return opens and len(word) > 1 and not _is_trade(around, word)


def coined_before(around: Surroundings, end: int) -> int:
    """Where a coined name begins that the segmenter cuts into words of any kind, -1 without one: 与|格物|致新|公司."""
    items, index = around.tokens.items, around.tokens.index_at(end) - 1
    parts: list[Token] = []
    while index >= 0 and len(parts) < _MOST_PARTS and not _opens_name(items[index]):
        parts.append(items[index])
        index -= 1
    name = "".join(t.word for t in reversed(parts))
    ends = index < 0 or _opens_name(items[index])
    if not parts or not ends or not _SHORTEST <= len(name) <= _LONGEST or not is_han(name):
        return -1
    never = around.rules.stop_words | brand_rules().joining
    barred = any(t.word in never or t.tag[0] in "rut" or _is_trade(around, t.word) for t in parts)
    known = any(t.tag[0] in "vdm" and len(t.word) > 1 and is_word(t.word) for t in parts)
    inside = any(parts[-1].start <= c.start and c.end <= end for c in around.known)
    barred = barred or name[-1] in brand_rules().joining  # 云是|公司
    if barred or known or inside or not any(len(t.word) > 1 and _is_name_like(t) for t in parts):
        return -1
    return parts[-1].start + is_glued(parts[-1])


def _is_name_like(token: Token) -> bool:
    return token.tag in ("nr", "nrt", "nz") or not is_word(token.word)


def _opens_name(token: Token) -> bool:
    """Whether a name can begin behind a word: a mark, a preposition or what joins two names."""
    return not token.word.isalnum() or token.tag[0] in "pc"


def _is_trade(around: Surroundings, word: str) -> bool:
    """Whether a word tells what sort of company one is, and not which."""
    return word in around.rules.common_trades or word in words(load_rules("generic"), "common_companies")
