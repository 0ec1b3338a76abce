"""Which expressions can match a text at all: one look for their words spares trying, and even compiling, each of them.

An expression has needs, sets of words; the text must hold one of each: `(?:与|和).{1,8}签约` needs 与 or 和, and 签约.
What is optional or barred (`(?!…)`, `(?<!…)`) is no need.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Final, Generic, TypeVar

from kg.extractor.matcher import Matcher

T = TypeVar("T")

Need = frozenset[str]
"""Words; one of them must stand in the text. A symbol that stands for a mention is a word too."""

# A mention, or a word of one character, is met as often as so many longer words.
_COMMON: Final = 30
# A quantifier binds to the last character of the words before it.
_QUANTIFIED: Final = r"(?=[?*]|\{[\d,])"
_PIECE: Final = re.compile(
    rf"""(?P<opening>\((?:\?(?:P<\w+>|<?[:=!]))?) | (?P<closing>\)) | (?P<bar>\|)
       | (?P<mark>\{{[A-Z]?:[a-z|]+\+?\}} | <[a-z-]+>)
       | (?P<optional>[?*]|\{{0?,\d+\}})
       | (?P<words>\w{_QUANTIFIED}|(?:\w(?!{_QUANTIFIED}))+)
       | \[\^?(?:\{{:[a-z|]+\}}|[^\]])*\] | \{{[^}}]*\}} | ~[~:,]?\d+!? | \\. | .""",
    re.VERBOSE | re.DOTALL,
)


class Sieve(Generic[T]):
    """Holds back what cannot match a text."""

    def __init__(self, items: Iterable[tuple[Iterable[Need], T]]) -> None:
        """The needs of each expression, with what is to pass when it may match."""
        bits: dict[Need, int] = {}
        self._items: list[T] = []
        self._needs: list[int] = []
        self._always: set[int] = set()
        tried = defaultdict[str, set[int]](set)
        for place, (own, item) in enumerate(items):
            found = set(own)
            self._items.append(item)
            self._needs.append(sum(bits.setdefault(need, 1 << len(bits)) for need in found))
            for tried_at in [tried[word] for word in rarest(found)] if found else [self._always]:
                tried_at.add(place)
        meets = defaultdict[str, int](int)
        for need, bit in bits.items():
            for word in need:
                meets[word] |= bit
        # Of each word, the needs that it meets, and what is to be tried where it stands.
        self._told = {word: (met, frozenset(tried.get(word, ()))) for word, met in meets.items()}
        self._matcher = Matcher(self._told)

    def __iter__(self) -> Iterator[T]:
        """All that it may hold back, in the order given."""
        return iter(self._items)

    def passing(self, text: str) -> list[T]:
        """What may match a text, in the order given."""
        met, tried = 0, set(self._always)
        for word in self._matcher.found_in(text):
            needs_met, places = self._told[word]
            met |= needs_met
            tried |= places
        unmet = ~met
        return [self._items[place] for place in sorted(p for p in tried if not self._needs[p] & unmet)]


def needs(source: str, of_mark: Callable[[str], list[Need]] = lambda _: []) -> list[Need]:
    """The needs of an expression; none if it can do without any word.

    `of_mark` tells those of what only pattern files write, such as {A:firm} and <sign>.
    """
    return _read(_PIECE.finditer(source), of_mark)


def _read(pieces: Iterator[re.Match[str]], of_mark: Callable[[str], list[Need]]) -> list[Need]:
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
            if piece["opening"]:
                inner = _read(pieces, of_mark)
                branch += [] if piece["opening"].endswith("!") else inner
            elif piece["mark"]:
                branch += of_mark(piece["mark"])
            elif piece["words"]:
                branch.append(frozenset([piece["words"]]))
    if len(branches) == 1:
        return branches[0]
    return [any_of(branches)] if all(branches) else []


def any_of(branches: Iterable[list[Need]]) -> Need:
    """One need for several alternatives that all have some."""
    return frozenset[str]().union(*map(rarest, branches))


def rarest(found: Collection[Need]) -> Need:
    """The need that most texts do not meet, as a rule: few words rather than many, long ones rather than mentions."""
    if len(found) == 1:
        return next(iter(found))  # an alternative that is one word, as most are
    return min(found, key=lambda need: sum(_COMMON if len(word) == 1 else 1 for word in need))
