"""Finding many words at once."""

from __future__ import annotations

from ahocorasick_rs import AhoCorasick, MatchKind
from hypothesis import given
from hypothesis import strategies as st

from kg.extractor import knowledge
from kg.extractor.knowledge import Matcher

WORDS = st.sets(st.text("甲乙丙", min_size=1, max_size=4), max_size=8)


def test_of_overlapping_words_the_leftmost_and_there_the_longest_is_found() -> None:
    matcher = Matcher(["江城", "江城市", "城市大脑", "大脑"])
    assert list(matcher.find("江城市大脑")) == [(0, 3, "江城市"), (3, 5, "大脑")]
    assert list(matcher.find("在江城市大脑", 3)) == [(4, 6, "大脑")]


def test_all_words_that_occur_are_told() -> None:
    assert Matcher(["江城", "江城市", "城市", "大脑"]).found_in("江城市") == {"江城", "江城市", "城市"}


@given(WORDS, st.text("甲乙丙丁", max_size=30))
def test_it_finds_what_an_automaton_of_that_kind_finds(words: set[str], text: str) -> None:
    listed = sorted(words)
    reference = AhoCorasick(listed, matchkind=MatchKind.LeftmostLongest)
    expected = [(start, end, listed[index]) for index, start, end in reference.find_matches_as_indexes(text)]
    assert list(Matcher(words).find(text)) == expected


def test_what_a_longer_name_begins_with() -> None:
    known = knowledge.load()
    assert [entry.label for entry in known.opening("衢州市发明协会")] == ["衢州市"]
    assert known.opening("发明协会（衢州市）") == ()
