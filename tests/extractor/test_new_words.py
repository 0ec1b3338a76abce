"""Words that an article itself teaches."""

from __future__ import annotations

from kg.extractor.new_words import with_new_words
from kg.extractor.segmentation import segment

SURNAMES = frozenset(("周", "王"))


def words(text: str) -> list[str]:
    return [token.word for token in with_new_words(segment(text), SURNAMES).items]


def test_an_unknown_word_takes_in_what_always_stands_before_it() -> None:
    text = "昨天，能链智电获奖。像能链智电这样的企业很多。"
    assert "能链智电" not in [token.word for token in segment(text).items]
    assert words(text).count("能链智电") == 2


def test_a_rare_character_takes_in_the_one_that_always_stands_beside_it() -> None:
    assert words("昨天，天瑆获奖。由天瑆承建，像天瑆这样的很多。").count("天瑆") >= 2
    assert words("昨天，瓴桥获奖。像瓴桥这样的很多。").count("瓴桥") == 2


def test_once_is_chance() -> None:
    assert words("昨天，能链智电获奖。") == [token.word for token in segment("昨天，能链智电获奖。").items]


def test_what_changes_stays_outside() -> None:
    text = "上聚智算获奖。能链智电获奖。"
    assert words(text) == [token.word for token in segment(text).items]


def test_words_that_join_stay_outside() -> None:
    assert "与聚智算" not in words("明远与聚智算签约。江城与聚智算签约。")


def test_persons_are_left_alone() -> None:
    text = "记者王芯甫报道。王芯甫认为很好。"
    assert words(text) == [token.word for token in segment(text).items]


def test_no_character_is_lost() -> None:
    text = "上芯智造推出新品，会上上芯智造董事长致辞。\n上芯智造还展示了样机。"
    tokens = with_new_words(segment(text), SURNAMES)
    assert "".join(token.word for token in tokens.items) == text
    assert all(text[token.start : token.end] == token.word for token in tokens.items)


def test_what_the_dictionary_joins_and_is_cut_apart_stays_apart() -> None:
    text = "昨天，中共安徽省委发文。这是中共安徽省委说的。"
    assert words(text).count("安徽省委") == 2
