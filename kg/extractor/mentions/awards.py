"""Honours and granted statuses: what follows 获评, 入选, 被认定为, and the lists that come out (…榜单揭晓)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final

from kg.expressions import compiled
from kg.extractor.mentions.candidates import Candidate
from kg.extractor.rules import either, load_rules
from kg.extractor.sieve import Sieve, needs

_BREAK: Final = "，。；！？：\n"
_QUOTED: Final = re.compile(r"[“「『][^“”。！？\n]{2,40}[”」』]")
# “…”称号 is the honour called so.
_CALLED: Final = re.compile("[“「『]([^“”「」『』]{4,40})[”」』](?:荣誉)?(?:称号|荣誉)")
# A part of a name in quotation marks: 第二批“链主”企业.
_NICKNAME: Final = r"“[^“”。！？\n]{1,16}”(?=[^“”、，。；！？：\n])"
_OUTER: Final = "“”「」『』《》"
# How long the name of an honour is at least; that of a prize (云岭奖) may have one character less.
_SHORTEST: Final = 4
_PRIZE: Final = "奖"
# A part of a list; what stands in quotation marks within it is no list.
_PART: Final = re.compile(r"(?P<part>(?:“[^“”]*”|[^、和])+?)(?:\d+[项个次])?(?:[、和]|$)")
# The same where 和 stands within the names (石油和化工先进单位).
_LISTED: Final = re.compile(r"(?P<part>(?:“[^“”]*”|[^、])+?)(?:\d+[项个次])?(?:、|$)")
# How far back a hope (力争到明年入选…) is looked for.
_HOPE: Final = 20
# 获得省级科技奖5项、市级科技奖9项: how many there are, is told of many, not of one honour.
_COUNTED: Final = re.compile(r"[0-9]+[余多]?[项个家枚座件](?=[、和，。；及]|$)")
# A list in 《》 is a document too, of the same extent; where it is told as an honour, that wins.
_RANK: Final = 4
_LIST_RANK: Final = 5


@dataclass(frozen=True)
class _Told:
    """An expression that calls the award `name`; most texts need none of them compiled."""

    source: str

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The regular expression."""
        return compiled(self.source)


@dataclass(frozen=True, slots=True)
class _Rules:
    """The expressions made of `seeds/patterns/awards.yaml`.

    Of two of `told` that overlap, the one that an earlier expression finds stands, so that a name ends with a noun that
    only honours have where there is one. `hoped` is what makes a grant a mere hope, right before it; `skip` what opens
    a name without belonging to it; `award` what a name ends with.
    """

    told: Sieve[_Told]
    hoped: re.Pattern[str]
    skip: re.Pattern[str]
    award: re.Pattern[str]


@cache
def _rules() -> _Rules:
    data = {key: either(listed) for key, listed in load_rules("awards").items()}
    wide = f"{data['lists']}|{data['heads']}|{data['wide_heads']}|{data['firm_statuses']}"
    skip = f"(?:{data['skip']})*"
    told = (*_lists(data, wide), *_grants(data, skip, wide), *_others(data), *_statuses(data))
    return _Rules(
        told=Sieve((needs(source), _Told(source)) for source in told),
        hoped=re.compile(rf"(?:{data['hoped']})[^{_BREAK}]{{0,14}}$"),
        skip=re.compile(f"^{skip}"),
        award=re.compile(f"(?:{wide}|{data['norms']})$"),
    )


def _lists(data: dict[str, str], wide: str) -> Iterator[str]:
    """A list that comes out: 公布…名单, 《…榜单》揭晓, 入选《…目录》."""
    lists, issued, out, on_it = data["lists"], data["issued"], data["out"], data["on_it"]
    title = rf"《[^《》\n]{{4,60}}(?:{lists})(?:[（(][^（）()]{{1,16}}[）)])?》"
    plain = rf"(?!{data['vague']})(?:(?!{issued}|{on_it})[^、“”《》{_BREAK}]|{_NICKNAME}){{3,40}}"
    yield rf"(?:{data['granted']})[^、{_BREAK}]{{0,16}}(?P<name>{title})"
    yield rf"(?P<name>{title})(?=[^。！？\n]{{0,40}}(?:{out}|{on_it}))"
    yield rf"(?P<name>“[^“”\n]{{2,40}}(?:{wide})”)(?=[^{_BREAK}]{{0,6}}(?:{out}))"
    yield rf"(?:{issued})(?:了|的)?+(?P<name>{plain}(?:{lists}))"
    yield rf"(?:^|[、{_BREAK}])(?:{data['dates']})*(?P<name>{plain}(?:{lists}))(?=[^{_BREAK}]{{0,6}}(?:{out}|{issued}))"


def _grants(data: dict[str, str], skip: str, wide: str) -> Iterator[str]:
    """What somebody is granted: with a head of honours, as a fact (是国家级…), with any head after a sure verb."""
    granted, sure, heads = (
        rf"(?:{data['granted']})(?!的){skip}",
        rf"(?:{data['surely_granted']})(?!的){skip}",
        data["heads"],
    )
    stop = rf"{data['surely_granted']}|(?<![一二三四特优])等(?!级)"
    inside = rf"(?!{data['vague']})(?:(?!{stop})(?:[^“”{_BREAK}]|{_NICKNAME}))"
    member = rf"(?:(?!{stop})(?:[^、“”{_BREAK}]|{_NICKNAME})){{4,30}}?(?:{heads}|{data['wide_heads']})"
    several, after = rf"{_QUOTED.pattern}(?:[、和及]?{_QUOTED.pattern})*", rf"(?!{data['after']})"
    yield rf"{granted}(?P<name>{_QUOTED.pattern})(?=(?:{data['tokens']}))"
    level = rf"[“「『](?:{data['level']})[^“”。！？\n]{{1,30}}(?:{heads}|单位)[”」』]"
    yield rf"(?:{data['is']})(?P<name>{level}(?:[、和及]?{level})*)"
    honour = rf"[“「『][^“”。！？\n]{{1,40}}(?:{wide})[”」』]"
    honours = rf"{honour}(?:[、和及]?{honour})*"
    giver = rf"[^“”《》、{_BREAK}的]{{2,14}}(?:{data['handed_over']})?"
    ends = rf"(?=[{_BREAK}）)]|等|$)"
    yield rf"{granted}(?P<name>{_QUOTED.pattern}的?(?:{heads})|{honours}){after}"
    yield rf"{sure}(?P<name>{several})"
    yield rf"{sure}{giver}(?P<name>{several}){ends}"
    yield rf"{granted}{giver}(?P<name>{honours}){ends}"
    handed = rf"{granted}[^“”{_BREAK}的]{{2,30}}(?:{data['handed_over']})"
    yield rf"{handed}(?P<name>{inside}{{2,30}}(?:{heads}|{data['papers']}))(?=[{_BREAK}]|$)"
    yield rf"(?:{data['bearing']})了?(?P<name>{several})(?=等[^{_BREAK}]{{0,6}}(?:{data['titles']}))"
    yield (
        rf"{granted}(?P<name>{inside}{{0,34}}(?:{heads})(?:（(?!公示)[^）]{{1,16}}）|\([^)]{{1,16}}\))?){after}"
        r"(?![一-鿿]*?[化级型](?:的|、))"
    )
    yield (
        rf"(?:{data['is']})(?!{data['vague']})(?P<name>(?:{data['level']})[^、{_BREAK}]{{0,20}}?(?:{data['status_heads']}))"
        r"(?=[，。；、之的]|$)"
    )
    yield rf"{sure}(?!{data['vague']})(?P<name>{member}(?=[，。；、！？]|$)(?:、{member}(?=[，。；、！？]|$))*)"


def _others(data: dict[str, str]) -> Iterator[str]:
    """A ranking wherever it is told, and what somebody passed the examination for."""
    plain = rf"(?!{data['vague']})[^、“”{_BREAK}的和与]"
    yield rf"(?P<name>(?:{data['rankings']})[一-龥]{{0,8}}(?:{data['ranked']}))"
    norm = f"(?:{data['norms']})"
    norms, examined = f"{norm}(?:[、和]{norm})*", rf"[^，。；、]{{0,12}}(?:{data['certificates']})"
    yield rf"(?:通过|获得|取得)了?(?P<name>{norms})(?={examined})"
    yield rf"通过了?(?P<name>{plain}{{2,20}}(?:{data['certificates']}))(?=[、和{_BREAK}]|$)"
    yield rf"通过了?(?P<name>(?:{data['level']}){plain}{{2,20}}?)(?=(?:{data['examined']}))"
    yield rf"通过了?(?P<name>[^“”《》、{_BREAK}的]{{0,14}}{_QUOTED.pattern})(?=(?:{data['examined']}))"


def _statuses(data: dict[str, str]) -> Iterator[str]:
    """What a firm is: 是一家…的高新技术企业, or with who granted it as a clause of its own; the places of a trial.

    Behind a list of those that have it, how many they are brings in a status: 甲、乙等5家省级示范企业.
    """
    granted_by, after = rf"(?:{data['granted_by']}){{0,2}}", r"(?=[，。；、！）)]|之一|$)"
    status = rf"{granted_by}(?:{data['firm_statuses']})"
    yield rf"(?:是|系|作为|成为)[^，。；：\n]{{0,60}}?的(?P<name>{status}(?:、{status})*){after}"
    yield rf"(?:是|系|作为)(?:一家)?(?P<name>{status}(?:、{status})*){after}"
    yield rf"(?:^|[，、；\n])(?P<name>(?:{data['granted_by']}){status}){after}"
    yield rf"(?:^|[{_BREAK}])(?P<name>[^、{_BREAK}以将把]{{0,12}}?(?:{data['trials']}))(?={data['named_one_by_one']})"
    nouns = f"{data['status_heads']}|{data['heads']}|{data['firm_statuses']}"
    granted = rf"(?:{data['level']})[^、{_BREAK}的]{{0,20}}?(?:{nouns})"
    yield rf"等[0-9一二三四五六七八九十两]+[家个座](?P<name>{granted}){after}"


def compile_awards() -> None:
    """Compile every expression now, so that no article has to wait for one."""
    for told in _rules().told:
        _ = told.expression


def find_awards(text: str) -> list[Candidate]:
    """The honours that the text says were granted, and the lists that came out, without overlaps, in text order.

    Several joined by 、 or side by side in quotation marks are several. What is only hoped for (力争入选…) is none.
    """
    rules = _rules()
    taken: set[int] = set()
    found: list[Candidate] = []
    for told in rules.told.passing(text):
        for match in told.expression.finditer(text):
            if rules.hoped.search(text[max(0, match.start() - _HOPE) : match.start()]):
                continue
            for start, end in _members(text, *match.span("name")):
                if _COUNTED.search(text, start, end) or _COUNTED.match(text, end):
                    continue
                candidate = _award(text, start, end)
                if _is_long_enough(candidate.name) and taken.isdisjoint(range(start, end)):
                    taken.update(range(start, end))
                    found.append(candidate)
    return sorted(found, key=lambda c: c.start)


def _is_long_enough(name: str) -> bool:
    """Whether a name, without what opens it and does not belong to it, can tell one honour from another."""
    own = _rules().skip.sub("", name)
    return len(own) + own.strip(_OUTER).endswith(_PRIZE) >= _SHORTEST


def _award(text: str, start: int, end: int) -> Candidate:
    """The candidate, its name without the marks around the whole of it, nor 称号 behind them."""
    name = text[start:end]
    if called := _CALLED.fullmatch(name):
        return Candidate(start, end, "Award", called[1], "award", _LIST_RANK)
    whole = name[0] in _OUTER and name[-1] in _OUTER
    return Candidate(start, end, "Award", name[1:-1] if whole else name, "award", _LIST_RANK if whole else _RANK)


def _members(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a list of names in quotation marks, or of names that each end as one; else the whole.

    How often it was given is no part of a name (国家科技进步奖3项、省优质工程奖12项).
    """
    quoted = [m.span() for m in _QUOTED.finditer(text, start, end)]
    if len(quoted) > 1 and _QUOTED.match(text, start):
        return quoted
    for part in (_PART, _LISTED):
        parts = [m.span("part") for m in part.finditer(text, start, end)]
        if all(_rules().award.search(text[begin:stop].rstrip("”")) for begin, stop in parts):
            return parts
    return [(start, end)]
