"""Which words a name may have in it before its head noun: 研发 in 江城研发中心, but no verb, pronoun or number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.extractor.knowledge import NameRules
from kg.extractor.mentions.coordination import anchors, joins_marked
from kg.extractor.mentions.surroundings import Surroundings
from kg.extractor.rules import either, load_rules, words
from kg.extractor.segmentation import Token, is_word

# What may join the parts of a name beside words.
_MARKS: Final = "·•・-－—–+＋～~"
_DOTTED: Final = re.compile(r"[一-鿿A-Za-z0-9]{0,4}[·•]")
# 江城至河口段: a stretch of road is named by its ends.
_SECTION: Final = re.compile(r"[一-鿿]{2,8}段")
_STOP_TAGS: Final = ("c", "p", "u", "r", "y", "e", "o", "w")
_NUMERALS: Final = "0123456789几多余万亿一二三四五六七八九十百千两"
_BEFORE_MIDDLE: Final = "的，。；：、！？（(“” \n为与由和是在"


@dataclass(frozen=True, slots=True)
class _Rules:
    """What `seeds/patterns/names.yaml` says of words within names; `years` fits how long what is named lasts."""

    houses: tuple[str, ...]
    worldwide: frozenset[str]
    partners: str
    classifiers: str
    in_names: tuple[str, ...]
    years: re.Pattern[str]


@cache
def _rules() -> _Rules:
    data = load_rules("names")
    lasting = either(words(data, "lasting"))
    return _Rules(
        houses=words(data, "work_houses"),
        worldwide=frozenset(words(data, "worldwide")),
        partners=data["partners"],
        classifiers="".join(words(data, "classifiers")),
        in_names=words(data, "in_names"),
        years=re.compile(rf"[二三四五六七八九十两0-9]+年(?=[^，。；：、“”的]{{0,6}}(?:{lasting}))"),
    )


def may_stand_inside(around: Surroundings, token: Token, word: str, position: int, kind: str) -> bool:
    """Whether a word, or the part of it up to `position`, can belong to a name of this class."""
    text, rules = around.text, around.rules
    if len(word) > 2 and word[-1] == "兼":
        return False  # 总裁兼 is one word to the segmenter
    if word == "中共" and kind == "Firm":
        return False  # 中共|明远有限公司委员会
    if word in ("至", "到") and (_SECTION.match(text, position) or token.start in around.by_end):
        return True
    if word == "中" and text.startswith(rules.of_china, token.start):
        return True  # 中钢, 中化学
    if word == "中" or (word == "上" and kind == "Firm"):
        return _is_no_preposition(around, token, position)
    if word in rules.works and text.startswith(_rules().houses, position):
        return True  # 江城研发中心
    if _is_worldwide(around, token, word, position, kind) or _within_concept(around, token):
        return True
    if _stops(word, kind, rules) or _ends_with_verb(token, word, rules):
        return False
    if kind == "Project" and _rules().years.match(text, token.start):
        return True
    if token.start in around.in_concepts and token.tag[0] == "v":
        return True  # 碳减排 is a thing, though 减排 is a verb
    if word == "号" and text[token.start - 1] == "”":
        return True  # “云岭”号科考船
    if word in _MARKS:
        return joins_marked(around, token, word, position, kind)
    if not any(ch.isalnum() for ch in word):
        return False
    if word.isascii():
        return not (word.isdigit() and position < len(text) and text[position] in _rules().classifiers)
    if position < len(text) and text[position] in "（(":
        return True  # 中日（江城）示范区: no name begins with a bracket
    single = position - token.start == 1 and token.start > 0
    if single and word in _rules().classifiers and text[token.start - 1] in _NUMERALS:
        return False
    return _fits_by_tag(token.tag, word, kind, rules)


def _is_no_preposition(around: Surroundings, token: Token, position: int) -> bool:
    """Whether 中 or 上 opens a name, or stands behind its place: 西安中科…, short for 中国, and 中|德产业园."""
    follower = around.text[position : position + 1]
    partner = around.tokens.begins(position + 1) and follower in _rules().partners
    before = token.start == 0 or around.text[token.start - 1] in _BEFORE_MIDDLE
    return partner or before or token.start in around.by_end


def _is_worldwide(around: Surroundings, token: Token, word: str, position: int, kind: str) -> bool:
    """Whether a word for the whole world or country belongs to a name: 世界计算·长沙智谷, 全国妇联, 江城全球中心."""
    if word in ("世界", "全国") and kind == "Association":
        return True
    if word not in _rules().worldwide:
        return False
    before = around.tokens.items[around.tokens.index_at(max(token.start - 1, 0))]
    named = token.start in around.by_end or around.text.endswith(anchors(), 0, token.start) or before.tag == "ns"
    return named or _DOTTED.match(around.text, position) is not None


def _within_concept(around: Surroundings, token: Token) -> bool:
    """Whether a word goes on with a known concept, of which it can be no border: 驱动 in 创新驱动, 政府 in 数字政府."""
    inner = token.start in around.in_concepts and token.start - 1 in around.in_concepts
    return inner and len(token.word) > 1


def _stops(word: str, kind: str, rules: NameRules) -> bool:
    if kind in ("Project", "Zone") and word in rules.project_stops:
        return True
    organisation = kind not in ("Project", "Zone", "Document", "Technology")
    if organisation and word in rules.project_stops and word not in rules.organisation_verbs:
        return True
    return word in rules.stop_words and not (organisation and word in rules.organisation_verbs)


def _ends_with_verb(token: Token, word: str, rules: NameRules) -> bool:
    """积极开展 is one word to the segmenter."""
    if token.tag not in ("l", "i", "v", "vn") or len(word) < 3:
        return False
    verb = word[-2:]
    return verb in rules.stop_words and verb not in rules.soft_verbs


def _fits_by_tag(tag: str, word: str, kind: str, rules: NameRules) -> bool:
    """What the part of speech says of a word of Chinese characters."""
    individuating = word in rules.individuating
    if tag == "m":
        counted = len(word) > 1 and word[0] in "一二三四五六七八九十" and word[-1] not in _rules().classifiers
        telling = word.startswith("第") or word.endswith(("级", "兆")) or word in rules.generic
        return individuating or counted or telling  # 亿吨级, 千兆, 多层次
    if tag == "t":  # the segmenter may guess it of a name
        return (
            individuating
            or not is_word(word)
            or word.isdigit()
            or word in rules.generic
            or word[1:] in _rules().partners
        )
    if individuating or word in _rules().in_names:
        return True
    if tag == "d" and len(word) > 1 and word not in rules.heads and word not in rules.generic:
        return False
    if tag == "v" and len(word) > 1:
        return kind in ("Project", "Document") or word in rules.soft_verbs or word in rules.generic
    return not tag.startswith(_STOP_TAGS)
