"""Which two things a relation joins that a pattern finds: those named, or those that stand behind them.

Whom a platform serves is a partner of the one who runs it, what a centre builds its owner builds, what a plan lays down
the place does whose plan it is, and who moves into a park is where the park is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg import ids
from kg.extractor.kinds import is_place
from kg.extractor.linking.drafts import Draft
from kg.extractor.linking.linked import LinkedMention
from kg.extractor.rules import either, load_rules, words
from kg.ontology import Ontology

# In these somebody acts; a place that only says where the noun behind it belongs (与江城企业合作) does not.
ACTED: Final = frozenset(["undertakes", "partnersWith", "investsIn"])
# What these say of a country is said of a market or a trade (我国在光伏领域领先).
_OF_MARKETS: Final = ("inSector", "usesTechnology")
# What may stand behind the name of an honour: “江城英才”称号.
_CALLED: Final = "称号"
_CLOSING: Final = "”’"


@dataclass(frozen=True, slots=True)
class Setting:
    """What an article knows beyond the sentence: its home place, who made or runs which project, and where that is.

    `authors` are the places whose plans its documents and whose works its projects are.
    """

    home: LinkedMention | None
    makers: Mapping[str, LinkedMention]
    authors: Mapping[str, LinkedMention]
    site_of: Callable[[str], LinkedMention | None]
    drafts: dict[str, Draft]
    terms: Ontology
    place_in_name: Callable[[str], LinkedMention | None]
    modifies: Callable[[LinkedMention], bool]
    lies_in: Callable[[str, str], bool]


def arguments_of(
    one: LinkedMention, other: LinkedMention, predicate: str, setting: Setting, *, fields: bool
) -> tuple[LinkedMention, LinkedMention] | None:
    """The two things that a relation joins, with the readings that it allows, None if it joins none.

    `fields` tells that what is listed are fields of activity, technologies among them.
    """
    if predicate == "partnersWith":
        one, other = setting.makers.get(one.iri, one), setting.makers.get(other.iri, other)
    elif predicate == "undertakes":
        one = _who_acts(one, other, setting)
    elif predicate == "locatedIn":
        site = _site(one, other, setting)
        if site is None:
            return None
        other = site
    if one.iri == other.iri or _is_of_neither(one, other, predicate, setting):
        return None
    if fields and other.kind == "Technology":
        other = _as_field(other, setting)
    for subject_kind, subject_iri in one.readings:
        for object_kind, object_iri in other.readings:
            if setting.terms.fits(predicate, subject_kind, object_kind):
                return _as(one, subject_kind, subject_iri), _as(other, object_kind, object_iri)
    return None


def _who_acts(one: LinkedMention, work: LinkedMention, setting: Setting) -> LinkedMention:
    """Who builds a work: for a project its maker, for a plan the place whose it is, at home the place in its name."""
    if one.kind == "Project":
        one = setting.makers.get(one.iri, one)
    if one.kind == "Project":
        one = setting.authors.get(one.iri, one)
    one = whose_plan(one, setting) or one
    return _at_home(one, setting.place_in_name(work.iri), setting) if one is setting.home else one


def whose_plan(document: LinkedMention, setting: Setting) -> LinkedMention | None:
    """The place whose plan a document is; None for another document, and for what is none."""
    if document.kind != "Document" or not _plan().search(setting.drafts[document.iri].label):
        return None
    return setting.authors.get(document.iri) or setting.place_in_name(document.iri)


def _site(one: LinkedMention, place: LinkedMention, setting: Setting) -> LinkedMention | None:
    """The place where a thing is, which may be that of a park, None if the place named is another one's."""
    site = setting.site_of(place.iri) if place.kind == "Project" else place
    if site is None or _is_of_branch(one, site, setting):
        return None
    return None if _is_wider(site, setting.place_in_name(one.iri), setting) else site


def _is_of_neither(one: LinkedMention, other: LinkedMention, predicate: str, setting: Setting) -> bool:
    """Whether what is told is told of something else than these two."""
    if predicate in ACTED and (setting.modifies(one) or setting.modifies(other)):
        return True
    if ids.CHINA in (one.iri, other.iri) and predicate in ("undertakes", "locatedIn"):
        return True  # 我国首个… tells of the project, not of a state that builds it
    if predicate in _OF_MARKETS and one.kind == "Country":
        return True
    if predicate == "partOf" and setting.drafts[one.iri].label in words(load_rules("clauses"), "highest"):
        return True
    if predicate == "recognisedAs" and _is_honour_of_others(one, setting.drafts[other.iri].label):
        return True
    return predicate == "inSector" and one.kind == "Government"  # what a bureau looks after is no trade of its own


def _is_honour_of_others(one: LinkedMention, honour: str) -> bool:
    """Whether an honour is one of people, or one of firms and the thing is a place: then somebody else received it."""
    rules, bare = load_rules("awards"), honour.rstrip(_CLOSING).removesuffix(_CALLED).rstrip(_CLOSING)
    return bare.endswith(words(rules, "of_people")) or (is_place(one.kind) and bare.endswith(words(rules, "of_firms")))


@cache
def _plan() -> re.Pattern[str]:
    """The end of a title of a document that lays down what is to be done."""
    return re.compile(rf"(?:{either(words(load_rules('documents'), 'plans'))})(?:[（(][^（）()]*[）)])?$")


def _at_home(home: LinkedMention, named: LinkedMention | None, setting: Setting) -> LinkedMention:
    """The home, or the place at home whose name a work carries: that is who builds it (江城市数据中心开工)."""
    return named if named is not None and setting.lies_in(named.iri, home.iri) else home


def _is_wider(place: LinkedMention, own: LinkedMention | None, setting: Setting) -> bool:
    """Whether a place only holds the one in the name of what is said to be there: 海南|江城渔业基地 is in 江城."""
    return own is not None and own.iri != place.iri and setting.lies_in(own.iri, place.iri)


def _is_of_branch(one: LinkedMention, place: LinkedMention, setting: Setting) -> bool:
    """Whether the place right before a firm that we know to sit elsewhere is that of a branch (江城农行)."""
    if place.end != one.start:
        return False
    draft = setting.drafts.get(one.iri)
    seat = draft.entry.place if draft and draft.entry else ""
    return bool(seat) and not setting.lies_in(seat, place.iri) and not setting.lies_in(place.iri, seat)


def _as_field(mention: LinkedMention, setting: Setting) -> LinkedMention:
    """A technology named in a list of fields of activity, as the field."""
    label = setting.drafts[mention.iri].label
    iri = ids.entity_iri("sector", label)
    draft = setting.drafts.setdefault(iri, Draft("Sector", label, reason="field"))
    draft.names.update(setting.drafts[mention.iri].names)
    return LinkedMention(mention.start, mention.end, (("Sector", iri),), draft.reason)


def _as(mention: LinkedMention, kind: str, iri: str) -> LinkedMention:
    if mention.readings[0] == (kind, iri):
        return mention
    return LinkedMention(mention.start, mention.end, ((kind, iri),), mention.reason, mention.specific)
