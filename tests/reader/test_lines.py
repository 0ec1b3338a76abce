"""Lines and their kinds."""

from __future__ import annotations

import pytest

from kg.model import BlockKind, Hint
from kg.reader.lines import Line, closed_up, looks_like_heading, plain_title, settle_kinds, tidy

_PARAGRAPH = "甲城今年计划建设一座数据中心，由乙公司承建，明年投入使用。"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("算力先行", True),
        ("为城市装上“大脑”", True),
        ("两头都要抓，一头不能松", True),
        ("（二）建设进展", True),
        ("项目已经建成。", False),
        ("“我们准备好了。”", False),
        ("（资料图）", False),
        ("——摘自报告", False),
        ("三个方面：", False),
        ("2023", False),
        ("一座比三十个字还要长的题目通常并不是题目而是一句没有写完的话或者一段被截断了的文字", False),
    ],
)
def test_a_heading_is_short_and_stops_openly(text: str, expected: bool) -> None:
    assert looks_like_heading(text) is expected


def _kinds(*texts: str) -> list[str]:
    return [str(line.kind) for line in settle_kinds([Line(text) for text in texts])]


def test_a_heading_stands_before_a_paragraph() -> None:
    assert _kinds("算力先行", _PARAGRAPH) == ["heading", "paragraph"]
    assert _kinds("第一部分", "算力先行", _PARAGRAPH) == ["heading", "heading", "paragraph"]


def test_the_last_line_and_the_rows_of_a_table_are_no_headings() -> None:
    assert _kinds(_PARAGRAPH, "记者调查") == ["paragraph", "paragraph"]
    assert _kinds("城市名称", "基站总数", "甲城市区", "三千多个", _PARAGRAPH)[2:] == ["paragraph"] * 3


def test_a_kind_that_is_known_stays() -> None:
    line = Line("甲城与乙公司签约", BlockKind.LEAD)
    assert settle_kinds([line, Line(_PARAGRAPH)])[0].kind is BlockKind.LEAD


def test_white_space_is_squeezed_and_hints_move_with_the_text() -> None:
    (line,) = tidy(Line("　　甲城 \n 与乙公司签约", hints=(Hint(8, 11, "HK00700"),)))
    assert line.text == "甲城 与乙公司签约"
    (hint,) = line.hints
    assert line.text[hint.start : hint.end] == "乙公司"


def test_what_cannot_be_seen_is_taken_out_and_hints_move_with_the_text() -> None:
    (line,) = tidy(Line("甲\u200b城与\x00乙\u00ad公司签约\u202e", hints=(Hint(5, 9, "HK00700"),), seams=(2,)))
    assert (line.text, line.seams) == ("甲城与乙公司签约", (1,))
    (hint,) = line.hints
    assert line.text[hint.start : hint.end] == "乙公司"
    assert plain_title("甲城\u200b \n乙城") == "甲城 乙城"


def test_gaps_beside_latin_letters_and_digits_go_where_a_site_sets_them_throughout() -> None:
    spaced = Line("甲城与 ABC 公司建成 5G 基站 1800 个，占 12% 以上", hints=(Hint(4, 9, "HK00700"),), seams=(12,))
    (line,) = closed_up((spaced,))
    assert (line.text, line.seams) == ("甲城与ABC公司建成5G基站1800个，占12%以上", (10,))
    (hint,) = line.hints
    assert line.text[hint.start : hint.end] == "ABC公司"[:4]
    assert closed_up((spaced, Line("甲城与ABC公司建成5G基站1800个，占12%以上")))[0] is spaced
    assert closed_up((Line("甲城携手乙公司 5G 先行"),))[0].text == "甲城携手乙公司 5G 先行"


def test_pieces_are_never_joined() -> None:
    pieces = Line("甲城（下转第二版）乙城", hints=(Hint(0, 2, "A"), Hint(1, 5, "B"), Hint(9, 11, "C"))).without(
        [(2, 9)]
    )
    assert [piece.text for piece in pieces] == ["甲城", "乙城"]
    assert [piece.hints for piece in pieces] == [(Hint(0, 2, "A"),), (Hint(0, 2, "C"),)]
