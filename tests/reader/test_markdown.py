"""Markdown becomes lines."""

from __future__ import annotations

from itertools import pairwise

import pytest

from kg.model import BlockKind
from kg.reader import markdown, read_string
from kg.reader.lines import Line


def _lines(text: str) -> list[tuple[str, BlockKind | None]]:
    return [(line.text.strip(), line.kind) for line in markdown.lines_of(text)]


def test_marks_at_the_beginning_tell_the_kind() -> None:
    assert _lines("# 一\n> 导语。\n- 项\n* 目\n正文。\n---\n```") == [
        ("一", BlockKind.HEADING),
        ("导语。", BlockKind.LEAD),
        ("项", None),
        ("目", None),
        ("正文。", None),
    ]


def test_a_rule_with_words_at_its_end_is_read_at_once() -> None:
    assert _lines("-" * 60 + "甲城") == [("-" * 60 + "甲城", None)]


def test_a_strong_line_is_a_heading() -> None:
    assert _lines("**算力先行**") == [("算力先行", BlockKind.HEADING)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("**第一步是签约。**第二步是建设。", ["第一步是签约。", "第二步是建设。"]),
        ("甲城与[乙公司](https://example.org/a_(b))签约", ["甲城与", "乙公司", "签约"]),
        ("甲城`云`签约__今天__", ["甲城", "云", "签约", "今天"]),
        ("**甲城**[签约](b)", ["甲城", "签约"]),
        ("2*3*4，snake_case_name", ["2*3*4，snake_case_name"]),
        (r"增长2\.5%，\*注\*\[1\]，C:\云", ["增长2", ".5%，", "*注", "*", "[1", "]，C:\\云"]),
    ],
)
def test_a_sentence_stays_whole_and_its_seams_tell_where_marks_stood(text: str, pieces: list[str]) -> None:
    (line,) = markdown.lines_of(text)
    cuts = [0, *line.seams, len(line.text)]
    assert [line.text[start:end] for start, end in pairwise(cuts)] == pieces


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("甲城![图](a.png)，签约", ["甲城", "签约"]),
        ("**交通** 甲城建成平台。**医疗** 乙城建成平台。", ["交通", "甲城建成平台。", "医疗", "乙城建成平台。"]),
    ],
)
def test_a_line_breaks_at_a_picture_and_behind_a_lead_in(text: str, lines: list[str]) -> None:
    assert [piece for piece, _ in _lines(text)] == lines


def test_pieces_of_a_sentence_are_no_headings() -> None:
    assert {kind for _, kind in _lines("甲城与**乙公司**签约")} == {BlockKind.PARAGRAPH}


def test_cells_of_a_table_are_lines() -> None:
    assert [text for text, _ in _lines("| 城市 | 基站 |\n|---|:-:|\n| 甲城 | 三千 |")] == [
        "城市",
        "基站",
        "甲城",
        "三千",
    ]


def test_automatic_links_go_before_any_parser_sees_them() -> None:
    assert markdown.take_out_autolinks("前<http://example.org/a?b=1,2>后") == ("前\n\n后", "http://example.org/a?b=1,2")
    assert markdown.take_out_autolinks("a < b, c > d") == ("a < b, c > d", "")


@pytest.mark.parametrize(
    "line",
    [
        "- [甲城上云](https://example.org/1)",
        "# [甲城上云](https://example.org/1)",
        "[甲城上云](https://example.org/1 '题')",
    ],
)
def test_a_line_that_is_a_link_is_title_and_address(line: str) -> None:
    assert markdown.title_link(line) == ("甲城上云", "https://example.org/1")


def test_hints_survive_the_marks() -> None:
    from kg.model import Hint

    (line,) = markdown.refine(Line("> 乙公司签约", hints=(Hint(2, 5, "HK00700"),)))
    assert [(line.text[h.start : h.end], h.code) for h in line.hints] == [("乙公司", "HK00700")]


def test_a_line_in_single_stars_loses_them() -> None:
    assert _lines("*甲城，三月*\n2*3*4") == [("甲城，三月", None), ("2*3*4", None)]


@pytest.mark.parametrize(
    "heading", ["# **江城**建成平台", "## 江城[建成](https://example.org)平台", "# 江城`建成`平台 #"]
)
def test_a_first_heading_gives_the_title_without_its_marks(heading: str) -> None:
    (article,) = read_string(f"{heading}\n\n江城市今天建成智慧平台。", "a.md")
    assert article.title == "江城建成平台"
    assert article.blocks[0].kind is BlockKind.TITLE
    assert article.seams[0] == 2
