"""An article in traditional script is read in simplified characters, and has those of the file in the end."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import Final

from kg.ids import content_key
from kg.model import Article
from kg.script import is_traditional, simplified

_LEFT_OUT: Final = re.compile(r"<[^<>]*>|\s+")


def in_any_script(fields: Mapping[str, str], read: Callable[[Mapping[str, str]], Article]) -> Article:
    """The article that is read from some texts, in whatever script they are."""
    printed = "\n".join(fields.values())
    if not is_traditional(printed):
        return read(fields)
    simple = simplified(printed)
    ends = accumulate((len(text) + 1 for text in fields.values()), initial=0)
    texts = (simple[start : end - 1] for start, end in pairwise(ends))
    return _Print(printed, simple).of(read(dict(zip(fields, texts, strict=True))))


class _Print:
    """A text as printed, and where the words of what was read from it stand in it."""

    def __init__(self, printed: str, read: str) -> None:
        """Both are of one length; white space and tags are left out, since what is read has none or others."""
        borders = [0, *(place for match in _LEFT_OUT.finditer(read) for place in match.span()), len(read)]
        kept = [slice(start, end) for start, end in zip(borders[::2], borders[1::2], strict=True)]
        self._printed = "".join(printed[piece] for piece in kept)
        self._read = "".join(read[piece] for piece in kept)
        self._last = 0

    def of(self, article: Article) -> Article:
        """The article in the characters of the print."""
        borders = sorted({0, len(article.text), *article.seams, *(block.end for block in article.blocks)})
        text = "".join(self._words(article.text[start:end]) for start, end in pairwise(borders))
        title = text[: len(article.title)]
        publisher, author = self._words(article.publisher), self._words(article.author)
        key = content_key(title, text)
        return replace(article, key=key, title=title, text=text, publisher=publisher, author=author)

    def _words(self, read: str) -> str:
        """Words that were read, as printed, with their white space."""
        found = iter(self._found("".join(read.split())))
        return "".join(letter if letter.isspace() else next(found) for letter in read)

    def _found(self, read: str) -> str:
        """A stretch of letters as printed; as a rule it stands behind the last one, and whole."""
        at = self._read.find(read, self._last)
        at = self._read.find(read) if at < 0 else at
        if at >= 0:
            self._last = at + len(read)
            return self._printed[at : self._last]
        half = len(read) // 2
        return self._found(read[:half]) + self._found(read[half:]) if half else read
