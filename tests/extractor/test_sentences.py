"""Where sentences and clauses begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extractor.sentences import clauses, sentences
from tests.conftest import make_article


def cut(text: str, title: str = "") -> list[str]:
    article = make_article(text, title=title)
    return [article.text[s.start : s.end] for s in sentences(article)]


def parts(text: str) -> list[str]:
    return [text[a:b] for a, b in clauses(text, 0, len(text))]


def test_a_sentence_ends_at_a_stop_or_semicolon() -> None:
    assert cut("平台上线。用户增加；收入呢？") == ["平台上线。", "用户增加；", "收入呢？"]


def test_a_closing_mark_belongs_to_the_sentence_it_closes() -> None:
    assert cut("他说：“平台上线了。”用户增加。") == ["他说：“平台上线了。”", "用户增加。"]


def test_a_title_is_one_sentence() -> None:
    assert cut("平台上线。", title="平台上线！用户增加") == ["平台上线！用户增加", "平台上线。"]


@pytest.mark.parametrize("number", ["1.", "12、", "（3）", "（十二）", "四、", "①", "●", "■ "])
def test_the_number_of_a_paragraph_is_no_part_of_it(number: str) -> None:
    assert cut(f"{number}推进平台建设。用户增加。") == ["推进平台建设。", "用户增加。"]


@pytest.mark.parametrize("text", ["1.5万户用上平台。", "5G平台上线。", "（江城）平台上线。", "十四五规划出台。"])
def test_a_figure_at_the_beginning_is_no_number_of_a_paragraph(text: str) -> None:
    assert cut(text) == [text]


def test_a_paragraph_needs_no_stop() -> None:
    assert cut("平台上线\n用户增加") == ["平台上线", "用户增加"]


def test_what_is_far_too_long_for_a_sentence_is_cut_behind_a_comma() -> None:
    text = "江城市与云帆科技合作，" * 1000
    found = cut(text)
    assert "".join(found) == text
    assert len(found) > 5
    assert all(len(part) <= 1_500 and part.endswith("，") for part in found)


def test_a_space_parts_the_clauses_of_a_headline() -> None:
    assert parts("江城携手云帆科技 共建数据中心") == ["江城携手云帆科技 ", "共建数据中心"]
    assert parts("建成 “江城云” 与 5G 专网") == ["建成 “江城云” ", "与 5G 专网"]


def test_a_head_in_brackets_is_a_clause() -> None:
    assert parts("【科技创新】集团建有实验室") == ["【科技创新】", "集团建有实验室"]


def test_clauses_end_at_commas_colons_and_dashes() -> None:
    assert parts("会上，他说：平台上线——用户增加") == ["会上，", "他说：", "平台上线——", "用户增加"]


def test_a_colon_behind_a_verb_that_lists_cuts_nothing() -> None:
    assert parts("平台包括：慧眼、慧桥，均已上线") == ["平台包括：慧眼、慧桥，", "均已上线"]


def test_a_dateline_is_a_clause_of_its_own() -> None:
    assert parts("7月28日讯 绵阳市建成基站。") == ["7月28日讯", " 绵阳市建成基站。"]
    assert parts("7月28日电（记者李明）绵阳市建成基站。") == ["7月28日电（记者李明）", "绵阳市建成基站。"]
    assert parts("7月28日电力公司建成基站。") == ["7月28日电力公司建成基站。"]


def test_marks_inside_quotation_marks_and_brackets_cut_nothing() -> None:
    assert parts("打造“一张网，一朵云”（含一期，二期），用户增加") == [
        "打造“一张网，一朵云”（含一期，二期），",
        "用户增加",
    ]


def test_speech_has_clauses_of_its_own() -> None:
    assert parts("他说：“平台上线了，用户增加。”") == ["他说：", "“平台上线了，", "用户增加。", "”"]


def test_a_mark_that_is_never_closed_does_not_swallow_the_rest() -> None:
    assert len(parts("他说“" + "很好" * 40 + "，后来，走了")) == 3


@given(st.text(alphabet="市与，。；：“”（）《》—A1 ", max_size=80))
def test_clauses_cover_any_text_without_gaps(text: str) -> None:
    assert "".join(parts(text)) == text
