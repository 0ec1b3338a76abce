"""Words that no dictionary has and the article itself teaches.

The segmenter only guesses at a coined name, and often leaves its first character outside: 能|链智电, 上|南智享. Where
an unknown word stands behind the same character every time, in varied surroundings, the two are one word. So it is with
a rare character, which the dictionary has by itself: 瓴|岳, 极|氪.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from operator import itemgetter
from typing import Final

from kg.extractor.rules import load_rules
from kg.extractor.segmentation import Token, Tokens, is_word

# The tag of a word found so: a proper noun of some other kind.
_TAG: Final = "nz"
_LONGEST: Final = 6
_LONGEST_NAME: Final = 3
# How the dictionary tags a character that makes no word, and where GB 2312 has the 3,755 most frequent ones.
_SINGLE_TAGS: Final = ("g", "zg", "x")
_FREQUENT: Final = (b"\xb0\xa1", b"\xd7\xf9")
_FEWEST: Final = 2
_WORD_AND_TAG: Final = itemgetter(0, 1)


def with_new_words(tokens: Tokens, surnames: frozenset[str]) -> Tokens:
    """The words of an article, those joined that always stand together around an unknown one.

    What could be a person (a surname and one or two characters) is left as it is.
    """
    counts = Counter(map(_WORD_AND_TAG, tokens.items))
    odd = {word for (word, tag), count in counts.items() if count >= _FEWEST and _is_odd(word, tag)}
    places: dict[str, list[int]] = defaultdict(list)
    for index, token in enumerate(tokens.items):
        if token.word in odd:
            places[token.word].append(index)
    merged: dict[int, int] = {}
    for word, indexes in places.items():
        found = dict(_merges(tokens, indexes, surnames))
        if not found and len(word) == 1:
            found = dict(_merges_behind(tokens, indexes))
        merged.update(found)
    return _rebuilt(tokens, merged) if merged else tokens


def _is_odd(word: str, tag: str) -> bool:
    """Whether a word may be a part of a coined one: a rare character, or what the segmenter has guessed."""
    return tag in _SINGLE_TAGS and _is_rare(word) if len(word) == 1 else _is_guessed(word)


def _is_guessed(word: str) -> bool:
    """Whether several hanzi are no word of the dictionary, or one that is less likely than its characters apart."""
    return "一" <= word[0] <= "鿿" and not is_word(word)


@lru_cache(maxsize=4096)
def _is_rare(character: str) -> bool:
    """Whether a character is a hanzi, and none of the frequent ones."""
    if character < "一":
        return False
    code = character.encode("gb18030")
    return len(code) > 2 or not (_FREQUENT[0] <= code <= _FREQUENT[1] and code[1] >= _FREQUENT[0][1])


def _merges_behind(tokens: Tokens, indexes: list[int]) -> Iterator[tuple[int, int]]:
    """From each place of a rare character, its own index and that of the one character that always follows it."""
    items = tokens.items
    after = {items[i + 1].word if i + 1 < len(items) else "" for i in indexes}
    word = after.pop() if len(after) == 1 else ""
    if len(word) == 1 and word >= "一" and word not in _joining():
        for index in indexes:
            yield index, index + 1


def _merges(tokens: Tokens, indexes: list[int], surnames: frozenset[str]) -> Iterator[tuple[int, int]]:
    """From each place of an unknown word, the index of the first word that belongs to it and the index of itself."""
    items, reach = tokens.items, 0
    while True:
        word = _shared([items[i - reach - 1].word if i > reach else "" for i in indexes])
        alike = [i for i in indexes if i > reach and items[i - reach - 1].word == word]
        first = items[alike[0] - reach - 1] if alike else None
        if first is None or not _can_begin(word) or items[alike[0]].end - first.start > _LONGEST:
            break
        indexes, reach = alike, reach + 1
    if not reach:
        return
    whole = "".join(t.word for t in items[indexes[0] - reach : indexes[0] + 1])
    if len(whole) <= _LONGEST_NAME and whole.startswith(tuple(surnames)):
        return
    for index in indexes:
        yield index - reach, index


def _shared(words: list[str]) -> str:
    """The word that all of some are, or one character that all of them end with: 天 of 天 and 由天; "" if none is."""
    shortest = min(words, key=len)
    same = words.count(shortest) == len(words) or (len(shortest) == 1 and all(w.endswith(shortest) for w in words))
    return shortest if same else ""


def _can_begin(word: str) -> bool:
    """Whether a word may be a part of a coined one: a single character that joins nothing, or guessed itself."""
    if len(word) == 1:
        return "一" <= word <= "鿿" and word not in _joining()
    return word != "" and _is_guessed(word)


@cache
def _joining() -> frozenset[str]:
    """The characters that join words or end the one before."""
    return frozenset(load_rules("brands")["joining"])


def _rebuilt(tokens: Tokens, merged: dict[int, int]) -> Tokens:
    items: list[Token] = []
    index = 0
    while index < len(tokens.items):
        last = merged.get(index, index)
        word = "".join(t.word for t in tokens.items[index : last + 1])
        first = tokens.items[index]
        items.append(first if last == index else Token(word, _TAG, first.start, tokens.items[last].end))
        index = last + 1
    return Tokens(tuple(items), tuple(t.start for t in items), frozenset(t.end for t in items))
