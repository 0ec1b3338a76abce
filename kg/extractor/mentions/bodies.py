"""Bodies that a place or a body directly before them names: 滨河区科技创新局, 省委融合办, 国台办经济局.

Between a place and such a head stand words that elsewhere would end a name on the left (服务, 改造, 保护). A body found
so may name the next: 江城大学技术创新研究中心|数权研究室, 江城市应急管理局、水利局.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.extractor.beginnings import compiled
from kg.extractor.head_nouns import nouns_with
from kg.extractor.kinds import is_place
from kg.extractor.knowledge import Knowledge
from kg.extractor.levels import LEVELS
from kg.extractor.matcher import Matcher
from kg.extractor.mentions.candidates import Candidate
from kg.extractor.mentions.coordination import JOINTS, ends
from kg.extractor.mentions.segmentation_errors import glued_signs
from kg.extractor.rules import either, load_rules, words
from kg.extractor.segmentation import Token, Tokens, is_word

_STOP_TAGS: Final = ("p", "u", "r", "d", "m", "e", "o", "w", "y", "q")
_LEVEL: Final = rf"(?:自治区|[{LEVELS}])(?:委(?=[^员会办政、，。]))?"
# How many characters the words between a place or a body and the head may have.
_LONGEST_OF_PLACE: Final = 14
_LONGEST: Final = 24
_BODIES: Final = ("Government", "Institution", "Association")
# What no lexicon lists and yet opens the names of bodies: they, and towns.
_PARENTS: Final = (*_BODIES, "District")
# Behind these a list may go on with agencies of the same place.
_LISTED: Final = ("Government", "Association")
# The country of the agencies that the lexicon has.
_HOME: Final = "中国"
# How many characters the field of a ministry has before its last word.
_LONGEST_FIELD: Final = 10
# What stands between the agencies of a list, and how long their heads are.
_LISTING: Final = frozenset("、和与及")
_SHORTEST_HEAD: Final = 3
_LONGEST_HEAD: Final = 14


@dataclass(frozen=True, slots=True)
class _Rules:
    """Head nouns with their class: of bodies behind a place or a level, and of parts behind a body.

    `level` finds what stands for a place: 省, 市委, 自治区, 高新区.
    """

    places: Mapping[str, str]
    bodies: Mapping[str, str]
    matcher: Matcher
    level: re.Pattern[str]


@cache
def _rules() -> _Rules:
    data = load_rules("bodies")["behind"]
    places = {word: kind for kind, listed in data["places"].items() for word in listed}
    bodies = {word: kind for kind, listed in data["bodies"].items() for word in listed}
    level = compiled(f"{either(nouns_with('opener'))}|{_LEVEL}")
    return _Rules(places, bodies, Matcher({*places, *bodies}), level)


@dataclass(frozen=True, slots=True)
class _Around:
    """The article, and what may open the name of a body in it.

    `parents` are places and bodies by where they end; `levels` has where a level of government (省, 市委, 高新区)
    begins, by where it ends.
    """

    text: str
    tokens: Tokens
    knowledge: Knowledge
    parents: dict[int, Candidate]
    levels: Mapping[int, int]


def find_bodies(text: str, tokens: Tokens, knowledge: Knowledge, named: Sequence[Candidate]) -> list[Candidate]:
    """The bodies whose name begins with a place, a level of government or a body; `named` is what was found before."""
    rules, found = _rules(), list[Candidate]()
    parents = {c.end: c for c in named if c.source == "lexicon" or (c.source == "grammar" and c.kind in _PARENTS)}
    around = _Around(text, tokens, knowledge, parents, _levels(text, tokens))
    inside = {i for c in named if c.source == "lexicon" for i in range(c.start + 1, c.end + 1)}
    for begin, end, word in rules.matcher.find(text):
        if end in inside or not _ends(around, end):
            continue
        start, kind = _opening(around, begin, word)
        if start >= 0:
            parents[end] = Candidate(start, end, kind, text[start:end], "grammar", 2)
            found.append(parents[end])
    openings = {start: end for end, start in around.levels.items()}
    openings.update((c.start, c.end) for c in named if c.source == "lexicon" and is_place(c.kind))
    return [*found, *_listed(around, openings), *_ministries(around, named)]


@cache
def _ministry() -> re.Pattern[str]:
    return compiled(f"[一-鿿]{{0,{_LONGEST_FIELD}}}?(?:{either(words(load_rules('bodies'), 'behind', 'countries'))})")


def _ministries(around: _Around, named: Sequence[Candidate]) -> Iterator[Candidate]:
    """The ministries of the countries named right before them: 泰国|体育与旅游部; the lexicon has those of 中国."""
    text, tokens = around.text, around.tokens
    for country in named:
        if country.kind != "Country" or country.name == _HOME:
            continue
        ministry = _ministry().match(text, country.end)
        if ministry is None:
            continue
        start, end = country.start, ministry.end()
        if end not in tokens.ends and not text.startswith(around.knowledge.names.ended_by, end):
            continue
        if all(_fits(around, token) for token in tokens.within(country.end, end)):
            yield Candidate(start, end, "Government", text[start:end], "grammar", 2)


def _listed(around: _Around, openings: Mapping[int, int]) -> Iterator[Candidate]:
    """The agencies behind one of the same place that share its opening: 江城市应急管理局、水利局.

    `openings` has where a place or a level that may open a name ends, by where it begins.
    """
    text, heads = around.text, around.knowledge.names.heads
    for body in around.parents.values():
        if body.kind not in _LISTED or body.start not in openings:
            continue
        opening, end = text[body.start : openings[body.start]], body.end
        while text[end : end + 1] in _LISTING:
            begin = end + 1
            sizes = (size for size in range(_LONGEST_HEAD, _SHORTEST_HEAD - 1, -1))
            end = next((begin + n for n in sizes if heads.get(text[begin : begin + n]) == "Government"), 0)
            if not end or not _ends(around, end):
                break
            yield Candidate(begin, end, "Government", opening + text[begin:end], "grammar", 2)


def _levels(text: str, tokens: Tokens) -> dict[int, int]:
    """Where 省, 市委, 自治区, 高新区 end that open a name, with where they begin."""
    found = {}
    for match in _rules().level.finditer(text):
        start = match.start()
        token = tokens.items[tokens.index_at(start)]
        glued = token.start == start - 1 and text[token.start] in glued_signs()
        if token.start == start or glued:
            before = tokens.items[tokens.index_at(start - 1)] if start else None
            if glued or before is None or not before.word.isalnum() or before.tag[0] in "pcuv":
                found[match.end()] = start
    return found


def _ends(around: _Around, end: int) -> bool:
    """Whether a name can end here, and no other word does (大厅, 举办)."""
    text = around.text
    if text.endswith(words(load_rules("bodies"), "behind", "never"), 0, end):
        return False
    if end in around.tokens.ends or end >= len(text) or not text[end].isalnum():
        return not text.startswith(words(load_rules("bodies"), "behind", "not_before"), end)
    return text.startswith(around.knowledge.names.ended_by, end)


def _opening(around: _Around, begin: int, word: str) -> tuple[int, str]:
    """Where the name of a body begins whose head stands at `begin`, and its class; -1 if nothing known opens it."""
    text, tokens, parents, levels = around.text, around.tokens, around.parents, around.levels
    rules, position = _rules(), begin
    part = next((kind for head, kind in rules.bodies.items() if word.endswith(head)), "")
    while begin - position <= _LONGEST:
        parent, near = parents.get(position), begin - position <= _LONGEST_OF_PLACE
        apart = position < begin or len(word) > 1
        if parent is not None and is_place(parent.kind):
            if text.startswith(words(load_rules("bodies"), "concerns"), position):
                position = parent.start
                continue  # 江城市人民政府|台湾事务办公室 has to do with Taiwan, and is elsewhere
            owner = parents.get(parent.start)
            if owner is not None and owner.kind in _BODIES and part:
                return owner.start, part  # 国家金管局|江城|监管局
            if owner is not None and text.endswith("政府", 0, owner.end) and word in rules.places:
                return owner.start, rules.places[word]  # 江城市人民政府|台湾|事务办公室
            if word in rules.places and apart and near:
                return parent.start, rules.places[word]
            position = parent.start
            continue
        if parent is not None:
            return (parent.start, part) if part and apart and parent.kind in _BODIES else (-1, "")
        if position in levels and word in rules.places and apart and near:
            return levels[position], rules.places[word]
        if position == 0:
            break
        token = tokens.items[tokens.index_at(position - 1)]
        level = position - 1 if position - 1 in levels and not is_word(token.word) else token.start
        if level == token.start and not (_fits(around, token) or _is_member(around, position)):
            break
        # The segmenter may cut across the border: 石桥|街道社区|服务办.
        position = next((p for p in range(position - 1, level, -1) if p in parents), level)
    return -1, ""


def _fits(around: _Around, token: Token) -> bool:
    """Whether a word can stand between what opens the name of a body and its head."""
    word, names = token.word, around.knowledge.names
    if word in JOINTS or word == "联合":
        return not around.text.endswith(ends(), 0, token.start)  # 江城学院|和…, 市委|联合…
    if not word.isalnum() or token.tag.startswith(_STOP_TAGS):
        return False
    return word in names.organisation_verbs or word in names.soft_verbs or word not in names.stop_words


def _is_member(around: _Around, end: int) -> bool:
    """Whether the word that ends here tells whom a body is of: 江城市企业|人才促进会, but not 江城市企业|加入协会."""
    tokens, names = around.tokens, around.knowledge.names
    index = tokens.index_at(end - 1)
    if tokens.items[index].word not in names.members or index + 1 == len(tokens.items):
        return False
    after = tokens.items[index + 1]
    return after.tag[0] != "v" or after.word in names.generic
