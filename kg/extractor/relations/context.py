"""Who a clause is about, with whom, for whom, where and by what means: the roles that a pattern leaves open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from kg.extractor.linking.linked import LinkedMention
from kg.extractor.relations.clause_openings import after_verb, clause_words
from kg.extractor.relations.clause_subjects import RolePart, Running, find_subject
from kg.extractor.relations.coding import Coded
from kg.extractor.relations.notation import Expression
from kg.extractor.relations.pattern_sieve import possible_context
from kg.extractor.relations.roles import NOBODY, SAME_SENTENCE, SENTENCE_BEFORE, Carried, Clause, Filled
from kg.extractor.segmentation import Tokens

# 在江城，: a clause of this length in symbols and characters only sets the scene.
_SCENE: Final = 4
# Longer clauses hand on no place: what is told there happens elsewhere as often.
_BRIEF: Final = 8
# Partners of an earlier clause are a little less sure than its subject.
_PARTNERS_BEFORE: Final = SAME_SENTENCE * 0.95


def clause_roles(
    coded: Coded, spans: Sequence[tuple[int, int]], tokens: Tokens, carried: Carried, topic: LinkedMention | None
) -> tuple[list[Clause], Carried]:
    """The clauses of a sentence with their roles, and what the next sentence inherits.

    `spans` are the clauses in the coded text; `topic` is the place or firm that a first clause of no subject is about.
    """
    found: list[Clause] = []
    running = Running(
        Filled(carried.subject, SENTENCE_BEFORE),
        work=_project(carried.subject, SENTENCE_BEFORE),
        founded=Filled(carried.founded, SENTENCE_BEFORE),
    )
    signed: tuple[LinkedMention, ...] = ()
    possible = possible_context(coded.text)
    parts = [RolePart(coded, tokens, start, end, _own_roles(coded, start, end, possible)) for start, end in spans]
    for i, part in enumerate(parts):
        start, end = part.start, part.end
        before = running.subject
        running.actor = _actor(before, running.actor)
        parties = signed or carried.parties
        if parties and "A" not in part.roles and clause_words().by_both.search(coded.text, start, end):
            part.roles["A"] = Filled(parties, SAME_SENTENCE)
        own, subject = find_subject(part, parts[i + 1 :], parties, running, None if found else topic)
        if own and (project := _project(own.mentions, SAME_SENTENCE)).mentions:
            running.work = project
        roles = _roles(part, own, subject, before, running)
        together = "W" in roles and clause_words().joined.search(coded.text, start, end) is not None
        _hand_on(roles, running, together=together, dropped=own is None, brief=end - start <= _BRIEF)
        if len(roles.get("L", NOBODY).mentions) == 1 and end - start <= _SCENE and not found:
            running.scene = roles["L"]
        found.append(Clause(start, end, roles))
        running.founded = part.roles.get("I", NOBODY)
        signed = signed or _parties(roles, own)
        if parties and not signed and _has_party_unknown(part):
            carried = Carried(carried.subject)
    told = (c.roles["S"].mentions for c in reversed(found) if "S" in c.roles and "A" not in c.roles)
    about = running.subject.mentions or next(told, ())
    return found, Carried(about, signed or carried.parties, running.founded.mentions)


def _roles(
    part: RolePart, own: Filled | None, subject: Filled | None, before: Filled, running: Running
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


def _project(subject: tuple[LinkedMention, ...], trust: float) -> Filled:
    """A subject that is one particular project, nobody if it is not."""
    return Filled(subject, trust) if len(subject) == 1 and subject[0].kind == "Project" else NOBODY


def _actor(subject: Filled, actor: Filled) -> Filled:
    """Who acted last: a project that a clause is about leaves whoever acted before it, and what it is about."""
    return actor if subject.mentions and subject.mentions[0].kind == "Project" else subject


def _hand_on(roles: dict[str, Filled], running: Running, *, together: bool, dropped: bool, brief: bool) -> None:
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


def _own_roles(coded: Coded, start: int, end: int, possible: Sequence[tuple[str, Expression]]) -> dict[str, Filled]:
    roles: dict[str, Filled] = {}
    part = coded.text[start:end]
    if coded.mentions.keys().isdisjoint(part):
        return roles  # a role is filled with mentions
    for role, expression in possible:
        if role not in roles and (match := expression.regex.search(part)):
            roles[role] = Filled(tuple(coded.symbols(match[role])))
    return roles


def _parties(roles: Mapping[str, Filled], own: Filled | None) -> tuple[LinkedMention, ...]:
    """The subject of a clause, rather its own or who stands before 与, and the partners; nobody without both.

    A work is no party: 该中心由甲与乙建设 tells of 甲 and 乙.
    """
    partners = roles.get("W")
    of_work = own is not None and own.mentions[0].kind == "Project"
    subject = own if own and not of_work else roles.get("E", roles.get("S"))
    if subject and partners:
        return (*subject.mentions, *(m for m in partners.mentions if m not in subject.mentions))
    return ()


def _has_party_unknown(part: RolePart) -> bool:
    """Whether a clause tells of an agreement with somebody whose name was not recognised: 双方 means him then."""
    return clause_words().unknown_party.search(part.coded.text, part.start, part.end) is not None
