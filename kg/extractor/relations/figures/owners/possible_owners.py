"""Who may own a figure: what a clause opens with as its subject, a thing, several side by side, or one brought in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.extractor.beginnings import compiled
from kg.extractor.kinds import is_concept
from kg.extractor.linking.linked import LinkedMention
from kg.extractor.relations.coding import MARKS, QUANTITY, SYMBOL, TIME, Coded, plain_opening, symbol_class
from kg.extractor.relations.figures.figure_rules import figure_rules
from kg.extractor.relations.figures.phrases import opened_phrase, phrase_of
from kg.extractor.relations.notation import expand
from kg.extractor.relations.roles import Clause
from kg.extractor.rules import load_rules, words

# What a figure may stand behind and never belongs to, concepts aside.
_OWNERLESS: Final = (*MARKS, "Award", "Document", "Person", "Media")
_BROUGHT_IN: Final = re.compile(
    rf"(?:以(?P<thing>[{symbol_class('actor|project')}])[^，]{{0,4}}为例|[^，]{{0,2}}在(?P<site>[{symbol_class('org|project')}]))，"
)
_LISTED: Final = re.compile(r"[、和与及]")
# Behind this stands who does it: 园区由江城集团旗下|江城置业运营.
_AGENT: Final = re.compile("(?<![自理事缘])由[^，。；由]{0,24}$")
# 由江城集团开发的|云岭平台已接入…: the thing that a clause opens with, behind what it is told to be.
_TOLD: Final = re.compile(
    f"(?P<told>[^，；：、]{{0,20}}[一-鿿])的[{symbol_class('place')}]?(?P<thing>[{symbol_class('project|firm')}])"
    f"(?:[是为系将已现正共总年累目新拟可预占有]|[{symbol_class('time')}])"
)
# 一是江城市建成…: what numbers the items of a list leads nothing in.
_ITEM: Final = re.compile("[一二三四五六七八九十]是$")
# 将成为江城集团研发中心, 属于循环经济项目: what a thing is to be or is one of; 成为首座电站 tells of the thing itself.
_KIND_OF: Final = re.compile("(?:[成作]为|属于?)[^，；。首最其]*$")
# To or for whom something is done, before the name.
_TO: Final = re.compile(f"(?:[向给对]|(?<![名称作成认])为)[{symbol_class('place')}]?$")
# A clause that says what a thing is: 江城集团是最大的平台公司之一.
_COPULA: Final = re.compile("(?:目前|现|也|还|均|都|就|既|不仅|正|已)*[是系]")
# A clause in which a list goes on: …项目，江城产业园项目等，.
_NAMES: Final = re.compile(f"(?:[{symbol_class('any')}][、和与及]?)+等?[，；。]")
# A project that a clause ends with, and a verb of making before it: 上线云岭通，.
_LAST: Final = "(?P<V>(?:打造|建设|构建|<made>)[^，。；]{0,16}?)?{O:project}[”’]?，$"


@dataclass(frozen=True, slots=True)
class Owner:
    """The thing that a figure belongs to, how sure that is, and where in the coded text the words behind it begin.

    `planned` tells that a plan of the thing names the figure, `at_home` that the thing is the place that the article
    tells of, which nothing near the figure names.
    """

    thing: LinkedMention
    trust: float
    begin: int
    own: bool
    planned: bool = False
    at_home: bool = False


def examples(sort: str) -> str:
    """A regular expression for names that a list only gives as examples, the first of a sort of mention: 甲、乙等."""
    return f"[{symbol_class(sort)}][^{symbol_class('any')}，。；、]{{0,6}}(?:[、和及与][^，。；]*)?等"


def may_own(mention: LinkedMention) -> bool:
    """Whether figures can belong to a thing: it is a place, an organisation or a particular project."""
    if is_concept(mention.kind) or mention.kind in _OWNERLESS:
        return False
    return mention.specific or mention.kind != "Project"


def is_recipient(text: str, start: int, position: int) -> bool:
    """Whether the name at a position is of whom something is given to, not of who has it: 向江城大学捐赠500万元."""
    return _TO.search(text, start, position) is not None


def subject_of(coded: Coded, clause: Clause) -> tuple[LinkedMention, ...]:
    """The things that a clause itself opens with as its subject."""
    if _goes_on_with_list(coded, clause):
        return ()
    if (told := _told_of(coded, clause)) is not None:
        return (told,)
    filled = clause.roles.get("K") or clause.roles.get("S")
    first, last = coded.offset(clause.start), coded.offset(clause.end)
    inside = tuple(m for m in filled.mentions if first <= m.start < last) if filled is not None else ()
    if not inside:
        return _possessor(coded, clause)
    position = coded.position(inside[0].start)
    before = coded.text[clause.start : position]
    if _AGENT.search(before):
        return _possessor(coded, clause)
    behind = position + 1 + (coded.text[position + 1 : position + 2] == "的")
    following = coded.mentions.get(coded.text[behind : behind + 1])
    if len(inside) == 1 and following is not None and following.kind == "Project":
        inside = (following,)  # 江城集团二期项目, 江城集团的云岭平台: it is the project that the clause speaks of
    return inside if not _is_led_in(before) and not opened_phrase(before).ending("verbs") else ()


def _goes_on_with_list(coded: Coded, clause: Clause) -> bool:
    """Whether a clause is no more than the rest of a list of names; with a figure it is none (江城市外贸3亿元)."""
    behind = coded.text.endswith("，", 0, clause.start)
    listed = behind and _NAMES.fullmatch(coded.text, clause.start, clause.end) is not None
    return listed and QUANTITY.search(coded.text, clause.start, clause.end) is None


def _told_of(coded: Coded, clause: Clause) -> LinkedMention | None:
    """A particular thing that a clause opens with behind what it is told to be: 本次开工的江城电站是…."""
    if coded.text.find("的", clause.start, clause.end) < 0:
        return None
    found = _TOLD.match(coded.timeless(clause.start, clause.end))
    if found is None or not opened_phrase(SYMBOL.split(found["told"])[-1]).tags:
        return None
    thing = coded.mentions[found["thing"]]
    return thing if may_own(thing) else None


def says_what_is(coded: Coded, clause: Clause, subject: tuple[LinkedMention, ...]) -> bool:
    """Whether a clause only says what its subject is; what else it names is no new thing: 电站是首批示范工程之一."""
    start = coded.position(subject[0].start) + 1 if subject else clause.start
    return _COPULA.match(coded.text, start, clause.end) is not None


def names_source(coded: Coded, clause: Clause) -> bool:
    """Whether a clause only names whose word is passed on: 据江城市统计局介绍，."""
    return figure_rules().expressions["sources"].fullmatch(coded.text, clause.start, clause.end) is not None


def example_of(coded: Coded, clause: Clause) -> tuple[LinkedMention, ...]:
    """What a clause only brings in for those that follow: 以江城园区为例，, 在江城电站，, 据江城集团公告，."""
    if not coded.text.endswith("，", clause.start, clause.end):
        return ()
    said = coded.timeless(clause.start, clause.end)
    brought = _BROUGHT_IN.fullmatch(said)
    thing = coded.mentions.get(brought["thing"] or brought["site"]) if brought else None
    if brought is None and (paper := figure_rules().expressions["own_paper"].fullmatch(said)):
        thing = coded.mentions.get(paper["firm"])
    return (thing,) if thing is not None and may_own(thing) else ()


def _possessor(coded: Coded, clause: Clause) -> tuple[LinkedMention, ...]:
    """A thing at the head of a clause, before a noun of its own: 江城市的基站数量, 江城市基站数量."""
    before, mention, behind = _first_named(coded, clause)
    if mention is None or not may_own(mention) or _LISTED.match(behind) or _is_led_in(before):
        return ()
    return (mention,) if not opened_phrase(before).text else ()


def _first_named(coded: Coded, clause: Clause) -> tuple[str, LinkedMention | None, str]:
    """What a clause names first, with the words before it and what stands behind it, times left out."""
    said = coded.timeless(clause.start, clause.end)
    before = plain_opening(said)
    return before, coded.mentions.get(said[len(before) : len(before) + 1]), said[len(before) + 1 :]


def _is_led_in(before: str) -> bool:
    """Whether the words before a thing say that it is not what the clause is about."""
    return before.endswith(words(load_rules("measurements"), "not_subject")) and _ITEM.search(before) is None


@cache
def _last() -> re.Pattern[str]:
    return compiled(expand(_LAST))


def generic_acts(coded: Coded, clause: Clause) -> bool:
    """Whether a clause opens with a project that has no name of its own, and tells what that does: 班列累计开行."""
    before, mention, behind = _first_named(coded, clause)
    if mention is None or mention.kind != "Project" or mention.specific or opened_phrase(before).text:
        return False
    return phrase_of(plain_opening(behind)).without_opening("adverbs", "manner").opening("verbs") != ""


def told_in_passing(coded: Coded, clause: Clause, mention: LinkedMention) -> bool:
    """Whether a project only says where or what another thing is, or its whole: 大桥是江城高速控制性工程之一."""
    position = coded.position(mention.start)
    rules = figure_rules().expressions
    before, behind = coded.text[clause.start : position], coded.text[position + 1 : clause.end]
    if _KIND_OF.search(before):
        return True
    return rules["whereabouts"].search(before) is not None or (
        rules["being"].search(before) is not None and rules["part_of"].search(behind) is not None
    )


def system_made(coded: Coded, clause: Clause) -> LinkedMention | None:
    """The system or platform that a clause ends with, as what somebody made: 上线云岭通，."""
    closed = coded.text.endswith("，", clause.start, clause.end)
    ended = _last().search(coded.text, clause.start + 1, clause.end) if closed else None
    if ended is None:
        return None
    thing = coded.mentions[ended["O"]]
    if not thing.specific and ended["V"] is None:
        return None
    name = coded.named(thing).rstrip("”’）)")
    return thing if figure_rules().expressions["systems"].search(name) else None


def side_by_side(coded: Coded, clause: Clause) -> tuple[LinkedMention, ...]:
    """The things that a clause opens with, one listed after the other."""
    found: list[LinkedMention] = []
    for i in range(clause.start, clause.end):
        mention = coded.mentions.get(coded.text[i])
        if mention is not None and may_own(mention):
            found.append(mention)
        elif found and not TIME.match(coded.text[i]) and not _LISTED.match(coded.text[i]):
            break
    opened = opened_phrase(plain_opening(coded.timeless(clause.start, clause.end)))
    return tuple(found) if not opened.text else ()
