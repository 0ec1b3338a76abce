"""The known thing that an open name means: a body with its legal form or its place, a product with its kind."""

from __future__ import annotations

from typing import Final

from kg import ids
from kg.extractor.kinds import is_organisation, is_place
from kg.extractor.knowledge import Knowledge
from kg.extractor.linking.short_names import short_forms
from kg.extractor.mentions.candidates import Candidate
from kg.extractor.mentions.firm_arms import is_arm
from kg.extractor.rules import load_rules, words
from kg.lexicon import Entry

# The legal form of a firm that is listed, and how long its short name is at least.
_OF_SHARES: Final = "股份有限公司"
_SHORTEST_LISTED: Final = 3
# In how many characters a name tells its place.
_FIRST: Final = 12


def known_product(candidate: Candidate, knowledge: Knowledge) -> Entry | None:
    """The known product that a name calls with its kind: “粤省事”小程序."""
    kind = next(filter(candidate.name.endswith, words(load_rules("products"), "called")), "")
    core = candidate.name.removesuffix(kind).strip("“”")
    entries = knowledge.lexicon.by_name.get(core, ()) if candidate.kind == "Project" else ()
    return next((entry for entry in entries if entry.kind == "Project"), None)


def known_body(candidate: Candidate, knowledge: Knowledge) -> Entry | None:
    """The known body that a name means with its legal form, or with the country it comes from: 美国3M公司.

    明远资本 is another firm than 明远.
    """
    forms, place = short_forms(candidate.name)[:3], place_before(candidate.name, knowledge)
    if candidate.kind == "Firm" and _is_foreign(place, knowledge):
        forms += short_forms(candidate.name[len(place) :])[:3]
    for form in forms:
        for entry in knowledge.lexicon.by_name.get(form, ()):
            if is_organisation(entry.kind) and form not in entry.weak_names and not is_arm(candidate.name, form):
                return entry
    listed = _listed(candidate.name, place, knowledge) if candidate.name.endswith(_OF_SHARES) else None
    return listed or _at_home(place, candidate.name[len(place) :], knowledge)


def place_before(name: str, knowledge: Knowledge) -> str:
    """The known place that a name begins with, "" if there is none."""
    for _, end, word in knowledge.entry_matcher.in_name(name[:_FIRST]):
        entries = knowledge.lexicon.by_name[word]
        if name.startswith(word) and is_place(entries[0].kind):
            return name[:end]
        break
    return ""


def _at_home(place: str, rest: str, knowledge: Knowledge) -> Entry | None:
    """The known body whose name stands behind that of its country, or of the place of a university (江城云岭大学).

    The bank of a place is a branch of the bank.
    """
    around = [entry.iri for entry in knowledge.lexicon.by_name.get(place, ())]
    for entry in knowledge.lexicon.by_name.get(rest, ()) if around else ():
        alone = entry.kind == "Institution" or ids.CHINA in around
        if alone and is_organisation(entry.kind) and rest not in entry.weak_names:
            return entry if any(knowledge.lexicon.lies_in(entry.place, iri) for iri in around) else None
    return None


def _listed(name: str, place: str, knowledge: Knowledge) -> Entry | None:
    """The listed firm whose registered name this is: its short name behind the place, and what it does."""
    for begin, end, word in knowledge.entry_matcher.in_name(name):
        entry = knowledge.lexicon.by_name[word][0]
        if begin == len(place) and end - begin >= _SHORTEST_LISTED and word not in entry.weak_names:
            return entry if any(kind == "ticker" for kind, _ in entry.details) else None
    return None


def _is_foreign(place: str, knowledge: Knowledge) -> bool:
    """Whether a place is another country."""
    return any(e.kind == "Country" and e.iri != ids.CHINA for e in knowledge.lexicon.by_name.get(place, ()))
