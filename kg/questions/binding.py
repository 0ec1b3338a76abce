"""Values for a question's parameters: each becomes the rows of that parameter's VALUES blocks, as escaped RDF terms.

A ready question is a complete query that holds an example in `VALUES ?city { … }`; binding replaces what stands
between the braces by terms that pyoxigraph has written, so no text of the user's ever becomes part of the query.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import pyoxigraph as ox

from kg.errors import QueryError
from kg.questions.tokens import TokenKind, meaningful, tokenize

Term = ox.NamedNode | ox.Literal

UNDEFINED: Final[tuple[Term, ...]] = ()
"""The terms of a parameter that is left open."""


def bind(text: str, where: str, values: Mapping[str, Sequence[Term]]) -> str:
    """The text with the terms of each parameter in its VALUES blocks, UNDEF where there are none.

    Raises QueryError, naming `where` the text comes from, for a parameter that has no VALUES block.
    """
    blocks = _blocks(text)
    for name in values:
        if not any(block.name == name for block in blocks):
            remedy = f"write VALUES ?{name} {{ … }} with an example where the parameter is used"
            raise QueryError(f"the parameter {name} has no VALUES block", where=where, remedy=remedy)
    # From the last to the first, so that the places of the others stay.
    for block in reversed(blocks):
        if block.name in values:
            body = " ".join(str(term) for term in values[block.name]) or "UNDEF"
            text = f"{text[: block.start]} {body} {text[block.end :]}"
    return text


@dataclass(frozen=True, slots=True)
class _Block:
    """Where the inside of a `VALUES ?name { … }` begins and ends."""

    name: str
    start: int
    end: int


@lru_cache(maxsize=64)
def _blocks(text: str) -> tuple[_Block, ...]:
    """All blocks of values for one variable, in order."""
    tokens = meaningful(tokenize(text))
    found = []
    for at, (first, second, third) in enumerate(zip(tokens, tokens[1:], tokens[2:], strict=False)):
        if first.text.upper() == "VALUES" and second.kind is TokenKind.VARIABLE and third.text == "{":
            end = next((token.start for token in tokens[at + 3 :] if token.text == "}"), len(text))
            found.append(_Block(second.text[1:], third.end, end))
    return tuple(found)
