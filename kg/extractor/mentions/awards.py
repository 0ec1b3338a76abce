"""Honours and granted statuses: what follows 获评, 入选, 被认定为."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.extractor.mentions.candidates import Candidate
from kg.extractor.rules import either, load_rules

# 公布…名单: who is found on the list is told afterwards.
_LIST = re.compile(r"(?:公布|发布|公示)(?:了|的)?(?P<name>[^，。；、！？\n]{4,40}(?:名单|榜单))")
_SHORTEST_LIST = 6
_QUOTES = "“”「」『』"
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class _Rules:
    """The expressions made of `seeds/patterns/awards.yaml`; each that finds an award calls it `name`.

    `granted` is what a verb grants, `sure` what surely was granted, whatever noun its name ends with, `status` a
    granted status that is told as a fact; `skip` the words between verb and name.
    """

    granted: re.Pattern[str]
    sure: re.Pattern[str]
    status: re.Pattern[str]
    skip: re.Pattern[str]


@cache
def _rules() -> _Rules:
    data = {key: either(words) for key, words in load_rules("awards").items()}
    verbs, skip, heads = data["granted"], data["skip"], data["heads"]
    quoted = rf"[“「『][^“”。！？\n]{{2,40}}[”」』](?:{heads})?"
    plain = rf"[^，。；！？：“”\n]{{0,34}}(?:{heads})(?:（[^）]{{1,16}}）|\([^)]{{1,16}}\))?"
    return _Rules(
        granted=re.compile(rf"(?:{verbs})(?:{skip})*(?P<name>{quoted}|{plain})(?![一-鿿]*?[化级型](?:的|、))"),
        sure=re.compile(
            rf"(?:{data['surely_granted']})(?:{skip})*"
            rf"(?P<name>[“]?[^，。；、！？：\n”]{{4,30}}(?:{data['wide_heads']})[”]?)(?=[，。；、！？]|$)"
        ),
        status=re.compile(
            rf"(?:{data['is']})(?P<name>(?:{data['level']})[^，。；、！？\n]{{0,20}}?(?:{data['status_heads']}))"
            r"(?=[，。；、之的]|$)"
        ),
        skip=re.compile(rf"^(?:{skip})+"),
    )


def find_awards(text: str) -> list[Candidate]:
    """The honours that the text says were granted; several joined by 、 are several."""
    rules = _rules()
    lists = (m for m in _LIST.finditer(text) if len(m["name"]) >= _SHORTEST_LIST)
    whole = [*lists, *rules.status.finditer(text), *rules.sure.finditer(text)]
    found = [_award(*match.span("name"), match["name"].strip(_QUOTES)) for match in whole]
    for match in rules.granted.finditer(text):
        for begin, stop in _members(text, *match.span("name")):
            name = _unquoted(text[begin:stop])
            if len(rules.skip.sub("", name)) >= _SHORTEST:
                found.append(_award(begin, stop, name))
    return list(dict.fromkeys(found))


def _award(start: int, end: int, name: str) -> Candidate:
    return Candidate(start, end, "Award", name, "award", 4)


def _unquoted(name: str) -> str:
    """A name without the quotation marks around the whole of it; “…”称号 keeps its own."""
    return name[1:-1] if name[0] in _QUOTES and name[-1] in _QUOTES else name


def _members(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a list of names in quotation marks, else the whole."""
    parts = [(m.start() + start, m.end() + start) for m in re.finditer(r"[“「『][^“”]+[”」』]", text[start:end])]
    return parts if len(parts) > 1 else [(start, end)]
