"""A draft becomes an article."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ReadError
from kg.model import BlockKind, Hint
from kg.reader.article import article_of, assemble
from kg.reader.dates import CHINA
from kg.reader.lines import ArticleDraft, Line

_LINES = st.lists(st.text(alphabet="甲乙丙城市与，。 \u3000ａ5\u200b", max_size=30), min_size=1, max_size=5)


def test_text_is_title_and_blocks_a_line_each() -> None:
    published = datetime(2023, 3, 6, tzinfo=CHINA)
    article = article_of(
        "算力先行\n甲城建成数据中心。", title="甲城 上云", source="a.txt", published=published, publisher="甲城日报"
    )
    assert article.text == "甲城 上云\n算力先行\n甲城建成数据中心。"
    assert [str(block.kind) for block in article.blocks] == ["title", "heading", "paragraph"]
    assert (article.published, article.publisher, article.source) == (published, "甲城日报", "a.txt")


def test_the_key_depends_on_title_and_text_only() -> None:
    one = article_of("甲城建成数据中心。", title="甲城", source="a.txt", publisher="甲城日报")
    same = article_of("甲城建成数据中心。", title="甲城", source="b.txt")
    other = article_of("甲城\n甲城建成数据中心。", source="a.txt")
    assert one.key == same.key
    assert one.key != other.key


def test_hints_lie_where_their_words_are() -> None:
    lines = (Line("第一段。"), Line("  甲城与乙公司签约。", hints=(Hint(5, 8, "HK00700"),)))
    article = assemble(ArticleDraft(lines, title="题"), "a.txt")
    (hint,) = article.hints
    assert article.text[hint.start : hint.end] == "乙公司"


def test_a_title_is_not_said_twice() -> None:
    article = assemble(ArticleDraft((Line("甲城上云"), Line("正文。")), title="甲城上云"), "a.txt")
    assert article.text == "甲城上云\n正文。"


def test_a_title_of_its_own_goes_before_a_heading_and_that_before_what_a_notice_told() -> None:
    heading, text = Line("甲城上云", kind=BlockKind.HEADING), Line("甲城建成数据中心。")
    assert assemble(ArticleDraft((heading, text), title="云上甲城"), "a.txt", "甲城日报快讯").title == "云上甲城"
    assert assemble(ArticleDraft((heading, text)), "a.txt", "甲城日报快讯").text == "甲城上云\n甲城建成数据中心。"
    assert assemble(ArticleDraft((text,)), "a.txt", "甲城日报快讯").title == "甲城日报快讯"


@pytest.mark.parametrize("lines", [(), (Line("  "),), (Line("……"),)])
def test_an_article_without_words_is_refused(lines: tuple[Line, ...]) -> None:
    with pytest.raises(ReadError, match="no text is left") as caught:
        assemble(ArticleDraft(lines, title="只有题目"), "a.txt")
    assert caught.value.where == "a.txt"


def test_full_width_forms_stay_as_written() -> None:
    assert article_of("增长１５％，ＡＩ先行。").text == "增长１５％，ＡＩ先行。"


@given(_LINES)
def test_blocks_cover_the_text_line_by_line(lines: list[str]) -> None:
    try:
        article = article_of("\n".join(lines))
    except ReadError:
        return
    pieces = [article.text[block.start : block.end] for block in article.blocks]
    assert "\n".join(pieces) == article.text
    assert all(piece == " ".join(piece.split()) and piece for piece in pieces)
    assert BlockKind.TITLE not in {block.kind for block in article.blocks}
