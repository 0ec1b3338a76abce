"""Registered names: where one that ends with a legal form begins.

A legal form tells for sure that a name ends; its beginning may hold words that the segmenter takes for verbs or
numbers, and the name of another firm may stand right before it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from kg.extractor.abbreviations import abbreviates, defining
from kg.extractor.head_nouns import has_trait, nouns_with
from kg.extractor.kinds import is_place
from kg.extractor.mentions.borders import left_border
from kg.extractor.mentions.coordination import JOINTS
from kg.extractor.mentions.surroundings import Surroundings
from kg.extractor.mentions.towns import site_ends
from kg.extractor.rules import either, load_rules, words
from kg.extractor.segmentation import is_word

_IN_A_NAME: Final = re.compile(r"[一-鿿A-Za-z0-9（）()·]+")
_LONGEST_DEFINED: Final = 40
_LONGEST_BRAND: Final = 6
_LONGEST_STEP: Final = 4
_LONGEST_OWNER: Final = 10
_MOST_NOUNS: Final = 4
_WIDEST_GAP: Final = 2
_HAN: Final = re.compile(r"[一-鿿]+")
# A word between a place and a trade that no sentence has there but as a name: 江城|春晓|锂电科技有限公司.
_NO_DEED_TAGS: Final = ("t", "a", "i", "nz", "nr")
_COUNTING: Final = "家个的第些批"
_CLOSING: Final = "”）)"


@cache
def _hard() -> frozenset[str]:
    """Signs with which no registered name begins."""
    return frozenset(words(load_rules("firm_names"), "hard"))


@cache
def _form() -> re.Pattern[str]:
    return re.compile(either(nouns_with("legal_form")))


@cache
def _closed() -> re.Pattern[str]:
    """What ends a name before that of a firm."""
    return re.compile(either(words(load_rules("firm_names"), "closed")))


@cache
def _trades() -> re.Pattern[str]:
    trades, forms = words(load_rules("short_names"), "trades"), words(load_rules("firm_names"), "forms")
    return re.compile(rf"(?:[（(][^（）()]*[）)]|{either(trades)}|(?:{either(forms)}))*")


def registered(around: Surroundings, start: int, begin: int, end: int, word: str) -> int:
    """Where the name whose head `word` stands at `begin` to `end` really starts, given the grammar's `start`.

    -1 if what is left of it tells no firm (某科技有限公司).
    """
    found = _registered(around, start, begin, end, word)
    return _further(around, found) if has_trait(word, "legal_form") and 0 <= found < begin else found


def _registered(around: Surroundings, start: int, begin: int, end: int, word: str) -> int:
    legal = has_trait(word, "legal_form")
    if not legal and not has_trait(word, "branch"):
        return start
    start = _after_others(around, start, end)
    if not legal:
        return _with_parent(around, start, begin)
    start = _after_settlement(around, start, begin)
    start = _as_defined(around, start, end)
    if any(c.start == start for c in around.by_end.values()):
        return _with_group(around, start)
    if start < begin and not around.tokens.begins(start):
        return start  # 由|青禾, one word to the segmenter
    if start == begin:  # …设备安装有限公司: a verb to the segmenter
        return _with_brand(around, start, 2 * _LONGEST_BRAND)
    trades = _trades().fullmatch(around.text, start, begin) is not None
    if not trades and not _is_common(around, start, begin):
        return start
    extended = _with_brand(around, start, _LONGEST_BRAND)
    return extended if extended >= 0 or trades else start


def _with_group(around: Surroundings, start: int) -> int:
    """Take in the group before a place that the name of its subsidiary goes on with: 明远集团|江城建设有限公司."""
    if not around.text.endswith("集团", 0, start):
        return start
    group = left_border(around, start - 2, "Firm")
    return group if group < start - 3 else start


def _after_others(around: Surroundings, start: int, end: int) -> int:
    """Leave out another firm or branch that stands before: A有限公司B分公司|C有限公司."""
    forms = [m.start() for m in _form().finditer(around.text, start, end)]
    if not forms:
        return start
    closed = [m.end() for m in _closed().finditer(around.text, start, forms[-1]) if m.end() < forms[-1] - 1]
    return closed[-1] if closed else start


def _with_parent(around: Surroundings, start: int, begin: int) -> int:
    """Take in the firm that a branch named by its place alone belongs to: 明远财险|江城分公司."""
    form = next(
        (f for f in sorted(nouns_with("legal_form"), key=len, reverse=True) if around.text.endswith(f, 0, start)), ""
    )
    if form and begin - start <= _LONGEST_STEP:
        opening = start - len(form)
        parent = registered(around, left_border(around, opening, "Firm"), opening, start, form)
        return parent if 0 <= parent < opening else start
    if not any(c.start == start and c.end == begin for c in around.by_end.values()):
        return start
    position, owners = start, words(load_rules("firm_names"), "owners")
    while start - position < _LONGEST_OWNER:
        known = around.by_end.get(position)
        if known is not None:
            return start if is_place(known.kind) else known.start
        token = around.tokens.items[around.tokens.index_at(position - 1)]
        word = token.word
        if position == 0 or not word.isalnum() or word in around.rules.stop_words or token.tag[0] in "pcumrtd":
            break
        if len(word) > 2 and word[0] in _hard():  # 由国网 is one word to the segmenter
            position = token.start + 1
            break
        position = token.start
    if position > 0 and around.text.startswith("集团", position):
        position = _with_word(around, position)
    return position if position < start and around.text.endswith(owners, position, start) else start


def _with_word(around: Surroundings, start: int) -> int:
    """Take in the word before 集团, as no name begins with that: 时常|集团江城分公司."""
    token = around.tokens.items[around.tokens.index_at(start - 1)]
    named = len(token.word) > 1 and token.word.isalnum() and token.word not in around.rules.stop_words
    return token.start if named and token.tag[0] not in "pcumr" else start


@cache
def _defined() -> re.Pattern[str]:
    return re.compile(defining() + r"(?P<short>[一-鿿A-Za-z]{2,10})[”\"]?[）)，,、]")


def _as_defined(around: Surroundings, start: int, end: int) -> int:
    """未来智行科技有限公司（以下简称“未来智行”）: the name begins with its short form."""
    match = _defined().match(around.text, end)
    if match is None:
        return start
    found = around.text.rfind(match["short"][:2], max(0, end - _LONGEST_DEFINED), start)
    name = around.text[found:end] if found >= 0 else ""
    if not _IN_A_NAME.fullmatch(name) or not abbreviates(match["short"], name):
        return start
    return _with_places(around, found)


def _after_settlement(around: Surroundings, start: int, begin: int) -> int:
    """石桥镇|江城明远有限公司: a larger place behind a smaller one opens the name of a firm there.

    So does one behind a closing mark: “邻里之家”|江城明远有限公司.
    """
    for end in range(begin, start, -1):
        if (place := around.by_end.get(end)) is None:
            continue
        inside = start < place.start and place.kind in ("City", "Region", "District")
        marked = end < begin and around.text[place.start - 1] in _CLOSING and not _is_place_at(around, place.start - 1)
        if inside and (marked or around.text.endswith(site_ends(), start, place.start)):
            return place.start
    return start


def _is_place_at(around: Surroundings, end: int) -> bool:
    """Whether a place ends at an offset: 明远（江城|）滨河有限公司 is one name."""
    place = around.by_end.get(end)
    return place is not None and is_place(place.kind)


def _is_common(around: Surroundings, start: int, begin: int) -> bool:
    """Whether a name begins with half a word or has common nouns only before a bracket or its end (货运, 钙业)."""
    bracket = min((i for i in (around.text.find(mark, start, begin) for mark in "（(") if i > 0), default=begin)
    tokens = around.tokens.within(start, bracket)
    if not tokens:
        return False
    common = len(tokens) <= _MOST_NOUNS and all(
        t.tag in ("n", "vn", "v", "b", "l", "a", "an") and is_word(t.word) for t in tokens
    )
    trade = len(tokens) == 1 and tokens[0].word.endswith("业")
    return common or trade or len(tokens[0].word) == 1


def _with_brand(around: Surroundings, start: int, longest: int) -> int:
    """Take in the brand before a name of trades only, whatever the segmenter holds it for; -1 without one."""
    text, tokens, position = around.text, around.tokens, start
    while position > 0 and start - position < longest:
        if (bracket := _place_in_brackets(around, position)) < position:
            longest, position = start - bracket + _LONGEST_BRAND, bracket
            continue
        token = tokens.items[tokens.index_at(position - 1)]
        word, known = token.word, around.by_end.get(position)
        if known is not None and is_place(known.kind):
            break
        if not word.isalnum() or word.isdigit() or len(word) > _LONGEST_STEP or word in _hard():
            break
        apart = position < start or token.start in around.by_end
        if word in JOINTS and apart:
            break  # 江城大学和|煤炭设计院有限公司
        if len(word) > 2 and word[0] in _hard() and not is_word(word):
            position = token.start + 1
            break
        stops = len(word) > 1 and word in around.rules.stop_words and not _is_coined(around, token.start)
        if stops or text.endswith(around.rules.ended_by, 0, position):
            break
        position = token.start
    halved = len(tokens.items[tokens.index_at(start)].word) == 1
    if start - position < 2 - halved:
        return -1
    return _with_places(around, position)


def _place_in_brackets(around: Surroundings, end: int) -> int:
    """Where brackets around a place open that close at an offset (明远智航（江城）|维修有限公司), else the offset."""
    place = around.by_end.get(end - 1)
    closed = place is not None and is_place(place.kind) and around.text[end - 1] in "）)"
    return place.start - 1 if closed and place and around.text[place.start - 1] in "（(" else end


def _is_coined(around: Surroundings, end: int) -> bool:
    """Whether a word that no dictionary has ends at an offset: 恒澜|传动系统股份有限公司."""
    if not end:
        return False
    token = around.tokens.items[around.tokens.index_at(end - 1)]
    word = token.word
    coined = len(word) > 1 and not is_word(word) and _HAN.fullmatch(word) is not None
    return token.end == end and coined and word[0] not in _hard()


def _further(around: Surroundings, start: int) -> int:
    """Take in the coined word or number before a name, and what parts it from a place: 先临|三维, 江城|大井|科技."""
    text, position = around.text, start
    if any(c.start == start for c in around.by_end.values()):
        return start
    for end in range(start - 1, max(0, start - _WIDEST_GAP) - 1, -1):
        place = around.by_end.get(end)
        if place is not None and is_place(place.kind) and _HAN.fullmatch(text, end, start):
            gap = around.tokens.within(end, start)
            single = all(len(t.word) == 1 for t in gap) and len(gap) == start - end
            coined = len(gap) == 1 and gap[0].start == end and (not is_word(gap[0].word) or gap[0].tag in _NO_DEED_TAGS)
            acting = words(load_rules("firm_names"), "acting")
            acts = text[end] in JOINTS and text.endswith(acting, 0, end)  # 江城市政府和|澜枢技术有限公司
            hard = acts or (not coined and _hard().intersection(text[end:start]))
            return start if hard or not (single or coined) else _with_places(around, end)
    while position > 0 and start - position < _LONGEST_STEP:
        token = around.tokens.items[around.tokens.index_at(position - 1)]
        word = token.word
        if token.end != position or not _HAN.fullmatch(word) or len(word) > _LONGEST_STEP or position in around.by_end:
            break
        coined = len(word) > 1 and not is_word(word) and word not in around.rules.ended_by
        if not coined and (token.tag != "m" or word[-1] in _COUNTING):
            break
        position = token.start + (coined and word[0] in _hard())
    return _with_places(around, position) if position < start else start


def _with_places(around: Surroundings, position: int) -> int:
    """Take in the places directly before a name."""
    while (before := around.by_end.get(position)) is not None and is_place(before.kind):
        position = before.start
    return position
