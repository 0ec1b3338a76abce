"""Bodies that a place or a body directly before them names: 滨河区科技创新局, 省委融合办, 国台办经济局.

Between a place and such a head stand words that elsewhere would end a name on the left (服务, 改造, 保护).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kg.extractor.kinds import is_place
from kg.extractor.knowledge import Knowledge, Matcher
from kg.extractor.mentions.candidates import Candidate
from kg.extractor.mentions.joints import JOINTS
from kg.extractor.rules import load_rules, words
from kg.extractor.segmentation import Token, Tokens

_STOP_TAGS = ("p", "u", "r", "d", "m", "e", "o", "w", "y", "q")
_LEVEL = re.compile(r"(?:自治区|[省市县区州旗])(?:委(?=[^员会办政、，。]))?")
_GLUED = "由为与和向对在从被将"
_LONGEST = 14


@dataclass(frozen=True, slots=True)
class _Rules:
    """Head nouns with their class: of bodies behind a place or a level, and of parts behind a body."""

    places: Mapping[str, str]
    bodies: Mapping[str, str]
    matcher: Matcher


@cache
def _rules() -> _Rules:
    data = load_rules("names")["behind"]
    places = {word: kind for kind, listed in data["places"].items() for word in listed}
    bodies = {word: kind for kind, listed in data["bodies"].items() for word in listed}
    return _Rules(places, bodies, Matcher({*places, *bodies}))


def find_bodies(text: str, tokens: Tokens, knowledge: Knowledge, known: Sequence[Candidate]) -> list[Candidate]:
    """The bodies whose name begins with a known place, a level of government or a known body."""
    rules, found = _rules(), []
    parents = {c.end: c for c in known if c.source == "lexicon"}
    levels = _levels(text, tokens)
    inside = {i for c in known if c.source == "lexicon" for i in range(c.start + 1, c.end + 1)}
    for begin, end, word in rules.matcher.find(text):
        if end in inside or not _ends(text, tokens, knowledge, end):
            continue
        start, kind = _opening(tokens, knowledge, parents, levels, begin, word)
        if start >= 0:
            found.append(Candidate(start, end, kind, text[start:end], "grammar", 2))
    return found


def _levels(text: str, tokens: Tokens) -> dict[int, int]:
    """Where 省, 市委, 自治区 end that open a name, with where they begin."""
    found = {}
    for match in _LEVEL.finditer(text):
        start = match.start()
        token = tokens.items[tokens.index_at(start)]
        glued = token.start == start - 1 and text[token.start] in _GLUED
        if token.start == start or glued:
            before = tokens.items[tokens.index_at(start - 1)] if start else None
            if glued or before is None or not before.word.isalnum() or before.tag[0] in "pcuv":
                found[match.end()] = start
    return found


def _ends(text: str, tokens: Tokens, knowledge: Knowledge, end: int) -> bool:
    """Whether a name can end here, and no other word does (大厅, 举办)."""
    if text.endswith(words(load_rules("names"), "behind", "never"), 0, end):
        return False
    if end in tokens.ends or end >= len(text) or not text[end].isalnum():
        return not text.startswith(words(load_rules("names"), "behind", "not_before"), end)
    return text.startswith(knowledge.names.ended_by, end)


def _opening(
    tokens: Tokens,
    knowledge: Knowledge,
    parents: Mapping[int, Candidate],
    levels: Mapping[int, int],
    begin: int,
    word: str,
) -> tuple[int, str]:
    """Where the name of a body begins whose head stands at `begin`, and its class; -1 if nothing known opens it."""
    rules, position = _rules(), begin
    while begin - position <= _LONGEST:
        parent = parents.get(position)
        if parent is not None:
            heads = rules.places if is_place(parent.kind) else rules.bodies
            kinds = ("Government", "Institution", "Association")
            fits = word in heads and (is_place(parent.kind) or parent.kind in kinds)
            apart = position < begin or len(word) > 1
            return (parent.start, heads[word]) if fits and apart else (-1, "")
        if position in levels and word in rules.places and (position < begin or len(word) > 1):
            return levels[position], rules.places[word]
        if position == 0:
            break
        token = tokens.items[tokens.index_at(position - 1)]
        if not _fits(token, knowledge):
            break
        position = token.start
    return -1, ""


def _fits(token: Token, knowledge: Knowledge) -> bool:
    word, names = token.word, knowledge.names
    if word in JOINTS:
        return True
    if not word.isalnum() or word.isdigit() or token.tag.startswith(_STOP_TAGS):
        return False
    return word in names.organisation_verbs or word in names.soft_verbs or word not in names.stop_words
