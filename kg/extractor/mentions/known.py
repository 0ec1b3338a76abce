"""Names that the lexicons or the concept schemes know."""

from __future__ import annotations

import re

from kg.extractor.kinds import is_place
from kg.extractor.knowledge import Knowledge, borders_latin
from kg.extractor.mentions.candidates import Candidate
from kg.extractor.segmentation import Tokens

# A government acting for its place is the place, and so is its party committee; a zone's committee is the zone.
_GOVERNMENT = re.compile(
    r"(?:[省市县区州旗])?(?:委、[省市县区州旗]政府|党委、政府|委市政府|委省政府|委县政府|委区政府|(?:人民)?政府(?:办公[厅室])?|党委(?!书记)|委(?=[、，。和与]))"
)
_COMMITTEE = re.compile(r"(?:党工委、)?(?:管理委员会|管委会)")
_FIRM_SUFFIX = re.compile(r"(?:集团|控股)?(?:股份)?(?:有限)?(?:责任)?公司|集团|股份")
_SHORT_PLACE_AFTER = "在来赴驻入抵离访"


def find_known(text: str, tokens: Tokens, knowledge: Knowledge) -> list[Candidate]:
    """Places, organisations and concepts by name, at word borders."""
    return [*_entries(text, tokens, knowledge), *_concepts(text, tokens, knowledge)]


def _entries(text: str, tokens: Tokens, knowledge: Knowledge) -> list[Candidate]:
    found = []
    for start, end, name in knowledge.entry_matcher.find(text):
        if borders_latin(text, start, end):
            continue
        aligned = tokens.at_border(start, end)
        if len(name) == 1:
            if start == 0 or text[start - 1] not in _SHORT_PLACE_AFTER or not tokens.begins(start):
                continue
        elif not aligned and len(name) <= 3 and not name.isascii() and not _opens_name(tokens, start, name):
            continue
        entries = knowledge.entries_by_name[name]
        kind = entries[0].kind
        source = "weak" if all(name in e.weak_names for e in entries) else "lexicon"
        stop = _with_suffix(text, end, kind)
        found.append(Candidate(start, stop, kind, name, source, 3, entries))
    return found


def _opens_name(tokens: Tokens, start: int, name: str) -> bool:
    """Whether the word that begins here is a name to the segmenter (江城市人民政府): what it begins with is one too.

    So is 江城市 in 江城市委, which is cut after 江城, whatever the segmenter takes 江城 for.
    """
    token = tokens.items[tokens.index_at(start)]
    level_follows = token.word == name[:-1] and name[-1] in "省市县区州"
    return token.start == start and (token.tag in ("nt", "ns") or level_follows)


def _with_suffix(text: str, end: int, kind: str) -> int:
    suffix = None
    if kind == "Zone":
        suffix = _COMMITTEE.match(text, end)
    elif is_place(kind):
        suffix = _GOVERNMENT.match(text, end)
    elif kind == "Firm":
        suffix = _FIRM_SUFFIX.match(text, end)
    return suffix.end() if suffix else end


def _concepts(text: str, tokens: Tokens, knowledge: Knowledge) -> list[Candidate]:
    found = []
    for start, end, name in knowledge.concept_matcher.find(text):
        if borders_latin(text, start, end):
            continue
        if len(name) <= 2 and not name.isascii() and not tokens.at_border(start, end):
            continue
        concepts = knowledge.concepts_by_name[name]
        found.append(Candidate(start, end, concepts[0].kind, name, "concept", 1, concepts))
    return found
