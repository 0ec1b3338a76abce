"""What somebody has been, told without the name beside it: 他曾任江城市市长, 2021年任甲集团董事长, 任命王乙为局长."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from kg.extractor.beginnings import compiled
from kg.extractor.mentions.titles import LONGEST_ORG, SENTENCE, Chain, PersonMention, TitleReading
from kg.extractor.rules import compiled_rules, either, load_rules, words
from kg.extractor.segmentation import is_word
from kg.model import Status

# How far back, in characters, 他 may reach, and how long a sentence before a title is read.
_REACH: Final = 400
_LONGEST: Final = 160
_LONGEST_NAME: Final = 3
_BARRED: Final = re.compile(r"[，,。；;：:！？!?“”\"‘’《》\n]")
_IN: Final = re.compile(r"在[^，,。；在]{2,30}$")
_AS: Final = re.compile("(?:同志)?(?:为|担任|任)")
_JOINTS: Final = ("、", "，", "及", "和", "兼", "暨")


@dataclass(frozen=True, slots=True)
class _Rules:
    verb: re.Pattern[str]
    held: re.Pattern[str]
    once: re.Pattern[str]
    coming: re.Pattern[str]
    between: re.Pattern[str]
    named: re.Pattern[str]
    pronoun: re.Pattern[str]
    not_inside: re.Pattern[str]


@cache
def _rules() -> _Rules:
    barred = (word for word in words(load_rules("people"), "not_in_units") if not word.startswith("^"))
    return compiled_rules(
        "people",
        _Rules,
        {
            "verb": "{held_before+held}",
            "held": "{held_before}",
            "once": "{once}{before_office}*$",
            "coming": "{to_come}{before_office}*$",
            "between": "{before_office}*",
            "named": "{appointing}",
            "pronoun": "{pronouns}",
        },
        not_inside=compiled(either(barred)),
    )


def find_careers(
    reader: TitleReading, alone: Sequence[Chain], people: Sequence[PersonMention]
) -> Iterator[PersonMention]:
    """The offices of the titles that no name stands beside."""
    names = {p.name: p for p in people}
    before: PersonMention | None = None
    for chain in alone:
        found = _going_on(reader, chain, before) or _told(reader, chain, names)
        if found is not None:
            yield found
        before = found


def _going_on(reader: TitleReading, chain: Chain, before: PersonMention | None) -> PersonMention | None:
    """A further office of who was told of right before: 曾任甲局局长，乙局副局长."""
    if before is None:
        return None
    gap = reader.text[before.title_end : chain.start]
    joined = gap.startswith(_JOINTS) and len(gap) <= LONGEST_ORG and not _BARRED.search(gap, 1)
    if not joined or _rules().not_inside.search(gap[1:]) or not _ends(reader, chain):
        return None
    return replace(
        before,
        title=reader.text[chain.start : chain.end],
        title_start=chain.start,
        title_end=chain.end,
        org_end=chain.start,
        parts=chain.parts,
        since=before.title_end,
    )


def _ends(reader: TitleReading, chain: Chain) -> bool:
    """Whether a title is not the beginning of something longer."""
    behind = reader.text[chain.end : chain.end + 1]
    return not behind or not "一" <= behind <= "龥" or reader.text.startswith(("等", "职务", "一职"), chain.end)


def _told(reader: TitleReading, chain: Chain, names: dict[str, PersonMention]) -> PersonMention | None:
    """An office that a verb tells of, whose subject is named before it."""
    text = reader.text
    opened = max(0, chain.start - _LONGEST)
    mark = next((m.end() for m in reversed(list(SENTENCE.finditer(text, opened, chain.start)))), opened)
    if not _ends(reader, chain):
        return None
    if (appointed := _appointed(reader, mark, chain)) is not None:
        return appointed
    verb = next(reversed(list(_rules().verb.finditer(text, mark, chain.start))), None)
    if verb is None or not _is_body(text[verb.end() : chain.start]):
        return None
    # 在甲公司担任经理: the body stands before the verb.
    inside = None if text[verb.end() : chain.start].strip() else _IN.search(text, mark, verb.start())
    subject = _subject(reader, mark, inside.start() if inside else verb.start(), names)
    if subject is None:
        return None
    org_end, since = (verb.start(), 0) if inside else (chain.start, verb.end())
    person = reader.person(*subject, chain, org_end, "career", since)
    return replace(person, status=_status(text, mark, verb))


def _status(text: str, mark: int, verb: re.Match[str]) -> Status | None:
    """Whether the office that a verb tells of is held no more, or not yet: 曾于2020年担任, 将担任."""
    rules = _rules()
    if rules.held.search(text, mark, verb.end()) or rules.once.search(text, mark, verb.start()):
        return Status.COMPLETED
    return Status.PLANNED if rules.coming.search(text, mark, verb.start()) else None


def _is_body(wording: str) -> bool:
    """Whether words between a verb and a title can name a body."""
    barred = _BARRED.search(wording) or _rules().not_inside.search(wording)
    return len(wording) <= LONGEST_ORG and not barred


def _appointed(reader: TitleReading, mark: int, chain: Chain) -> PersonMention | None:
    """任命王甲为局长: the name between the verb and the office."""
    text = reader.text
    for verb in _rules().named.finditer(text, mark, chain.start):
        stop = _end_of_appointed(reader, verb.end())
        link = _AS.match(text, stop, chain.start) if stop else None
        if stop and link and _is_body(text[link.end() : chain.start]):
            return reader.person(verb.end(), stop, chain, chain.start, "career", link.end())
    return None


def _end_of_appointed(reader: TitleReading, start: int) -> int | None:
    """The end of a name behind 任命; the 为 that the office follows may be taken for a part of it (王甲|为局长)."""
    stop = reader.end_of_name(start)
    takes_in = stop is not None and stop - start == _LONGEST_NAME and reader.text[stop - 1] == "为"
    return stop - 1 if stop is not None and takes_in and not _AS.match(reader.text, stop) else stop


def _subject(reader: TitleReading, mark: int, stop: int, names: dict[str, PersonMention]) -> tuple[int, int] | None:
    """Whose office a verb at `stop` tells of: the name right before it, or whom the text last spoke of."""
    text = reader.text
    lead = next((m for m in re.finditer(r"[^，,]*$", text[mark:stop])), None)
    head = mark + (lead.start() if lead else 0)
    end = next(o for o in range(head, stop + 1) if _rules().between.fullmatch(text, o, stop))
    known = next((name for name in names if text.endswith(name, head, end)), "")
    if known:
        return end - len(known), end
    # The clause is nothing but a name, which the words of the text may hide.
    name = text[head:end]
    if 2 <= len(name) <= 3 and name[0] in reader.surnames and text.count(name) > 1 and not is_word(name):
        return head, end
    if end > head and (span := reader.name_before(end)) is not None and span[0] >= head:
        return span
    if end > head and not _rules().pronoun.fullmatch(text, head, end):
        return None
    found = [(text.rfind(name, max(0, mark - _REACH), stop), name) for name in names]
    offset, name = max(found, default=(-1, ""))
    if offset < 0 or _spoken_of(reader, max(0, mark - _REACH), stop, text.count(name), names):
        return None
    return offset, offset + len(name)


def _spoken_of(reader: TitleReading, start: int, stop: int, told: int, names: dict[str, PersonMention]) -> bool:
    """Whether somebody without a title is named there of whom the article speaks more often than `told` times."""
    people = {t.word for t in reader.tokens.within(start, stop) if t.tag == "nr" and len(t.word) == _LONGEST_NAME}
    return any(p[0] in reader.surnames and reader.text.count(p) > told + 1 for p in people if p not in names)
