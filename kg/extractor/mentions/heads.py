"""Where a noun ends a name: 平台 in 云帆平台上线, not in 平台企业 and not as a verb (规划建设)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from kg.extractor.mentions.legal_names import legal_forms
from kg.extractor.mentions.surroundings import Surroundings

_AFTER_HEAD = "内里中外上下的及和与、，。；：！？等之是将已也在均由为“”（）()《》 \n"
# 平台企业, 工程师, 项目负责制: the head is the modifier of another noun.
_COMPOUND = re.compile(
    r"(?:群(?!众|岛)|(?:提供|供应|服务)商|城区|城市(?!大脑)|地带|港(?!口)|企业|经济|模式|集成|类|型|化|级|式|商(?!城|贸)|产业(?!园|基地)|行业|领域|市场(?!化)|产品|用户|理念|师|(?:技术)?人员|板块|概念|指数|业务|属性|能力|思维|品牌|债|税|费|价|股"
    r"|支部|党支部|专班|战队|代表队|官(?!网|员)|社区|小学|城区|路(?:街道|社区|[0-9])|[东西南北]站|学部|专业(?!化|园|镇|村)|装备|详情)"
)
# 一期规划了…, 规划建设…: the word is a verb here.
_PLANNING = re.compile(
    r"[在于到投建引与将对用开招新再向今明后每至]|年底|通过|完成|实施|推出|组织|安排|发行|出资|总投资|利用|[0-9]|五年|三年"
)
# 江城试点“一码通城”, 试点地区: tried out there, and no thing.
_ON_TRIAL = re.compile(r"[“‘「]|地区|区域|人群|用户|期间|阶段|以来|范围|了")
_VERBAL = re.compile(r"了|建设|面积|用地|总|布局|[“\d]")
# With these 公司 is a word that names no firm: 公司法.
_COMPANY, _OF_COMPANIES = "公司", ("法", "制", "债", "化")


# A named tuple, as one is made of every word that may be a head: that takes half the time.
class Head(NamedTuple):
    """A head noun at `begin` to `end`, and the class of the names that it heads."""

    begin: int
    end: int
    word: str
    kind: str


def find_heads(around: Surroundings) -> Iterator[Head]:
    """The head nouns of a text, from left to right; the longest of those that end a name here."""
    rules = around.rules
    for begin, end, word in rules.head_matcher.find_fitting(around.text, partial(_fits, around)):
        if word not in rules.no_heads:
            yield Head(begin, end, word, rules.heads[word])


def _fits(around: Surroundings, begin: int, end: int, word: str) -> bool:
    """Whether a word is a head noun here, or one of those that only look like one: 商务委 in 商务委员会 is neither."""
    rules = around.rules
    return word in rules.no_heads or _is_head(around, Head(begin, end, word, rules.heads[word]))


def _is_head(around: Surroundings, head: Head) -> bool:
    """Whether the noun ends a name here, rather than being a part of another word or a verb."""
    text, tokens = around.text, around.tokens
    if text.startswith(legal_forms(), head.end) and head.word not in legal_forms():
        return head.kind == "Firm"  # 江城设备维修工程|有限公司 is no work
    follower = text[head.end : head.end + 1]
    if len(head.word) == 1 and head.kind == "Project" and not (follower == "" or follower in _AFTER_HEAD):
        return False  # 明远终端云|服务, 杲云
    ends = head.end in tokens.ends or head.end >= len(text) or text[head.end] in _AFTER_HEAD
    if not ends and head.kind in ("Government", "Institution", "Association"):
        ends = text.startswith(around.rules.ended_by, head.end)  # 政协主席 is one word to the segmenter
    ends = ends or (head.kind == "Firm" and _opens_word(around, head))
    if not ends or (head.word not in legal_forms() and _COMPOUND.match(text, head.end)):
        return False
    if head.word == "试点" and _ON_TRIAL.match(text, head.end):
        return False
    if head.kind == "Document":
        return not _VERBAL.match(text, head.end)
    return not (head.word.endswith("计划") and _PLANNING.match(text, head.end))


def _opens_word(around: Surroundings, head: Head) -> bool:
    """Whether the dictionary has the end of a firm's name in one word with what follows: 公司党委, 公司公告."""
    token = around.tokens.items[around.tokens.index_at(head.end - 1)]
    opens = token.start == head.end - len(_COMPANY) and head.word.endswith(_COMPANY)
    return opens and token.word[len(_COMPANY) :] not in _OF_COMPANIES
