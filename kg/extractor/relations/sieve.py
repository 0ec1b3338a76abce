"""Which expressions can match a sentence at all: one look for their words spares trying each of them.

Of two hundred pairs of a pattern and a sentence one matches. An expression has needs, sets of words and of sorts of
mention; the text must hold one of each: `{A:firm}~8<sign>` needs a firm, and a word of the group. What is optional
or barred (`(?!…)`, `(?<!…)`) is no need.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Generic, TypeVar

from kg.extractor.matcher import Matcher
from kg.extractor.relations.coding import first_symbols
from kg.extractor.relations.patterns import Expression, Pattern, load_context, load_patterns, word_groups

T = TypeVar("T")

Need = frozenset[str]
"""Words, and the symbols that the first mention of a sort gets; one of them must stand in the text."""

# A mention, or a word of one character, is met as often as so many longer words.
_COMMON = 30
# A quantifier binds to the last character of the words before it.
_QUANTIFIED = r"(?=[?*]|\{[\d,])"
_PIECE = re.compile(
    rf"""(?P<opening>\((?:\?(?:P<\w+>|<?[:=!]))?) | (?P<closing>\)) | (?P<bar>\|)
       | \{{[A-Z]?:(?P<sorts>[a-z|]+)\+?\}} | <(?P<group>[a-z-]+)>
       | (?P<optional>[?*]|\{{0?,\d+\}})
       | (?P<words>\w{_QUANTIFIED}|(?:\w(?!{_QUANTIFIED}))+)
       | \[\^?(?:\{{:[a-z|]+\}}|[^\]])*\] | \{{[^}}]*\}} | ~[~:,]?\d+!? | \\. | .""",
    re.VERBOSE | re.DOTALL,
)


class Sieve(Generic[T]):
    """Holds back what cannot match a text."""

    def __init__(self, items: Iterable[tuple[Expression, T]]) -> None:
        """Each expression with what is to pass when it may match."""
        bits: dict[Need, int] = {}
        self._items: list[tuple[int, T]] = []
        self._always: set[int] = set()
        self._rarely: dict[str, set[int]] = defaultdict(set)
        for place, (expression, item) in enumerate(items):
            found = set(needs(expression.source))
            self._items.append((sum(bits.setdefault(need, 1 << len(bits)) for need in found), item))
            for tried_at in [self._rarely[word] for word in _rarest(found)] if found else [self._always]:
                tried_at.add(place)
        self._meets: dict[str, int] = defaultdict(int)
        for need, bit in bits.items():
            for word in need:
                self._meets[word] |= bit
        self._matcher = Matcher(self._meets)

    def passing(self, text: str) -> list[T]:
        """What may match a coded sentence, in the order given."""
        words, met = self._matcher.found_in(text), 0
        for word in words:
            met |= self._meets[word]
        places = self._always.union(*(self._rarely[word] for word in words & self._rarely.keys()))
        tried = map(self._items.__getitem__, sorted(places))
        return [item for own, item in tried if not own & ~met]


def needs(source: str) -> list[Need]:
    """The needs of an expression as the pattern files write it; none if it can do without any word and mention."""
    return _read(_PIECE.finditer(source))


def _read(pieces: Iterator[re.Match[str]]) -> list[Need]:
    """The needs of what stands before the closing bracket, or the end; of alternatives, one need for all."""
    branches: list[list[Need]] = [[]]
    last = 0
    for piece in pieces:
        branch = branches[-1]
        if piece["closing"]:
            break
        if piece["bar"]:
            branches.append([])
        elif piece["optional"]:
            del branch[last:]
        else:
            last = len(branch)
            branch += _of_piece(piece, pieces)
    if len(branches) == 1:
        return branches[0]
    return [frozenset[str]().union(*map(_rarest, branches))] if all(branches) else []


def _of_piece(piece: re.Match[str], rest: Iterator[re.Match[str]]) -> list[Need]:
    if piece["opening"]:
        inner = _read(rest)
        return [] if piece["opening"].endswith("!") else inner
    if piece["sorts"]:
        return [frozenset(first_symbols(piece["sorts"]))]
    if piece["group"]:
        return _of_group(piece["group"])
    return [frozenset([piece["words"]])] if piece["words"] else []


@cache
def _of_group(name: str) -> list[Need]:
    """One of the words of a group; of a word that is an expression itself, its rarest need."""
    found = [needs(word[1:]) if word.startswith("/") else [frozenset([word])] for word in word_groups()[name]]
    return [frozenset[str]().union(*map(_rarest, found))] if all(found) else []


def _rarest(found: Iterable[Need]) -> Need:
    """The need that most texts do not meet, as a rule: few words rather than many, long ones rather than mentions."""
    return min(found, key=lambda need: sum(_COMMON if len(word) == 1 else 1 for word in need))


_Line = tuple[str, Expression]


@cache
def _sieve() -> Sieve[Pattern | _Line]:
    patterns = ((pattern.expression, pattern) for pattern in load_patterns())
    context = ((line, (role, line)) for role, lines in load_context().items() for line in lines)
    return Sieve[Pattern | _Line]((*patterns, *context))


# A sentence is looked at twice: for its roles, then for its relations.
@lru_cache(maxsize=1)
def _possible(text: str) -> tuple[list[Pattern], list[_Line]]:
    passed = _sieve().passing(text)
    return [one for one in passed if isinstance(one, Pattern)], [one for one in passed if isinstance(one, tuple)]


def possible_patterns(text: str) -> list[Pattern]:
    """The patterns that may match a coded sentence, in the order of the files."""
    return _possible(text)[0]


def possible_context(text: str) -> list[_Line]:
    """The expressions that may find a role in a clause of a coded sentence, each with its role, in order."""
    return _possible(text)[1]
