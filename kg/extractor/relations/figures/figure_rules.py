"""The words of `seeds/patterns/measurements.yaml`, ready for use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.extractor.beginnings import Expressions
from kg.extractor.relations.coding import symbol_class
from kg.extractor.relations.numbered_items import item_numbers
from kg.extractor.rules import either, load_rules, words

# The lists that count at the end of the words looked at.
_AT_THE_END: Final = (
    "whereabouts",
    "saying",
    "being",
    "totals",
    "passing",
    "strangers",
    "systems",
    "attribute_units",
    "barred_units",
    "sums",
    "durations",
)
# The lists that count at the beginning of the words looked at.
_AT_THE_START: Final = (
    "barred",
    "foreign",
    "project_heads",
    "of_people",
    "own_parts",
    "own_goods",
    "phases",
    "asides",
    "system_measures",
    "registered",
    "scoped",
    "introduced",
    "means",
    "nameless",
    "meant_for",
    "compared_with",
)
# The lists that count wherever they occur in the words looked at.
_ANYWHERE: Final = (
    "market",
    "market_clause",
    "target",
    "results",
    "firm_results",
    "of_main",
    "earned",
    "over_time",
    "foreign_own",
    "reporting",
    "passing_on",
    "sized",
    "unsure",
    "plants",
    "wider",
    "market_wide",
    "issued",
    "raised",
    "foreign_of_place",
    "one_word",
    "part_of",
    "of_home",
)


@dataclass(frozen=True, slots=True)
class WordTable:
    """A list of words, with the length of the longest."""

    words: frozenset[str]
    longest: int


@dataclass(frozen=True, slots=True)
class FigureRules:
    """The lists and expressions by which a figure is read; `measurements.yaml` tells what each is for."""

    tables: dict[str, WordTable]
    expressions: Expressions


@cache
def figure_rules() -> FigureRules:
    """The rules, read once: each list as a table, and the expressions made of them."""
    rules = load_rules("measurements")
    one = {name: either(words(rules, name)) for name in rules}
    ends = {name: rf"(?:{one[name]})$" for name in _AT_THE_END}
    whole = {name: rf"(?:{one[name]})\Z" for name in ("elliptic", "gains", "wholes")}
    starts = {name: rf"(?:{one[name]})" for name in _AT_THE_START}
    anywhere = {name: one[name] for name in _ANYWHERE}
    listed = {**rules, "opening": (*words(rules, "opening"), *item_numbers())}
    tables = {name: WordTable(frozenset(listed[name]), max(map(len, listed[name]))) for name in listed}
    return FigureRules(tables, Expressions({**ends, **whole, **starts, **anywhere, **_made(one), **_around_leads(one)}))


def _around_leads(one: Mapping[str, str]) -> dict[str, str]:
    """The expressions for what stands in the words before a figure and is no part of what it measures."""
    number = "(?:[一二三四五六七八九十两几数]+|[0-9]+)"
    return {
        # What a change compares with: 较上年末增长, 比去年同期减少.
        "than": rf"(?:与|(?<![同环占对类])[比较])[^，的比较]{{0,6}}(?:{one['than']})(?:同期|相比)?$",
        # Before the first of two figures: 从16天, 由原来的3万吨.
        "from": (
            rf"[从由](?:(?:{one['at_first']}|上一?(?:年|财年|季度)(?:同期)?|[0-9一二三四五六七八九十]+年前)的?)?$"
        ),
        # Behind a verb that says how high a figure is: 提升到了现在的.
        "now": rf"(?<=[到至为])了?(?:{one['now']})的?$",
        # 三年内, 30多年间: how long it took says nothing of what it is.
        "spell": (rf"^(?:{one['lately']})?{number}[多余]?个?(?:年|月)[多来]?(?:[内间中里来]|时间)?(?=[^年月来])"),
        # The place that owns the figure, its month and what it is compared with are told before: 地区已有61家,
        # 份的交付量, 相比增加3%.
        "told_before": rf"^份的?(?=[一-鿿])|^(?:{one['areas']})(?=[已现共]|累计|有)|^相比(?=[增减上下提降])",
        # For whom, where or how something is done, before its verb: 向社会|发布59款产品.
        "circumstance": rf"(?:{one['circumstances']})[^，、的]{{1,12}}$",
    }


def _made(one: Mapping[str, str]) -> dict[str, str]:
    """The expressions in which a list is only a part; `one` is an expression for any word of each list."""
    done = rf"(?:{one['wholly']})*(?:{one['ready']})(?:并?(?:{one['ready']}))?"
    return {
        "of_project": rf"(?:{one['project_heads']}|{one['project_sizes']})$",
        "rates": rf"(?:{one['rates']})$",
        "scope": rf"(?<![^在从，。；：])(?P<scope>[^在，。；：]{{2,10}}(?:{one['scopes']}))方面",
        "heads": rf"(?:{one['heads']})(?:[（(][^（()）]{{1,8}}[)）])?$",
        "own_paper": (
            rf"[^，]{{0,4}}据[^，]{{0,2}}(?P<firm>[{symbol_class('firm')}])[^，]{{0,12}}?(?:{one['own_papers']})[^，]{{0,4}}，"
        ),
        "national": (
            f"(?:[{symbol_class('time')}]|截至|目前|其中|[，“])*"
            f"全国(?!{one['not_national']}|[{symbol_class('org')}]|共?[{symbol_class('quantity')}][^的])"
        ),
        "set_aside": rf"[，、]?(?:{one['set_aside']})",
        "reaches": rf"(?:至|到|于)?(?:{one['reaches']})(?:各地)?$",
        "placed": rf"(?:{one['placed']})[^的，；。]*[，；]",
        "oblique": rf"[^，]{{0,8}}?(?:{one['oblique']})[^，]{{0,20}}$",
        "sources": rf"(?:根?据|[^，]{{0,4}}从)[^，]*(?:{one['sources']})，",
        "held_against": rf"[，、]?(?:{one['held_against']})",
        "barred_before": rf"(?:{one['barred_before']})$",
        "done_for": (
            rf"(?P<often>每[年月天日])?(?:{one['before_done_for']})*[为向给]"
            rf"[^，、。；的达]{{2,14}}?(?P<done>(?:{one['done_for']}).*)$"
        ),
        "ready": f"^(?:该?项目|工程)?{done}(?:之后|以后|后|时)，?",
        "work_ready": (
            f"(?:[，“]|[{symbol_class('time')}]|{one['before_ready']})*"
            f"(?:[{symbol_class('project')}]|该?项目|工程|一期|二期)?"
            f"{done}(?:之后|以后|后)，?"
        ),
        "speaker": rf"(?:(?:{one['title_ends']})\s?[一-鿿·]{{2,4}}|{one['saying']})$",
        "share": (
            r"^(?P<what>.*?)占(?!比[由从]|比[例重])(?:到|了|据)?(?P<whole>[^，占]{2,24}?)的?(?P<kind>比例|比重|之?比|份额)?$"
        ),
        "share_in": r"^(?P<what>.+?)在(?P<whole>[^，在]{2,12}?)[中里](?:所占)?的(?P<kind>比例|比重|占比|份额)$",
    }
