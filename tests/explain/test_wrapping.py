"""Lines are as wide as the terminal draws them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from kg.explain.wrapping import wrapped


def _lines(text: str, width: int, indent: int = 0) -> list[str]:
    return [line.plain for line in wrapped(Text(text), width, indent)]


def test_a_chinese_character_takes_two_cells() -> None:
    assert _lines("一二三四五六七八九十甲乙丙丁", 20) == ["一二三四五六七八九十", "甲乙丙丁"]


def test_later_lines_are_set_in() -> None:
    assert _lines("一二三四五六七八九十甲乙丙丁", 20, 4) == ["一二三四五六七八九十", "    甲乙丙丁"]


def test_a_latin_word_stays_whole() -> None:
    assert _lines("一二三四五六七八digital twin", 20) == ["一二三四五六七八", "digital twin"]


def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() -> None:
    assert _lines("一二三四五六七八九十，甲乙", 20) == ["一二三四五六七八九", "十，甲乙"]
    assert _lines("一二三四五六七八九《甲乙》", 20) == ["一二三四五六七八九", "《甲乙》"]


def test_styles_survive_the_break() -> None:
    text = Text("一二三四五六七八九")
    text.append("十甲乙", style="bold")
    first, second = wrapped(text, 20)
    assert [(span.start, span.end, span.style) for span in first.spans] == [(9, 10, "bold")]
    assert [(span.start, span.end, span.style) for span in second.spans] == [(0, 2, "bold")]


_mixed = st.text(alphabet="一二三，。《》“”abc019 -/", max_size=200)


@given(_mixed, st.integers(24, 100), st.integers(0, 8))
def test_lines_fit_and_lose_nothing(text: str, width: int, indent: int) -> None:
    lines = _lines(text, width, indent)
    assert max((cell_len(line) for line in lines), default=0) <= width
    assert "".join([*lines[:1], *(line[indent:] for line in lines[1:])]) == text
