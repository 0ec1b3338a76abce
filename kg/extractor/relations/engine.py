"""Applies the relation patterns to a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Final

from kg.allocation import quickly_made
from kg.extractor.beginnings import compiled
from kg.extractor.kinds import is_organisation, is_place
from kg.extractor.linking.drafts import opened_by
from kg.extractor.linking.linked import LinkedMention
from kg.extractor.relations.arguments import Setting, arguments_of
from kg.extractor.relations.clause_openings import clause_words
from kg.extractor.relations.coding import BRACKETED, Coded, is_symbol, symbol_class
from kg.extractor.relations.notation import expand
from kg.extractor.relations.numbered_items import any_number
from kg.extractor.relations.pattern_sieve import possible_patterns
from kg.extractor.relations.patterns import Emission, Pattern
from kg.extractor.relations.relation_groups import PURPOSES, SUBJECT_LEFT_OUT
from kg.extractor.relations.roles import NOBODY, OWN, SENTENCE_BEFORE, Clause, Filled
from kg.extractor.rules import either, load_rules, words

# A pattern less sure than this takes no subject from the sentence before: two doubts are one too many.
_SURE: Final = 0.75
# So many may be said to make the same things without a word that they do it together.
_FEW: Final = 2
# So many in a list each work with every other; of more the first one stands for all.
_TOGETHER: Final = 4
# How sure it is that a local paper tells of its own place.
_AT_HOME: Final = 0.8
# Roles of whom the text has told before, who need not be who acts.
_TOLD_OF: Final = frozenset("XH")
# Whose name a work may bear, and how many characters such a name has.
_HOUSES: Final = frozenset(["Firm", "Institution"])
_HOUSE: Final = 4
# Who may allow what others build, beside a place.
_AUTHORITIES: Final = frozenset(["Government", "Association"])
# How a sentence opens with what is done for an aim, behind its number: 大力推进乡村振兴，…, 一是推进乡村振兴.
_DEED: Final = "(?!<use>|涵盖|覆盖)(?:[“‘并还也将正已]|<adverbs>)*(?:<push>|<pursue>|<develop>|<making>)"
_ASIDE_BEFORE: Final = re.compile(f"{BRACKETED}$")
# What one did of several who had a part in a thing: 由甲主办、|乙承办.
_NEXT_PART: Final = re.compile(f"[^{symbol_class('any')}”、]、$")
# Who stands right before 与 as its first party, though no name was found: 青云创智|与….
_PARTY: Final = re.compile("[一-鿿A-Za-z]{2}(?<![便就也将已还曾又再并能可])(?<!政府)$")
# A verb that says of the thing behind it who made it: 打造的….
_RELATIVE: Final = re.compile("[^，。；的]{2,6}的")
# Two parties joined by one of these face each other; what 、 joins stands on the same side, as does the last after 和.
_FACING: Final = re.compile(r"与|同|跟|携手|联合")
_LISTING: Final = "、"
# Behind it stands what the clause before spoke of, by its name.
_DASH: Final = "——"


@quickly_made
@dataclass(frozen=True, slots=True)
class Finding:
    """A relation found: the two mentions, the rule, how sure, and the stretch of coded text that it rests on."""

    predicate: str
    subject: LinkedMention
    object: LinkedMention
    pattern: Pattern
    confidence: float
    start: int
    end: int
    clause: Clause


@quickly_made
@dataclass(frozen=True, slots=True)
class _Hit:
    """A match of a pattern, with the clause in whose roles it is read."""

    coded: Coded
    pattern: Pattern
    match: re.Match[str]
    clause: Clause


def find_relations(coded: Coded, clauses: Sequence[Clause], setting: Setting) -> Iterator[Finding]:
    """All relations that the patterns find in a coded sentence."""
    for pattern in possible_patterns(coded.text):
        for match in pattern.expression.regex.finditer(coded.text):
            clause = _clause_of(coded, clauses, match)
            if clause is not None:
                yield from _emit(_Hit(coded, pattern, match, clause), setting)


def _clause_of(coded: Coded, clauses: Sequence[Clause], match: re.Match[str]) -> Clause | None:
    """The clause in which the match ends: its trigger and its object stand there.

    What stands behind a dash says what the clause before is about (推出惠企平台——“江城易企”): that one counts.
    """
    clause = next((c for c in clauses if c.start <= match.end() - 1 < c.end), None)
    if clause is not None and match.start() < clause.start and coded.text.endswith(_DASH, 0, clause.start):
        return next((c for c in clauses if c.start <= match.start() < c.end), clause)
    return clause


def _emit(hit: _Hit, setting: Setting) -> Iterator[Finding]:
    roles, pattern, match = _roles(hit, setting.home), hit.pattern, hit.match
    for emission in pattern.emissions:
        subject, obj = roles.get(emission.subject), roles.get(emission.object)
        if subject is None and _may_be_ousted(hit, emission):
            subject = roles.get("Z")
        if subject is None or obj is None or _is_doubtful(hit, emission, subject, obj):
            continue
        if emission.subject in _TOLD_OF and emission.predicate == "undertakes":
            obj = Filled(tuple(o for o in obj.mentions if not _is_of_another(o, subject, setting)), obj.trust)
        for one, other in _pairs(hit, emission, subject, obj):
            if emission.kinds and one.kind not in emission.kinds:
                continue
            fit = arguments_of(one, other, emission.predicate, setting, fields=pattern.fields)
            if fit is not None:
                trust = pattern.confidence * emission.factor * subject.trust * obj.trust
                yield Finding(emission.predicate, *fit, pattern, trust, match.start(), match.end(), hit.clause)


@cache
def _of_unknown() -> re.Pattern[str]:
    """The place that an unknown member of a list is called after, none itself: 云帆科技、|江城|推进研究所、明远集团."""
    bodies = either(words(load_rules("lists"), "bodies"))
    return re.compile(
        f"(?<={_LISTING})[{symbol_class('place')}](?=[^，。；：、的和及与{symbol_class('any')}]{{0,6}}"
        f"(?:{bodies})(?:、|以?及|和|与|等))"
    )


def _roles(hit: _Hit, home: LinkedMention | None) -> dict[str, Filled]:
    """The roles of a match: those of its clause, H, and before all others what it fills itself."""
    roles = dict(hit.clause.roles)
    if home is not None:
        told = "S" in roles and roles["S"].mentions[0].kind != "Project"
        roles["H"] = roles["S"] if told else Filled((home,), _AT_HOME)
    for name, part in hit.match.groupdict().items():
        if part:
            roles[name] = Filled(tuple(hit.coded.symbols(_of_unknown().sub("", part) if _LISTING in part else part)))
    return roles


def _is_doubtful(hit: _Hit, emission: Emission, subject: Filled, obj: Filled) -> bool:
    """Whether too little tells that it is this subject of which the match tells."""
    if hit.pattern.unclaimed and len(subject.mentions) > 1:
        return True  # several who work through one platform are its users, and of several one may run it
    if emission.subject == "Z" and len(subject.mentions) > 1:
        return True  # the trade of which a list of firms is told next is that of others as well
    if hit.pattern.confidence < _SURE and subject.trust == SENTENCE_BEFORE and not _goes_on(hit, emission, subject):
        return True
    if emission.predicate == "undertakes":
        many = emission.subject == "W" and _are_many_told_before(hit, subject)
        return (
            many
            or _only_approves(hit, subject)
            or _each_has_his_own(hit, subject, obj)
            or _made_by_another(hit, subject)
        )
    if emission.predicate == "partnersWith" and emission.subject == "S":
        return _share_one(subject, obj) or _another_before(hit, subject)
    return False


def _goes_on(hit: _Hit, emission: Emission, subject: Filled) -> bool:
    """Whether a sentence opens with what is done for an aim: it leaves out its subject, and has no unknown one.

    Of several that the sentence before was about, it need not tell of all.
    """
    if len(subject.mentions) > 1 or emission.predicate not in PURPOSES:
        return False
    return _deed().match(hit.coded.text) is not None


def _has_first_party(before: str) -> bool:
    """Whether what stands before 与 ends with a party that nobody knows, rather than with how it is done (积极与)."""
    return _PARTY.search(before) is not None and not before.endswith(_no_parties())


@cache
def _no_parties() -> tuple[str, ...]:
    return tuple(clause_words().no_subjects)


@cache
def _deed() -> re.Pattern[str]:
    return compiled(rf"\s*(?:{any_number()})?{expand(_DEED)}")


def _may_be_ousted(hit: _Hit, emission: Emission) -> bool:
    """Whether he whom a noun took the place of may be the subject: nobody else is told of who could be."""
    if emission.subject != "S" or emission.predicate not in SUBJECT_LEFT_OUT or hit.pattern.confidence < _SURE:
        return False
    before, where = hit.coded.text[hit.clause.start : hit.match.start()], hit.clause.roles.get("L", NOBODY).mentions
    if emission.predicate == "partnersWith" and _has_first_party(before):
        return False
    named = (m for m in map(hit.coded.mentions.get, before) if m and m not in where)
    return not clause_words().doers.search(before) and not any(
        is_place(m.kind) or is_organisation(m.kind) for m in named
    )


def _are_many_told_before(hit: _Hit, partners: Filled) -> bool:
    """Whether these are many partners of an earlier clause, or two places: with each its subject does another thing.

    Neither have two partners made together what the clause only speaks of (发布的云岭平台).
    """
    if partners.trust == OWN or len(partners.mentions) == 1:
        return False
    places = sum(is_place(m.kind) for m in partners.mentions)
    return len(partners.mentions) > _FEW or places > 1 or _RELATIVE.match(hit.match[0]) is not None


def _is_of_another(work: LinkedMention, makers: Filled, setting: Setting) -> bool:
    """Whether a work's name begins with that of another house than those told of: 明远集团创新实验室 is not theirs."""
    drafts, own = setting.drafts, {m.iri for m in makers.mentions}
    houses = (iri for iri, _ in opened_by(drafts[work.iri].label, drafts, _HOUSE) if iri not in own)
    return any(drafts[iri].kind in _HOUSES for iri in houses)


def _each_has_his_own(hit: _Hit, makers: Filled, works: Filled) -> bool:
    """Whether several make several things, not together: nobody tells who makes which (甲、乙、丙发布A系统、B平台)."""
    text, end = hit.coded.text, hit.match.end()
    if len(makers.mentions) <= _FEW or not (len(works.mentions) > 1 or text.startswith("、", end)):
        return False
    return clause_words().joined.search(text, hit.clause.start, end) is None


def _only_approves(hit: _Hit, subject: Filled) -> bool:
    """Whether an authority is told to allow or support what others do: 国家发展改革委批复同意建设云岭枢纽，并设立…."""
    if not all(is_place(m.kind) or m.kind in _AUTHORITIES for m in subject.mentions):
        return False
    before = hit.coded.text[: hit.match.start()]
    last = max((i for i, ch in enumerate(before) if hit.coded.mentions.get(ch) in subject.mentions), default=-1)
    return last >= 0 and _approval().search(before, last) is not None


@cache
def _approval() -> re.Pattern[str]:
    return compiled(expand("<approve>"))


def _made_by_another(hit: _Hit, subject: Filled) -> bool:
    """Whether who stands right before the verb made the thing, which is told with 的: 甲打造的A、乙打造的|B.

    In 由甲主办、乙承办的|A each had a part in it.
    """
    before = hit.coded.text[: hit.match.start()]
    maker = hit.coded.mentions.get(before[-1:]) if _RELATIVE.match(hit.match[0]) else None
    if maker is None or not is_organisation(maker.kind) or _NEXT_PART.search(before[:-1]):
        return False
    return all(m.iri != maker.iri for m in subject.mentions)


def _another_before(hit: _Hit, subject: Filled) -> bool:
    """Whether an organisation that is not the subject stands right before: that is the party (推动甲与乙合作)."""
    before = hit.coded.mentions.get(_ASIDE_BEFORE.sub("", hit.coded.text[: hit.match.start()])[-1:])
    if before is None or not is_organisation(before.kind) or before.kind == "Media":
        return False
    return all(m.iri != before.iri for m in subject.mentions)


def _share_one(subject: Filled, others: Filled) -> bool:
    """Whether the carried subject is one of the others: then it is not who works with them (该公司为甲、乙供货)."""
    return len(subject.mentions) == 1 and any(m.iri == subject.mentions[0].iri for m in others.mentions)


def _pairs(
    hit: _Hit, emission: Emission, subject: Filled, obj: Filled
) -> Iterator[tuple[LinkedMention, LinkedMention]]:
    """The pairs of two lists, all with all; in one list those that face each other, or all if they are few."""
    if emission.subject != emission.object:
        for one in subject.mentions:
            for other in obj.mentions:
                yield one, other
        return
    members, wording = subject.mentions, hit.match.groupdict().get(emission.subject) or ""
    joints = [m.start() for m in _FACING.finditer(wording)]
    if wording and not joints and len(members) <= _TOGETHER:
        yield from combinations(members, 2)
        return
    left = sum(map(is_symbol, wording[: joints[0]])) if len(joints) == 1 else 1
    for one in members[:left]:
        for other in members[left:]:
            yield one, other
