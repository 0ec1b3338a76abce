"""Paragraphs broken at a margin in short and mixed texts."""

from __future__ import annotations

import pytest

from kg.reader import read_string
from kg.reader.wrapped import rejoined

FIRST = "5月10日，经过近一年的洽谈，江城市与云帆科技"
SECOND = "签署战略合作协议，双方将在智慧城市领域合作。"


def blocks(text: str) -> list[str]:
    (article,) = read_string(text, "a.txt")
    return [article.text[block.start : block.end] for block in article.blocks]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"{FIRST}\n{SECOND}\n", []),
        (f"江城上云\n\n{FIRST}\n{SECOND}\n", ["江城上云"]),
        (f"江城上云\n{FIRST}\n{SECOND}\n", ["江城上云"]),
        (f"# 江城上云\n{FIRST}\n{SECOND}\n", ["江城上云"]),
    ],
)
def test_a_short_text_is_joined_though_two_lines_make_no_margin(text: str, title: list[str]) -> None:
    assert blocks(text) == [*title, FIRST + SECOND]


def test_in_markdown_only_paragraphs_are_joined() -> None:
    text = f"""# 江城上云

{FIRST}
{SECOND}

- 甲平台为全市的政务系统提供算力服务，一期投资十亿元
- 乙平台为全市的教育系统提供算力服务，二期投资二亿元。

| 江城市与云帆科技的合作，一期投资十亿元，二期未定 |
| 江城市与滨河市的合作，一期投资二亿元，二期未定。 |

该中心将为全市的政务、教育和医疗系统提供the best
computing，并带动上下游企业。
"""
    assert blocks(text) == [
        "江城上云",
        FIRST + SECOND,
        "甲平台为全市的政务系统提供算力服务，一期投资十亿元",
        "乙平台为全市的教育系统提供算力服务，二期投资二亿元。",
        "江城市与云帆科技的合作，一期投资十亿元，二期未定",
        "江城市与滨河市的合作，一期投资二亿元，二期未定。",
        "该中心将为全市的政务、教育和医疗系统提供the best computing，并带动上下游企业。",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        # A title, with a clause and without.
        ["江城携手云帆科技，共建城市大脑服务广大市民", "5月10日，双方签约，将在智慧城市领域展开合作。"],
        ["江城携手云帆科技在城南新区建设城市大脑和数据中心", "双方签约，将在智慧城市、数字政务等领域展开合作。"],
        # A list, and one with numbers.
        ["云帆科技（江城）有限公司", "滨河数字产业有限公司", "江城市大数据管理局。"],
        ["1. 建设数据中心，为全市提供算力服务保障", "2. 建设城市大脑，为全市提供治理服务保障。"],
        # A paragraph on one line, and the next.
        [FIRST + SECOND, FIRST + SECOND],
        # A caption and what is far longer.
        ["图为江城市与云帆科技签约现场，记者赵一摄", (FIRST + SECOND) * 3],
        # Columns of a table.
        ["江城市    数据中心，一期    投资十亿元", "滨河市    城市大脑，二期    投资二亿元。"],
    ],
)
def test_what_is_no_broken_paragraph_stays_as_it_is(lines: list[str]) -> None:
    assert rejoined(lines) == lines
