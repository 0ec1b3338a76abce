"""Words that no dictionary has and the article itself teaches.

The segmenter only guesses at a coined name, and often leaves its first character outside: 能|链智电, 上|南智享. Where
an unknown word stands behind the same character every time, in varied surroundings, the two are one word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import accumulate

from kg.extractor.rules import load_rules
from kg.extractor.segmentation import Token, Tokens, dictionary_words

# The tag of a word found so: a proper noun of some other kind.
_TAG = "nz"
_LONGEST, _LONGEST_NAME = 6, 3
_FEWEST = 2


def with_new_words(text: str, tokens: Tokens, surnames: frozenset[str]) -> Tokens:
    """The words of an article, those joined that always stand together around an unknown one.

    What could be a person (a surname and one or two characters) is left as it is.
    """
    known = _dictionary_words(text)
    places: dict[str, list[int]] = defaultdict(list)
    for index, span in enumerate(zip(tokens.starts, (*tokens.starts[1:], len(text)), strict=False)):
        if span not in known and _may_be_coined(tokens.items[index]):
            places[tokens.items[index].word].append(index)
    merged: dict[int, int] = {}
    for indexes in places.values():
        if len(indexes) >= _FEWEST:
            merged.update(_merges(tokens, indexes, known, surnames))
    return _rebuilt(tokens, merged) if merged else tokens


def _dictionary_words(text: str) -> frozenset[tuple[int, int]]:
    """Where the words stand that are cut by the dictionary alone, without guessing."""
    ends = list(accumulate(map(len, dictionary_words(text))))
    return frozenset(zip((0, *ends), ends, strict=False))


def _may_be_coined(token: Token) -> bool:
    return len(token.word) > 1 and "一" <= token.word[0] <= "鿿"


def _merges(
    tokens: Tokens, indexes: list[int], known: frozenset[tuple[int, int]], surnames: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """From each place of an unknown word, the index of the first word that belongs to it and the index of itself."""
    items, reach = tokens.items, 0
    while True:
        before = {items[i - reach - 1].word if i > reach else "" for i in indexes}
        word = before.pop() if len(before) == 1 else ""
        first = items[indexes[0] - reach - 1] if indexes[0] > reach else None
        length = len("".join(t.word for t in items[indexes[0] - reach : indexes[0] + 1]))
        if first is None or not _can_begin(word, first, known) or length + len(word) > _LONGEST:
            break
        reach += 1
    if not reach:
        return
    whole = "".join(t.word for t in items[indexes[0] - reach : indexes[0] + 1])
    if len(whole) <= _LONGEST_NAME and whole.startswith(tuple(surnames)):
        return
    for index in indexes:
        yield index - reach, index


def _can_begin(word: str, token: Token, known: frozenset[tuple[int, int]]) -> bool:
    """Whether a word may be a part of a coined one: a single character that joins nothing, or unknown itself."""
    if not word or not "一" <= word[0] <= "鿿":
        return False
    return word not in _joining() if len(word) == 1 else (token.start, token.end) not in known


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
