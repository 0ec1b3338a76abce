"""Where an open name begins: from its head noun to the left, word by word, until a word that no name contains.

A place or a firm inside decides where the name really begins; a verb at its left end does not belong to it.
"""

from __future__ import annotations

import re

from kg.extractor.knowledge import NameRules
from kg.extractor.mentions.deeds import with_deed
from kg.extractor.mentions.generic import holds_individuating
from kg.extractor.mentions.glued import is_appointing, is_glued
from kg.extractor.mentions.introductions import behind_introduction
from kg.extractor.mentions.joints import (
    JOINTS,
    anchors,
    joined_concept,
    joins,
    joins_latin,
    joins_marked,
    measure_before,
    paired_deed,
    work_in_list,
)
from kg.extractor.mentions.places_inside import from_place
from kg.extractor.mentions.surroundings import Surroundings
from kg.extractor.rules import load_rules, words
from kg.extractor.segmentation import Token, is_word

_LONGEST, _LONGEST_OF_KIND = 26, {"Firm": 32, "Association": 32, "Project": 30, "Document": 30}
_OPEN = {"”": "“", "’": "‘", "）": "（", ")": "(", "】": "【", "」": "「"}
_LONGEST_BRACKET, _LONGEST_IN_ROUND, _LONGEST_LATIN_IN_ROUND = 18, 8, 16
# What may join the parts of a name beside words.
_MARKS = "·•・-－—–+＋～~"
# With one of these a name does not begin: —江城科学中心.
_DASHES = ("—", "－", "–")
_WORLDWIDE = ("全球", "世界", "全国", "海外")
_DOTTED = re.compile(r"[一-鿿A-Za-z0-9]{0,4}[·•]")
_HOUSES = ("中心", "基地", "院")
_WORKS = ("项目", "工程")
# 三年攻坚行动: how long it goes on belongs to its name.
_YEARS = re.compile(r"[二三四五六七八九十两0-9]+年(?=[^，。；：、“”的]{0,6}(?:行动|计划))")
# 低压, 双碳: what begins so is no verb, whatever the dictionary says.
_NO_VERB = re.compile("[低高超零双多][压温速频碳能端分式层维模向]$")
_SENTENCE_MARKS = re.compile(r"[。！？!?；;，,：:]")
# 江城至河口段: a stretch of road is named by its ends.
_SECTION = re.compile(r"[一-鿿]{2,8}段")
_STOP_TAGS = ("c", "p", "u", "r", "y", "e", "o", "w")
_CLASSIFIERS = "个家项条座所批种名位次件套辆台只颗部栋艘架枚年月日时期届天处款亿万千百多余"
_NUMERALS = "0123456789几多余万亿一二三四五六七八九十百千两"
_SMALL = ("新", "东", "西", "南", "北", "级")
# （记者…）, （以下简称…） and stock codes are no parts of a name.
_NO_PART = re.compile(r"记者|通讯员|简称|以下|下称|下同|资料图|[0-9]{4}")
# Countries that 中 stands beside in the name of what it does with them.
_PARTNERS = "日韩德法英俄美欧新以意泰越老缅"
_BEFORE_MIDDLE = "的，。；：、！？（(“” \n为与由和是在"
_GENERIC_LEVEL = re.compile(r"^(?:国家|省|市|县|区|地市|自治区|世界)级$")


def left_border(around: Surroundings, begin: int, kind: str) -> int:
    """Where the name whose head stands at `begin` starts; `begin` itself if nothing before it belongs to the name."""
    if kind == "Project" and (member := work_in_list(around, begin)) < begin:
        return member
    start = from_place(around, _leftmost(around, begin, kind), begin, kind)
    start = _stripped(around, start, begin, kind)
    start += around.text.startswith((" ", *_DASHES), start)
    if kind == "Project":
        start = behind_introduction(around, start, begin)
    return start + 1 if start < begin and _has_preposition(around, start) else start


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
    if known is not None and known.entries and limit - len(known.name) <= known.start < position:
        return known.start
    fixed = min(around.fixed.get(position, position), paired_deed(around, position))
    if position in around.joined:
        fixed = min(fixed, joined_concept(around, position))
    return fixed if limit <= fixed else position


def _leftmost(around: Surroundings, begin: int, kind: str) -> int:
    """How far to the left the words can belong to the name."""
    text, tokens = around.text, around.tokens
    limit = begin - _LONGEST_OF_KIND.get(kind, _LONGEST)
    work = kind == "Project" and text.startswith(_WORKS, begin)
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
            continue
        if kind == "Project" and (measured := measure_before(text, position)) is not None:
            position = measured.start()
            if text.endswith((*_WORKS, *words(load_rules("names"), "legal_forms")), 0, position):
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
        if not (work and word in around.rules.works) and not _may_stand_inside(around, token, word, position, kind):
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
        if _NO_PART.search(text, opening, position):
            return -1
        inner = text[opening + 1 : position - 1]
        before = text[max(0, opening - 2) : opening].rstrip(" ")[-1:]
        spelt = inner.isascii() or (before.isascii() and before.isalpha())  # FPGA（现场可编程门阵列）
        long = len(inner) > (_LONGEST_LATIN_IN_ROUND if spelt else _LONGEST_IN_ROUND)
        if long or not before or not (before.isalnum() or before in "”》"):
            return -1
    return opening


def _may_stand_inside(around: Surroundings, token: Token, word: str, position: int, kind: str) -> bool:
    """Whether a word, or the part of it up to `position`, can belong to a name of this class."""
    text, rules = around.text, around.rules
    if len(word) > 2 and word[-1] == "兼":
        return False  # 总裁兼 is one word to the segmenter
    if word in ("至", "到") and (_SECTION.match(text, position) or token.start in around.by_end):
        return True
    if word == "中" and text.startswith(rules.of_china, token.start):
        return True  # 中钢, 中化学
    if word == "中" or (word == "上" and kind == "Firm"):
        # 西安中科…: short for 中国 at the beginning of a name or behind its place, else a preposition.
        partner = around.tokens.begins(position + 1) and text[position : position + 1] in _PARTNERS  # 中|德产业园
        return partner or token.start == 0 or text[token.start - 1] in _BEFORE_MIDDLE or token.start in around.by_end
    if word in rules.works and text.startswith(_HOUSES, position):
        return True  # 江城研发中心
    if _is_worldwide(around, token, word, position, kind) or _within_concept(around, token):
        return True
    if _stops(word, kind, rules) or _ends_with_verb(token, word, rules):
        return False
    if kind == "Project" and _YEARS.match(text, token.start):
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
        return not (word.isdigit() and position < len(text) and text[position] in _CLASSIFIERS)
    if position < len(text) and text[position] in "（(":
        return True  # 中日（江城）示范区: no name begins with a bracket
    if position - token.start == 1 and word in _CLASSIFIERS and token.start and text[token.start - 1] in _NUMERALS:
        return False
    return _fits_by_tag(token.tag, word, kind, rules)


def _is_worldwide(around: Surroundings, token: Token, word: str, position: int, kind: str) -> bool:
    """Whether a word for the whole world or country belongs to a name: 世界计算·长沙智谷, 全国妇联, 江城全球中心."""
    if word in ("世界", "全国") and kind == "Association":
        return True
    if word not in _WORLDWIDE:
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
    """积极开展 and 专程到 are one word to the segmenter."""
    if token.tag not in ("l", "i", "v", "vn") or len(word) < 3:
        return False
    verb = word[-2:]
    return word.endswith(("到", "出", "了", "成")) or (verb in rules.stop_words and verb not in rules.soft_verbs)


def _fits_by_tag(tag: str, word: str, kind: str, rules: NameRules) -> bool:
    """What the part of speech says of a word of Chinese characters."""
    individuating = word in rules.individuating
    if tag == "m":
        counted = len(word) > 1 and word[0] in "一二三四五六七八九十" and word[-1] not in _CLASSIFIERS
        telling = word.startswith("第") or word.endswith(("级", "兆")) or word in rules.generic
        return individuating or counted or telling  # 亿吨级, 千兆, 多层次
    if tag == "t":  # the segmenter may guess it of a name
        return (
            individuating
            or not is_word(word)
            or word.isdigit()
            or len(word) == 1
            or word in rules.generic
            or word[1:] in _PARTNERS
        )
    if individuating or word in _SMALL:
        return True
    if tag == "d" and len(word) > 1 and word not in rules.heads and word not in rules.generic:
        return False
    if tag == "v" and len(word) > 1:
        return kind in ("Project", "Document") or word in rules.soft_verbs or word in rules.generic
    return not tag.startswith(_STOP_TAGS)


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
        verb = verb and _NO_VERB.match(word) is None
        if verb and kind == "Firm" and not is_word(word):
            break  # 遨博 is a verb only to the segmenter's guess
        if (word == "国际" and kind in ("Institution", "Association", "Project")) or _opens_place(around, token):
            break
        if not (verb or word in rules.soft_verbs or word in ("一", "级", "新") or _GENERIC_LEVEL.match(word)):
            break
        start = token.end
    return start
