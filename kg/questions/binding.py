"""Values for a question's parameters: each becomes the rows of that parameter's VALUES blocks, as escaped RDF terms.

A ready question is a complete query that holds an example in `VALUES ?city { … }`; binding replaces what stands
between the braces by terms that pyoxigraph has written, so no text of the user's ever becomes part of the query.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pyoxigraph as ox

from kg.errors import QueryError
from kg.questions.library import Question
from kg.questions.tokens import Token, meaningful, tokenize

Term = ox.NamedNode | ox.Literal

UNDEFINED: tuple[Term, ...] = ()
"""The terms of a parameter that is left open."""


def bind(question: Question, values: Mapping[str, Sequence[Term]]) -> str:
    """The question's text with the terms of each parameter in its VALUES blocks, UNDEF where there are none.

    Raises QueryError for a parameter whose VALUES block the text lacks.
    """
    text = question.text
    for name, terms in values.items():
        body = " ".join(str(term) for term in terms) or "UNDEF"
        # From the last to the first, so that the places of the others stay.
        for start, end in reversed(_blocks(question, text, name)):
            text = f"{text[:start]} {body} {text[end:]}"
    return text


def _blocks(question: Question, text: str, name: str) -> list[tuple[int, int]]:
    """Where the inside of each `VALUES ?name { … }` begins and ends."""
    tokens = meaningful(tokenize(text))
    found = [
        (third.end, _closing(tokens[at + 3 :], question, name).start)
        for at, (first, second, third) in enumerate(zip(tokens, tokens[1:], tokens[2:], strict=False))
        if first.text.upper() == "VALUES" and second.text[1:] == name and third.text == "{"
    ]
    if not found:
        raise _without_block(question, name)
    return found


def _closing(tokens: Iterable[Token], question: Question, name: str) -> Token:
    for token in tokens:
        if token.text == "}":
            return token
    raise _without_block(question, name)


def _without_block(question: Question, name: str) -> QueryError:
    remedy = f"write VALUES ?{name} {{ … }} with an example where the parameter is used"
    return QueryError(f"the parameter {name} has no VALUES block", where=question.where, remedy=remedy)
