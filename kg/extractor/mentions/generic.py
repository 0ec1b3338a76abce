"""What looks like a name and tells no thing from another: 江城上市公司, 10个产业园, 江城市中心."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from kg.extractor.beginnings import compiled
from kg.extractor.head_nouns import has_trait
from kg.extractor.kinds import is_organisation, is_place
from kg.extractor.mentions.candidates import Candidate
from kg.extractor.mentions.surroundings import Surroundings
from kg.extractor.rules import either, load_rules, words

# 2025“云帆杯”大赛: when, and not how many.
_YEAR: Final = re.compile(r"(?<![0-9])20[0-9]{2}$")
# 首个, 第二座: one of them.
_ORDINAL: Final = re.compile(r"(?:第[一二三四五六七八九十0-9]+|首|唯一一?|最后一?)[个家座条项所处台套批类种款]$")
# 江城市（高新区）重大项目: a bracket behind a place only says where in it.
_BRACKETED: Final = re.compile(r"[（(][一-鿿]{1,7}[）)]")
# 平台+园区, 海上风电+海洋牧场: a way of doing things, unless in quotation marks before a noun. 互联网+监管 is one word.
_SUM: Final = re.compile(r"^[+＋]|[一-鿿](?<!互联网|工智能)(?<!数字|智能|数据|信用|金融|科技)[+＋][一-鿿]")
# 三大保供项目, “甲”“乙”等七大行动: several ones.
_SEVERAL: Final = re.compile(r"”等|[二三四五六七八九十两]大(?![街道桥队学厦会连])")
# How far before a name what tells it from its like may begin: 首台（套）的|.
_LONGEST_INDIVIDUATING: Final = 6
# How far before a name the sum that is put into it may be told.
_LONGEST_PAYMENT: Final = 40
_QUOTED: Final = re.compile(r"“[^“”]*”")
# 2023Q2公司, 2023年公司, 一季度公司: when, and no name.
_DATED: Final = re.compile(r"(?:[0-9](?:Q[1-4]|H[12]|年)?|季度|半年|期[内间])$")


def holds_individuating(text: str, start: int, end: int) -> bool:
    """Whether a word that tells a thing from its like stands between two offsets, as in most stretches none does."""
    return _individuating().search(text, start, end) is not None


def is_paid_for(text: str, start: int) -> bool:
    """Whether a sum is told to be put into what begins at `start`: even 产业园项目 is a particular one then."""
    return _paid().search(text, max(0, start - _LONGEST_PAYMENT), start) is not None


@cache
def _paid() -> re.Pattern[str]:
    return compiled(f"(?:{load_rules('generic')['paid']})$")


@cache
def _individuating() -> re.Pattern[str]:
    return compiled(either(words(load_rules("generic"), "individuating")))


@cache
def _counted() -> re.Pattern[str]:
    """10个, 三座, 多家, 一批, 各类 at the end of a text: what follows is many."""
    rules = load_rules("generic")["counted"]
    many, units, whole, among = (either(rules[key]) for key in ("many", "units", "whole", "among"))
    number = "[0-9]+|[二三四五六七八九十两百千几数多余]+"
    return compiled(f"(?:(?:{number}|{many})(?:{units})?|{whole})(?:{among})?$")


def is_counted(text: str, start: int) -> bool:
    """Whether what begins at `start` is counted or one of a class, and so no single thing."""
    before = text[max(0, start - 8) : start]
    single = _ORDINAL.search(before) is not None or _YEAR.search(before) is not None
    return _counted().search(before) is not None and not single


def is_singled_out(text: str, start: int, word: str, kind: str, telling: Sequence[str]) -> bool:
    """Whether there is only one of its sort: the society of a field for the whole world, or the first plant.

    国际地热协会, 全省首座|独立储能电站. `telling` are the words before the head `word` that tell something.
    """
    if kind == "Association":
        return bool(telling) and text.startswith(words(load_rules("names"), "of_all"), start)
    if not has_trait(word, "plant"):
        return False
    return _individuating_before().search(text, max(0, start - _LONGEST_INDIVIDUATING), start) is not None


@cache
def _individuating_before() -> re.Pattern[str]:
    """What tells a thing from its like, at the end of what stands before its name: 全省首座|独立储能电站."""
    return compiled(f"(?:{either(words(load_rules('generic'), 'individuating'))})的?$")


def is_sum(name: str) -> bool:
    """Whether a name only adds up the parts of a way of doing things, or speaks of several ones."""
    return _SUM.search(_QUOTED.sub("", name)) is not None or _SEVERAL.search(name) is not None


def is_generic(around: Surroundings, start: int, begin: int, kind: str, word: str, inside: Sequence[Candidate]) -> bool:
    """Whether nothing but a place, a trade or a level stands before the head `word` at `begin`.

    `inside` are the known names within the candidate.
    """
    text, anonymous = around.text, words(load_rules("generic"), "anonymous")
    listed = word == "公司" and text.endswith("上市", 0, begin)
    if kind == "Firm" and (listed or text.endswith(anonymous, 0, start)):
        return True
    if word == "公司" and _DATED.search(text, start, begin):
        return True
    first = next((c for c in inside if c.start == start), None)
    if first is not None and first.end == begin and is_organisation(first.kind):
        return has_trait(word, "bare_behind_firm")
    if first is None or not (is_place(first.kind) or word == "子公司"):
        return kind == "Firm" and has_trait(word, "company") and _all_common(around, start, begin)
    last = first
    while (after := next((c for c in inside if c.start == last.end and is_place(c.kind)), None)) is not None:
        last = after
    bracketed = _BRACKETED.match(text, last.end, begin)
    behind = bracketed.end() if bracketed else last.end
    if behind == begin:
        return has_trait(word, "bare_behind_place") or last.kind == "Country"
    if has_trait(word, "work") and _tells_a_class(around, behind, begin):
        return True
    if kind != "Firm" or not has_trait(word, "company"):
        return False
    if word == "集团" and text[last.end : begin] in words(load_rules("short_names"), "trades"):
        return False  # 江城地产集团: each place has one of a trade
    return _all_common(around, last.end, begin)


def _tells_a_class(around: Surroundings, start: int, begin: int) -> bool:
    """Whether a rank, or only a deed, stands between a place and 项目: 江城市|重大民生|项目, 江城市|建设|项目."""
    if around.text.startswith(words(load_rules("generic"), "ranks"), start, begin):
        return True
    return all(t.word in around.rules.soft_verbs for t in around.tokens.within(start, begin))


def _all_common(around: Surroundings, start: int, begin: int) -> bool:
    """Whether only the names of trades stand between two offsets."""
    tokens = around.tokens.within(start, begin)
    common = around.rules.common_trades
    covered = sum(len(t.word) for t in tokens) == begin - start
    return around.text[start:begin] in common or (covered and all(t.word in common for t in tokens))
