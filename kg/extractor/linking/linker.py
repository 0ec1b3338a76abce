"""From names to things: a candidate gets the IRI of what it means, or is left out where the text does not decide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from kg.extractor.abbreviations import definitions
from kg.extractor.conjunctions import JOINTS
from kg.extractor.head_nouns import has_trait
from kg.extractor.kinds import is_organisation, is_place
from kg.extractor.knowledge import Knowledge
from kg.extractor.linking.anaphora import with_anaphors
from kg.extractor.linking.bare_towns import bare_towns
from kg.extractor.linking.chains import with_chains
from kg.extractor.linking.definite_descriptions import with_definite_descriptions
from kg.extractor.linking.drafts import Draft, take_in
from kg.extractor.linking.home import article_home, told_at, with_deictics
from kg.extractor.linking.linked import LinkedMention, Reason
from kg.extractor.linking.local_bodies import at_home, completed, with_told_zones
from kg.extractor.linking.place_choice import Scene, choose_place, places_in_names, sure_places, without_namesakes
from kg.extractor.linking.registry import Registry
from kg.extractor.linking.salience import main_firm
from kg.extractor.matcher import Matcher
from kg.extractor.mentions.brands.find import acts_as_firm
from kg.extractor.mentions.candidates import Candidate, without_overlaps
from kg.extractor.mentions.known import names_a_street
from kg.extractor.mentions.lists import in_list_of_firms
from kg.extractor.mentions.segmentation_errors import may_begin
from kg.extractor.segmentation import Tokens
from kg.lexicon import Entry
from kg.model import Article
from kg.ontology import Concept

_MARKS: Final = ("《", "“")
_SHORTEST_FORM: Final = 2


@dataclass(frozen=True, slots=True)
class Linking:
    """The linked mentions of an article in text order, its things by IRI, and what it is about.

    `home` is its home place ("" if unknown), `firm` the first mention of its main firm, and `told` the place that it
    tells most of by level, for where the home does not say which 市 or 省 is meant.
    """

    mentions: tuple[LinkedMention, ...]
    drafts: dict[str, Draft]
    home: str
    firm: LinkedMention | None = None
    told: Mapping[str, str] = field(default_factory=dict)


def link(article: Article, tokens: Tokens, candidates: Sequence[Candidate], knowledge: Knowledge) -> Linking:
    """Link the candidates of an article; those that overlap must have been settled before."""
    candidates = without_namesakes(candidates, knowledge)
    named = sure_places(candidates)
    home = article_home(article, named, candidates, knowledge)
    scene = Scene(named, places_in_names(candidates, knowledge), home)
    told = told_at(named + scene.in_names, home, knowledge)
    candidates = with_told_zones(candidates)
    candidates = list(at_home([completed(c, home, told, knowledge) for c in candidates], knowledge))
    registry = Registry(knowledge, home or _listed_firm(article, candidates) or article.key)
    listed = [c.entries[0] for c in candidates if len(c.entries) == 1 and isinstance(c.entries[0], Entry)]
    registry.add_open([c for c in candidates if not c.entries], _defined_names(article.text, candidates), listed)
    towns = bare_towns(article.text, candidates, registry, knowledge)
    candidates = _with_short_names(article.text, tokens, candidates, registry, towns)
    meanings = _Meanings(article.text, scene, _in_lists(article.text, candidates), registry, knowledge)
    mentions: list[LinkedMention] = []
    for candidate in candidates:
        linked = meanings.of(candidate, mentions)
        if linked is not None:
            mentions.append(linked)
    drafts = registry.drafts()
    mentions = with_chains(article.text, mentions, drafts, knowledge)
    for mention in mentions:
        _note(mention, article.text, drafts, knowledge)
    _place_towns(drafts, mentions)
    _name_with_places(article.text, drafts, mentions)
    firm = main_firm(article, mentions)
    mentions = with_anaphors(article.text, with_deictics(article.text, mentions, home, knowledge, told), firm)
    mentions = with_definite_descriptions(article.text, mentions, drafts)
    for mention in mentions:  # 我市 and 该公司 stand for a thing, but are no names of it
        take_in(mention.iri, mention.reason, drafts, knowledge)
    return Linking(tuple(mentions), drafts, home, firm, told)


def _listed_firm(article: Article, candidates: Sequence[Candidate]) -> str:
    """The known firm that an article is about, "" if there is none: its 研发中心建设项目 is not that of another."""
    known = [c for c in candidates if c.kind == "Firm" and len(c.entries) == 1]
    firm = main_firm(article, [LinkedMention(c.start, c.end, ((c.kind, c.entries[0].iri),), "") for c in known])
    return firm.iri if firm else ""


def with_more(linking: Linking, mentions: Sequence[LinkedMention]) -> Linking:
    """The linking of an article with further mentions of its things."""
    if not mentions:
        return linking
    return replace(linking, mentions=tuple(sorted([*linking.mentions, *mentions], key=lambda m: m.start)))


def _defined_names(text: str, candidates: Sequence[Candidate]) -> dict[str, str]:
    """The full names of the organisations and works that the article gives a short one, by the short one."""
    ends = {c.end: c.name for c in candidates if (is_organisation(c.kind) or c.kind == "Project") and not c.entries}
    return {short: ends[offset] for offset, short, _, _ in definitions(text) if offset in ends}


def _with_short_names(
    text: str, tokens: Tokens, candidates: Sequence[Candidate], registry: Registry, towns: Mapping[str, str]
) -> list[Candidate]:
    """Add where an organisation is named by a short form or a defined abbreviation, and a town by one of `towns`."""
    forms = {**towns, **registry.short_names()}
    listed: dict[str, Candidate] = {}
    defined: set[str] = set()
    for offset, short, _, _ in definitions(text):
        before = next((c for c in candidates if c.end == offset), None)
        if before is None or (not short.isascii() and _is_named_before(short, before, candidates)):
            continue
        iri = _known_iri(before, registry)
        if iri:
            forms[short] = iri
        elif len(before.entries) == 1 and is_organisation(before.kind):
            listed[short] = before
        else:
            continue
        defined.add(short)
    added = _defined(text, tokens, listed)
    # What the article defines an abbreviation to be, it means by it, whatever a lexicon knows by the same letters.
    candidates = [c for c in candidates if c.name not in defined]
    drafts, works = registry.drafts(), {(c.start, c.end) for c in candidates if c.kind == "Project"}
    for start, end, form in Matcher(forms).find(text) if forms else ():
        draft = drafts.get(forms[form])
        if draft is None or (draft.kind == "Document" and not text.endswith(_MARKS, 0, start)):
            continue  # 《意见》 is the document, an opinion is none
        if (start, end) in works and draft.label == form + "公司":
            continue  # 江城软件园 is no firm, though 江城软件园公司 runs it
        if draft.kind == "District" and names_a_street(text, end):
            continue
        if _stands_alone(text, tokens, start, end):
            added.append(Candidate(start, end, draft.kind, form, "short", 2))
            registry.alias(forms[form], form)
    return without_overlaps([*candidates, *added])


def _is_named_before(short: str, before: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Whether a short name is that of a house that the text has named: 明远旗下甲公司、乙公司（以下简称“明远”）."""
    return any(c.name == short and c.entries and c.end < before.start for c in candidates)


def _defined(text: str, tokens: Tokens, listed: dict[str, Candidate]) -> list[Candidate]:
    """The places where a thing of the lexicon is named by the abbreviation that the article defines for it."""
    return [
        replace(listed[form], start=start, end=end, source="short", rank=2)
        for start, end, form in (Matcher(listed).find(text) if listed else ())
        if _stands_alone(text, tokens, start, end)
    ]


def _stands_alone(text: str, tokens: Tokens, start: int, end: int) -> bool:
    """Whether a short name is no part of other words."""
    return end - start >= _SHORTEST_FORM and end in tokens.ends and may_begin(text, tokens, start)


def _known_iri(candidate: Candidate, registry: Registry) -> str:
    if candidate.entries:
        return ""
    return registry.find(candidate.kind, candidate.name) or ""


@dataclass(frozen=True, slots=True)
class _Meanings:
    """What decides the meaning of a candidate: the text, its places, its open things, and what begins in its lists."""

    text: str
    scene: Scene
    listed: frozenset[int]
    registry: Registry
    knowledge: Knowledge

    def of(self, candidate: Candidate, before: Sequence[LinkedMention]) -> LinkedMention | None:
        """The candidate with what it means, None if that is not decided; `before` are the mentions so far."""
        if candidate.entries and isinstance(candidate.entries[0], Concept):
            readings = tuple((c.kind, c.iri) for c in candidate.entries if isinstance(c, Concept))
            return LinkedMention(candidate.start, candidate.end, readings, "concept")
        if candidate.entries and is_place(candidate.kind):
            return self._place(candidate, before)
        if candidate.entries:
            return _organisation(self.text, candidate, in_list=candidate.start in self.listed)
        iri = self.registry.find(candidate.kind, candidate.name)
        if iri is None or has_trait(candidate.name, "local"):
            return None
        draft = self.registry.drafts()[iri]
        specific = candidate.specific or draft.label != candidate.name
        return LinkedMention(candidate.start, candidate.end, ((draft.kind, iri),), draft.reason, specific)

    def _place(self, candidate: Candidate, before: Sequence[LinkedMention]) -> LinkedMention | None:
        """The place that a name means, which the place named right before it may tell."""
        previous = before[-1] if before and before[-1].end == candidate.start else None
        near = previous.iri if previous and is_place(previous.kind) else ""
        chosen = choose_place(candidate, near, self.scene, self.knowledge)
        return (
            LinkedMention(candidate.start, candidate.end, ((chosen[0].kind, chosen[0].iri),), chosen[1])
            if chosen
            else None
        )


def _in_lists(text: str, candidates: Sequence[Candidate]) -> frozenset[int]:
    """Where the organisations of the lexicon begin that stand in a list of such: 工行、中行, or 东风、明远等车企."""
    known = [c for c in candidates if c.entries and is_organisation(c.kind)]
    pairs = [(a, b) for a, b in pairwise(known) if text[a.end : b.start] in JOINTS]
    closed = [c for c in known if in_list_of_firms(text, c.end)]
    return frozenset([*(c.start for pair in pairs for c in pair), *(c.start for c in closed)])


def _organisation(text: str, candidate: Candidate, *, in_list: bool) -> LinkedMention | None:
    """The firm that a name means.

    A weak one (平安, 联想) means it if the firm is also named in full, or among others.
    """
    entries = [e for e in candidate.entries if isinstance(e, Entry)]
    strong = [e for e in entries if candidate.name not in e.weak_names]
    if len(strong) == 1:
        entry = strong[0]
        return LinkedMention(candidate.start, candidate.end, ((entry.kind, entry.iri),), "only organisation")
    full = [
        e for e in entries if any(len(n) > len(candidate.name) and n not in e.weak_names and n in text for n in e.names)
    ]
    reason: Reason
    if len(full) == 1:
        chosen, reason = full[0], "firm in full"
    elif len(entries) == 1 and (in_list or acts_as_firm(text, candidate.start, candidate.end)):
        chosen, reason = entries[0], "treated as firm"
    else:
        return None
    return LinkedMention(candidate.start, candidate.end, ((chosen.kind, chosen.iri),), reason)


def _note(mention: LinkedMention, text: str, drafts: dict[str, Draft], knowledge: Knowledge) -> None:
    """Write the mention's wording into its thing, making the thing if this is its first mention."""
    wording = text[mention.start : mention.end]
    for kind, iri in mention.readings:
        take_in(iri, mention.reason, drafts, knowledge)
        if iri not in drafts:
            drafts[iri] = Draft(kind, wording, reason=mention.reason)
        drafts[iri].names.add(wording)


def _name_with_places(text: str, drafts: dict[str, Draft], mentions: Sequence[LinkedMention]) -> None:
    """Let a project be called by the place directly before its name too: 云州|江城算力项目."""
    for place, work in pairwise(mentions):
        if place.end == work.start and is_place(place.kind) and work.kind == "Project":
            drafts[work.iri].names.add(text[place.start : work.end])


def _place_towns(drafts: dict[str, Draft], mentions: Sequence[LinkedMention]) -> None:
    """Tell of each town of no list what it lies in: the place that its name begins with (滨河区石桥镇)."""
    towns = [(iri, draft) for iri, draft in drafts.items() if draft.kind == "District" and draft.entry is None]
    places = {name: m.iri for m in mentions if towns and is_place(m.kind) for name in drafts[m.iri].names}
    for iri, town in towns:
        around = [name for name in places if town.label.startswith(name) and places[name] != iri]
        town.within = places[max(around, key=len)] if around else ""
