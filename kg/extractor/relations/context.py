"""Who a clause is about, with whom, for whom, where and by what means: the roles that a pattern leaves open.

Chinese drops a subject that is clear. A clause without one of its own takes that of the clause before, then of the
sentence before in the same paragraph, then the paragraph's heading; a clause with a subject that is no thing of the
graph (专家认为…) takes none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.extractor.kinds import is_place
from kg.extractor.linking.linked import Linked
from kg.extractor.relations.clause_openings import (
    Part,
    after_verb,
    clause_words,
    has_foreign_subject,
    is_aside,
    leads_up,
    modifies,
)
from kg.extractor.relations.coding import Coded, symbol_class
from kg.extractor.relations.patterns import Expression
from kg.extractor.relations.sieve import possible_context
from kg.extractor.segmentation import Tokens

# How far a role is to be trusted by where it comes from.
OWN, SAME_SENTENCE, OUSTED, SENTENCE_BEFORE, HOME = 1.0, 0.93, 0.85, 0.82, 0.75
# 在江城，: a clause of this length in symbols and characters only sets the scene.
_SCENE = 4
# 据介绍，: a clause of so many characters at most only opens the sentence.
_OPENER = 6
# Longer clauses hand on no place: what is told there happens elsewhere as often.
_BRIEF = 8
# Partners of an earlier clause are a little less sure than its subject.
_PARTNERS_BEFORE = SAME_SENTENCE * 0.95
# Names and what joins them; the end of a list of them.
_NAME = f"[{symbol_class('org|work')}]"
_MORE = re.compile(rf"{_NAME}(?:[、和及与]{_NAME})+等?[，；。]?")
_LIST = re.compile(rf"[^，。；]{_NAME}[、和及与]{_NAME}，$")


@dataclass(frozen=True, slots=True)
class Filled:
    """The mentions that fill a role, and how sure that is."""

    mentions: tuple[Linked, ...]
    trust: float = OWN


NOBODY = Filled(())


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause in the coded text, with the roles that it and its surroundings fill.

    The head of `seeds/patterns/context.yaml` tells what each letter stands for.
    """

    start: int
    end: int
    roles: dict[str, Filled]


@dataclass(frozen=True, slots=True)
class Carried:
    """What one sentence hands to the next: its subject, and the parties of its agreement."""

    subject: tuple[Linked, ...] = ()
    parties: tuple[Linked, ...] = ()


@dataclass(frozen=True, slots=True)
class _Part(Part):
    """A clause with the roles that it fills itself."""

    roles: dict[str, Filled]


@dataclass(slots=True)
class _Running:
    """What the clauses read so far leave to the next one of their sentence.

    `ousted` is the last subject that a clause with a noun of its own made an end of, `work` the last one that is a
    project, `actor` the last one that is none; `scene` is the place that the first clause only sets.
    """

    subject: Filled
    work: Filled
    ousted: Filled = NOBODY
    actor: Filled = NOBODY
    where: Filled = NOBODY
    scene: Filled = NOBODY
    partners: Filled = NOBODY
    means: Filled = NOBODY


def clause_roles(
    coded: Coded, spans: Sequence[tuple[int, int]], tokens: Tokens, carried: Carried, topic: Linked | None
) -> tuple[list[Clause], Carried]:
    """The clauses of a sentence with their roles, and what the next sentence inherits.

    `spans` are the clauses in the coded text; `topic` is the place or firm that a first clause of no subject is about.
    """
    found: list[Clause] = []
    running = _Running(Filled(carried.subject, SENTENCE_BEFORE), work=_project(carried.subject, SENTENCE_BEFORE))
    signed: tuple[Linked, ...] = ()
    possible = possible_context(coded.text)
    parts = [_Part(coded, tokens, start, end, _own_roles(coded, start, end, possible)) for start, end in spans]
    for i, part in enumerate(parts):
        start, end = part.start, part.end
        before = running.subject
        running.actor = _actor(before, running.actor)
        parties = signed or carried.parties
        own = _own_subject(part, parties, running.scene.mentions)
        if own is None and parties and _goes_on_with_another(part, before):
            running.subject = Filled(parties[:1], SENTENCE_BEFORE)
        subject = _subject(part, own, running, None if found or _only_opens(part, topic) else topic)
        if own is None and running.subject.trust < SAME_SENTENCE and leads_up(part):
            subject = _ahead(parts[i + 1 :], parties, running) or subject
        if own and (project := _project(own.mentions, SAME_SENTENCE)).mentions:
            running.work = project
        roles = _roles(part, own, subject, before, running)
        together = "W" in roles and clause_words().joined.search(coded.text, start, end) is not None
        _hand_on(roles, running, together=together, dropped=own is None, brief=end - start <= _BRIEF)
        if len(roles.get("L", NOBODY).mentions) == 1 and end - start <= _SCENE and not found:
            running.scene = roles["L"]
        found.append(Clause(start, end, roles))
        signed = signed or _parties(roles)
    told = (c.roles["S"].mentions for c in reversed(found) if "S" in c.roles and "A" not in c.roles)
    return found, Carried(running.subject.mentions or next(told, ()), signed or carried.parties)


def _roles(
    part: _Part, own: Filled | None, subject: Filled | None, before: Filled, running: _Running
) -> dict[str, Filled]:
    """The roles that a clause fills itself, but for the subject chosen for it, and those of whom was spoken before."""
    roles = {role: filled for role, filled in part.roles.items() if role != "S"}
    if own is None and "S" in part.roles and not after_verb(part, part.roles["S"].mentions[0]):
        roles["K"] = part.roles["S"]
    spoken_of = (("X", before), ("Y", running.work), ("V", running.actor))
    roles |= {role: filled for role, filled in spoken_of if filled.mentions}
    # 由A建设 tells who acts, not what the text speaks of.
    acting = subject if "R" in part.roles else part.roles.get("A", subject)
    if acting is not None:
        roles["S"] = acting
    elif running.ousted.mentions:
        roles["Z"] = running.ousted
    return roles


def _only_opens(part: _Part, topic: Linked | None) -> bool:
    """Whether a clause is a mere 据悉， or 与此同时，: of a firm that an article is about it tells nothing."""
    length = part.coded.offset(part.end) - part.coded.offset(part.start)
    return topic is not None and not is_place(topic.kind) and length <= _OPENER


def _project(subject: tuple[Linked, ...], trust: float) -> Filled:
    """A subject that is one particular project, nobody if it is not."""
    return Filled(subject, trust) if len(subject) == 1 and subject[0].kind == "Project" else NOBODY


def _actor(subject: Filled, actor: Filled) -> Filled:
    """Who acted last: a project that a clause is about leaves whoever acted before it, and what it is about."""
    return actor if subject.mentions and subject.mentions[0].kind == "Project" else subject


def _own_subject(part: _Part, parties: tuple[Linked, ...], where: tuple[Linked, ...]) -> Filled | None:
    """The subject that a clause has itself: a thing it opens with, 双方, or what a clause that describes ends with."""
    if "R" in part.roles:
        return part.roles["R"]
    if _lists_on(part):
        return None
    own, partners = part.roles.get("S"), part.roles.get("W", NOBODY)
    if own is not None and not after_verb(part, own.mentions[0]):
        acting = tuple(
            m for m in own.mentions if not modifies(m, part.coded.source, part.tokens, part.coded.offset(part.end))
        )
        if acting:
            return _without(Filled(acting, own.trust), partners.mentions)
    if parties and clause_words().both.match(part.coded.text, part.start, part.end):
        return Filled(_present(parties, where), SAME_SENTENCE)
    return None


def _goes_on_with_another(part: _Part, before: Filled) -> bool:
    """Whether a clause opens with a next partner of who signed before, whose project was told of between: ；与乙…."""
    about_work = len(before.mentions) == 1 and before.mentions[0].kind == "Project"
    opens = clause_words().next_partner.match(part.coded.text, part.start)
    return about_work and "W" in part.roles and opens is not None


def _lists_on(part: Part) -> bool:
    """Whether the clause only goes on with the list that the one before ends with: 投资甲、乙，丙、丁."""
    return bool(_MORE.fullmatch(part.coded.text, part.start, part.end) and _LIST.search(part.coded.text, 0, part.start))


def _subject(part: _Part, own: Filled | None, running: _Running, topic: Linked | None) -> Filled | None:
    """The subject of a clause, its own or that of the clause before; the next clause may take it over."""
    if own is not None:
        running.subject = Filled(own.mentions, SAME_SENTENCE)
        return own
    if "A" in part.roles:
        return None
    if "N" in part.roles:
        # Where it stands it is no subject; in the clauses behind it is one.
        told = tuple(replace(m, start=-1, end=-1) for m in part.roles["N"].mentions)
        running.subject = Filled(told, SAME_SENTENCE)
        return None
    if has_foreign_subject(part):
        if not is_aside(part):
            _oust(part, running)
        return None
    if not running.subject.mentions and topic is not None:
        running.subject = Filled((topic,), HOME)
    return running.subject if running.subject.mentions else None


def _oust(part: _Part, running: _Running) -> None:
    """Make an end of the subject; if the noun that takes its place does nothing itself, it may come back."""
    if clause_words().doers.search(part.coded.text, part.start, part.end):
        running.ousted = NOBODY
    elif running.subject.mentions:
        running.ousted = Filled(running.subject.mentions, OUSTED)
    running.subject = Filled((), SAME_SENTENCE)


def _ahead(following: Sequence[_Part], parties: tuple[Linked, ...], running: _Running) -> Filled | None:
    """The subject of a later clause, as that of one that leads up to it and of those between (为…，推进…，江城市…)."""
    for part in following:
        own = _own_subject(part, parties, running.scene.mentions)
        if own:
            running.subject = Filled(own.mentions, SAME_SENTENCE)
            return running.subject
        if has_foreign_subject(part):
            return None
    return None


def _hand_on(roles: dict[str, Filled], running: _Running, *, together: bool, dropped: bool, brief: bool) -> None:
    """Fill partners, means and place from the clauses before, and keep this one's for those that follow.

    `together` says that the clause tells of something done with its partners, `dropped` that it has no subject of its
    own, `brief` that it tells little more than a place. Means serve one clause only.
    """
    if "W" in roles and together:
        running.partners = Filled(roles["W"].mentions, _PARTNERS_BEFORE)
    elif "W" not in roles and dropped and running.partners.mentions:
        roles["W"] = running.partners
    if "T" in roles:
        running.means = Filled(roles["T"].mentions, SAME_SENTENCE)
    elif running.means.mentions:
        roles["T"], running.means = running.means, NOBODY
    if "L" in roles:
        running.where = Filled(roles["L"].mentions, SAME_SENTENCE) if brief else NOBODY
    elif running.where.mentions:
        roles["L"] = running.where


def _without(subject: Filled, partners: tuple[Linked, ...]) -> Filled:
    """A与B、C合作 reads as a list of subjects too: those after 与 are partners."""
    rest = tuple(m for m in subject.mentions if m not in partners)
    return Filled(rest, subject.trust) if rest else subject


def _present(parties: tuple[Linked, ...], where: tuple[Linked, ...]) -> tuple[Linked, ...]:
    """The parties of an agreement; 在江城，双方… means the other party and this place, not the place told of before.

    An office is there for its place.
    """
    places = [m for m in parties if is_place(m.kind) or m.kind == "Government"]
    if len(where) == 1 and len(places) == 1 and len(parties) == 2 and is_place(where[0].kind):
        return tuple(where[0] if m is places[0] else m for m in parties)
    return parties


def _own_roles(coded: Coded, start: int, end: int, possible: Sequence[tuple[str, Expression]]) -> dict[str, Filled]:
    roles: dict[str, Filled] = {}
    part = coded.text[start:end]
    if coded.mentions.keys().isdisjoint(part):
        return roles  # a role is filled with mentions
    for role, expression in possible:
        if role not in roles and (match := expression.regex.search(part)):
            roles[role] = Filled(tuple(coded.symbols(match[role])))
    return roles


def _parties(roles: Mapping[str, Filled]) -> tuple[Linked, ...]:
    """The subject of a clause and its partners, nobody if it lacks either."""
    subject, partners = roles.get("S"), roles.get("W")
    if subject and partners:
        return (*subject.mentions, *(m for m in partners.mentions if m not in subject.mentions))
    return ()
