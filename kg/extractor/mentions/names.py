"""Open names by grammar: a head noun (…有限公司, …平台, …产业园) and what stands before it.

A name must tell one thing from another, or it is none (数字基础设施).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

from kg.extractor.head_nouns import has_trait, nouns_with
from kg.extractor.kinds import is_organisation, is_place
from kg.extractor.knowledge import Knowledge, NameRules
from kg.extractor.levels import BARE_LEVELS
from kg.extractor.mentions.bodies import find_bodies
from kg.extractor.mentions.borders import left_border
from kg.extractor.mentions.candidates import Candidate
from kg.extractor.mentions.companies import COMPANY, coined_before, is_lone_noun
from kg.extractor.mentions.firm_units import find_firm_units
from kg.extractor.mentions.generic import (
    holds_individuating,
    is_counted,
    is_generic,
    is_paid_for,
    is_singled_out,
    is_sum,
)
from kg.extractor.mentions.heads import Head, find_heads
from kg.extractor.mentions.known import with_suffix
from kg.extractor.mentions.legal_names import registered
from kg.extractor.mentions.national_branches import find_national_branches
from kg.extractor.mentions.place_heads import find_after_places
from kg.extractor.mentions.surroundings import Surroundings
from kg.extractor.mentions.telling import (
    describes,
    is_aim,
    is_graded,
    is_placed,
    is_proper,
    is_rare,
    is_specific,
)
from kg.extractor.mentions.towns import find_towns, site_ends
from kg.extractor.rules import either, load_rules, words
from kg.extractor.segmentation import Token

# 全省第一座|加氢站: by this alone even a short noun is told from its like.
_FIRST: Final = re.compile(r"(?:首[座条]|第一[座条])$")
_SHORTEST_BARE: Final = 3
# 数字医养联盟（DHA）: what goes by letters is a name.
_ABBREVIATED: Final = re.compile(r"[（(][A-Z]{3,8}[）)]")
# What begins a name and ends it too stands once in a caption; how long a name is that holds it twice.
_TWICE: Final = re.compile(r"(?P<said>[一-鿿]{4,}).*(?P=said)$")
_LONG_ENOUGH: Final = 10
# The committee of a zone acts for it and is the zone itself, as a government is its place.
_ZONE_COMMITTEE: Final = re.compile(r"(?<=[区园城港])管理委员会$")
# How the names that tell what holds them were found.
_NAMED: Final = ("lexicon", "brand")
_SHORTEST: Final = 4
_SHORTEST_FIRM: Final = 3


def find_names(around: Surroundings, knowledge: Knowledge) -> list[Candidate]:
    """Firms, agencies, institutions, zones, projects and plans that no lexicon lists."""
    text, tokens, rules, known = around.text, around.tokens, around.rules, around.known
    found = headed(around, find_heads(around))
    towns = find_towns(text, tokens, knowledge, known)
    return [
        *found,
        *towns,
        *find_bodies(text, tokens, knowledge, [*known, *found, *towns]),
        *find_after_places(text, rules, known),
        *find_national_branches(text, known),
        *find_firm_units(text, tokens, rules, [*known, *found]),
    ]


def headed(around: Surroundings, heads: Iterable[Head]) -> list[Candidate]:
    """The names that head nouns end."""
    known = around.known
    listed = {c.end for c in known if c.source == "lexicon" and not is_place(c.kind)}
    zones = {c.end for c in known if c.source == "lexicon" and is_place(c.kind)}
    inner = {i for c in known if c.source == "lexicon" for i in range(c.start + 1, c.end)}
    technologies = {c.end: c.start for c in known if c.kind == "Technology"}
    found = []
    for head in heads:
        begin, end, word = head.begin, head.end, head.word
        if end in inner or head.kind == "District":
            continue
        start = registered(around, left_border(around, begin, head.kind), begin, end, word)
        if start < 0:
            continue
        if start >= begin and not word.startswith("联合"):
            candidate = _bare(around, head)
        elif head.kind in ("Zone", "Project") and end in zones:
            candidate = None  # 走进长三角一体化示范区
        elif end in listed and not _opens_with_place(around, start, head):
            candidate = None  # 会见明远集团: the known name is the name
        elif (
            head.kind == "Technology"
            and end in technologies
            and _is_verbal(around.tokens.within(start, technologies[end]))
        ):
            candidate = None  # 融合|区块链技术, as well as 区块链技术 alone
        else:
            candidate = _judged(around, start, head)
        if candidate is None and word == COMPANY and (begin := coined_before(around, begin)) >= 0:
            candidate = _candidate(around, begin, head, "Firm", specific=True)
        if candidate is not None:
            found.append(candidate)
    return found


def _is_verbal(before: Sequence[Token]) -> bool:
    """Whether only verbs stand before the name of something."""
    return all(token.tag in ("v", "vn", "d", "ad") for token in before)


def _bare(around: Surroundings, head: Head) -> Candidate | None:
    """A head noun with nothing before it: a zone of the paper's city, or what the text calls the only one."""
    if has_trait(head.word, "local") and around.tokens.begins(head.begin):
        return Candidate(head.begin, head.end, "Zone", head.word, "grammar", 2)
    if head.kind != "Project" or len(head.word) < _SHORTEST_BARE:
        return None
    telling = _unique() if len(head.word) > _SHORTEST_BARE else _FIRST
    unique = telling.search(around.text[max(0, head.begin - 14) : head.begin])
    return Candidate(head.begin, head.end, head.kind, head.word, "grammar", 2) if unique else None


@cache
def _unique() -> re.Pattern[str]:
    """What is said of one thing alone, at the end of what stands before it."""
    return re.compile(f"(?:{either(words(load_rules('generic'), 'unique'))})$")


def _opens_with_place(around: Surroundings, start: int, head: Head) -> bool:
    begun = (c for _, c in around.by_start.get(start, ()) if around.by_end.get(c.end) is c)
    place = next((c for c in begun if is_place(c.kind)), None)
    known = around.by_end.get(head.end)
    if place is None or place.end >= head.begin:
        return False
    return known is None or not around.text.endswith(site_ends(), place.end, known.start)


def _judged(around: Surroundings, start: int, head: Head) -> Candidate | None:
    """The candidate, or None if it names nothing in particular."""
    rules, weak = around.rules, has_trait(head.word, "weak")
    start = _behind_caption(around.text, start, head.end)
    kind, name = _kind(around.text, start, head), around.text[start : head.end]
    if _is_no_name(name, kind, rules):
        return None
    seat = kind in ("Government", "Association") and name[0] in BARE_LEVELS  # 省政协
    if len(name) < (_SHORTEST_FIRM if kind == "Firm" or seat else _SHORTEST):
        return None
    tokens = around.tokens.within(start, head.begin)
    parts = _parts(around, start, head, tokens)
    telling = [w for w in parts if w not in rules.generic and w not in rules.soft_verbs and any(c.isalnum() for c in w)]
    inside = _inside(around, start, head)
    proper = bool(inside) or is_proper(around, start, head, parts)
    marked = name.startswith(rules.individuating) or holds_individuating(around.text, max(0, start - 6), start)
    if is_generic(around, start, head.begin, kind, head.word, inside) or (
        not proper and is_counted(around.text, start)
    ):
        return None
    if kind == "Project" and not proper and (is_graded(name) or describes(around.text, start)):
        return None
    if has_trait(head.word, "work") and not marked and is_aim(around, start, head.begin):
        return None
    score = 3 * proper + len(telling) + 2 * marked
    vague = kind == "Document" and not proper and score < 2
    if vague or (kind == "Government" and not is_placed(name, inside, tokens)):
        return None
    specific = is_specific(head, tokens, rules, score=score, proper=proper)
    specific = specific or is_singled_out(around.text, start, head.word, kind, telling)
    specific = specific or (seat and start + 1 == head.begin)  # 市政协: which city's, its paper tells
    specific = specific or (is_organisation(kind) and _ABBREVIATED.match(around.text, head.end) is not None)
    if kind in ("Firm", "Institution") and not specific:
        specific = any(is_rare(t, telling) for t in tokens)
        specific = specific or (head.word == COMPANY and bool(telling) and is_lone_noun(around, start, tokens))
    paid = kind == "Project" and not specific and is_paid_for(around.text, start)
    bare = len(parts) < 2 and weak and not paid and not head.word.startswith("联合")
    of_a_kind = has_trait(head.word, "product") and not telling and not marked  # 行业解决方案
    if not specific and (kind != "Project" or bare or of_a_kind):
        return None
    return _candidate(around, start, head, kind, specific=specific)


def _candidate(around: Surroundings, start: int, head: Head, kind: str, *, specific: bool) -> Candidate:
    """The candidate with its trailing bracket; the committee of a zone is the zone, as it acts for it."""
    if kind == "Government" and (committee := _ZONE_COMMITTEE.search(around.text, start, head.end)):
        return Candidate(start, head.end, "Zone", around.text[start : committee.start()], "grammar", 2)
    stop = _trailing_bracket(around, head.end)
    end = with_suffix(around.text, stop, kind) if kind == "Zone" else stop
    return Candidate(start, end, kind, around.text[start:stop], "grammar", 2, (), specific)


def _kind(text: str, start: int, head: Head) -> str:
    """The class of what a head noun names; the committee of a society is no authority."""
    if head.kind != "Government" or not head.word.endswith("委员会"):
        return head.kind
    before = text[start : head.begin]
    return "Association" if any(word in before for word in nouns_with("society")) else head.kind


def _behind_caption(text: str, start: int, end: int) -> int:
    """Where a name begins before which a caption ends with the same words: 青禾新大楼|云帆青禾新大楼."""
    twice = _TWICE.match(text, start, end) if end - start >= _LONG_ENOUGH else None
    return twice.end("said") if twice else start


def _parts(around: Surroundings, start: int, head: Head, tokens: Sequence[Token]) -> list[str]:
    """The words of a name before its head, those included that the segmenter joins to what is before or behind."""
    text, over = around.text, around.tokens.items[around.tokens.index_at(head.begin)]
    parted = head.word.endswith(nouns_with("deed_word")) and start < over.start < head.begin
    within = [text[over.start : head.begin]] if parted else []  # 指挥 of 指挥系统
    parts = [*(t.word for t in tokens), *within] or [text[start : head.begin] or head.word]
    glued = text[start : tokens[0].start] if tokens else ""  # 青禾 of 由青禾
    return [glued, *parts] if glued else parts


def _is_no_name(name: str, kind: str, rules: NameRules) -> bool:
    """Whether a stretch of text is none by its wording: its beginning was lost, or it sums up several things."""
    lost = name.startswith(rules.lost_beginnings)
    return lost or rules.impossible.search(name) is not None or (kind == "Project" and is_sum(name))


def _inside(around: Surroundings, start: int, head: Head) -> list[Candidate]:
    """The known names that a name holds; before the head of a zone a weak one counts too."""
    begun = sorted(one for at in range(start, head.end) for one in around.by_start.get(at, ()))
    inside = [c for _, c in begun if c.end <= head.end and c.source in _NAMED]
    if head.kind == "Zone" and head.word != "片区":
        inside += [c for _, c in begun if c.start == start and c.end == head.begin and c.source == "weak"]
    return inside


def _trailing_bracket(around: Surroundings, end: int) -> int:
    """广西数字政务一体化平台(梧州): a place in brackets behind the head belongs to the name."""
    text = around.text
    if end < len(text) and text[end] in "（(":
        close = text.find("）" if text[end] == "（" else ")", end, end + 12)
        if any(c.start == end + 1 and c.end == close and is_place(c.kind) for c in around.known):
            return close + 1
    return end
