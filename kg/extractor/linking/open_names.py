"""The identity of what no lexicon knows: names that mean the same give one key, and so one IRI, in every article."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

from kg import ids
from kg.extractor.kinds import is_place
from kg.extractor.knowledge import Knowledge
from kg.extractor.levels import PLAIN_LEVELS
from kg.extractor.linking.short_names import shortened
from kg.lexicon import Entry

# The kinds of place whose names end with their level, the largest first.
_BY_SIZE: Final = ("Region", "City", "District")
# The word behind the last one of a name.
_NOTHING: Final = (-1, -1, "")


def open_iri(kind: str, name: str, knowledge: Knowledge) -> str:
    """The IRI of a thing of a class by an open name that tells it from its namesakes elsewhere."""
    return ids.entity_iri(knowledge.ontology.group(kind), open_key(name, knowledge))


def open_key(name: str, knowledge: Knowledge) -> str:
    """The key of an open name, places and usual endings reduced to their short form, its firm called by its label.

    江城市科技馆 and 江城科技馆 are one, and so are 江城市经信局 and 江城市经济和信息化局, 建行江城分行 and
    建设银行江城分行, 云州江城银行 and 江城银行, 江城明远集团有限公司 and 江城明远集团.
    """
    parts: list[str] = []
    position = 0
    words = knowledge.entry_matcher.in_name(name)
    for (start, end, word), (following, _, inner) in zip_longest(words, words[1:], fillvalue=_NOTHING):
        entries = knowledge.lexicon.by_name[word]
        if following == end and _is_around(entries, inner, knowledge):
            parts.append(name[position:start])
            position = end
        elif is_place(entries[0].kind) and _has_short_name(entries[0], word, knowledge):
            parts += [name[position:start], word[:-1]]
            position = end
        elif start == 0 and end < len(name) and len(entries) == 1 and entries[0].kind == "Firm":
            parts, position = [entries[0].label], end
    return shortened(ids.name_key("".join([*parts, name[position:]])))


def _has_short_name(place: Entry, word: str, knowledge: Knowledge) -> bool:
    """Whether a place named with its level is the one meant without: 长沙 is 长沙市 and not 长沙县."""
    if place.kind not in _BY_SIZE or len(word) < 3 or word[-1] not in PLAIN_LEVELS:
        return False
    short = word[:-1]
    rivals = [e for e in knowledge.lexicon.by_name.get(short, ()) if e.kind in _BY_SIZE]
    largest = min((_BY_SIZE.index(rival.kind) for rival in rivals), default=0)
    return short in place.names or all(r is place or _BY_SIZE.index(r.kind) > largest for r in rivals)


def _is_around(entries: Sequence[Entry], inner: str, knowledge: Knowledge) -> bool:
    """Whether one of the places that bear a name has the only one in it that bears the name behind."""
    within = knowledge.lexicon.by_name.get(inner, ())
    if len(inner) < 2 or len(within) != 1 or not is_place(within[0].kind):
        return False
    return any(is_place(e.kind) and e.iri in knowledge.lexicon.ancestors(within[0].iri) for e in entries)
