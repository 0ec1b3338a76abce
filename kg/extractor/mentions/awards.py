"""Honours and granted statuses: what follows 获评, 入选, 被认定为."""

from __future__ import annotations

import re
from functools import cache

from kg.extractor.knowledge import read_yaml
from kg.extractor.mentions.candidates import Candidate

# 公布…名单: who is found on the list is told afterwards.
_LIST = re.compile(r"(?:公布|发布|公示)(?:了|的)?(?P<name>[^，。；、！？\n]{4,40}(?:名单|榜单))")
_QUOTES = "“”「」『』"


@cache
def _rules() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = read_yaml("awards.yaml")
    verbs = "|".join(sorted(data["granted"], key=len, reverse=True))
    heads = "|".join(sorted(data["heads"], key=len, reverse=True))
    skip = "|".join(sorted(data["skip"], key=len, reverse=True))
    name = rf"(?:[“「『][^“”。！？\n]{{2,40}}[”」』](?:(?:{heads})[^，。；、]{{0,0}})?|[^，。；！？：“”\n]{{0,34}}(?:{heads})(?:（[^）]{{1,16}}）|\([^)]{{1,16}}\))?)"
    return re.compile(rf"(?:{verbs})(?:{skip})*(?P<name>{name})(?![一-鿿]*?[化级型](?:的|、))"), re.compile(
        rf"^(?:{skip})+"
    )


@cache
def _sure() -> re.Pattern[str]:
    """The expression for what surely was granted, whatever noun its name ends with."""
    data = {key: "|".join(sorted(words, key=len, reverse=True)) for key, words in read_yaml("awards.yaml").items()}
    return re.compile(
        rf"(?:{data['surely_granted']})(?:{data['skip']})*"
        rf"(?P<name>[“]?[^，。；、！？：\n”]{{4,30}}(?:{data['wide_heads']})[”]?)(?=[，。；、！？]|$)"
    )


@cache
def _statuses() -> re.Pattern[str]:
    """The expression for a granted status that is told as a fact."""
    data = {key: "|".join(sorted(words, key=len, reverse=True)) for key, words in read_yaml("awards.yaml").items()}
    return re.compile(
        rf"(?:{data['is']})(?P<name>(?:{data['level']})[^，。；、！？\n]{{0,20}}?(?:{data['status_heads']}))(?=[，。；、之的]|$)"
    )


def find_awards(text: str) -> list[Candidate]:
    """The honours that the text says were granted; several joined by 、 are several."""
    award, skip = _rules()
    found = [
        Candidate(m.start("name"), m.end("name"), "Award", m["name"].strip(_QUOTES), "award", 4)
        for m in _LIST.finditer(text)
        if len(m["name"]) >= 6
    ]
    found += [
        Candidate(m.start("name"), m.end("name"), "Award", m["name"].strip(_QUOTES), "award", 4)
        for m in _statuses().finditer(text)
    ]
    found += [
        Candidate(m.start("name"), m.end("name"), "Award", m["name"].strip(_QUOTES), "award", 4)
        for m in _sure().finditer(text)
    ]
    for match in award.finditer(text):
        start, end = match.span("name")
        for begin, stop in _members(text, start, end):
            name = _unquoted(text[begin:stop])
            if len(skip.sub("", name)) >= 4:
                found.append(Candidate(begin, stop, "Award", name, "award", 4))
    return found


def _unquoted(name: str) -> str:
    """A name without the quotation marks around the whole of it; “…”称号 keeps its own."""
    return name[1:-1] if name[0] in _QUOTES and name[-1] in _QUOTES else name


def _members(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a list of names in quotation marks, else the whole."""
    parts = [(m.start() + start, m.end() + start) for m in re.finditer(r"[“「『][^“”]+[”」』]", text[start:end])]
    return parts if len(parts) > 1 else [(start, end)]
