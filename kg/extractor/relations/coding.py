"""A sentence in which every mention has become one symbol, so that patterns can be written as regular expressions.

The symbols come from a private use area of Unicode: 512 for each sort of mention.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kg.allocation import quickly_made
from kg.extractor.kinds import of_group
from kg.extractor.linking.linked import LinkedMention

# The area beyond the first 65,536 characters: Python compiles a class of those in a fraction of the time.
_FIRST: Final = 0xF0000
_BLOCK: Final = 512
# Icon fonts leave such characters in an article too; none may pass for a mention.
_FOREIGN: Final = re.compile("[\U000f0000-\U000fffff]")
# What stands in brackets, as an expression.
BRACKETED: Final = "[（(][^（）()]*[）)]"
# What is told of the member of a list before it: 甲（乙参股）、丙.
_ASIDE: Final = re.compile(f"(?<=.){BRACKETED}", re.DOTALL)
# Times and figures are marked as things are, but are none.
MARKS: Final = ("Time", "Quantity")
# A project that needs its context to be one.
_UNSPECIFIC: Final = "Unspecific"
# The sorts of mention that a role may be filled with, by the name that patterns use.
ROLE_SORTS: Final = {
    "place": of_group("place"),
    # What is said of a country is said of a market.
    "area": tuple(kind for kind in of_group("place") if kind != "Country"),
    "org": of_group("organization"),
    "actor": (*of_group("place"), *of_group("organization")),
    # A paper that reports is not who does what it reports.
    "doer": (*of_group("place"), *(kind for kind in of_group("organization") if kind != "Media"), "Project"),
    "firm": ("Firm",),
    "institution": ("Institution",),
    "association": ("Association",),
    "zone": ("Zone",),
    "project": ("Project",),
    "unspecific": (_UNSPECIFIC,),
    "work": ("Project", _UNSPECIFIC),
    "document": ("Document",),
    "award": ("Award",),
    "person": ("Person",),
    "time": ("Time",),
    "quantity": ("Quantity",),
}
_SORTS: Final = (*ROLE_SORTS["actor"], "Project", _UNSPECIFIC, "Document", "Award", "Person", *MARKS)
# A concept can have several readings: there is a block for each set of them, the sum of its bits.
_CONCEPTS: Final = {"Goal": 1, "Sector": 2, "Technology": 4}
# The readings of which a concept needs one to fill a role, and those that it may not have: a trade is no technology.
_CONCEPT_ROLES: Final = {
    "goal": ("Goal", ""),
    "sector": ("Sector", ""),
    "tech": ("Technology", ""),
    "trade": ("Sector", "Technology"),
}
_SETS: Final = range(1, sum(_CONCEPTS.values()) + 1)
_BLOCKS: Final = len(_SORTS) + len(_SETS)
ROLES: Final = frozenset(["any", *_CONCEPT_ROLES, *ROLE_SORTS])


def symbol_class(roles: str) -> str:
    """The regular expression class of the symbols that may fill a role, without the brackets around it.

    `roles` is one or several of `ROLES`, with | between them; `any` stands for all symbols.
    """
    blocks = _blocks(roles)
    opening = [block for block in blocks if block - 1 not in blocks]
    closing = [block for block in blocks if block + 1 not in blocks]
    return "".join(f"{_first(one)}-{_last(other)}" for one, other in zip(opening, closing, strict=True))


def first_symbols(roles: str) -> str:
    """The symbols of which one stands in each coded sentence that has a mention for one of these roles at all."""
    return "".join(map(_first, _blocks(roles)))


def _blocks(roles: str) -> list[int]:
    found: set[int] = set()
    for role in roles.split("|"):
        if role == "any":
            found.update(range(_BLOCKS))
        elif role in _CONCEPT_ROLES:
            wanted, barred = (_CONCEPTS.get(kind, 0) for kind in _CONCEPT_ROLES[role])
            found.update(len(_SORTS) + one - 1 for one in _SETS if one & wanted and not one & barred)
        else:
            found.update(_SORTS.index(sort) for sort in ROLE_SORTS[role])
    return sorted(found)


def is_symbol(character: str) -> bool:
    """Whether a character of a coded text stands for a mention."""
    return _first(0) <= character < _first(_BLOCKS)


def _first(block: int) -> str:
    return chr(_FIRST + _BLOCK * block)


def _last(block: int) -> str:
    return chr(ord(_first(block + 1)) - 1)


SYMBOL: Final = re.compile(f"[{symbol_class('any')}]")
TIME: Final = re.compile(f"[{symbol_class('time')}]")
QUANTITY: Final = re.compile(f"[{symbol_class('quantity')}]")
_MARKED: Final = re.compile(f"[{symbol_class('time|quantity')}]")


def plain_opening(part: str) -> str:
    """What a part of a coded text opens with, up to its first symbol."""
    return SYMBOL.split(part, maxsplit=1)[0]


@quickly_made
@dataclass(frozen=True, slots=True)
class Coded:
    """The coded text of a sentence; `begins[i]` is the offset in the article of the coded character i."""

    text: str
    begins: tuple[int, ...]
    end: int
    mentions: dict[str, LinkedMention]
    source: str

    def wording(self, start: int, end: int) -> str:
        """A part of the coded text with times and figures in their own words: 将达20亿元 is a plan, 行动计划 none."""
        return _MARKED.sub(self._spelt, self.text[start:end])

    def timeless(self, start: int, end: int) -> str:
        """A part of the coded text without its times."""
        return TIME.sub("", self.text[start:end])

    def named(self, mention: LinkedMention) -> str:
        """How the article calls what it mentions."""
        return self.source[mention.start : mention.end]

    def _spelt(self, symbol: re.Match[str]) -> str:
        return self.named(self.mentions[symbol[0]])

    def offset(self, position: int) -> int:
        """The offset in the article of a position in the coded text."""
        return self.begins[position] if position < len(self.begins) else self.end

    def position(self, offset: int) -> int:
        """The position in the coded text of an offset in the article."""
        return bisect_right(self.begins, offset) - 1 if offset < self.end else len(self.begins)

    def symbols(self, part: str) -> list[LinkedMention]:
        """The mentions whose symbols occur in a part of the coded text, in order, without those of an aside."""
        if "（" in part or "(" in part:
            part = _ASIDE.sub("", part)
        return [self.mentions[ch] for ch in part if ch in self.mentions]


def encode(text: str, start: int, end: int, mentions: Sequence[LinkedMention]) -> Coded:
    """Code the sentence between two offsets; the mentions lie in it, in order, without overlaps.

    Of more than 512 mentions of one sort the further ones stay words, and nothing is read of them: the work that a
    list makes grows with the square of its length.
    """
    parts: list[str] = []
    begins: list[int] = []
    coded: dict[str, LinkedMention] = {}
    counts = [0] * _BLOCKS
    position, words = start, _FOREIGN.sub("\ufffd", text[start:end]).replace(",", "，")
    for mention in mentions:
        block = _block(mention)
        if counts[block] == _BLOCK or mention.start < position:
            continue
        parts.append(words[position - start : mention.start - start])
        begins.extend(range(position, mention.start))
        symbol = chr(ord(_first(block)) + counts[block])
        counts[block] += 1
        parts.append(symbol)
        begins.append(mention.start)
        coded[symbol] = mention
        position = mention.end
    parts.append(words[position - start :])
    begins.extend(range(position, end))
    return Coded("".join(parts), tuple(begins), end, coded, text)


def _block(mention: LinkedMention) -> int:
    if mention.kind in _CONCEPTS:
        readings = {kind for kind, _ in mention.readings}
        return len(_SORTS) - 1 + sum(bit for kind, bit in _CONCEPTS.items() if kind in readings)
    if mention.kind == "Project" and not mention.specific:
        return _SORTS.index(_UNSPECIFIC)
    return _SORTS.index(mention.kind)
