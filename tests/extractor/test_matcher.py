"""Finding many words at once."""

from __future__ import annotations

from ahocorasick_rs import AhoCorasick, MatchKind
from hypothesis import given
from hypothesis import strategies as st

from kg.extractor.matcher import Matcher

WORDS = st.sets(st.text("甲乙丙丁戊己", min_size=1, max_size=4), max_size=8)
TEXTS = st.lists(st.text("甲乙丙丁戊己庚", max_size=12), max_size=8)


def test_of_overlapping_words_the_leftmost_and_there_the_longest_is_found() -> None:
    matcher = Matcher(["江城", "江城市", "城市大脑", "大脑"])
    assert list(matcher.find("江城市大脑")) == [(0, 3, "江城市"), (3, 5, "大脑")]


def test_all_words_that_occur_are_told() -> None:
    assert Matcher(["江城", "江城市", "城市", "大脑"]).found_in("江城市") == {"江城", "江城市", "城市"}


def test_a_text_may_bring_new_characters() -> None:
    matcher = Matcher(["江城", "云岭", "伊水"])
    assert matcher.found_in("江城") == {"江城"}
    assert matcher.found_in("江城、云岭") == {"江城", "云岭"}
    matcher.get_ready()
    assert matcher.found_in("伊水、云岭") == {"伊水", "云岭"}


@given(WORDS, TEXTS)
def test_it_finds_what_an_automaton_of_that_kind_finds(words: set[str], texts: list[str]) -> None:
    listed, matcher = sorted(words), Matcher(words)
    reference = AhoCorasick(listed, matchkind=MatchKind.LeftmostLongest)
    for text in texts:
        expected = [(start, end, listed[index]) for index, start, end in reference.find_matches_as_indexes(text)]
        assert list(matcher.find(text)) == expected
