"""Names that the lexicons or the concept schemes know."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.extractor.beginnings import compiled
from kg.extractor.head_nouns import nouns_of, nouns_with
from kg.extractor.kinds import is_place
from kg.extractor.knowledge import Knowledge, borders_latin, names_no_field
from kg.extractor.levels import LEVELS
from kg.extractor.mentions.candidates import Candidate, Source
from kg.extractor.rules import either, load_rules, words
from kg.extractor.segmentation import Tokens, is_word

# Behind the name of a field these are no part of it, though a concept may be called so too.
_BEHIND_FIELD: Final = ("领域", "+")
# A concept so short may come about where two words meet.
_CROSSING: Final = 3
# The tags of coined names, and of words that a firm may be called by.
_COINED: Final = ("nr", "nrt", "eng")
_NOMINAL: Final = ("nz", "n", "i")
_SHORTEST_FIRM: Final = 2
# The party's committee of a place is the place, which may be named with the one around it: 中共甲市乙区委员会.
_PARTY: Final = re.compile("(?:中共|中国共产党)(?P<place>[一-鿿]{0,8})$")
_COMMITTEE: Final = "委员会"
_LONGEST_PARTY: Final = 13
# A part of a zone, whose name the whole opens.
_PART: Final = "片区"


@dataclass(frozen=True, slots=True)
class _Suffixes:
    """What may follow a name and belong to it, by what the name is of."""

    place: re.Pattern[str]
    zone: re.Pattern[str]
    firm: re.Pattern[str]


@cache
def _suffixes() -> _Suffixes:
    # The first that fits counts, so that they stay in the order of the files.
    places, firms = load_rules("places"), load_rules("short_names")
    return _Suffixes(
        place=compiled(f"[{LEVELS}]?(?:{'|'.join(words(places, 'governments'))})"),
        zone=compiled("|".join(words(places, "committees"))),
        firm=compiled("|".join(words(firms, "suffixes"))),
    )


def find_known(text: str, tokens: Tokens, knowledge: Knowledge) -> list[Candidate]:
    """Places, organisations and concepts by name, at word borders."""
    return [*_entries(text, tokens, knowledge), *_concepts(text, tokens, knowledge)]


def _entries(text: str, tokens: Tokens, knowledge: Knowledge) -> list[Candidate]:
    found = []
    single_after = words(load_rules("places"), "single_after")
    for start, end, name in knowledge.entry_matcher.find(text):
        if borders_latin(text, start, end):
            continue
        aligned = tokens.at_border(start, end)
        if len(name) == 1:
            if start == 0 or text[start - 1] not in single_after or not tokens.begins(start):
                continue
        elif not aligned and len(name) <= 3 and not name.isascii() and not _opens_name(text, tokens, start, name):
            continue
        entries = knowledge.lexicon.by_name[name]
        kind = entries[0].kind
        if is_place(kind) and names_a_street(text, end):
            continue
        if kind == "Country" and _is_house_abroad(text, tokens, start, end):
            continue
        source: Source = "weak" if all(name in e.weak_names for e in entries) else "lexicon"
        if kind == "Zone" and source != "weak" and opens_another_zone(text, end, name):
            continue
        stop = with_suffix(text, end, kind)
        if is_place(kind) and text.startswith(_COMMITTEE, end) and (party := _party(text, start, knowledge)):
            entries = tuple(e for e in entries if not party[1] or knowledge.lexicon.lies_in(e.iri, party[1])) or entries
            start, stop = party[0], end + len(_COMMITTEE)
        found.append(Candidate(start, stop, kind, name, source, 3, entries))
    return found


def _party(text: str, start: int, knowledge: Knowledge) -> tuple[int, str] | None:
    """Where the party is named before the place of its committee, and the place between the two: 中共|甲市|乙区."""
    found = _PARTY.search(text, max(0, start - _LONGEST_PARTY), start)
    between = knowledge.lexicon.by_name.get(found["place"], ()) if found else ()
    if found is None or (found["place"] and not (between and is_place(between[0].kind))):
        return None
    return found.start(), between[0].iri if between else ""


def names_a_street(text: str, end: int) -> bool:
    """Whether the place that ends at an offset only gives its name to a street or river (苏州河, 南京东路)."""
    return bool(_street().match(text, end))


def opens_another_zone(text: str, end: int, name: str) -> bool:
    """Whether the short name of a zone opens that of another one there: 滨湖 for 滨湖高新区 in 滨湖科学城."""
    heads = nouns_of("Zone")
    return not name.endswith(heads) and text.startswith(tuple(h for h in heads if h != _PART), end)


def _is_house_abroad(text: str, tokens: Tokens, start: int, end: int) -> bool:
    """Whether a country only tells which house of a firm is meant: 明远中国宣布, behind a coined name."""
    index = tokens.index_at(start)
    before = tokens.items[index - 1] if index and tokens.begins(start) else None
    if before is None or len(before.word) < _SHORTEST_FIRM:
        return False
    acts = text.startswith(words(load_rules("places"), "houses_abroad"), end)
    return before.tag in _COINED or (acts and before.tag in _NOMINAL)


@cache
def _street() -> re.Pattern[str]:
    return compiled(either(words(load_rules("places"), "named_after")))


@cache
def _registered() -> re.Pattern[str]:
    """The rest of a registered name."""
    forms = either(nouns_with("legal_form"))
    return compiled(rf"(?:(?![的与和在])[一-鿿（）()A-Za-z0-9]){{2,22}}?(?:{forms})")


def _opens_name(text: str, tokens: Tokens, start: int, name: str) -> bool:
    """Whether the word that begins here is a name to the segmenter (江城市人民政府): what it begins with is one too.

    So is 江城市 in 江城市委, which is cut after 江城, whatever the segmenter takes 江城 for, and the place before a
    registered name that begins with a word crossing the two (上|海涵|妍信息有限公司).
    """
    token = tokens.items[tokens.index_at(start)]
    level_follows = token.word == name[:-1] and name[-1] in LEVELS
    registered = len(token.word) == 1 and _registered().match(text, start + len(name))
    if token.end == start + len(name) and token.tag == "nt":
        return True  # 中国|财政部 is one word
    if token.start == start and name[-1] in LEVELS and text.startswith("委", start + len(name)):
        return True  # 猇|亭|区委 is cut so where the dictionary lacks 猇亭
    return token.start == start and (token.tag in ("nt", "ns") or level_follows or bool(registered))


def with_suffix(text: str, end: int, kind: str) -> int:
    """Where a name of a class ends with what belongs to it behind its end: the government of a place, a legal form."""
    suffix = None
    if kind == "Zone":
        suffix = _suffixes().zone.match(text, end)
    elif is_place(kind):
        suffix = _suffixes().place.match(text, end)
    elif kind == "Firm":
        suffix = _suffixes().firm.match(text, end)
    return suffix.end() if suffix else end


def _concepts(text: str, tokens: Tokens, knowledge: Knowledge) -> list[Candidate]:
    found = []
    for start, end, name in knowledge.concept_matcher.find(text):
        if borders_latin(text, start, end):
            continue
        name = _without_noun(text, end, name, knowledge)
        end = start + len(name)
        if len(name) <= 2 and not name.isascii() and not tokens.at_border(start, end):
            continue
        if len(name) == _CROSSING and _begins_within(tokens, start):
            continue
        if names_no_field(text, start, name):
            continue
        concepts = knowledge.concepts_by_name[name]
        found.append(Candidate(start, end, concepts[0].kind, name, "concept", 1, concepts))
    return found


def _begins_within(tokens: Tokens, start: int) -> bool:
    """Whether an offset lies within a word of the dictionary: 创新|消费 names no 新消费."""
    token = tokens.items[tokens.index_at(start)]
    return token.start < start and is_word(token.word)


def _without_noun(text: str, end: int, name: str, knowledge: Knowledge) -> str:
    """The name of a concept without what only tells what it is: 金融|领域, 房地产|业务, BIM|+数字孪生."""
    nouns = (*_BEHIND_FIELD, "业") if text.startswith("务", end) else _BEHIND_FIELD
    if not name.endswith(nouns):
        return name
    shorter = name.removesuffix(next(filter(name.endswith, nouns)))
    same = {c.iri for c in knowledge.concepts_by_name.get(shorter, ())}
    return shorter if any(c.iri in same for c in knowledge.concepts_by_name[name]) else name
