"""People with an office: 湘江集团副总裁、总经理王甲, 李乙（市数据局局长）, 赵丙任书记.

A name without a title is not looked for: the graph knows people by their public role.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.extractor.knowledge import Matcher
from kg.extractor.mentions.person_names import ends_name, name_before, name_end
from kg.extractor.rules import either, load_rules, words
from kg.extractor.segmentation import Tokens


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A name at `start` to `end`, and the title or titles that stand with it at `title_start` to `title_end`.

    The organisation or place of the office ends at `org_end`; where none is told there, the office is one of the home
    place or of what the text speaks of. A second person of the same body (董事长王甲，总经理李乙) has the `org_end` of
    the first. `pattern` names the form: title (总经理王甲), list, bracket, apposition or appointed. `parts` are the
    single titles, each of which may have its own organisation (甲集团董事长、乙协会会长).
    """

    start: int
    end: int
    name: str
    title: str
    title_start: int
    title_end: int
    org_end: int
    pattern: str
    parts: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Chain:
    """Titles of one person that stand together: 党组书记、董事长."""

    start: int
    end: int
    role: str  # the last title without its ranks: 经理 of 高级经理
    parts: tuple[tuple[int, int], ...]


_LONGEST_ORG = 30
_MARKS = re.compile(r"[，,。；;：:！？!?“”\"‘’（）()《》、\n]")
_BRACKETED = re.compile(r"[（(][^（()）\n]{1,10}[）)]")
_SENTENCE = re.compile(r"[。！？；：!?;:\n”]")
_OPEN = re.compile(r"[（(][^（()）\n]{0,40}$")
_CLAUSE = re.compile(r"[^，,。；;：:！？!?（(“\n]{0,36}$")
_ASIDE = re.compile(r"([，,。；;：:！？!?“”（(、\n]|^)([一-龥·]{2,12})，[^，,、。；;：:！？!?\n]{0,30}$")


@dataclass(frozen=True, slots=True)
class _Reader:
    """Where to look, and with which words."""

    text: str
    start: int
    end: int
    tokens: Tokens
    surnames: frozenset[str]

    def end_of_name(self, position: int) -> int | None:
        return name_end(self.text, position, self.end, self.tokens, self.surnames)

    def name_before(self, position: int) -> tuple[int, int] | None:
        return name_before(self.text, self.start, position, self.tokens, self.surnames)

    def person(self, start: int, end: int, chain: _Chain, org_end: int, pattern: str) -> PersonMention:
        title = self.text[chain.start : chain.end]
        name = self.text[start:end]
        return PersonMention(start, end, name, title, chain.start, chain.end, org_end, pattern, chain.parts)


def find_people(
    text: str, start: int, end: int, tokens: Tokens, titles: frozenset[str], surnames: frozenset[str]
) -> list[PersonMention]:
    """The people between two offsets, in the order in which their titles stand.

    `tokens` are the words of the whole text; `titles` and `surnames` the word lists.
    """
    reader = _Reader(text, start, end, tokens, surnames)
    people: list[PersonMention] = []
    for chain in _chains(text, start, end, titles):
        people += _after_title(reader, chain, people) or _before_title(reader, chain, people)
    return people


def _chains(text: str, start: int, end: int, titles: frozenset[str]) -> Iterator[_Chain]:
    """The titles between two offsets, those of one person together."""
    parts: list[tuple[int, int]] = []
    not_roles = words(load_rules("people"), "not_roles")
    found = [title for title in _titles(text, start, end, titles) if title[2] not in not_roles]
    for index, (begin, stop, role) in enumerate(found):
        parts.append((begin, stop))
        following = found[index + 1][0] if index + 1 < len(found) else None
        if following is None or not (
            _joined(text, stop, following) or _lined_up(text, start, parts[0][0], stop, following)
        ):
            yield _Chain(parts[0][0], stop, role, tuple(parts))
            parts = []


@lru_cache(maxsize=4)
def _matcher(titles: frozenset[str]) -> Matcher:
    rules = load_rules("people")
    return Matcher({*titles, *words(rules, "group_roles"), *words(rules, "not_roles")})


def _titles(text: str, start: int, end: int, titles: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    rules = load_rules("people")
    prefixes, refused = words(rules, "prefixes"), words(rules, "not_after_title")
    last = start
    for begin, stop, role in _matcher(titles).find(text, start, end):
        if text.startswith(refused, stop):
            continue
        while begin > last and text.endswith(prefixes, last, begin):
            begin -= max(len(word) for word in prefixes if text.endswith(word, last, begin))
        yield begin, stop, role
        last = stop


def _joined(text: str, stop: int, begin: int) -> bool:
    """Whether two titles are one person's: side by side, or linked, the second with its own organisation or not."""
    gap = text[stop:begin]
    joint = next((joint for joint in words(load_rules("people"), "title_joints") if gap.startswith(joint)), "")
    rest = gap if joint.isspace() else _BRACKETED.sub("", gap[len(joint) :])
    rest = rest.strip()
    return not rest or (bool(joint) and len(rest) <= _LONGEST_ORG and not _MARKS.search(rest))


def _lined_up(text: str, start: int, first: int, stop: int, begin: int) -> bool:
    """Whether a comma only parts two offices of one person at the head of a sentence: 甲中心主任，乙学院教授王丙."""
    opened = _SENTENCE.split(text[max(start, first - _LONGEST_ORG) : first])[-1]
    rest = text[stop + 1 : begin]
    verbs = either(words(load_rules("people"), "not_in_units"))
    plain = not re.search(verbs, opened) and not re.search(verbs, rest)
    # 邬教授，甲大学校长王丙: a form of address ends one person.
    addressed = text.endswith(words(load_rules("people"), "honorifics"), first, stop)
    named = bool(opened) and bool(rest) and not _MARKS.search(opened) and not _MARKS.search(rest)
    parted = text[stop : stop + 1] == "，" and not addressed
    return parted and named and plain and len(rest) <= _LONGEST_ORG


def _after_title(reader: _Reader, chain: _Chain, people: Sequence[PersonMention]) -> list[PersonMention]:
    """总经理王甲, and those who share the title: 副市长王甲、李乙."""
    position = chain.end + _copula(reader, chain)
    stop = reader.end_of_name(position)
    if stop is None:
        return []
    org_end = people[-1].org_end if people and _same_body(reader, people[-1], chain) else chain.start
    found = [reader.person(position, stop, chain, org_end, "title")]
    while reader.text[stop : stop + 1] == "、":
        position = stop + 1
        following = reader.end_of_name(position)
        if following is None or not ends_name(reader.text, following, reader.end):
            break
        found.append(reader.person(position, following, chain, org_end, "list"))
        stop = following
    return found


def _copula(reader: _Reader, chain: _Chain) -> int:
    """The length of what links a title to the name behind it: a blank, a colon, or 为 and 是 (法定代表人为王甲)."""
    text = reader.text
    if text[chain.end : chain.end + 1] in (" ", "：", ":"):
        return 1
    return 1 if text[chain.end : chain.end + 1] in ("为", "是", "系") and chain.role in _filled() else 0


@cache
def _filled() -> frozenset[str]:
    return frozenset(words(load_rules("people"), "filled_by"))


def _same_body(reader: _Reader, before: PersonMention, chain: _Chain) -> bool:
    """Whether a title right behind another person is one of the same body; a mayor is none of a firm."""
    text = reader.text
    if before.end != chain.start - 1 or text[before.end] not in "，、；,和与":
        return False
    offices = words(load_rules("people"), "place_offices")
    title = text[chain.start : chain.end]
    return not any(word in title for word in offices) or any(word in before.title for word in offices)


def _before_title(reader: _Reader, chain: _Chain, people: Sequence[PersonMention]) -> list[PersonMention]:
    """The forms in which the name comes first."""
    text, start = reader.text, reader.start
    if text[max(start, chain.start - 1) : chain.start] == "等":
        told = people and people[-1].end == chain.start - 1
        return [] if told else _group(reader, chain)
    behind = text[chain.end : chain.end + 1]
    left = text[max(start, chain.start - 44) : chain.start]
    if behind in ("）", ")", "，", "、", "；") and (found := _OPEN.search(left)):
        return _named(reader, chain, chain.start - len(found[0]), "bracket")
    if behind not in ("", "，", "。", "；", "、", "\n", "）", ")", "！"):
        return []
    clause = _CLAUSE.search(left)
    for verb in words(load_rules("people"), "appoint"):
        at = clause[0].find(verb) if clause else -1
        if clause and at > 0:
            people = _named(reader, chain, chain.start - len(clause[0]) + at, "appointed")
            if people:
                return people
    aside = _ASIDE.search(left)
    if aside is None:
        return []
    first, stop = (chain.start - len(left) + offset for offset in aside.span(2))
    return [p for p in _named(reader, chain, stop, "apposition") if p.start == first]


def _named(reader: _Reader, chain: _Chain, stop: int, pattern: str) -> list[PersonMention]:
    span = reader.name_before(stop)
    return [] if span is None else [reader.person(*span, chain, chain.start, pattern)]


def _group(reader: _Reader, chain: _Chain) -> list[PersonMention]:
    """王甲、李乙等负责同志: the organisation stands before the first name."""
    if chain.role not in words(load_rules("people"), "group_roles"):
        return []
    spans: list[tuple[int, int]] = []
    stop = chain.start - 1
    while (span := reader.name_before(stop)) is not None:
        spans.append(span)
        if reader.text[max(reader.start, span[0] - 1) : span[0]] != "、":
            break
        stop = span[0] - 1
    spans.reverse()
    return [reader.person(*span, chain, spans[0][0], "list") for span in spans]
