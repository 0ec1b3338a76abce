"""Applies the relation patterns to a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kg import ids
from kg.extractor.kinds import is_organisation, is_place
from kg.extractor.linking.linked import Linked
from kg.extractor.linking.registry import Draft
from kg.extractor.relations.clause_openings import clause_words
from kg.extractor.relations.coding import BRACKETED, Coded, is_symbol
from kg.extractor.relations.context import NOBODY, OWN, SENTENCE_BEFORE, Clause, Filled
from kg.extractor.relations.patterns import Emission, Pattern
from kg.extractor.relations.sieve import possible_patterns
from kg.extractor.rules import either, load_rules, words
from kg.ontology import Ontology

# A pattern less sure than this takes no subject from the sentence before: two doubts are one too many.
_SURE = 0.75
# So many may be said to make the same things without a word that they do it together.
_FEW = 2
# Roles of whom the text has told before, who need not be who acts.
_TOLD_OF = frozenset("XH")
# Whose name a work may bear, and how many characters such a name has.
_HOUSES, _HOUSE = frozenset(["Firm", "Institution"]), 4
_SECTOR = frozenset(["Sector"])
# In these somebody acts; a place that only says where the noun behind it belongs (与江城企业合作) does not.
_ACTED = frozenset(["undertakes", "partnersWith", "investsIn"])
# What a clause tells of somebody's deeds though it opens with a noun (基础设施提速，建成云帆数据中心).
_DONE = _ACTED | {"pursues", "usesTechnology"}
# What these say of a country is said of a market or a trade (我国在光伏领域领先).
_OF_MARKETS = ("inSector", "usesTechnology")
_ASIDE_BEFORE = re.compile(f"{BRACKETED}$")
# Two parties joined by one of these face each other; what 、 joins stands on the same side, as does the last after 和.
_FACING = re.compile(r"与|同|跟|携手|联合")
# Behind it stands what the clause before spoke of, by its name.
_DASH = "——"


@dataclass(frozen=True, slots=True)
class Finding:
    """A relation found: the two mentions, the rule, how sure, and the stretch of coded text that it rests on."""

    predicate: str
    subject: Linked
    object: Linked
    pattern: Pattern
    confidence: float
    start: int
    end: int
    clause: Clause


@dataclass(frozen=True, slots=True)
class Setting:
    """What an article knows beyond the sentence: its home place, who made or runs which project, and where that is.

    `authors` are the places whose plans its documents and whose works its projects are.
    """

    home: Linked | None
    makers: Mapping[str, Linked]
    authors: Mapping[str, Linked]
    site_of: Callable[[str], Linked | None]
    drafts: dict[str, Draft]
    terms: Ontology
    place_in_name: Callable[[str], Linked | None]
    modifies: Callable[[Linked], bool]
    lies_in: Callable[[str, str], bool]


def find_relations(coded: Coded, clauses: Sequence[Clause], setting: Setting) -> Iterator[Finding]:
    """All relations that the patterns find in a coded sentence."""
    for pattern in possible_patterns(coded.text):
        for match in pattern.expression.regex.finditer(coded.text):
            clause = _clause_of(coded, clauses, match)
            if clause is not None:
                yield from _emit(coded, pattern, match, clause, setting)


def _clause_of(coded: Coded, clauses: Sequence[Clause], match: re.Match[str]) -> Clause | None:
    """The clause in which the match ends: its trigger and its object stand there.

    What stands behind a dash says what the clause before is about (推出惠企平台——“江城易企”): that one counts.
    """
    clause = next((c for c in clauses if c.start <= match.end() - 1 < c.end), None)
    if clause is not None and match.start() < clause.start and coded.text.endswith(_DASH, 0, clause.start):
        return next((c for c in clauses if c.start <= match.start() < c.end), clause)
    return clause


def _emit(coded: Coded, pattern: Pattern, match: re.Match[str], clause: Clause, setting: Setting) -> Iterator[Finding]:
    roles = dict(clause.roles)
    if setting.home is not None:
        roles["H"] = (
            roles["S"] if "S" in roles and roles["S"].mentions[0].kind != "Project" else Filled((setting.home,), 0.8)
        )
    matched = match.groupdict()
    for name, part in matched.items():
        if part:
            roles[name] = Filled(tuple(coded.symbols(part)))
    for emission in pattern.emissions:
        subject, obj = roles.get(emission.subject), roles.get(emission.object)
        if subject is None and _may_be_ousted(coded, pattern, emission, match, clause):
            subject = roles.get("Z")
        if subject is None or obj is None:
            continue
        if pattern.unclaimed and emission.subject == "S" and len(subject.mentions) > 1:
            continue  # several who do something through one platform are its users
        if pattern.confidence < _SURE and subject.trust == SENTENCE_BEFORE:
            continue
        if emission.predicate == "undertakes" and emission.subject == "W" and _are_many_told_before(subject):
            continue
        if emission.predicate == "undertakes" and _each_has_his_own(coded, match, clause, subject, obj):
            continue
        if emission.subject in _TOLD_OF and emission.predicate == "undertakes":
            obj = Filled(tuple(o for o in obj.mentions if not _is_of_another(o, subject, setting)), obj.trust)
        carried = emission.predicate == "partnersWith" and emission.subject == "S"
        if carried and (_share_one(subject, obj) or _another_before(coded, match.start(), subject)):
            continue
        for one, other in _pairs(emission, subject, obj, matched.get(emission.subject) or ""):
            if emission.kinds and one.kind not in emission.kinds:
                continue
            fit = _reading(one, other, emission.predicate, pattern, setting)
            if fit is not None:
                trust = pattern.confidence * emission.factor * subject.trust * obj.trust
                yield Finding(emission.predicate, *fit, pattern, trust, match.start(), match.end(), clause)


@cache
def _plan() -> re.Pattern[str]:
    """The end of a title of a document that lays down what is to be done."""
    return re.compile(rf"(?:{either(words(load_rules('documents'), 'plans'))})(?:[（(][^（）()]*[）)])?$")


def _may_be_ousted(coded: Coded, pattern: Pattern, emission: Emission, match: re.Match[str], clause: Clause) -> bool:
    """Whether he whom a noun took the place of may be the subject: nobody else is told of who could be."""
    if emission.subject != "S" or emission.predicate not in _DONE or pattern.confidence < _SURE:
        return False
    before, where = coded.text[clause.start : match.start()], clause.roles.get("L", NOBODY).mentions
    named = (m for m in map(coded.mentions.get, before) if m and m not in where)
    return not clause_words().doers.search(before) and not any(
        is_place(m.kind) or is_organisation(m.kind) for m in named
    )


def _are_many_told_before(partners: Filled) -> bool:
    """Whether these are several partners of an earlier clause: they work with its subject in more than one thing."""
    return partners.trust < OWN and len(partners.mentions) > 1


def _is_of_another(work: Linked, makers: Filled, setting: Setting) -> bool:
    """Whether a work's name begins with that of another house than those told of: 明远集团创新实验室 is not theirs."""
    label, own = setting.drafts[work.iri].label, {m.iri for m in makers.mentions}
    named = (d for iri, d in setting.drafts.items() if iri not in own and d.kind in _HOUSES)
    return any(label.startswith(name) for d in named for name in d.names if len(name) >= _HOUSE)


def _each_has_his_own(coded: Coded, match: re.Match[str], clause: Clause, makers: Filled, works: Filled) -> bool:
    """Whether several make several things, not together: nobody tells who makes which (甲、乙、丙发布A系统、B平台)."""
    if len(makers.mentions) <= _FEW or not (len(works.mentions) > 1 or coded.text.startswith("、", match.end())):
        return False
    return clause_words().joined.search(coded.text, clause.start, match.end()) is None


def _another_before(coded: Coded, start: int, subject: Filled) -> bool:
    """Whether an organisation that is not the subject stands right before: that is the party (推动甲与乙合作)."""
    before = coded.mentions.get(_ASIDE_BEFORE.sub("", coded.text[:start])[-1:])
    if before is None or not is_organisation(before.kind) or before.kind == "Media":
        return False
    return all(m.iri != before.iri for m in subject.mentions)


def _share_one(subject: Filled, others: Filled) -> bool:
    """Whether the carried subject is one of the others: then it is not who works with them (该公司为甲、乙供货)."""
    return len(subject.mentions) == 1 and any(m.iri == subject.mentions[0].iri for m in others.mentions)


def _pairs(emission: Emission, subject: Filled, obj: Filled, wording: str) -> Iterator[tuple[Linked, Linked]]:
    """The pairs of a list: all with all, or for the members of one list those that face each other."""
    if emission.subject != emission.object:
        for one in subject.mentions:
            for other in obj.mentions:
                yield one, other
        return
    members = subject.mentions
    joints = [m.start() for m in _FACING.finditer(wording)]
    left = sum(map(is_symbol, wording[: joints[0]])) if len(joints) == 1 else 1
    for one in members[:left]:
        for other in members[left:]:
            yield one, other


def _reading(
    one: Linked, other: Linked, predicate: str, pattern: Pattern, setting: Setting
) -> tuple[Linked, Linked] | None:
    """The two mentions with the readings that the predicate allows, None if there are none.

    Whom a platform serves is a partner of the one who runs it, what a centre builds its owner builds, what a plan lays
    down the place does whose plan it is, and who moves into a park is where the park is.
    """
    terms = setting.terms
    if predicate == "partnersWith":
        other = setting.makers.get(other.iri, other)
    if predicate == "partnersWith" or (predicate == "undertakes" and one.kind == "Project"):
        one = setting.makers.get(one.iri, one)
    if predicate == "undertakes" and one.kind == "Project":
        one = setting.authors.get(one.iri, one)
    if predicate == "undertakes" and one.kind == "Document" and _plan().search(setting.drafts[one.iri].label):
        one = setting.authors.get(one.iri) or setting.place_in_name(one.iri) or one
    if predicate == "undertakes" and one is setting.home:
        one = _at_home(one, setting.place_in_name(other.iri), setting)
    if predicate == "locatedIn" and other.kind == "Project":
        site = setting.site_of(other.iri)
        if site is None:
            return None
        other = site
    if predicate == "locatedIn" and _is_of_branch(one, other, setting):
        return None
    if predicate == "locatedIn" and _is_wider(other, setting.place_in_name(one.iri), setting):
        return None
    if one.iri == other.iri or (predicate in _ACTED and (setting.modifies(one) or setting.modifies(other))):
        return None
    if ids.CHINA in (one.iri, other.iri) and predicate in ("undertakes", "locatedIn"):
        return None  # 我国首个… tells of the project, not of a state that builds it
    if predicate in _OF_MARKETS and one.kind == "Country":
        return None
    if predicate == "inSector" and one.kind == "Government":
        return None  # what a bureau looks after is no trade of its own
    if pattern.fields and other.kind == "Technology" and not other.read_as(_SECTOR):
        other = _as_field(other, setting)
    for subject_kind, subject_iri in one.readings:
        for object_kind, object_iri in other.readings:
            if terms.fits(predicate, subject_kind, object_kind):
                return _as(one, subject_kind, subject_iri), _as(other, object_kind, object_iri)
    return None


def _at_home(home: Linked, named: Linked | None, setting: Setting) -> Linked:
    """The home, or the place at home whose name a work carries: that is who builds it (江城市数据中心开工)."""
    return named if named is not None and setting.lies_in(named.iri, home.iri) else home


def _is_wider(place: Linked, own: Linked | None, setting: Setting) -> bool:
    """Whether a place only holds the one in the name of what is said to be there: 海南|江城渔业基地 is in 江城."""
    return own is not None and own.iri != place.iri and setting.lies_in(own.iri, place.iri)


def _is_of_branch(one: Linked, place: Linked, setting: Setting) -> bool:
    """Whether the place right before a firm that we know to sit elsewhere is that of a branch (江城农行)."""
    if place.end != one.start:
        return False
    draft = setting.drafts.get(one.iri)
    seat = draft.entry.place if draft and draft.entry else ""
    return bool(seat) and not setting.lies_in(seat, place.iri) and not setting.lies_in(place.iri, seat)


def _as_field(mention: Linked, setting: Setting) -> Linked:
    """A technology named in a list of fields of activity, as the field."""
    label = setting.drafts[mention.iri].label
    iri = ids.entity_iri("sector", label)
    draft = setting.drafts.setdefault(iri, Draft("Sector", label, reason="a technology named among fields"))
    draft.names.update(setting.drafts[mention.iri].names)
    return Linked(mention.start, mention.end, (("Sector", iri),), draft.reason)


def _as(mention: Linked, kind: str, iri: str) -> Linked:
    if mention.readings[0] == (kind, iri):
        return mention
    return Linked(mention.start, mention.end, ((kind, iri),), mention.reason, mention.specific)
