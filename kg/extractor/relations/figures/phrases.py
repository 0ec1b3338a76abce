"""Words around a figure with the borders between them, so that a word of a list counts only where it is one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kg.allocation import quickly_made
from kg.extractor.relations.figures.figure_rules import figure_rules
from kg.extractor.segmentation import tagged_words

# The end of a noun that measures and the verb behind it, which the segmenter may take for one word: 客户|数为.
_RUN_TOGETHER: Final = re.compile("[数量额率值积][为达超]")


@quickly_made
@dataclass(frozen=True, slots=True)
class Phrase:
    """Some words with the borders between them; a word of a table counts only where it stands between borders."""

    text: str
    borders: frozenset[int]
    tags: tuple[tuple[str, str], ...]

    def opening(self, table: str) -> str:
        """The longest word of a table that the phrase begins with, "" if there is none."""
        known = figure_rules().tables[table]
        for size in range(min(known.longest, len(self.text)), 0, -1):
            if size in self.borders and self.text[:size] in known.words:
                return self.text[:size]
        return ""

    def ending(self, table: str) -> str:
        """The longest word of a table that the phrase ends with, "" if there is none."""
        known, length = figure_rules().tables[table], len(self.text)
        for size in range(min(known.longest, length), 0, -1):
            if length - size in self.borders and self.text[-size:] in known.words:
                return self.text[-size:]
        return ""

    def part(self, start: int, end: int) -> Phrase:
        """The phrase between two of its borders."""
        kept, position = [], 0
        for word, tag in self.tags:
            if position >= start and position + len(word) <= end:
                kept.append((word, tag))
            position += len(word)
        return Phrase(
            self.text[start:end], frozenset(b - start for b in self.borders if start <= b <= end), tuple(kept)
        )

    def without_opening(self, *tables: str) -> Phrase:
        """The phrase without the words of the tables that it begins with."""
        phrase = self
        while word := max((phrase.opening(table) for table in tables), key=len):
            phrase = phrase.part(len(word), len(phrase.text))
        return phrase

    def without_ending(self, *tables: str) -> tuple[Phrase, str]:
        """The phrase without the words of the tables that it ends with, and those words."""
        phrase = self
        while word := max((phrase.ending(table) for table in tables), key=len):
            phrase = phrase.part(0, len(phrase.text) - len(word))
        return phrase, self.text[len(phrase.text) :]


@lru_cache(maxsize=4096)
def phrase_of(text: str) -> Phrase:
    """Cut words into a phrase; the same few words come up again and again."""
    tags = tuple(tagged_words(text)) if text else ()
    if _RUN_TOGETHER.search(text):
        tags = tuple(_cut(tags))
    joined = figure_rules().expressions["one_word"].finditer(text)
    if whole := {i for found in joined for i in range(found.start() + 1, found.end())}:
        tags = tuple(_joined(tags, whole))
    borders, position = {0}, 0
    for word, _ in tags:
        position += len(word)
        borders.add(position)
    return Phrase(text, frozenset(borders), tags)


def _cut(tags: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The words as the segmenter cuts them, but the end of a noun apart from its verb: 客户|数为."""
    for word, tag in tags:
        if _RUN_TOGETHER.fullmatch(word):
            yield from ((word[0], "n"), (word[1], "v"))
        else:
            yield word, tag


def _joined(tags: Iterable[tuple[str, str]], inside: Set[int]) -> Iterator[tuple[str, str]]:
    """The words as the segmenter cuts them, but for the borders that lie `inside` a word: 可再生能源."""
    held, position = "", 0
    for word, tag in tags:
        held, position = held + word, position + len(word)
        if position not in inside:
            yield held, tag
            held = ""


def measure_of(phrase: Phrase) -> str:
    """The measure that a phrase begins with where a verb stands behind it (出货量再创新高), "" if there is none."""
    heads, position = figure_rules().expressions["heads"], 0
    for (word, _), (_, after) in zip(phrase.tags, phrase.tags[1:], strict=False):
        position += len(word)
        if after.startswith(("v", "d", "l", "p")) and heads.search(phrase.text[:position]):
            return phrase.text[:position]
    return ""


@lru_cache(maxsize=4096)
def opened_phrase(text: str) -> Phrase:
    """Cut words into a phrase without what only opens a clause."""
    return phrase_of(text).without_opening("opening")
