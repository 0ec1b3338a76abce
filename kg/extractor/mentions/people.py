"""People with an office: 湘江集团副总裁、总经理王甲, 李乙（市数据局局长）, 赵丙任书记.

A name without a title is not looked for: the graph knows people by their public role.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from kg.extractor.mentions.careers import find_careers
from kg.extractor.mentions.person_names import ends_name
from kg.extractor.mentions.titles import Chain, Form, PersonMention, TitleReading, chains, leads_team
from kg.extractor.rules import either, load_rules, words
from kg.extractor.segmentation import Tokens

# 王某 is nobody in particular.
_UNNAMED: Final = "某"
_HANZI: Final = re.compile("[一-龥）)]")
_OPEN: Final = re.compile(r"[（(][^（()）\n]{0,40}$")
_CLAUSE: Final = re.compile(r"[^，,。；;：:！？!?（(“\n]{0,36}$")
_ASIDE: Final = re.compile(r"([，,。；;：:！？!?“”（(、\n]|^)([一-龥·]{2,12})，[^，,、。；;：:！？!?\n]{0,30}$")


def find_people(text: str, tokens: Tokens, titles: frozenset[str], surnames: frozenset[str]) -> list[PersonMention]:
    """The people of a text, in the order in which their titles stand; `titles` and `surnames` are the word lists."""
    reader = TitleReading(text, tokens, surnames)
    people: list[PersonMention] = []
    alone: list[Chain] = []
    for chain in chains(reader, titles):
        named = _after_title(reader, chain, people) or _before_title(reader, chain, people)
        people += named
        alone += () if named else (chain,)
    people += find_careers(reader, alone, people)
    return sorted((p for p in people if _UNNAMED not in p.name), key=lambda p: p.title_start)


def _after_title(reader: TitleReading, chain: Chain, people: Sequence[PersonMention]) -> list[PersonMention]:
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
        if following is None or not ends_name(reader.text, following):
            break
        found.append(reader.person(position, following, chain, org_end, "list"))
        stop = following
    return found


def _copula(reader: TitleReading, chain: Chain) -> int:
    """The length of what links a title to the name behind it: blank, colon, rank, 为 or 是 (法定代表人为王甲)."""
    text = reader.text
    if text[chain.end : chain.end + 1] in (" ", "：", ":"):
        return 1
    if rank := _rank().match(text, chain.end):
        return len(rank[0])
    return 1 if text[chain.end : chain.end + 1] in ("为", "是", "系") and chain.role in _filled() else 0


@cache
def _rank() -> re.Pattern[str]:
    """部务委员（副部长级）王甲, 副主任（主持工作）李乙, 首席执行官（CEO）赵丙."""
    return re.compile(f"[（(](?:{either(words(load_rules('people'), 'ranks'))})[）)]")


@cache
def _filled() -> frozenset[str]:
    return frozenset(words(load_rules("people"), "filled_by"))


def _same_body(reader: TitleReading, before: PersonMention, chain: Chain) -> bool:
    """Whether a title right behind another person is one of the same body; a mayor is none of a firm."""
    text = reader.text
    if before.end != chain.start - 1 or text[before.end] not in "，、；,和与":
        return False
    offices = words(load_rules("people"), "place_offices")
    title = text[chain.start : chain.end]
    return not any(word in title for word in offices) or any(word in before.title for word in offices)


def _before_title(reader: TitleReading, chain: Chain, people: Sequence[PersonMention]) -> list[PersonMention]:
    """The forms in which the name comes first."""
    text = reader.text
    if text[max(0, chain.start - 1) : chain.start] == "等":
        told = people and people[-1].end == chain.start - 1
        return [] if told else _group(reader, chain)
    behind = text[chain.end : chain.end + 1]
    if people and people[-1].end == chain.start:
        return []
    if named := _directly_before(reader, chain):
        return named
    left = text[max(0, chain.start - 44) : chain.start]
    if behind in ("）", ")", "，", "、", "；") and (found := _OPEN.search(left)):
        return _named(reader, chain, chain.start - len(found[0]), "bracket")
    if behind not in ("", "，", "。", "；", "、", "\n", "）", ")", "！"):
        return []
    clause = _CLAUSE.search(left)
    for verb in words(load_rules("people"), "appoint"):
        at = clause[0].find(verb) if clause else -1
        if clause and at > 0 and not _is_adverb(reader, chain.start - len(clause[0]) + at):
            people = _named(reader, chain, chain.start - len(clause[0]) + at, "appointed", len(verb))
            if people:
                return people
    aside = _ASIDE.search(left)
    if aside is None:
        return []
    first, stop = (chain.start - len(left) + offset for offset in aside.span(2))
    return [p for p in _named(reader, chain, stop, "apposition") if p.start == first]


def _is_adverb(reader: TitleReading, stop: int) -> bool:
    """Whether what stands before a verb at `stop` tells when, and is no end of a name: 王甲|曾|担任, 王甲|将|任."""
    if not reader.text.endswith(words(load_rules("people"), "before_verb"), 0, stop):
        return False
    span = reader.name_before(stop)
    return span is None or reader.text.count(reader.text[slice(*span)]) == 1


def _directly_before(reader: TitleReading, chain: Chain) -> list[PersonMention]:
    """江城大学王甲教授: the body stands before the name."""
    span = reader.name_before(chain.start)
    team = leads_team(reader.text, chain.start, chain.end)
    if span is None or not (_ends_house(reader, span[0]) if team else ends_name(reader.text, chain.end)):
        return []
    if not _HANZI.match(reader.text[max(0, span[0] - 1) : span[0]]) or _is_appointed(reader, *span):
        return []
    return [reader.person(*span, chain, span[0], "address")]


def _is_appointed(reader: TitleReading, start: int, stop: int) -> bool:
    """Whether what is taken for a name is the name of one appointed with the 为 before his office: 任命|王甲为|总裁."""
    appointing = words(load_rules("people"), "appointing")
    return reader.text.endswith("为", start, stop) and reader.text.endswith(appointing, 0, start)


def _ends_house(reader: TitleReading, offset: int) -> bool:
    return reader.text.endswith(words(load_rules("people"), "units", "Institution"), 0, offset)


def _named(reader: TitleReading, chain: Chain, stop: int, pattern: Form, link: int = 1) -> list[PersonMention]:
    span = reader.name_before(stop)
    return [] if span is None else [reader.person(*span, chain, chain.start, pattern, stop + link)]


def _group(reader: TitleReading, chain: Chain) -> list[PersonMention]:
    """王甲、李乙等负责同志: the organisation stands before the first name."""
    if chain.role not in words(load_rules("people"), "group_roles"):
        return []
    spans: list[tuple[int, int]] = []
    stop = chain.start - 1
    while (span := reader.name_before(stop)) is not None:
        spans.append(span)
        if reader.text[max(0, span[0] - 1) : span[0]] != "、":
            break
        stop = span[0] - 1
    spans.reverse()
    return [reader.person(*span, chain, spans[0][0], "list") for span in spans]
