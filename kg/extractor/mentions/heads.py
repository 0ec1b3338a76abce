"""Where a noun ends a name: 平台 in 云帆平台上线, not in 平台企业 and not as a verb (规划建设)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial
from typing import Final, NamedTuple

from kg.extractor.beginnings import compiled
from kg.extractor.head_nouns import has_trait, nouns_with
from kg.extractor.mentions.surroundings import Surroundings
from kg.extractor.rules import either, load_rules

_AFTER_HEAD: Final = "内里中外上下的及和与、，。；：！？等之是将已也在均由为“”（）()《》 \n"
_COMPANY: Final = "公司"


@dataclass(frozen=True, slots=True)
class _Rules:
    """What follows a head noun that is none there: any head, a document, a 计划, a 试点; and 公司 within a word."""

    any: re.Pattern[str]
    documents: re.Pattern[str]
    plans: re.Pattern[str]
    trials: re.Pattern[str]
    companies: frozenset[str]


@cache
def _rules() -> _Rules:
    data = load_rules("heads")["not_before"]
    barred = {key: compiled(either(data[key])) for key in ("any", "documents", "plans", "trials")}
    return _Rules(**barred, companies=frozenset(data["companies"]))


# A named tuple, as one is made of every word that may be a head: that takes half the time.
class Head(NamedTuple):
    """A head noun at `begin` to `end`, and the class of the names that it heads."""

    begin: int
    end: int
    word: str
    kind: str


def find_heads(around: Surroundings) -> Iterator[Head]:
    """The head nouns of a text, from left to right; the longest of those that end a name here."""
    return find_heads_in(around, 0, len(around.text))


def find_heads_in(around: Surroundings, start: int, stop: int) -> Iterator[Head]:
    """Those between two offsets."""
    rules = around.rules
    for begin, end, word in rules.head_matcher.find_fitting(around.text[start:stop], partial(_fits, around, start)):
        if word not in rules.no_heads:
            yield Head(start + begin, start + end, word, rules.heads[word])


def _fits(around: Surroundings, start: int, begin: int, end: int, word: str) -> bool:
    """Whether a word is a head noun here, or one of those that only look like one: 商务委 in 商务委员会 is neither.

    `begin` and `end` are counted from `start`.
    """
    rules = around.rules
    return word in rules.no_heads or _is_head(around, Head(start + begin, start + end, word, rules.heads[word]))


def _is_head(around: Surroundings, head: Head) -> bool:
    """Whether the noun ends a name here, rather than being a part of another word or a verb."""
    text, tokens, legal = around.text, around.tokens, has_trait(head.word, "legal_form")
    if text.startswith(nouns_with("legal_form"), head.end) and not legal:
        return head.kind == "Firm"  # 江城设备维修工程|有限公司 is no work
    follower = text[head.end : head.end + 1]
    if len(head.word) == 1 and head.kind == "Project" and not (follower == "" or follower in _AFTER_HEAD):
        return False  # 明远终端云|服务, 杲云
    ends = head.end in tokens.ends or head.end >= len(text) or text[head.end] in _AFTER_HEAD
    if not ends and head.kind in ("Government", "Institution", "Association"):
        ends = text.startswith(around.rules.ended_by, head.end)  # 政协主席 is one word to the segmenter
    ends = ends or (head.kind == "Firm" and _opens_word(around, head))
    if not ends or (not legal and _rules().any.match(text, head.end)):
        return False
    if head.word == "试点" and _rules().trials.match(text, head.end):
        return False
    if head.kind == "Document":
        return not _rules().documents.match(text, head.end)
    return not (head.word.endswith("计划") and _rules().plans.match(text, head.end))


def _opens_word(around: Surroundings, head: Head) -> bool:
    """Whether the dictionary has the end of a firm's name in one word with what follows: 公司党委, 公司公告."""
    token = around.tokens.items[around.tokens.index_at(head.end - 1)]
    opens = token.start == head.end - len(_COMPANY) and head.word.endswith(_COMPANY)
    return opens and token.word[len(_COMPANY) :] not in _rules().companies
