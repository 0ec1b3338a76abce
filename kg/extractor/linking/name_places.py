"""The place that a name carries: 江城 in 江城智能计算中心, 滨江 in 滨江大学能源学院."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from typing import Final, NamedTuple

from kg import ids
from kg.extractor.head_nouns import nouns_with
from kg.extractor.kinds import is_organisation, is_place
from kg.extractor.knowledge import Knowledge, head_kind
from kg.extractor.linking.drafts import Draft
from kg.extractor.linking.short_names import of_sort
from kg.extractor.mentions.known import names_a_street, opens_another_zone
from kg.extractor.rules import load_rules, words
from kg.extractor.segmentation import Tokens, segment
from kg.lexicon import Entry

# The name of a place has so many characters at least, and one of so many is part of no other word.
_SHORTEST: Final = 2
_LONG: Final = 4
# Behind a level of government: its party committee. How prefectures end that bear the names of lands.
_COMMITTEE: Final = "委"
_PREFECTURE: Final = "自治州"
# Of this the segmenter makes one word with the river before it: 滨|河特|大桥.
_LARGE_BRIDGE: Final = "特大桥"
# The classes of places whose names firms take: 江城石化 is in 江城.
_GIVING: Final = ("Region", "City")


class NamePlace(NamedTuple):
    """A place in a name, and how the name calls it."""

    iri: str
    wording: str


class _Found(NamedTuple):
    """A place in a name; a `seat` is that of a house in it, which may have a part elsewhere (武汉大学|深圳研究院)."""

    entry: Entry
    wording: str
    seat: bool = False


def choose_name_place(name: str, home: str, knowledge: Knowledge, told: Container[str] = ()) -> str:
    """The IRI of the `listed_place` in a name, "" if there is none."""
    found = listed_place(name, home, knowledge, told)
    return found.iri if found else ""


def listed_place(name: str, home: str, knowledge: Knowledge, told: Container[str] = ()) -> NamePlace | None:
    """The place of the gazetteer that stands in a name, None if there is none or several places are called so.

    The smallest of a chain counts (江城市滨河区文化馆), and a country locates nothing (中国银行). A county by its bare
    name (the 平陆 of 平陆运河) is one only near home, or where the name or one of the article's things, whose IRIs are
    `told`, is the county or what it directly lies in; one that is a word for a landscape only where it is told.
    """
    tokens = segment(name)
    province = next(iter(knowledge.lexicon.ancestors(home)[-2:-1]), home) if home else ""
    found: list[_Found] = []
    for start, end, word in knowledge.entry_matcher.in_name(name):
        if found and is_organisation(head_kind(name[:start], knowledge.names.heads)):
            found = [f._replace(seat=True) for f in found]
        seats = _seats(knowledge.lexicon.by_name[word], word, knowledge)
        if seats is not None:
            found += seats
            continue
        entries = [
            e
            for e in knowledge.lexicon.by_name[word]
            if is_place(e.kind) and e.kind != "Country" and not _names_another(e, name, tokens, start, end)
            if e.iri in told or not _names_a_landscape(e, word)
        ]
        if not entries or not _may_be_place(name, tokens, start, end):
            continue
        sure = [
            e for e in entries if e.iri == home or any(knowledge.lexicon.lies_in(e.iri, f.entry.iri) for f in found)
        ]
        if len(sure) == 1:  # 滨河 in 江城滨河分公司, and in a paper of 滨河
            found.append(_Found(sure[0], word))
            continue
        near = [e for e in entries if province and knowledge.lexicon.lies_in(e.iri, province)]
        candidates = _likeliest(entries, near, told)
        if len(candidates) == 1 and _is_meant(candidates[0], word, told):
            if not near and word != candidates[0].label and not _is_borne_out(candidates[0], word, told, knowledge):
                continue
            found.append(_Found(candidates[0], word))
    found = [f for f in found if not f.seat and _is_one_place(f.entry)] or found
    at_home = [f for f in found if province and knowledge.lexicon.lies_in(f.entry.iri, province)]
    return _innermost(at_home or found, knowledge)


def _is_one_place(entry: Entry) -> bool:
    """Whether a place is no region of several provinces (长三角)."""
    return entry.kind != "Region" or entry.label.endswith(words(load_rules("places"), "provinces"))


def _may_be_place(name: str, tokens: Tokens, start: int, end: int) -> bool:
    """Whether a word of a name can be a place; a short one is a part of the name (青禾|江城|公司, 共青团|江城|市委)."""
    if end - start < _SHORTEST or names_a_street(name, end):
        return False
    if start == 0 or end - start >= _LONG or tokens.at_border(start, end):
        return True
    return tokens.begins(start) and name.startswith(_COMMITTEE, end)


def _names_another(entry: Entry, name: str, tokens: Tokens, start: int, end: int) -> bool:
    """Whether the word for a place in a name is rather the beginning of what a water or another zone is called."""
    if entry.kind == "Zone":
        return opens_another_zone(name, end, name[start:end])
    return _names_a_water(entry, name, tokens, start, end)


def _names_a_landscape(entry: Entry, word: str) -> bool:
    """Whether the bare name of a place is the word for a land or quarter of that kind: 丽江|古城, 河南|中原|公司."""
    return word != entry.label and word in words(load_rules("places"), "landscapes")


def _names_a_water(entry: Entry, name: str, tokens: Tokens, start: int, end: int) -> bool:
    """Whether the bare name of a county or prefecture is that of a water: 滨河|运河, 滨河|湾."""
    bare = entry.kind == "District" or entry.label.endswith(_PREFECTURE)
    if not bare or name[start:end] == entry.label:
        return False
    water = next((w for w in words(load_rules("places"), "waters") if name.startswith(w, end)), "")
    behind = end + len(water)
    return bool(water) and behind < len(name) and (behind in tokens.ends or name.startswith(_LARGE_BRIDGE, behind))


def opening_country(name: str, knowledge: Knowledge) -> NamePlace | None:
    """The foreign country that a name begins with (德国明远公司), None if with none.

    What begins with 中国 tells whose it is rather than where, and an embassy (法国驻华使馆) is not there.
    """
    word = knowledge.opening_word(name)
    entry = next(iter(knowledge.lexicon.by_name.get(word, ())), None)
    if entry is None or entry.kind != "Country" or entry.iri == ids.CHINA:
        return None
    if name.startswith(load_rules("places")["sent"], len(word)):
        return None
    return NamePlace(entry.iri, word) if len(word) > 1 else None


def open_place(name: str, told: Mapping[str, Draft]) -> NamePlace | None:
    """The place of the article that no gazetteer lists and whose name another name carries: 石桥镇 in 石桥智能产业园.

    Of several the longest counts. A name that opens with the sort of a zone is in the only one told of that sort:
    高新区青禾中心 in 江城高新技术产业开发区.
    """
    if sort := next((zone for zone in nouns_with("local") if name.startswith(zone)), ""):
        return _zone_of_sort(sort, told)
    found: list[NamePlace] = []
    tokens: Tokens | None = None
    for iri, draft in told.items():
        if draft.entry is not None or not is_place(draft.kind):
            continue
        for called in _other_names(draft):
            start = name.find(called)
            end = start + len(called)
            if start >= 0 and end < len(name) and not names_a_street(name, end):
                tokens = tokens or segment(name)
                if tokens.at_border(start, end):
                    found.append(NamePlace(iri, called))
    return max(found, key=lambda place: (len(place.wording), place.iri), default=None)


def _zone_of_sort(sort: str, told: Mapping[str, Draft]) -> NamePlace | None:
    zones = ((d.label, iri) for iri, d in told.items() if d.kind == "Zone")
    alike = of_sort(sort, (zone for zone in zones if zone[0] not in nouns_with("local")))
    return NamePlace(alike[0], sort) if len(alike) == 1 else None


def _other_names(draft: Draft) -> set[str]:
    """The names of an open place, and those of a town without 镇 or 街道."""
    heads = words(load_rules("places")["towns"], "bare_before")
    bare = {n.removesuffix(h) for n in draft.names for h in heads if n.endswith(h)}
    return {draft.label, *draft.names, *(n for n in bare if len(n) >= _SHORTEST)}


def _likeliest(entries: Sequence[Entry], near: Sequence[Entry], told: Container[str]) -> Sequence[Entry]:
    """Of places of one name the one that a name means: told, a province (河南大学), near home, else the only city."""
    named = [e for e in entries if e.iri in told]
    provinces = [e for e in entries if e.kind == "Region" and e.parent == ids.CHINA]
    cities = [e for e in entries if e.kind == "City"]
    return next((c for c in (entries, named, provinces, near) if len(c) == 1), cities)


def _is_meant(entry: Entry, word: str, told: Container[str]) -> bool:
    """Whether a word is the name of a place; one that is a common word is that of a county that the article names."""
    return word not in entry.weak_names or (entry.kind == "District" and entry.iri in told)


def _is_borne_out(entry: Entry, word: str, told: Container[str], knowledge: Knowledge) -> bool:
    """Whether a place that a name calls by its bare name is one that the article may speak of."""
    around = knowledge.lexicon.entries.get(entry.parent)
    if entry.kind != "District" or around is None or word.startswith(around.names):
        return True
    return entry.iri in told or entry.parent in told


def _seats(entries: Sequence[Entry], word: str, knowledge: Knowledge) -> list[_Found] | None:
    """The home of a known organisation inside a name, if its name tells it, None if no organisation is named.

    南开大学金融学院 is where 南开大学 is, not in 南开区; and 华为实验室 tells no place.
    """
    entry = entries[0]
    if is_place(entry.kind) or len(entries) > 1:
        return None
    if not entry.place:
        return _opening_seat(word, knowledge)
    line = [
        e
        for iri in (entry.place, *knowledge.lexicon.ancestors(entry.place))
        if (e := knowledge.lexicon.entries.get(iri))
    ]
    told = [(e, n) for e in line for n in sorted(e.names, key=len, reverse=True) if len(n) > 1 and n in word]
    return [_Found(e, n, seat=True) for e, n in told[:1] if e.iri != ids.CHINA]


def _opening_seat(word: str, knowledge: Knowledge) -> list[_Found] | None:
    """The province or city that the name of a listed organisation of unknown seat begins with: 江城石化."""
    for end in range(len(word) - 1, 1, -1):
        entries = knowledge.lexicon.by_name.get(word[:end], ())
        if entries and word[:end] not in entries[0].weak_names and entries[0].kind in _GIVING:
            return [_Found(entries[0], word[:end], seat=True)]
    return None


def _innermost(found: Sequence[_Found], knowledge: Knowledge) -> NamePlace | None:
    """The last of the places that lies in those before it; beside a city a region (长三角) counts less."""
    chosen: _Found | None = None
    for one in [f for f in found if f.entry.kind != "Region"] or found:
        if chosen is None or knowledge.lexicon.lies_in(one.entry.iri, chosen.entry.iri):
            chosen = one
    return NamePlace(chosen.entry.iri, chosen.wording) if chosen else None
