"""What tells the name of a firm from other words: the content of `seeds/patterns/brands.yaml`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kg.extractor.knowledge import Knowledge
from kg.extractor.matcher import Matcher
from kg.extractor.rules import either, load_rules
from kg.extractor.segmentation import Token, is_word


@dataclass(frozen=True, slots=True)
class BrandRules:
    """The words by which a firm is known; `after` and `before` give the sort of sign that each of them is.

    `introduced` finds a noun for firms with a name in Latin letters behind it, its group `name`.
    """

    after: dict[str, str]
    before: dict[str, str]
    introduced: re.Pattern[str]
    titles: tuple[str, ...]
    parts: tuple[str, ...]
    then: tuple[str, ...]
    facing: tuple[str, ...]
    binding: tuple[str, ...]
    binds: re.Pattern[str]
    endings: frozenset[str]
    never: frozenset[str]
    common: tuple[str, ...]
    no_group: frozenset[str]
    no_group_before: frozenset[str]
    openers: frozenset[str]
    endings_of_coined: frozenset[str]
    endings_often: frozenset[str]
    of_trade: frozenset[str]
    joining: frozenset[str]
    inside_never: re.Pattern[str]
    all_endings: frozenset[str]
    funds: tuple[str, ...]
    matcher: Matcher


@cache
def brand_rules() -> BrandRules:
    """The rules, read once."""
    data = load_rules("brands")
    after = {word: sort for sort, words in data["after"].items() for word in words}
    before = {word: sort for sort, words in data["before"].items() for word in words}
    return BrandRules(
        after,
        before,
        _introduced(data["before"]["kind"], data["not_introduced"]),
        tuple(data["after"]["title"]),
        tuple(data["parts"]),
        data["then"],
        data["facing"],
        data["binding"],
        re.compile(f"(?:{either(data['before_binding'])})*(?:{either(data['binding'])})"),
        frozenset(data["endings"]),
        frozenset(data["never"]),
        data["common_ends"],
        frozenset(data["no_group"]),
        frozenset(data["no_group_before"]),
        frozenset(data["openers"]),
        frozenset(data["endings_of_coined"]),
        frozenset(data["endings_often"]),
        frozenset(data["of_trade"]),
        frozenset(data["joining"]),
        re.compile(either(data["inside_never"])),
        frozenset(word for key in ("endings", "endings_of_coined", "endings_often") for word in data[key]),
        data["funds"],
        Matcher([*after, *before]),
    )


def _introduced(kinds: Sequence[str], others: Sequence[str]) -> re.Pattern[str]:
    """What finds 光伏公司Mingyuan Solar.

    What has no small letter is as often an abbreviation (公司IPO); before a noun for `others` it names such a thing.
    """
    name = "[A-Z][A-Za-z0-9&-]*[a-z][A-Za-z0-9&-]*(?: [A-Z][A-Za-z&-]*[a-z]){0,3}"
    return re.compile(f"(?:{either(kinds)})(?P<name>{name})(?![A-Za-z0-9]| ?(?:{either(others)}))")


def is_name(word: str, rules: BrandRules, knowledge: Knowledge) -> bool:
    """Whether a word can be the name of a firm that no list has."""
    return not (
        word in rules.never
        or word in knowledge.names.generic
        or word in knowledge.names.stop_words
        or word in knowledge.concepts_by_name
        or word in knowledge.lexicon.by_name
        or word.startswith(("第", "本", "该"))
        or word.endswith(rules.common)
        or rules.inside_never.search(word)
    )


def is_coined(token: Token) -> bool:
    """Whether the dictionary does not have a word of Chinese characters."""
    return len(token.word) > 1 and not token.word.isascii() and not is_word(token.word)
