"""Where a name begins that has places in it: with the last of a chain of them, or with the firm before or behind."""

from __future__ import annotations

import re
from typing import Final

from kg.extractor.head_nouns import nouns_with
from kg.extractor.kinds import is_place
from kg.extractor.levels import SURE_LEVELS
from kg.extractor.mentions.brands.brand_rules import is_coined
from kg.extractor.mentions.candidates import Candidate
from kg.extractor.mentions.surroundings import Surroundings
from kg.extractor.rules import load_rules, words

# A firm so many characters behind a place is no branch of its there: 江城滨河公园东区|明远集团展示馆.
_FAR: Final = 4
# 中共江城市委员会, like 共青团江城市委员会, is no 江城市委员会.
_RULING: Final = "中共"
# Parts of speech of such a name of its own as sights and parks have.
_CALLED_TAGS: Final = ("nr", "ns", "nz", "nrt")
# Parts of speech of a coined word, and how many words may stand before the place in a registered name.
_BRAND_TAGS: Final = ("nr", "nz", "nrt", "n", "x")
_MOST_WORDS: Final = 4
# A society that may be called by a noun before its place.
_FOUNDATION: Final = re.compile("(?:公益|慈善)?基金会")
# How the legal form of a registered name begins; such a name may open with its city: 江城市|明远数科有限公司.
_REGISTERED: Final = ("有限", "股份有限", "集团有限", "集团股份")


def _quoted(text: str, start: int, offset: int) -> bool:
    """Whether an offset stands in quotation marks that open at `start` or behind it."""
    return any(
        text.count(mark, start, offset) > text.count(close, start, offset) for mark, close in ("“”", "‘’", "「」")
    )


def from_place(around: Surroundings, start: int, begin: int, kind: str) -> int:
    """Move the start to the last of a chain of places, unless what stands before them is a firm or joined by a dot."""
    ended = (around.by_end[end] for end in range(start + 1, begin + 1) if end in around.by_end)
    inside = sorted((c for c in ended if start <= c.start), key=lambda c: c.start)
    inside = [c for c in inside if not _quoted(around.text, start, c.start)]
    concerns = words(load_rules("bodies"), "concerns")
    places = [c for c in inside if is_place(c.kind) and not around.text.startswith(concerns, c.end)]
    owners = ("Institution",) if kind == "Government" else ("Firm", "Institution")
    firm = next((c for c in inside if c.kind in owners), None)
    near = [place for place in places if firm is not None and firm.start - _FAR < place.end <= firm.start]
    nearest = max(near, key=lambda place: place.end, default=None)
    apart = kind == "Project" or (kind == "Firm" and not around.text.startswith(_REGISTERED, begin))
    if apart and firm and nearest and nearest.end == firm.start and _is_full(nearest):
        near = []  # 鄂城区|中国石化寿昌加油站
    if firm is not None and not near:
        return firm.start  # 考察明远集团创新中心: the name begins with the firm
    if not places:
        return start
    first = last = places[0]
    if first.start > start and not _stays_before(around, start, first, begin, kind):
        start = first.start
    for place in places[1:]:
        if kind == "Government" and place.start > last.end and _is_full(place):
            start, first, last = place.start, place, place
        elif place.start == last.end and not _both_belong(last, place, kind):
            last = place
    if kind == "Project" and start == first.start and _is_full(last) and _is_called(around, last.end, begin):
        return last.end  # 邗江区|蒋王水库
    return last.start if start == first.start and last.end < begin else start


def _stays_before(around: Surroundings, start: int, first: Candidate, begin: int, kind: str) -> bool:
    """Whether what stands before the first place of a name belongs to the name."""
    before, organisation = around.text[start : first.start], around.by_end.get(first.start)
    brand = organisation is not None and not is_place(organisation.kind)
    brand = brand or (kind == "Project" and _is_coined(around, start, first.start))
    brand = brand or (kind == "Firm" and _owns_name(around, start, first, begin))
    brand = brand or (kind == "Association" and _is_called_before(around, start, first, begin))
    return (
        brand
        or before.startswith(words(load_rules("names"), "of_all"))
        or before.endswith((_RULING, *around.rules.parties))
        or (kind == "Project" and _goes_on(around, start, first, begin))
        or before[-1] in "·•・（(—–-－～~”"
    )


def _is_called(around: Surroundings, start: int, begin: int) -> bool:
    """Whether a name of its own stands at an offset before the head, as the names of sights and parks begin."""
    token = around.tokens.items[around.tokens.index_at(start)]
    apart = token.start == start and token.end <= begin and token.end not in around.by_end
    return apart and len(token.word) > 1 and token.tag in _CALLED_TAGS and token.word not in around.rules.generic


def _goes_on(around: Surroundings, start: int, place: Candidate, begin: int) -> bool:
    """Whether a name goes on with a place: 云江|江城水电枢纽 lies at both, 长河文化公园|江城园区 is a part."""
    if around.text.endswith(words(load_rules("names"), "waters"), start, place.start):
        return True
    part = place.end == begin and around.text.startswith(nouns_with("part"), begin)
    return part and around.text.endswith(around.rules.all_heads, start, place.start)


def _is_coined(around: Surroundings, start: int, end: int) -> bool:
    """Whether a word stands there that no dictionary has, as the name of a firm does: 巢云|江城实验室.

    Behind a title it is a person: 董事长李明|江城中心.
    """
    parts = around.tokens.within(start, end)
    whole = len(parts) == 1 and parts[0].start == start and parts[0].end == end
    coined = whole and parts[0].tag in ("nr", "nz", "nrt") and is_coined(parts[0])
    return coined and not around.text.endswith(around.rules.ended_by, 0, start)


def _is_called_before(around: Surroundings, start: int, place: Candidate, begin: int) -> bool:
    """Whether the name of a foundation begins with one noun before the place in it: 联合|幸福江城公益基金会."""
    if not _FOUNDATION.match(around.text, begin):
        return False
    parts = around.tokens.within(start, place.start)
    if len(parts) != 1 or (parts[0].start, parts[0].end) != (start, place.start) or parts[0].tag[0] not in "na":
        return False
    before = around.tokens.items[around.tokens.index_at(start - 1)] if start else None
    word = parts[0].word
    return len(word) > 1 and word not in around.rules.generic and (before is None or before.tag[0] in "pcvx")


def _owns_name(around: Surroundings, start: int, place: Candidate, begin: int) -> bool:
    """Whether a registered name begins before the place in it: 云澜|江城机械有限公司, or 云澜钢构|江城有限公司."""
    if not around.text.startswith(_REGISTERED, begin):
        return False
    before = around.tokens.within(start, place.start)
    whole = bool(before) and before[0].start == start and before[-1].end == place.start
    if not whole or before[0].word in around.rules.generic or around.text.endswith(around.rules.ended_by, 0, start):
        return False
    coined = before[0].tag in _BRAND_TAGS and is_coined(before[0])
    return (coined and len(before) == 1) or (place.end == begin and len(before) < _MOST_WORDS)


def _both_belong(before: Candidate, place: Candidate, kind: str) -> bool:
    """Whether two places side by side open one name: 宁波舟山港, 上海松江明远有限公司, 杭州长三角研究院."""
    if _is_full(place) or _is_full(before):
        return False
    if place.kind == "Region" and before.kind == "City":
        return True  # of a chain the smaller place stands behind
    return place.kind == before.kind or (kind == "Firm" and before.kind in ("City", "Zone"))


def _is_full(place: Candidate) -> bool:
    """Whether a place is named with its level."""
    return place.name[-1] in SURE_LEVELS
