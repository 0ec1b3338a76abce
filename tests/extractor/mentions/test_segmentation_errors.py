"""Words of the segmenter that hold more than a name."""

from __future__ import annotations

import pytest

from kg.extractor import knowledge
from kg.extractor.mentions.segmentation_errors import is_appointing, is_glued, may_begin
from kg.extractor.mentions.surroundings import surroundings
from kg.extractor.segmentation import Token, Tokens


@pytest.mark.parametrize("word", ["由青禾", "据青禾", "由省", "从青"])
def test_a_preposition_before_a_name_or_a_level(word: str) -> None:
    assert is_glued(Token(word, "nr", 0, len(word)))


@pytest.mark.parametrize("word", ["青禾", "由于", "对外开放", "据青"])
def test_no_word_of_the_dictionary_and_no_short_one(word: str) -> None:
    assert not is_glued(Token(word, "nr", 0, len(word)))


def test_a_short_name_may_begin_behind_prepositions_only() -> None:
    tokens = Tokens((Token("从为青禾", "x", 0, 4), Token("科技", "n", 4, 6)), (0, 4), frozenset((4, 6)))
    assert [start for start in range(6) if may_begin("从为青禾科技", tokens, start)] == [0, 1, 2, 4]


def _appoints(before: Token, word: Token) -> bool:
    tokens = Tokens((before, word), (before.start, word.start), frozenset((before.end, word.end)))
    return is_appointing(surroundings(before.word + word.word, tokens, knowledge.load().names, ()), word)


def test_the_verb_between_a_person_and_a_body() -> None:
    word = Token("任青禾", "nr", 2, 5)
    assert _appoints(Token("李明", "nr", 0, 2), word)
    assert not _appoints(Token("会上", "t", 0, 2), word)
    assert not _appoints(Token("李明", "nr", 0, 2), Token("任职", "v", 2, 4))
