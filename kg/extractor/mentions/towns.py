"""Towns, streets and villages, which no gazetteer lists: 滨河区石桥镇, 石桥镇金星村.

One that stands directly behind a place is named together with it, since every second county has a 城关镇; the place
before it stays a mention of its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from kg.extractor.kinds import is_place
from kg.extractor.knowledge import Knowledge
from kg.extractor.levels import LEVELS
from kg.extractor.mentions.candidates import Candidate, covered
from kg.extractor.rules import either, load_rules, words
from kg.extractor.segmentation import Token, Tokens, is_word

_NAME_TAGS: Final = ("ns", "nr", "nz", "x", "nt")
# After these a place may begin: a verb, a preposition, a conjunction, a particle.
_OPENING_TAGS: Final = ("p", "c", "v", "u", "d", "x")
_PARENTS: Final = ("City", "District", "Zone")
_HAN: Final = re.compile(r"[一-鿿]+")
_SHORTEST: Final = 2
_LONGEST: Final = 5
# How many characters the names have that the segmenter may cut anyhow.
_CUT: Final = 3


@cache
def _heads() -> tuple[re.Pattern[str], re.Pattern[str], tuple[str, ...]]:
    rules = load_rules("places")["towns"]
    return (
        re.compile(f"(?:{either(rules['heads'])})(?!{either(rules['not_before'])})"),
        re.compile(f"(?:{either(rules['no_names'])})$"),
        words(rules, "behind_places"),
    )


@cache
def site_ends() -> tuple[str, ...]:
    """What the name of a town, a village, a park or a zone ends with, where a firm sits."""
    return words(load_rules("places"), "towns", "heads") + words(load_rules("names"), "sites")


def find_towns(text: str, tokens: Tokens, knowledge: Knowledge, known: Sequence[Candidate]) -> list[Candidate]:
    """The towns, and the villages and communities that stand directly behind a place or a town."""
    heads, no_names, behind = _heads()
    places = {c.end: c.name for c in known if c.kind in _PARENTS and is_place(c.kind)}
    # A district named without its level may have a town of its name: the 莲池 of 莲池乡.
    bare = {
        c.end: c.start for c in known if c.kind == "District" and c.source == "lexicon" and c.name[-1] not in LEVELS
    }
    opened: dict[int, str] = {}
    inside = covered(c for c in known if c.source == "lexicon" and c.kind not in _PARENTS)
    found: list[Candidate] = []
    for head in heads.finditer(text):
        begin, end = head.span()
        if begin in inside or end - 1 in inside or end in places:
            continue
        start, opening = _behind(text, begin, places, opened)
        if start < 0 and head[0] not in behind:
            start = bare[begin] if begin in bare else _bare(text, tokens, begin)
        if start < 0 or no_names.search(text, start, end):
            continue
        if not _is_name(text, tokens, knowledge, start, begin, end, placed=bool(opening)):
            continue
        found.append(Candidate(start, end, "District", opening + text[start:end], "grammar", 2))
        opened[end], places[end] = opening, text[start:end]
    return found


def _behind(text: str, begin: int, places: Mapping[int, str], opened: Mapping[int, str]) -> tuple[int, str]:
    """Where the name of a town begins that stands directly behind a place, or in a list with one that does, and it."""
    for start in range(begin - _SHORTEST, max(0, begin - _LONGEST - 1), -1):
        if start in places and _HAN.fullmatch(text, start, begin):
            return start, places[start]
        if text[start - 1] == "、" and opened.get(start - 1):
            return start, opened[start - 1]  # 滨河区石桥镇、平桥镇
    return -1, ""


def _bare(text: str, tokens: Tokens, begin: int) -> int:
    """Where the name of a town begins that stands behind no place, -1 if none does: 在|石桥|镇, 、姚|庄|镇."""
    index = tokens.index_at(begin - 1) if begin else -1
    if index < 0:
        return -1
    whole = tokens.items[index]
    if whole.end > begin:  # 石桥镇 is one word to the segmenter
        start = whole.start if whole.tag in _NAME_TAGS and begin - whole.start >= _SHORTEST else -1
    elif len(whole.word) > 1:
        start = whole.start if whole.tag in _NAME_TAGS or not is_word(whole.word) else -1
    else:
        before = tokens.items[index - 1] if index else None
        start = before.start if before is not None and len(before.word) == 1 else -1
    if start >= 0 and _opens(text, tokens, start):
        return start
    return _cut_anyhow(text, tokens, index, begin)


def _cut_anyhow(text: str, tokens: Tokens, index: int, begin: int) -> int:
    """Where the name of a street begins that the segmenter has cut in two: 大石|洼|街道."""
    start = tokens.items[max(0, index - 1)].start
    street = text.startswith(words(load_rules("places")["towns"], "cut_anyhow"), begin)
    return start if street and begin - start == _CUT and _opens(text, tokens, start) else -1


def _opens(text: str, tokens: Tokens, start: int) -> bool:
    if start == 0 or not text[start - 1].isalnum():
        return True
    before = tokens.items[tokens.index_at(start - 1)]
    return before.end == start and before.tag.startswith(_OPENING_TAGS)


def _is_name(
    text: str, tokens: Tokens, knowledge: Knowledge, start: int, begin: int, end: int, *, placed: bool
) -> bool:
    """Whether what stands before the head can be a name: characters, and no word that tells a kind or an act."""
    rules = load_rules("places")["towns"]
    barred = rules["no_characters"] if placed else (*rules["no_characters"], *rules["not_in_bare"])
    if not _HAN.fullmatch(text, start, begin) or any(ch in barred for ch in text[start:begin]):
        return False
    last = tokens.items[tokens.index_at(end - 1)]
    cut = last.end == end or text.startswith(words(rules, "seats"), end) or (placed and tokens.begins(begin))
    if not cut or (last.end == end and _is_common(last)):
        return False
    common = knowledge.names.generic | knowledge.names.stop_words
    return not any(len(t.word) > 1 and (t.word in common or t.tag[0] in "mrq") for t in tokens.within(start, end))


def _is_common(last: Token) -> bool:
    """Whether the last word is one of the language: 返乡, 小镇."""
    return len(last.word) == 2 and last.word[-1] in "镇乡" and last.tag[0] in "nv" and last.tag not in _NAME_TAGS
