"""Finds many strings in a text at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from operator import itemgetter
from typing import Final

from ahocorasick_rs import AhoCorasick, MatchKind

# So often a text may bring new characters before it is worth while to be ready for any.
_FEW: Final = 4
# An automaton of no more words is made at once: it takes less time than to look which of them a text can spell.
_SMALL: Final = 64
# Of how many names it is kept what stands in them.
_NAMES_KEPT: Final = 4096
_START: Final = itemgetter(1)


class _Automaton:
    """Finds those of the words that can be written with some characters, all of them if no characters are given."""

    def __init__(self, words: Iterable[str], characters: frozenset[str] | None) -> None:
        self.characters = characters
        self.words = tuple(words if characters is None else filter(characters.issuperset, words))
        self._made = AhoCorasick(self.words, matchkind=MatchKind.Standard)

    def serves(self, text: str) -> bool:
        """Whether no other word can stand in a text."""
        return self.characters is None or self.characters.issuperset(text)

    def matches(self, text: str) -> list[tuple[int, int, int]]:
        """The place of the word in the list, start and end of each occurrence, by where they end."""
        found: list[tuple[int, int, int]] = self._made.find_matches_as_indexes(text, overlapping=True)
        return found

    def words_in(self, text: str) -> set[str]:
        """The words that occur in a text, those within others too."""
        return set(self._made.find_matches_as_strings(text, overlapping=True))


class Matcher:
    """Finds many strings in a text at once; of overlapping ones the leftmost, and there the longest.

    The automaton reports them all, and those that overlap are left out here: one that does so itself takes four times
    as long to make. Even so it takes as long to make one of all known names as to read some articles: those for the
    first few texts are made only of what the characters met so far can spell.
    """

    def __init__(self, words: Iterable[str]) -> None:
        """The words, in any order."""
        self._words = tuple(dict.fromkeys(words))
        self._automaton = _Automaton(self._words, None) if len(self._words) <= _SMALL else None
        self._made = 0

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Start, end and word of each occurrence in a text, from left to right."""
        return self.find_fitting(text, lambda *_: True)

    def find_fitting(self, text: str, fits: Callable[[int, int, str], bool]) -> Iterator[tuple[int, int, str]]:
        """The occurrences in a text, where one that does not fit hides none of those that it overlaps."""
        position = 0
        for begin, stop, word in self._all(text):
            if begin >= position and fits(begin, stop, word):
                yield begin, stop, word
                position = stop

    def _all(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Every occurrence, from left to right; of those that begin together the longest first."""
        automaton = self._automaton_for(text)
        found = automaton.matches(text)
        # It reports them by where they end; what stays in that order when they are sorted is turned round before.
        found.reverse()
        found.sort(key=_START)
        return ((begin, stop, automaton.words[index]) for index, begin, stop in found)

    def in_name(self, name: str) -> tuple[tuple[int, int, str], ...]:
        """What `find` finds in a whole name, kept: linking and relations look into the same names again and again."""
        return _in_name(self, name)

    def found_in(self, text: str) -> set[str]:
        """The words that occur in a text, those within others too."""
        return self._automaton_for(text).words_in(text)

    def get_ready(self) -> None:
        """Make the automaton of all words now, for many texts to come."""
        self._automaton = _Automaton(self._words, None)

    def _automaton_for(self, text: str) -> _Automaton:
        automaton = self._automaton
        if automaton is None or not automaton.serves(text):
            self._made += 1
            met = automaton.characters if automaton is not None else None
            characters = (met or frozenset()).union(text) if self._made <= _FEW else None
            automaton = self._automaton = _Automaton(self._words, characters)
        return automaton


# Beside the class, as most matchers live for one article only: a cache in each would tie it to itself.
@lru_cache(maxsize=_NAMES_KEPT)
def _in_name(matcher: Matcher, name: str) -> tuple[tuple[int, int, str], ...]:
    return tuple(matcher.find(name))
