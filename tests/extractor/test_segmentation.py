"""Words with offsets, without gaps."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.extractor.rules import load_rules
from kg.extractor.segmentation import is_word, segment


def test_words_have_offsets_into_the_text() -> None:
    text = "西宁市建设数据中心。"
    assert all(text[t.start : t.end] == t.word for t in segment(text).items)


def test_borders() -> None:
    tokens = segment("西宁市建设机场")
    assert tokens.at_border(0, 3)
    assert not tokens.at_border(0, 2), "西宁 is only a part of the word 西宁市"
    assert tokens.begins(3)
    assert not tokens.begins(4)


def test_words_within_a_stretch_lie_wholly_in_it() -> None:
    tokens = segment("西宁市建设机场")
    assert [t.word for t in tokens.within(1, 7)] == ["建设", "机场"]
    assert tokens.items[tokens.index_at(4)].word == "建设"


def test_common_words_of_today_are_words() -> None:
    assert [t.word for t in segment("提振碳中和与降本的信心").items] == ["提振", "碳中和", "与", "降本", "的", "信心"]
    assert all(is_word(word) for words in load_rules("common_words").values() for word in words)


def test_no_common_word_is_listed_twice() -> None:
    words = [word for words in load_rules("common_words").values() for word in words]
    assert len(words) == len(set(words))


@given(st.text(max_size=80))
def test_the_words_of_any_text_are_the_text(text: str) -> None:
    tokens = segment(text)
    assert "".join(t.word for t in tokens.items) == text
    assert [t.start for t in tokens.items] == [0, *[t.end for t in tokens.items]][: len(tokens.items)]
