"""Reading what the SPARQL parser says of a text that it cannot take: how far it came, and what it would have liked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

import pyoxigraph as ox

# The parser tells how far it came, give or take the length of the keyword it was looking for; that many blanks after
# a text keep "stopped at the end" apart from "stopped at the last word".
_PAD: Final = " " * 40
_PLACE: Final = re.compile(r"error at (\d+):(\d+): expected (?:one of )?(.*)", re.DOTALL)
_SENTENCE: Final = re.compile(r"(?:^|, )([A-Za-z]+(?: [A-Za-z*]+)+)(?=, |\Z)")
_ITEM: Final = re.compile(r'(?:^|, )"((?:\\.|[^"\\])*)"(?=, |\Z)|(?:^|, )([A-Z]{4,})(?=, |\Z)')
# Said of every name that was tried, so of use only at the name itself.
_NOT_HERE: Final = frozenset({"Prefix not found", "IRI parsing failed"})
_IN_WORDS: Final = {
    **dict.fromkeys("?$", "a variable"),
    **dict.fromkeys(('"', "'", "'''", r"\"\"\"", r"\""), "a string"),
    **dict.fromkeys("+-", "a number"),
    "<": "an IRI",
    ":": "a name",
}
# True, but of no help to somebody who looks for a slip.
_RARE: Final = frozenset({"{|", "~", "<<", "<<(", "_:", "<<{", "[", "^", "!", ".", "COUNT", "EXISTS"})
_MANY: Final = 8


def complaint(text: str, prefixes: Mapping[str, str]) -> str:
    """What the parser says against a query, "" if it has nothing to say.

    It evaluates on the way what needs no data, so that a text must not name a SERVICE, and time should be limited.
    """
    try:
        ox.Store().query(text, prefixes=dict(prefixes))
    except SyntaxError as error:
        return str(error)
    return ""


def viable(text: str, prefixes: Mapping[str, str]) -> bool:
    """Whether a query can begin so: the parser comes to the end of the text."""
    said = complaint(text + _PAD, prefixes)
    return not said or _reached(said, text) > len(text)


def _reached(said: str, text: str) -> int:
    """The offset at which the parser gave up, less half the blanks."""
    match = _PLACE.match(said)
    if not match:
        return 0
    lines = text.split("\n")[: int(match[1]) - 1]
    return sum(len(line) + 1 for line in lines) + int(match[2]) - 1 - len(_PAD) // 2


def sentence(said: str) -> str:
    """What the parser says in words, as it does where the grammar holds but the meaning does not; else ""."""
    match = _PLACE.match(said)
    found = _SENTENCE.findall(match[3]) if match else []
    return next((one for one in found if one not in _NOT_HERE and not one.isupper()), "")


def expected(text: str, prefixes: Mapping[str, str]) -> str:
    """What the parser would have taken at the end of a text, in a few words; "" where there is little to say."""
    match = _PLACE.match(complaint(text + _PAD, prefixes))
    items = _ITEM.findall(match[3]) if match else []
    marks = dict.fromkeys(_IN_WORDS.get(mark, mark) for mark, _ in items if mark and mark not in _RARE)
    words = sorted({word for _, word in items if word})
    named = sorted(marks, key=lambda mark: (not mark.startswith("a"), mark)) + words
    return f"expected {', '.join(map(quoted, named[:_MANY]))}{' …' if len(named) > _MANY else ''}" if named else ""


def quoted(piece: str) -> str:
    """A piece of a query as it stands in a sentence: signs in quotation marks, or they would be taken for its own."""
    return piece if any(letter.isalnum() for letter in piece) else f'"{piece}"'
