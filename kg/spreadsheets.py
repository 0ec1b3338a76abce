"""What a spreadsheet would run instead of showing it: the text of an article is anybody's."""

from __future__ import annotations

from typing import Final

# A cell that begins so counts as a formula; the full-width forms do where the input is Chinese.
_FORMULA: Final = tuple("=+-@\t\r\n＝＋－＠")


def is_formula(text: str) -> bool:
    """Whether a spreadsheet might run the text instead of showing it."""
    return text.startswith(_FORMULA)


def harmless(text: str) -> str:
    """The text for a CSV cell: an apostrophe goes before what a spreadsheet would run."""
    return "'" + text if is_formula(text) else text
