"""A sentence in which every mention has become one symbol, so that patterns can be written as regular expressions.

The symbols come from Unicode's private use area, which the reader lets no article use: 256 for each sort of mention.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extractor.linking.linked import Linked

_FIRST, _BLOCK = 0xE000, 256
_CONCEPTS = ("Goal", "Sector", "Technology")
_SORTS = (
    "Country", "Region", "City", "District", "Zone", "Firm", "Government", "Institution", "Association", "Media",
    "Project", "Unspecific", "Document", "Award", "Person", "Time", "Quantity",
)  # fmt: skip
# One block for each set of readings that a concept can have: Goal 1, Sector 2, Technology 4.
_MASKS = range(1, 8)

ROLE_SORTS = {
    "place": ("Country", "Region", "City", "District", "Zone"),
    "org": ("Firm", "Government", "Institution", "Association", "Media"),
    "firm": ("Firm",),
    "project": ("Project",),
    "work": ("Project", "Unspecific"),
    "unspecific": ("Unspecific",),
    "zone": ("Zone",),
    "document": ("Document",),
    "award": ("Award",),
    "person": ("Person",),
    "time": ("Time",),
    "quantity": ("Quantity",),
}
ROLE_SORTS["actor"] = ROLE_SORTS["place"] + ROLE_SORTS["org"]
ROLE_SORTS["doer"] = (*ROLE_SORTS["actor"], "Project")


def symbol_class(role: str) -> str:
    """The regular expression class of the symbols that may fill a role, without the brackets around it."""
    if role in ("goal", "sector", "tech"):
        bit = {"goal": 1, "sector": 2, "tech": 4}[role]
        return "".join(_range(len(_SORTS) + mask - 1) for mask in _MASKS if mask & bit)
    if role == "any":
        return f"{chr(_FIRST)}-{chr(_FIRST + _BLOCK * (len(_SORTS) + len(_MASKS)) - 1)}"
    return "".join(_range(_SORTS.index(sort)) for sort in ROLE_SORTS[role])


def _range(block: int) -> str:
    first = _FIRST + _BLOCK * block
    return f"{chr(first)}-{chr(first + _BLOCK - 1)}"


@dataclass(frozen=True, slots=True)
class Coded:
    """The coded text of a sentence; `begins[i]` is the offset in the article of the coded character i."""

    text: str
    begins: tuple[int, ...]
    end: int
    mentions: dict[str, Linked]
    source: str

    def wording(self, start: int, end: int) -> str:
        """A part of the coded text with times and figures in their own words: 将达20亿元 is a plan, 行动计划 none."""
        parts = []
        for ch in self.text[start:end]:
            mention = self.mentions.get(ch)
            spelt = mention is not None and mention.kind in ("Time", "Quantity")
            parts.append(self.source[mention.start : mention.end] if mention and spelt else ch)
        return "".join(parts)

    def offset(self, position: int) -> int:
        """The offset in the article of a position in the coded text."""
        return self.begins[position] if position < len(self.begins) else self.end

    def position(self, offset: int) -> int:
        """The position in the coded text of an offset in the article."""
        return bisect_right(self.begins, offset) - 1 if offset < self.end else len(self.begins)

    def symbols(self, part: str) -> list[Linked]:
        """The mentions whose symbols occur in a part of the coded text, in order."""
        return [self.mentions[ch] for ch in part if ch in self.mentions]


def encode(text: str, start: int, end: int, mentions: Sequence[Linked]) -> Coded:
    """Code the sentence between two offsets; the mentions lie in it, in order, without overlaps."""
    parts: list[str] = []
    begins: list[int] = []
    coded: dict[str, Linked] = {}
    counts = [0] * (len(_SORTS) + len(_MASKS))
    position = start
    for mention in mentions:
        block = _block(mention)
        if counts[block] == _BLOCK or mention.start < position:
            continue
        parts.append(text[position : mention.start])
        begins.extend(range(position, mention.start))
        symbol = chr(_FIRST + _BLOCK * block + counts[block])
        counts[block] += 1
        parts.append(symbol)
        begins.append(mention.start)
        coded[symbol] = mention
        position = mention.end
    parts.append(text[position:end])
    begins.extend(range(position, end))
    return Coded("".join(parts), tuple(begins), end, coded, text)


def _block(mention: Linked) -> int:
    if mention.kind in _CONCEPTS:
        kinds = {kind for kind, _ in mention.readings}
        return len(_SORTS) - 1 + sum(1 << i for i, kind in enumerate(_CONCEPTS) if kind in kinds)
    if mention.kind == "Project" and not mention.specific:
        return _SORTS.index("Unspecific")
    return _SORTS.index(mention.kind)
