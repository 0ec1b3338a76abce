"""What of a text can be seen: code points that only tell a program how to show it are no part of it."""

from __future__ import annotations

import re
from typing import Final

# Controls, soft hyphens, joiners and spaces without width, marks of direction, halves of surrogate pairs,
# noncharacters.
_INVISIBLE: Final = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff"
    "\ud800-\udfff]+"
)
# Line ends that are none of a text file, from word processors and databases.
_LINE_ENDS: Final = re.compile("[\x0b\x1c-\x1f\x85\u2028\u2029]")
# White space that is common in articles and seen, though not printable.
_SPACES: Final = ("\n", "\u3000", "\xa0")


def visible(text: str) -> str:
    """The text without what cannot be seen, all line ends as `\\n`; a form feed stays, as it ends a page."""
    seen = text
    for space in _SPACES:
        seen = seen.replace(space, "")
    # Five times as fast as a search, and true of nearly all articles.
    return text if seen.isprintable() else _LINE_ENDS.sub("\n", without_invisible(text))


def without_invisible(text: str) -> str:
    """The text without what cannot be seen; line ends stay as they are."""
    return _INVISIBLE.sub("", text)
