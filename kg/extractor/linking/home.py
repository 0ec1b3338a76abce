"""Whose 我市 it is: the home of the paper, or the place that the article is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from kg import ids
from kg.extractor.beginnings import compiled
from kg.extractor.kinds import is_place
from kg.extractor.knowledge import Knowledge
from kg.extractor.levels import BARE_LEVELS, LEVELS
from kg.extractor.linking.linked import LinkedMention, Reason
from kg.extractor.linking.name_places import choose_name_place
from kg.extractor.linking.place_choice import dateline_places, telling_places
from kg.extractor.mentions.candidates import Candidate
from kg.extractor.rules import load_rules, words
from kg.model import Article

_OF_THE_COUNTRY: Final = "中国"
# Levels of the lands of peoples, some of whose places are called cities.
_OF_LANDS: Final = "州盟旗"
# How many times as often as the next one a place is named by which 我市 of a paper without a home is meant.
_BY_FAR: Final = 2


@cache
def _deictic() -> re.Pattern[str]:
    """我市 and 全省 (`own`), 我国, 市 before a seat of power (`seat`), and 该县 (`that`)."""
    rules = load_rules("places")
    own, not_before, seats = ("|".join(words(rules, key)) for key in ("own", "own_not_before", "seats"))
    return compiled(
        rf"(?:{own})(?P<own>[{LEVELS}])(?!{not_before})|(?P<national>我国)"
        rf"|(?<![一-鿿])(?P<seat>[{BARE_LEVELS}])(?={seats})|(?P<that>该)(?P<level>[{BARE_LEVELS}])"
    )


def article_home(article: Article, named: Counter[str], candidates: Sequence[Candidate], knowledge: Knowledge) -> str:
    """The home of an article's paper, else the place that it is about; `named` says how often it names each place.

    Where it was written by its dateline does not count for that.
    """
    named = named - dateline_places(article.text, candidates)
    home = paper_home(article, knowledge) or main_place(article, named, knowledge)
    return home or main_place(article, named + telling_places(candidates, knowledge, any_name=not named), knowledge)


def paper_home(article: Article, knowledge: Knowledge) -> str:
    """The home of the paper, or of the office whose site it is, that the article is from; "" if it has none."""
    name = article.publisher
    if not name or name in knowledge.lexicon.by_name:
        return knowledge.lexicon.media_home(name) if name else ""
    return knowledge.lexicon.media_home(name) or _office_home(name, knowledge)


def _office_home(name: str, knowledge: Knowledge) -> str:
    """The place that the name of an office or of a place's own channel begins with: 江城市人民政府网站, 江城滨河."""
    local = any(is_place(e.kind) and e.kind != "Country" for e in knowledge.opening(name))
    local = local and not name.startswith(_OF_THE_COUNTRY)  # 中国台湾网
    return choose_name_place(name, "", knowledge) if local else ""


def main_place(article: Article, named: Counter[str], knowledge: Knowledge) -> str:
    """The city or county that an article without a local paper is about: the one named most, if by a clear margin."""
    counts: Counter[str] = Counter()
    for iri, count in named.items():
        entry = knowledge.lexicon.entries.get(iri)
        if entry is None or entry.kind not in ("City", "District"):
            continue
        counts[iri] += count
        if entry.label in article.title:
            counts[iri] += 2
    ranked = sorted(counts.items(), key=lambda c: (-c[1], c[0]))
    if not ranked or (len(ranked) > 1 and ranked[0][1] <= ranked[1][1]):
        return ""
    return ranked[0][0]


def told_at(counts: Counter[str], home: str, knowledge: Knowledge) -> dict[str, str]:
    """By level the place at home that an article tells most of by far, itself or what lies in it, if it tells of one.

    `counts` says how often each place is named.
    """
    told: dict[str, Counter[str]] = {level: Counter() for level in LEVELS}
    for iri, count in counts.items():
        for around in (iri, *knowledge.lexicon.ancestors(iri)):
            entry = knowledge.lexicon.entries.get(around)
            if entry is not None and is_place(entry.kind) and entry.label[-1] in told:
                told[entry.label[-1]][around] += count
    most = {level: ranked.most_common(2) for level, ranked in told.items() if ranked}
    return {
        level: first[0]
        for level, (first, *others) in most.items()
        if all(first[1] > _BY_FAR * other[1] for other in others)
        and (not home or knowledge.lexicon.lies_in(first[0], home))
    }


def home_at(level: str, home: str, knowledge: Knowledge, told: Mapping[str, str]) -> str:
    """The home, or the place it lies in, that is a 市, 县, 区 or 省, else what `told_at` has; "" if there is none."""
    if level == "国":
        return ids.CHINA
    return _own_at(level, home, knowledge) or told.get(level, "")


def _own_at(level: str, home: str, knowledge: Knowledge) -> str:
    for iri in [home, *knowledge.lexicon.ancestors(home)]:
        entry = knowledge.lexicon.entries.get(iri)
        if entry is None or entry.kind not in words(load_rules("places"), "levels", level):
            continue
        if level == "区" and entry.kind == "Region" and not entry.label.endswith("自治区"):
            continue
        if level in _OF_LANDS and not entry.label.endswith(level):
            continue  # 州领导 of a city in a 州 are none of the city
        return iri
    return ""


def with_deictics(
    text: str, mentions: Sequence[LinkedMention], home: str, knowledge: Knowledge, told: Mapping[str, str]
) -> list[LinkedMention]:
    """Add 我市, 全省, 该县, 市政府: the home of the paper, or the place of that level named last."""
    taken = {i for m in mentions for i in range(m.start, m.end)}
    added = []
    for match in _deictic().finditer(text):
        if match.start() in taken:
            continue
        level = match["own"] or match["level"] or match["seat"] or "国"
        iri = "" if match["that"] else home_at(level, home, knowledge, told)
        reason: Reason = "home"
        if match["that"] or (not iri and match["own"] and match[0][0] == "全"):
            iri, reason = _last_of(level, match.start(), mentions), "level named last"
        entry = knowledge.lexicon.entries.get(iri)
        end = _seat_end(text, match.end()) if match["seat"] else match.end()
        if entry is not None and end:
            added.append(LinkedMention(match.start(), end, ((entry.kind, iri),), reason))
    return sorted([*mentions, *added], key=lambda m: m.start)


def _seat_end(text: str, end: int) -> int:
    """市委、市政府 as a whole; 0 for 市长 and the like, which belong to a person's title."""
    tails = words(load_rules("places"), "seats_of_place")
    return next((end + len(tail) for tail in tails if text.startswith(tail, end)), 0)


def _last_of(level: str, offset: int, mentions: Sequence[LinkedMention]) -> str:
    kinds = load_rules("places")["last_named"].get(level, ())
    return next((m.iri for m in reversed(mentions) if m.end <= offset and m.kind in kinds), "")
