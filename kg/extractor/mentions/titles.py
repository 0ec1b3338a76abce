"""The titles in a text: which stand together as one person's, and where names may stand beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, Literal

from kg.extractor.matcher import Matcher
from kg.extractor.mentions.person_names import name_before, name_end
from kg.extractor.rules import either, load_rules, words
from kg.extractor.segmentation import Tokens
from kg.model import Status

LONGEST_ORG: Final = 30
SENTENCE: Final = re.compile(r"[。！？；：!?;:\n”]")
_MARKS: Final = re.compile(r"[，,。；;：:！？!?“”\"‘’（）()《》、\n]")
_BRACKETED: Final = re.compile(r"[（(][^（()）\n]{1,10}[）)]")

Form = Literal["title", "list", "bracket", "apposition", "appointed", "address", "career"]
"""How a name stands with a title: right behind it (总经理王甲), in a list of names, before or behind it, …"""


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A name at `start` to `end`, and the title or titles that stand with it at `title_start` to `title_end`.

    The organisation or place of the office ends at `org_end`; where none is told there, the office is one of the home
    place or of what the text speaks of. A second person of the same body (董事长王甲，总经理李乙) has the `org_end` of
    the first. `pattern` names the form. `parts` are the single titles, each of which may have its own organisation
    (甲集团董事长、乙协会会长). `status` tells of an office that is held no more; the wording of the body begins at
    `since` or later.
    """

    start: int
    end: int
    name: str
    title: str
    title_start: int
    title_end: int
    org_end: int
    pattern: Form
    parts: tuple[tuple[int, int], ...]
    status: Status | None = None
    since: int = 0


@dataclass(frozen=True, slots=True)
class Chain:
    """Titles of one person that stand together: 党组书记、董事长."""

    start: int
    end: int
    role: str  # the last title without its ranks: 经理 of 高级经理
    parts: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class TitleReading:
    """A text, and the words to read it with."""

    text: str
    tokens: Tokens
    surnames: frozenset[str]

    def end_of_name(self, position: int) -> int | None:
        """Where a name that begins at a position ends."""
        return name_end(self.text, position, self.tokens, self.surnames)

    def name_before(self, position: int) -> tuple[int, int] | None:
        """Beginning and end of a name that ends at a position."""
        return name_before(self.text, position, self.tokens, self.surnames)

    def person(self, start: int, end: int, chain: Chain, org_end: int, pattern: Form, since: int = 0) -> PersonMention:
        """Who bears the titles of a chain."""
        title = self.text[chain.start : chain.end]
        name = self.text[start:end]
        return PersonMention(
            start, end, name, title, chain.start, chain.end, org_end, pattern, chain.parts, None, since
        )


def chains(reader: TitleReading, titles: frozenset[str]) -> Iterator[Chain]:
    """The titles, those of one person together; one with a name right before it begins anew."""
    text = reader.text
    parts: list[tuple[int, int]] = []
    not_roles = words(load_rules("people"), "not_roles")
    found = [title for title in _titles(text, titles) if title[2] not in not_roles]
    for index, (begin, stop, role) in enumerate(found):
        parts.append((begin, stop))
        following = found[index + 1][0] if index + 1 < len(found) else None
        if (
            following is None
            or _is_addressed(reader, *parts[0])
            or (following > stop + 2 and _is_addressed(reader, following, found[index + 1][1]))
            or not (_joined(text, stop, following) or _lined_up(text, parts[0][0], stop, following))
        ):
            yield Chain(parts[0][0], stop, role, tuple(parts))
            parts = []


@lru_cache(maxsize=4)
def _matcher(titles: frozenset[str]) -> Matcher:
    rules = load_rules("people")
    return Matcher({*titles, *words(rules, "group_roles"), *words(rules, "not_roles")})


def _titles(text: str, titles: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    rules = load_rules("people")
    prefixes, refused = words(rules, "prefixes"), words(rules, "not_after_title")
    last = 0
    for begin, stop, role in _matcher(titles).find(text):
        if text.startswith(refused, stop) and not leads_team(text, begin, stop):
            continue
        while begin > last and text.endswith(prefixes, last, begin):
            begin -= max(len(word) for word in prefixes if text.endswith(word, last, begin))
        yield begin, stop, role
        last = stop


def leads_team(text: str, begin: int, stop: int) -> bool:
    """Whether a title is that of the head of a team which is called by a name: 王甲|教授|科研团队."""
    rules = load_rules("people")
    return text.endswith(words(rules, "team_titles"), begin, stop) and text.startswith(words(rules, "teams"), stop)


def _joined(text: str, stop: int, begin: int) -> bool:
    """Whether two titles are one person's: side by side, or linked, the second with its own organisation or not."""
    gap = text[stop:begin]
    joint = next((joint for joint in words(load_rules("people"), "title_joints") if gap.startswith(joint)), "")
    rest = gap if joint.isspace() else _BRACKETED.sub("", gap[len(joint) :])
    rest = rest.strip()
    return not rest or (bool(joint) and len(rest) <= LONGEST_ORG and not _MARKS.search(rest))


def _lined_up(text: str, first: int, stop: int, begin: int) -> bool:
    """Whether a comma only parts two offices of one person at the head of a sentence: 甲中心主任，乙学院教授王丙."""
    if text[stop : stop + 1] != "，":
        return False
    opened = SENTENCE.split(text[max(0, first - LONGEST_ORG) : first])[-1]
    rest = text[stop + 1 : begin]
    named = bool(opened) and 0 < len(rest) <= LONGEST_ORG and not _MARKS.search(opened) and not _MARKS.search(rest)
    return named and not _verbs().search(opened) and not _verbs().search(rest)


@cache
def _verbs() -> re.Pattern[str]:
    """What stands in the name of no body."""
    return re.compile(either(words(load_rules("people"), "not_in_units")))


def _is_addressed(reader: TitleReading, begin: int, stop: int) -> bool:
    """Whether a title has its name before it rather than behind it; 桂林 of 桂林市委常委 is no name of a person."""
    if reader.text.startswith(words(load_rules("people"), "seats_of_places"), begin):
        return False
    behind = stop + (reader.text[stop : stop + 1] == " ")
    return reader.name_before(begin) is not None and reader.end_of_name(behind) is None
