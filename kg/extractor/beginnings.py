"""Regular expressions with a look at the first character: where it begins no match nothing more is tried.

Python looks so itself where an expression opens with a character, a class of them, or plain words. With any other
opening (`(?<!上)市|(?:正在|已)开工`) it tries one alternative after the other at each place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from kg import expressions

# A quantifier binds to the last character of the words before it.
_OPTIONAL: Final = r"[?*]|\{0?(?:,\d*)?\}"
_QUANTIFIED: Final = rf"(?={_OPTIONAL}|\{{)"
_PIECE: Final = re.compile(
    rf"""(?P<listed>(?:\w+\|)+) | (?P<words>\w{_QUANTIFIED}|(?:\w(?!{_QUANTIFIED}))+)
       | \[(?P<members>(?!\^)(?:\\.|[^\]\\])+)\]
       | (?P<look>\(\?<?[=!]) | (?P<opening>\((?:\?(?:P<\w+>|:))?) | (?P<closing>\)) | (?P<bar>\|)
       | (?P<optional>{_OPTIONAL}) | (?P<repeated>\+|\{{\d+(?:,\d*)?\}}) | (?P<border>[\^$]|\\[ABbZ])
       | (?P<kind>\\[dsw]) | (?P<sign>\\\W|[^\w\\\[{{.]) | \[\^.(?:\\.|[^\]\\])*\] | .""",
    re.VERBOSE | re.DOTALL,
)
# What a class lists: characters and ranges of them.
_MEMBER: Final = re.compile(r"(?:\\.|[^\\])(?:-(?:\\.|[^\\]))?", re.DOTALL)
# Groups of other kinds than those above, and flags.
_OTHER: Final = re.compile(r"\(\?(?!P<|:|<?[=!])")


class _Beginning(NamedTuple):
    """What a part of an expression may begin with, as members of a class; None if with anything.

    `empty` tells that it may match nothing, `seen` that Python looks at the first character itself, and `plain` that it
    does so where the part is one of several alternatives.
    """

    members: frozenset[str] | None
    empty: bool = False
    seen: bool = False
    plain: bool = False


_GROUPS: Final = ("look", "opening")
_NOTHING: Final = _Beginning(frozenset(), empty=True)


def compiled(expression: str) -> re.Pattern[str]:
    """The expression, compiled with a look at the first character if Python does not look at it itself."""
    beginning = _beginning(expression)
    look = "" if beginning.seen else _look(beginning)
    return expressions.compiled(f"{look}(?:{expression})" if look else expression)


class Expressions(dict[str, re.Pattern[str]]):
    """Expressions by name; each is compiled when it is first asked for, as one article needs a part of them only."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        """The expressions as they are written, by name."""
        self._sources = sources

    def __missing__(self, name: str) -> re.Pattern[str]:
        """Compile the expression of a name."""
        pattern = self[name] = compiled(self._sources[name])
        return pattern

    def get_ready(self) -> None:
        """Compile all of them now, so that no article has to wait for one."""
        for name in self._sources:
            _ = self[name]


def first_look(expression: str) -> str:
    """A look-ahead to what an expression may begin with, for one that is matched at given places; "" if to anything."""
    return _look(_beginning(expression))


def _look(beginning: _Beginning) -> str:
    return "" if beginning.empty or beginning.members is None else f"(?=[{''.join(sorted(beginning.members))}])"


def _beginning(expression: str) -> _Beginning:
    return _Beginning(None) if _OTHER.search(expression) else _read(_PIECE.finditer(expression))


def _read(pieces: Iterator[re.Match[str]]) -> _Beginning:
    """How what stands before the closing bracket, or the end, begins."""
    branches: list[list[_Beginning]] = [[]]
    settled = False
    for piece in pieces:
        branch, sort = branches[-1], piece.lastgroup
        if sort == "closing":
            break
        if sort == "bar":
            branches.append([])
            settled = False
        elif sort == "listed":
            # Most alternatives are plain words, and most expressions long lists of them: those are read at once.
            first, *others = piece[0].split("|")[:-1]
            if not settled:
                branch.append(_of_character(first[0]))
            branches += [[_of_words(others)], []] if others else [[]]
            settled = False
        elif sort in ("optional", "repeated"):
            if branch and not settled:
                branch[-1] = _Beginning(branch[-1].members, empty=branch[-1].empty or sort == "optional")
        else:
            # The part before is known to be there now: nothing behind it can be what the branch begins with.
            settled = settled or (branch != [] and not branch[-1].empty)
            if settled:
                if sort in _GROUPS:
                    _skip(pieces)
                continue
            inner = _read(pieces) if sort in _GROUPS else None
            branch.append(_of_piece(piece) if inner is None else inner if sort == "opening" else _NOTHING)
    return _either([_in_turn(branch) for branch in branches])


def _skip(pieces: Iterator[re.Match[str]]) -> None:
    """Go on behind the closing bracket."""
    depth = 1
    while depth and (piece := next(pieces, None)) is not None:
        depth += (piece.lastgroup in _GROUPS) - (piece.lastgroup == "closing")


def _of_piece(piece: re.Match[str]) -> _Beginning:
    if piece["border"]:
        return _NOTHING
    if piece["members"]:
        return _Beginning(frozenset(map(_as_member, _MEMBER.findall(piece["members"]))), seen=True)
    if piece["kind"]:
        return _Beginning(frozenset([piece["kind"]]), seen=True)
    if piece["sign"]:
        return _of_character(piece["sign"][-1])
    return _of_character(piece["words"][0]) if piece["words"] else _Beginning(None)


def _of_words(words: Iterable[str]) -> _Beginning:
    return _Beginning(frozenset(re.escape(word[0]) for word in words), seen=True, plain=True)


@cache
def _of_character(character: str) -> _Beginning:
    return _Beginning(frozenset([re.escape(character)]), seen=True, plain=True)


def _as_member(listed: str) -> str:
    return listed if len(listed) > 1 else re.escape(listed)


def _in_turn(parts: Sequence[_Beginning]) -> _Beginning:
    """How several parts begin that stand one behind the other."""
    found = frozenset[str]()
    for part in parts:
        if part.members is None:
            return _Beginning(None)
        found |= part.members
        if not part.empty:
            return part if part is parts[0] else _Beginning(found)
    return _Beginning(found, empty=True)


def _either(branches: Sequence[_Beginning]) -> _Beginning:
    """How alternatives begin."""
    if len(branches) == 1:
        return branches[0]
    members: set[str] = set()
    for branch in branches:
        if branch.members is None:
            return _Beginning(None)
        members |= branch.members
    return _Beginning(frozenset(members), any(b.empty for b in branches), seen=all(b.plain for b in branches))
