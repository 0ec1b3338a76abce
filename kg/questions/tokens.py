"""A SPARQL text in its smallest parts, so that keywords are told from the words inside strings, IRIs and comments."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class TokenKind(StrEnum):
    """What a token is."""

    SPACE = "space"
    COMMENT = "comment"
    IRI = "iri"
    STRING = "string"
    UNCLOSED = "unclosed"
    VARIABLE = "variable"
    NAME = "name"
    LANGUAGE = "language"
    WORD = "word"
    NUMBER = "number"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of the text; `start` is a code point index."""

    kind: TokenKind
    text: str
    start: int

    @property
    def end(self) -> int:
        """The index after the last character."""
        return self.start + len(self.text)


# The order decides: a string before its quotation mark, a prefixed name before a word.
_TOKEN: Final = re.compile(
    r"""
    (?P<space>\s+)
  | (?P<comment>\#[^\r\n]*)
  | (?P<iri><[^<>"{}|^`\s]*>)
  | (?P<string>\"{3}(?:(?:"|"")?(?:[^"\\]|\\.))*\"{3}
             |'{3}(?:(?:'|'')?(?:[^'\\]|\\.))*'{3}
             |"(?:[^"\\\r\n]|\\.)*"(?!") | ""(?!")
             |'(?:[^'\\\r\n]|\\.)*'(?!') | ''(?!'))
  | (?P<unclosed>["'])
  | (?P<variable>[?$]\w+)
  | (?P<name>(?:[^\W\d][\w.\-]*)?:(?:[\w:%\-]|\.(?=[\w:%.\-])|\\[_~.\-!$&'()*+,;=/?\#@%])*)
  | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<word>[^\W\d]\w*)
  | (?P<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)
  | (?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)


def tokenize(text: str) -> list[Token]:
    """Every part of a text, nothing left out: joined they are the text. A string without its end is UNCLOSED."""
    return [
        Token(TokenKind(match.lastgroup or "mark"), match.group(), match.start()) for match in _TOKEN.finditer(text)
    ]


def meaningful(tokens: list[Token]) -> list[Token]:
    """The tokens without spaces and comments."""
    return [token for token in tokens if token.kind not in (TokenKind.SPACE, TokenKind.COMMENT)]
