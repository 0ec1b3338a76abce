"""Where an open name begins: from its head noun to the left, word by word, until a word that no name contains.

A place or a firm inside decides where the name really begins; a verb at its left end does not belong to it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from kg.extractor.head_nouns import nouns_with
from kg.extractor.kinds import is_place
from kg.extractor.levels import SURE_LEVELS
from kg.extractor.mentions.coordination import (
    JOINTS,
    joined_concept,
    joins,
    joins_latin,
    measure_before,
    paired_deed,
    work_in_list,
)
from kg.extractor.mentions.deeds import with_deed
from kg.extractor.mentions.generic import holds_individuating
from kg.extractor.mentions.inner_words import may_stand_inside
from kg.extractor.mentions.introductions import behind_introduction
from kg.extractor.mentions.places_inside import from_place
from kg.extractor.mentions.segmentation_errors import is_appointing, is_glued
from kg.extractor.mentions.surroundings import Surroundings
from kg.extractor.rules import either, load_rules, words
from kg.extractor.segmentation import Token, is_word

_LONGEST: Final = 26
_LONGEST_OF_KIND: Final = {"Firm": 32, "Association": 32, "Project": 30, "Document": 30}
_OPEN: Final = {"”": "“", "’": "‘", "）": "（", ")": "(", "】": "【", "」": "「"}
_LONGEST_BRACKET: Final = 18
_LONGEST_IN_ROUND: Final = 8
_LONGEST_LATIN_IN_ROUND: Final = 16
# With one of these a name does not begin: —江城科学中心.
_DASHES: Final = ("—", "－", "–")
# Behind a registered name or a branch another name begins with a quotation mark.
_COMPANY: Final = "公司"
_SENTENCE_MARKS: Final = re.compile(r"[。！？!?；;，,：:]")


@cache
def _aside() -> re.Pattern[str]:
    """In brackets with one of these stands no part of a name."""
    return re.compile(either(words(load_rules("names"), "aside")))


@cache
def _no_verb() -> re.Pattern[str]:
    return re.compile(either(words(load_rules("names"), "no_verbs")))


def left_border(around: Surroundings, begin: int, kind: str) -> int:
    """Where the name whose head stands at `begin` starts; `begin` itself if nothing before it belongs to the name."""
    if kind == "Project" and (member := work_in_list(around, begin)) < begin:
        return member
    start = from_place(around, _leftmost(around, begin, kind), begin, kind)
    start = _stripped(around, start, begin, kind)
    start += around.text.startswith((" ", *_DASHES), start)
    if kind == "Project":
        start = behind_introduction(around, start, begin)
        start = _behind_building(around, start, begin)
    return start + 1 if start < begin and _has_preposition(around, start) else start


def _behind_building(around: Surroundings, start: int, begin: int) -> int:
    """Where a name begins behind the place where it is built, and the verb that tells so: 在江城新区建设|云岭产业园."""
    if not around.text.endswith("在", 0, start):
        return start
    for end in range(start + 2, begin):
        place = around.by_end.get(end)
        if place is not None and place.start == start and is_place(place.kind) and place.name[-1] in SURE_LEVELS:
            verb = next((v for v in words(load_rules("names"), "built_there") if around.text.startswith(v, end)), "")
            return end + len(verb) if verb and end + len(verb) <= begin else start
    return start


def _has_preposition(around: Surroundings, start: int) -> bool:
    """Whether the first character does not belong to the name: 由|明远, which the segmenter takes for one word."""
    if around.text[start] in JOINTS and around.tokens.begins(start + 1):
        return True
    token = around.tokens.items[around.tokens.index_at(start)]
    concept = start not in around.in_concepts and start + 1 in around.in_concepts  # 以车|联网
    return token.start == start and is_glued(token, 2 if concept else 3)


def _whole(around: Surroundings, position: int, limit: int) -> int:
    """Where what stays whole begins that ends at an offset, or the offset: a known name, a fixed phrase, two deeds."""
    known = around.by_end.get(position)
    if known is not None and limit - len(known.name) <= known.start < position:
        return known.start
    fixed = min(around.fixed.get(position, position), paired_deed(around, position))
    if position in around.joined:
        fixed = min(fixed, joined_concept(around, position))
    return fixed if limit <= fixed else position


def _leftmost(around: Surroundings, begin: int, kind: str) -> int:
    """How far to the left the words can belong to the name."""
    text, tokens = around.text, around.tokens
    limit = begin - _LONGEST_OF_KIND.get(kind, _LONGEST)
    work = kind == "Project" and text.startswith(nouns_with("work"), begin)
    position = deed = with_deed(around, begin) if kind == "Project" else begin
    while position > 0:
        whole = _whole(around, position, limit)
        if whole < position:
            position = whole
            continue
        token = tokens.items[tokens.index_at(position - 1)]
        if token.start < limit:
            break
        opened = _bracket(text, position, limit, around.rules.stop_words)
        if opened is not None:
            if opened < 0:
                break
            position = opened
            if text[position] == "“" and text.endswith(_COMPANY, 0, position):
                break  # 明远集团江城分公司|“慧眼”项目
            continue
        if kind == "Project" and (measured := measure_before(text, position)) is not None:
            position = measured.start()
            if text.endswith((*nouns_with("work"), *nouns_with("legal_form")), 0, position):
                break  # 青禾能源有限公司|60万吨/年甲醇项目|66千伏变电站
            continue
        if position < deed and _another_ends(around, position):
            break
        word = token.word if token.end <= position else text[token.start : position]
        if token.end <= position and (is_glued(token) or is_appointing(around, token)):
            return token.start + 1
        latin = joins_latin(around, token.start, token.end)
        if latin or (word in JOINTS and position < begin and joins(around, token, begin, kind)):
            position = token.start
            continue
        if not (work and word in around.rules.works) and not may_stand_inside(around, token, word, position, kind):
            break
        work = work and (word in around.rules.works or position == begin)
        position = token.start
    return position


def _another_ends(around: Surroundings, position: int) -> bool:
    """Whether what ends here is a title or a kind of firm, after which a name begins: 供应商|明远智能, 董事长|李明."""
    return around.text[position - 1] in around.rules.ends and around.text.endswith(around.rules.ended_by, 0, position)


def _bracket(text: str, position: int, limit: int, stop_words: frozenset[str]) -> int | None:
    """The offset of the opening bracket if a bracketed part ends here, -1 if it cannot belong, None without one."""
    mark = text[position - 1]
    if mark not in _OPEN:
        return None
    opening = text.rfind(_OPEN[mark], max(limit, 0), position - 1)
    if opening < 0 or _SENTENCE_MARKS.search(text, opening, position) or position - opening > _LONGEST_BRACKET:
        return -1
    if text[opening + 1 : position - 1] in stop_words:
        return -1  # 江城“牵手”明远集团
    if mark in "）)":
        if _aside().search(text, opening, position):
            return -1
        inner = text[opening + 1 : position - 1]
        before = text[max(0, opening - 2) : opening].rstrip(" ")[-1:]
        spelt = inner.isascii() or (before.isascii() and before.isalpha())  # FPGA（现场可编程门阵列）
        long = len(inner) > (_LONGEST_LATIN_IN_ROUND if spelt else _LONGEST_IN_ROUND)
        if long or not before or not (before.isalnum() or before in "”》"):
            return -1
    return opening


def _opens_concept(around: Surroundings, token: Token) -> bool:
    """Whether a word is the beginning of a known concept: 合成 in 合成生物产业园."""
    return token.start in around.in_concepts and token.end in around.in_concepts


def _opens_place(around: Surroundings, token: Token) -> bool:
    """Whether 新 begins the name of a place, of which the segmenter makes two words: 新|市金沙江大桥."""
    follower = around.tokens.items[around.tokens.index_at(token.end)]
    return token.word == "新" and follower.end - token.end == 1


def _stripped(around: Surroundings, start: int, begin: int, kind: str) -> int:
    """Take verbs that no name begins with off the left end; 遵义 is a verb to the segmenter, yet a known name."""
    rules = around.rules
    for word in rules.individuating if holds_individuating(around.text, start, begin) else ():
        cut = around.text.rfind(word, start, begin)
        if cut >= 0 and word != "新一代":
            start = cut + len(word)
    if around.text[max(0, start - 1) : start + 1] in rules.individuating:
        start += 1  # 首|台风渔一体化: 台风 is no part of it
    for token in around.tokens.within(start, begin):
        word = token.word
        if token.end in around.by_end or (word not in rules.soft_verbs and _opens_concept(around, token)):
            break
        if around.fixed.get(token.start + 1) == token.start:
            break
        verb = kind != "Technology" and token.tag == "v" and len(word) > 1 and word not in rules.generic
        verb = verb and _no_verb().fullmatch(word) is None
        if verb and kind == "Firm" and not is_word(word):
            break  # 遨博 is a verb only to the segmenter's guess
        if (word == "国际" and kind in ("Institution", "Association", "Project")) or _opens_place(around, token):
            break
        if not (verb or word in rules.soft_verbs or word in words(load_rules("names"), "no_openers")):
            break
        start = token.end
    return start
