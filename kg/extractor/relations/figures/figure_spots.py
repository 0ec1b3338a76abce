"""Where a figure stands: its clause, the words around it, and whether it is one that anybody would write down."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kg.allocation import quickly_made
from kg.extractor.conjunctions import JOINTS
from kg.extractor.kinds import is_place
from kg.extractor.linking.linked import LinkedMention
from kg.extractor.mentions.quantities import QuantityMention, names_unitless
from kg.extractor.relations.coding import BRACKETED, QUANTITY, Coded, symbol_class
from kg.extractor.relations.figures.figure_rules import figure_rules
from kg.extractor.relations.figures.measures.lead_and_tail import Tail, read_tail
from kg.extractor.relations.figures.phrases import measure_of, phrase_of
from kg.extractor.relations.roles import Clause

_MARKS: Final = ("", "，", "。", "；", "、")
# 10.23亿度 is electricity, 25度 a temperature.
_LARGE_ONLY: Final = ("度",)
_LARGE: Final = 1000
_DESCRIBED: Final = re.compile(
    f"的(?:[^，。；：！？、]{{0,24}}——)?[^，。；：！？、]{{0,12}}?(?P<project>[{symbol_class('project')}])"
)
_WHERE: Final = re.compile(f"(?:^|[，、{symbol_class('any')}])(?:[已均还共曾现将]|先后|累计|目前|主要|分别)*在$")
# A figure behind which nothing stands that it could count.
_CLOSED: Final = re.compile(f"[{symbol_class('quantity')}](?:[，。；、）]|$)")
# How strong each of those is that are counted behind their noun: 120千瓦充电桩20个.
_STRENGTHS: Final = ("power", "electric")
_COUNTED: Final = re.compile(f"[^，。；、\\s]{{1,10}}?(?P<number>[{symbol_class('quantity')}])")
# What is counted of projects: 等9个储能电站项目.
_OF_PROJECTS: Final = re.compile(f"[^，。；的]{{0,12}}(?:项目|[{symbol_class('project')}])(?![一-鿿]*?[建占])")
# 服务一批重点项目, 甲平台、乙平台等项目.
_MANY_PROJECTS: Final = re.compile(
    f"(?:一批|一系列|多个|若干)[^，。；的]{{0,12}}(?:项目|[{symbol_class('project')}])|等[^，。；的]{{0,6}}项目"
)
# The kinds of figure by which things are sorted.
_SIZES: Final = ("money", "area", "length", "mass", "power", "volume", "people")
_COMPARING: Final = ("比", "较")
_DIGIT: Final = re.compile(r"\d")
_BRACKETED: Final = re.compile(BRACKETED)
_COMMA: Final = re.compile("[，；]")
_WORD: Final = re.compile("[一-鿿]")
# No figure is of tomorrow: 探明天然气储量 is cut wrongly.
_TOMORROW: Final = "明天"


@quickly_made
@dataclass(frozen=True, slots=True)
class Spot:
    """Where a figure stands: its clause, the figure before it in that clause, and its own place in the coded text."""

    coded: Coded
    clause: Clause
    number: int
    previous: QuantityMention | None
    quantity: QuantityMention

    @property
    def position(self) -> int:
        """Where the figure stands in the coded text."""
        return self.coded.position(self.quantity.start)

    @property
    def before(self) -> str:
        """The coded text of the clause before the figure."""
        return self.coded.text[self.clause.start : self.position]

    @property
    def after(self) -> str:
        """The coded text of the clause behind the figure."""
        return self.coded.text[self.coded.position(self.quantity.end) : self.clause.end]

    @property
    def begin(self) -> int:
        """Where the words before the figure begin, in the coded text."""
        return self.coded.position(self.previous.end) if self.previous else self.clause.start

    def words(self, start: int, end: int) -> str:
        """A part of the coded text with the symbols turned back into words, times left out."""
        return words_between(self.coded, start, end)


def words_between(coded: Coded, start: int, end: int) -> str:
    """A part of the coded text with the symbols turned back into words, times left out."""
    said = coded.text[start:end]
    if coded.mentions.keys().isdisjoint(said):
        return said
    parts: list[str] = []
    month = False
    for character in said:
        mention = coded.mentions.get(character)
        word = coded.named(mention) if mention is not None else character
        is_time = mention is not None and mention.kind == "Time"
        if is_time and word != _TOMORROW and not _compared(parts, word):
            if parts and parts[-1] in _COMPARING:
                parts[-1] = ""  # 比2012年增长: what it compares with is no part of what it measures
            parts.append("")
        elif (word == "份" and month) or (word == "的" and parts[-1:] == [""]):
            parts.append("")  # 6月份; 增加到2022年的520家: the 的 goes with its time
        elif word == "前" and parts[-1:] == [""]:
            parts[-2:] = ["", ""] if parts[-2:-1] in (["在"], ["到"], ["于"]) else [""]  # 在2025年前
        else:
            parts.append(word)
        month = is_time and word.endswith("月")
    return "".join(parts)


def _compared(parts: Sequence[str], time: str) -> bool:
    """较上年同期增长: whether a time tells what a change compares with."""
    return parts[-1:] != [] and parts[-1] in _COMPARING and not _DIGIT.search(time)


def read_tails(places: Sequence[Spot]) -> list[Tail]:
    """The words behind each figure up to the next one; what is said of a list is said of all its members."""
    tails: list[Tail] = []
    for place in reversed(places):
        start = place.coded.position(place.quantity.end)
        next_one = QUANTITY.search(place.after)
        words = place.words(start, start + (next_one.start() if next_one else len(place.after)))
        if words == "/" and tails:  # 200兆瓦/400兆瓦时储能
            tails.append(tails[-1])
            continue
        tail = replace(read_tail(words), cut=next_one is not None)
        if _names_only(place, tail.noun):
            tail = Tail("", "", possessive=False)
        joined = tails and tail.noun and tails[-1].noun and words.endswith((*JOINTS, tail.noun))
        tails.append(replace(tail, rest=tails[-1].rest, cut=tails[-1].cut) if joined and not tail.rest else tail)
    return tails[::-1]


def _names_only(place: Spot, noun: str) -> bool:
    """设站13座|江城快线为…: whether what seems to be counted is a name, with which the next line begins."""
    named = place.coded.mentions.get(place.after[:1])
    if named is None or not noun or not (is_place(named.kind) or (named.kind == "Project" and named.specific)):
        return False
    return noun == place.coded.named(named)


def described_projects(places: Sequence[Spot]) -> list[LinkedMention | None]:
    """The project that each figure of a clause describes from before its name: 总投资5亿元、占地90亩的江城数据中心."""
    found: list[LinkedMention | None] = []
    for place in reversed(places):
        after = place.after
        if after.endswith("——"):  # 总投资5亿元的大型社区——江城家园
            after += place.coded.text[place.clause.end : place.clause.end + 1]
        behind = _DESCRIBED.match(after)
        project = place.coded.mentions.get(behind["project"]) if behind else None
        listed = bool(found) and place.after[:1] in ("、", "和")
        found.append(found[-1] if listed and project is None else project)
    return found[::-1]


def is_of_unread(place: Spot) -> bool:
    """与90家机构合作，其中律师事务所35家: whether a figure is a part of what another counts, whose is not told."""
    before = place.coded.text[: place.clause.start]
    return place.before.startswith("其中") and QUANTITY.search(before) is not None


def names_place(place: Spot, noun: str) -> bool:
    """Whether what is counted seems to be a place, which only says where: 在甲县完成1条80米、2条90米叶片."""
    named = (place.coded.mentions.get(character) for character in place.before)
    return any(m is not None and is_place(m.kind) and place.coded.named(m) == noun for m in named)


def is_told(coded: Coded, clause: Clause, quantity: QuantityMention) -> bool:
    """Whether a figure stands outside brackets and does not only say what a thing is like."""
    before = coded.text[clause.start : coded.position(quantity.start)]
    inside = before.count("（") + before.count("(") > before.count("）") + before.count(")")
    return not inside and not _describes(coded, quantity) and not _is_criterion(coded, quantity)


def told_before(place: Spot) -> str:
    """利润再创新高，达5亿元: what the clause before names, where the figure's own begins with how high it is."""
    text, end = place.coded.text, place.clause.start - 1
    if place.previous is not None or not text[: end + 1].endswith("，"):
        return ""
    start = text.rfind("，", 0, end) + 1
    if QUANTITY.search(text, start, end) or not _opens_with_height(place):
        return ""
    phrase = phrase_of(words_between(place.coded, start, end))
    return measure_of(phrase.without_opening("opening", "firm_words"))


def _opens_with_height(place: Spot) -> bool:
    """Whether nothing stands before a figure but how high it is: 达5亿元, 近5亿元."""
    core, reached = phrase_of(place.words(place.begin, place.position).strip()).without_ending("reached", "adverbs")
    return not core.text and (bool(reached) or place.quantity.start < place.quantity.number_start)


def is_way(coded: Coded, quantity: QuantityMention) -> bool:
    """三大产业, 百亿元级项目: a manner of speaking, a part of the noun behind it."""
    return quantity.quantity.unit == "大" or coded.text.startswith("级", coded.position(quantity.end))


def _is_criterion(coded: Coded, quantity: QuantityMention) -> bool:
    """集雨面积30平方公里以上河流: whether a figure tells of which size those are that are spoken of."""
    behind = coded.text[coded.position(quantity.end) :][:1]
    bounded = quantity.quantity.wording.endswith(("以上", "以下", "以内")) and quantity.kind in _SIZES
    return bounded and ((_WORD.match(behind) is not None and behind != "的") or QUANTITY.match(behind) is not None)


def _describes(coded: Coded, quantity: QuantityMention) -> bool:
    """220千伏线路, 120千瓦充电桩20个: whether a figure tells what a thing is like, not how much of it there is."""
    end = coded.position(quantity.end)
    end += coded.text[end : end + 1] == " "
    attribute = figure_rules().expressions["attribute_units"].match(quantity.quantity.unit)
    if attribute and _WORD.match(coded.text, end):
        return True
    counted = _COUNTED.match(coded.text, end) if quantity.kind in _STRENGTHS else None
    return (
        counted is not None
        and coded.source[coded.mentions[counted["number"]].end - 1] in figure_rules().tables["pieces"].words
    )


def is_of_market(said: str) -> bool:
    """Whether a sentence tells of share prices, courts and the like, brackets aside: 甲公司（股价5.24元）."""
    return figure_rules().expressions["market"].search(_BRACKETED.sub("", said)) is not None


def spoken(coded: Coded, clauses: Sequence[Clause]) -> Iterator[Clause]:
    """The clauses, those within a quotation too: 他说：“全市产值达…，增长…。”."""
    for clause in clauses:
        start = clause.start
        if coded.text.find("“", clause.start, clause.end) in (clause.start, clause.start + 1):
            for comma in _COMMA.finditer(coded.text, clause.start, clause.end - 1):
                yield Clause(start, comma.end(), clause.roles)
                start = comma.end()
        yield Clause(start, clause.end, clause.roles)


def counts_name_before(coded: Coded, position: int) -> bool:
    """Whether a figure counts the project that is named right before it: 建成数字书房12个."""
    named = coded.mentions.get(coded.text[max(0, position - 1) : position])
    return named is not None and named.kind == "Project" and _CLOSED.match(coded.text, position) is not None


def counts_projects(coded: Coded, clause: Clause) -> bool:
    """Whether a clause tells of several projects, of which the sums behind it are told: 对接项目25个，总投资….

    One that names itself right before its number is counted too: 引进产业链项目25个.
    """
    if _MANY_PROJECTS.search(coded.text, clause.start, clause.end):
        return True
    for figure in QUANTITY.finditer(coded.text, clause.start, clause.end):
        i, mention = figure.start(), coded.mentions[figure[0]]
        if coded.source[mention.end - 1] not in figure_rules().tables["counting_works"].words:
            continue
        before, behind = coded.text[max(clause.start, i - 2) : i], coded.text[i + 1 : clause.end]
        if before.endswith("项目") or _OF_PROJECTS.match(behind) or counts_name_before(coded, i):
            return True
    return False


def is_barred(place: Spot) -> bool:
    """Whether a figure is none that anybody would write down, by its unit and the words around it."""
    rules, quantity, before, after = figure_rules().expressions, place.quantity, place.before, place.after
    unit = quantity.quantity.unit
    if not unit:
        return not _is_total(place)
    if unit in _LARGE_ONLY and quantity.quantity.value >= _LARGE:
        unit = ""
    if rules["barred_units"].match(unit) and quantity.kind != "duration" and not _is_issue(place):
        return True
    if quantity.quantity.value < 10 and not any(map(str.isdigit, quantity.quantity.wording)):
        return True  # 两个, 三大: a manner of speaking more often than a count
    if before.rfind("“") > max(1, before.rfind("”")):
        return True
    if quantity.kind == "classifier" and _WHERE.search(before):
        return True  # 在10个国家投资: where it is done is no figure of the thing
    if rules["unsure"].search(before) or rules["market_clause"].search(before) or rules["market_clause"].search(after):
        return True
    return bool(rules["barred_before"].search(before) or rules["barred"].match(after))


def _is_issue(place: Spot) -> bool:
    """Whether a figure tells how many shares are issued, not how many somebody holds."""
    return place.quantity.kind == "shares" and figure_rules().expressions["issued"].search(place.before) is not None


def _is_total(place: Spot) -> bool:
    """Whether a figure without a unit stands between what it measures in whole and the end of the clause."""
    behind = place.after[:1] in _MARKS
    noun = place.words(place.begin, place.position)
    return behind and (names_unitless(noun) or figure_rules().expressions["totals"].search(noun) is not None)
