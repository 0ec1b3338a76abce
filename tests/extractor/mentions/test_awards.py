"""What follows 获评, 入选, 被认定为."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.extractor.mentions.awards import find_awards


def awards(text: str) -> list[str]:
    return [c.name for c in find_awards(text)]


def test_the_name_ends_with_its_head() -> None:
    assert awards("去年获评数字乡村示范县，名列前茅。") == ["数字乡村示范县"]


def test_quotation_marks_around_the_whole_go() -> None:
    assert awards("荣获“全国文明城市”。") == ["全国文明城市"]
    assert awards("荣获“全国文明城市”称号。") == ["“全国文明城市”称号"]


def test_words_between_verb_and_name_do_not_belong_to_it() -> None:
    assert awards("入选为全国首批智能工厂名单。") == ["智能工厂名单"]


def test_what_is_no_honour() -> None:
    assert awards("获得群众好评，获得资金支持。") == []


@given(st.text(alphabet="获评入选“”称号试点。，国家级示范区、", max_size=40))
def test_offsets_are_valid(text: str) -> None:
    for candidate in find_awards(text):
        assert 0 <= candidate.start < candidate.end <= len(text)
        assert candidate.name in text
