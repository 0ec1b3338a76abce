"""What in a query is sound SPARQL and finds nothing all the same: an unknown term, a name without its language.

It looks at the text only, and tells what is surely a slip; the query is asked as it stands.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from kg import ids, ontology
from kg.questions.asking import question_of
from kg.questions.tokens import Token, TokenKind, meaningful, tokenize

# Every text at these ends has a language.
_NAMING: Final = frozenset(("rdfs:label", "skos:altLabel", "skos:prefLabel"))


def doubts(asked: str) -> list[str]:
    """What is doubtful in a question as it was asked, each in a line for people, once and in the order of the text."""
    tokens = meaningful(tokenize(question_of(asked).text))
    return list(dict.fromkeys((*_unknown(tokens), *_untagged(tokens))))


def _unknown(tokens: list[Token]) -> Iterator[str]:
    """Terms of our namespace that the ontology does not have."""
    known = ontology.load()
    space = dict(known.prefixes) | _declared(tokens)
    for token in tokens:
        prefix, _, local = token.text.partition(":")
        iri = token.text[1:-1] if token.kind is TokenKind.IRI else space.get(prefix, "") + local
        name = iri.removeprefix(ids.ONTOLOGY)
        if token.kind in (TokenKind.IRI, TokenKind.NAME) and name and name != iri and name not in known.labels:
            near = difflib.get_close_matches(name, known.labels, 3, 0.6)
            perhaps = f" — perhaps 是否为 {', '.join(f'sc:{one}' for one in near)}" if near else ""
            yield f"the ontology has no term {token.text} 本体中没有这个术语{perhaps}"


def _declared(tokens: list[Token]) -> dict[str, str]:
    """The prefixes that a query declares itself."""
    return {
        name.text.removesuffix(":"): iri.text[1:-1]
        for keyword, name, iri in zip(tokens, tokens[1:], tokens[2:], strict=False)
        if keyword.text.upper() == "PREFIX"
    }


def _untagged(tokens: list[Token]) -> Iterator[str]:
    """Texts without a language that are asked for as names, directly or by a variable that holds a name."""
    names = {name.text for by, name in pairwise(tokens) if by.text in _NAMING and name.kind is TokenKind.VARIABLE}
    for at, token in enumerate(tokens):
        if token.kind is TokenKind.STRING and _is_bare(tokens, at) and _is_named(tokens, at, names):
            language = "en" if token.text.isascii() else "zh"
            remedy = f"write {token.text}@{language}"
            yield f"{token.text} has no language, and every name has one 名称带有语言标签 — {remedy}"


def _is_bare(tokens: list[Token], at: int) -> bool:
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is None or (after.kind is not TokenKind.LANGUAGE and after.text != "^")


def _is_named(tokens: list[Token], at: int, names: set[str]) -> bool:
    """Whether a text stands behind `rdfs:label`, beside `?name =`, or in `VALUES ?name { … }` or `?name IN ( … )`."""
    before = tokens[:at]
    while before and (before[-1].kind in (TokenKind.STRING, TokenKind.LANGUAGE) or before[-1].text == ","):
        before.pop()
    match [token.text for token in before[-3:]]:
        case [*_, by] if by in _NAMING:
            return True
        case [*_, name, "="] | [*_, name, "{"] if name in names:
            return True
        case [name, word, "("] if name in names and word.upper() == "IN":
            return True
    after = [token.text for token in tokens[at + 1 : at + 3]]
    return len(after) == 2 and after[0] == "=" and after[1] in names
