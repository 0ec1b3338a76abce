"""Numbered items: what 二是… tells is told of whom the text was about before 一是…."""

from __future__ import annotations

import re
from functools import cache

from kg.extractor.linking.linked import LinkedMention
from kg.extractor.rules import either, load_rules, words


def item_numbers() -> tuple[str, ...]:
    """What numbers the items of a list without a mark behind it: 一是, 其二."""
    rules = load_rules("clauses")
    return (*words(rules, "first_item"), *words(rules, "next_items"))


def any_number() -> str:
    """What numbers any item of a list, as an expression."""
    return f"{_numbers('first_item')}|{_numbers('next_items')}"


def _numbers(which: str) -> str:
    rules = load_rules("clauses")
    return either((*words(rules, which), *words(rules, f"{which}_marked")))


@cache
def _beginnings() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How the first item begins, and how the others do."""
    return re.compile(rf"\s*(?:{_numbers('first_item')})"), re.compile(rf"\s*(?:{_numbers('next_items')})")


class Items:
    """Keeps whom a list of items is about, from its first on."""

    def __init__(self) -> None:
        """Begin an article, in which no list has been opened."""
        self._subject: tuple[LinkedMention, ...] = ()

    def subject(self, text: str, start: int, carried: tuple[LinkedMention, ...]) -> tuple[LinkedMention, ...]:
        """Whom the sentence that begins at an offset goes on about, `carried` being whom the one before was about."""
        first, following = _beginnings()
        if first.match(text, start):
            self._subject = carried
        return self._subject if self._subject and following.match(text, start) else carried
