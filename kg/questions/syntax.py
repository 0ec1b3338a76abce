"""Is it a SPARQL query that only reads, and only here? If not: what is wrong, and at which character."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from typing import Final

from rich.cells import cell_len

from kg.errors import QueryError
from kg.questions.complaint import complaint, expected, quoted, sentence, viable
from kg.questions.tokens import Token, TokenKind, meaningful, tokenize

_UPDATES: Final = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH"})
# Keywords that reach outside the store: why they are refused, and what to do without.
_OUTSIDE: Final = {
    "SERVICE": ("SERVICE asks another server, and a query never goes out to the network", "leave the SERVICE part out"),
    "FROM": (
        "FROM names a source of its own, and a query asks this store only",
        "leave FROM out; GRAPH <article IRI> { … } asks a single article",
    ),
}
_PROLOGUE: Final = {"BASE": 2, "PREFIX": 3, "VERSION": 2}
_LONGEST_SHOWN: Final = 40


class QuerySyntaxError(QueryError):
    """A text that cannot be asked.

    `line` and `column` count from 1, `picture` is the line with a caret under the place, full-width signs reckoned.
    """

    def __init__(self, what: str, text: str, offset: int, *, remedy: str = "") -> None:
        """Take the whole text and the code point index of the fault in it."""
        before = text[:offset]
        self.text, self.offset = text, offset
        self.line, self.column = before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1
        line = (text.split("\n")[self.line - 1]).replace("\t", " ").rstrip("\r")
        self.picture = f"{line}\n{' ' * cell_len(line[: self.column - 1])}^"
        super().__init__(what, where=f"line {self.line}, column {self.column}", remedy=remedy)

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle what was given, since a query is checked in another process than the one that asks."""
        return partial(QuerySyntaxError, remedy=self.remedy), (self.what, self.text, self.offset)


def check(text: str, prefixes: Mapping[str, str]) -> None:
    """Raise QuerySyntaxError unless the text is a query that reads this store alone.

    Parsing may evaluate what needs no data, so call this where time is limited.
    """
    _refuse_updates(text)
    # The parser knows no word borders (`SERVICESILENT<…>` is SERVICE to it), so the parser itself is asked: a text
    # that still parses with the letters spoilt has them in names, strings and comments only, never as a keyword.
    masked = re.sub("|".join(_OUTSIDE), lambda match: match.group()[:-1] + "x", text, flags=re.IGNORECASE)
    said = complaint(masked, prefixes)
    if not said:
        return
    for word, (why, remedy) in _OUTSIDE.items():
        if place := _keyword(text, word):
            raise QuerySyntaxError(why, text, place.start, remedy=remedy)
    raise _explained(text, masked, prefixes, said)


def _refuse_updates(text: str) -> None:
    """Say plainly that an update is not asked; the parser would only say that it is no query."""
    tokens = meaningful(tokenize(text))
    if not tokens:
        remedy = "write SELECT …, or see kg query --list for ready questions 可用 kg query --list 查看现成问题"
        raise QuerySyntaxError("the query is empty 查询为空", text, 0, remedy=remedy)
    at = 0
    while at < len(tokens) and tokens[at].kind is TokenKind.WORD and tokens[at].text.upper() in _PROLOGUE:
        at += _PROLOGUE[tokens[at].text.upper()]
    first = tokens[at] if at < len(tokens) else tokens[0]
    if first.kind is TokenKind.WORD and first.text.upper() in _UPDATES:
        what = f"{first.text.upper()} changes data, and a query only reads"
        remedy = "use kg build, kg remove, kg merge or kg split to change the graph 更改图谱请用这些命令"
        raise QuerySyntaxError(what, text, first.start, remedy=remedy)


def _keyword(text: str, word: str) -> Token | None:
    """Where the letters stand outside strings, IRIs, variables and comments."""
    for token in tokenize(text):
        head = token.text.partition(":")[0] if token.kind is TokenKind.NAME else token.text
        if token.kind in (TokenKind.WORD, TokenKind.NAME) and word in head.upper():
            return token
    return None


def _explained(text: str, masked: str, prefixes: Mapping[str, str], said: str) -> QuerySyntaxError:
    """The fault with its place: the first token after which no query can follow any more."""
    tokens = meaningful(tokenize(masked))
    unclosed = next((token for token in tokens if token.kind is TokenKind.UNCLOSED), None)
    if unclosed:
        return QuerySyntaxError("this string has no end", text, unclosed.start, remedy=f"close it with {unclosed.text}")
    low, high = 0, len(tokens)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if viable(masked[: tokens[middle - 1].end], prefixes) else (low, middle - 1)
    if low < len(tokens):
        return _misplaced(text, masked, tokens[low], prefixes, said)
    if meaning := sentence(said):
        select = next((token for token in tokens if token.text.upper() == "SELECT"), tokens[0])
        return QuerySyntaxError(meaning, text, select.start)
    return QuerySyntaxError("the query ends too early", text, tokens[-1].end, remedy=expected(masked, prefixes))


def _misplaced(text: str, masked: str, bad: Token, prefixes: Mapping[str, str], said: str) -> QuerySyntaxError:
    """The fault of a token that nothing can make sense of."""
    if bad.kind is TokenKind.NAME and "Prefix not found" in said:
        known = ", ".join(f"{name}:" for name in sorted(prefixes))
        what = f"the prefix {bad.text.partition(':')[0]}: is not declared"
        return QuerySyntaxError(what, text, bad.start, remedy=f"declare it with PREFIX; these need not be: {known}")
    if bad.kind is TokenKind.IRI and "IRI parsing failed" in said:
        return QuerySyntaxError(f"{text[bad.start : bad.end]} is not an absolute IRI", text, bad.start)
    if meaning := sentence(said):
        return QuerySyntaxError(meaning, text, bad.start)
    piece = text[bad.start : bad.end]
    shown = piece if len(piece) <= _LONGEST_SHOWN else piece[: _LONGEST_SHOWN - 1] + "…"
    remedy = expected(masked[: bad.start], prefixes)
    return QuerySyntaxError(f"{quoted(shown)} cannot stand here", text, bad.start, remedy=remedy)
