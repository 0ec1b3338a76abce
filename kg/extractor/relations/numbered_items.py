"""Numbered items: what 二是… tells is told of whom the text was about before 一是…."""

from __future__ import annotations

import re
from typing import Final

from kg.extractor.linking.linked import LinkedMention

# What numbers the first item of a list, and what the others, as regular expressions.
FIRST: Final = "(?:一是|其一|首先，|第一[，：])"
NEXT: Final = "(?:[二三四五六七八九十]是|其[二三四五]|其次，|第[二三四五六七八九十][，：])"
_FIRST: Final = re.compile(rf"\s*{FIRST}")
_NEXT: Final = re.compile(rf"\s*{NEXT}")


class Items:
    """Keeps whom a list of items is about, from its first on."""

    def __init__(self) -> None:
        """Begin an article, in which no list has been opened."""
        self._subject: tuple[LinkedMention, ...] = ()

    def subject(self, text: str, start: int, carried: tuple[LinkedMention, ...]) -> tuple[LinkedMention, ...]:
        """Whom the sentence that begins at an offset goes on about, `carried` being whom the one before was about."""
        if _FIRST.match(text, start):
            self._subject = carried
        return self._subject if self._subject and _NEXT.match(text, start) else carried
