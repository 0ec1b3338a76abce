"""Whom a clause is about: what it names itself, or what the clauses before or the ones that follow are about.

Chinese drops a subject that is clear. A clause without one of its own takes that of the clause before, then of the
sentence before in the same paragraph, then the paragraph's heading; a clause with a subject that is no thing of the
graph (专家认为…) takes none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from kg.allocation import quickly_made
from kg.extractor.kinds import is_organisation, is_place
from kg.extractor.linking.linked import LinkedMention
from kg.extractor.relations.clause_openings import (
    Part,
    after_verb,
    clause_words,
    has_foreign_subject,
    is_aside,
    leads_up,
    modifies,
)
from kg.extractor.relations.coding import symbol_class
from kg.extractor.relations.roles import HOME, NOBODY, OUSTED, SAME_SENTENCE, SENTENCE_BEFORE, Filled

# 据介绍，: a clause of so many characters at most only opens the sentence.
_OPENER: Final = 6
# Names and what joins them; the end of a list of them.
_NAME: Final = f"[{symbol_class('org|work')}]"
_MORE: Final = re.compile(rf"{_NAME}(?:[、和及与]{_NAME})+等?[，；。]?")
_LIST: Final = re.compile(rf"[^，。；]{_NAME}[、和及与]{_NAME}，$")


@quickly_made
@dataclass(frozen=True, slots=True)
class RolePart(Part):
    """A clause with the roles that it fills itself."""

    roles: dict[str, Filled]


@dataclass(slots=True)
class Running:
    """What the clauses read so far leave to the next one of their sentence.

    `ousted` is the last subject that a clause with a noun of its own made an end of, `work` the last one that is a
    project, `actor` the last one that is none; `scene` is the place that the first clause only sets, and `founded` what
    the last one founds or builds.
    """

    subject: Filled
    work: Filled
    ousted: Filled = NOBODY
    actor: Filled = NOBODY
    where: Filled = NOBODY
    scene: Filled = NOBODY
    partners: Filled = NOBODY
    means: Filled = NOBODY
    founded: Filled = NOBODY


def find_subject(
    part: RolePart,
    following: Sequence[RolePart],
    parties: tuple[LinkedMention, ...],
    running: Running,
    topic: LinkedMention | None,
) -> tuple[Filled | None, Filled | None]:
    """The subject that a clause has itself, and the one that it is about; `running` keeps that for those that follow.

    `parties` are those of the agreement told of before, `topic` is whom a clause of no subject is about.
    """
    own = _own_subject(part, parties, running.scene.mentions)
    if own is None and parties and _goes_on_with_another(part, running.subject):
        running.subject = Filled(parties[:1], SENTENCE_BEFORE)
    subject = _subject(part, own, running, None if _only_opens(part, topic) else topic)
    if own is None and running.subject.trust < SAME_SENTENCE and leads_up(part):
        subject = _ahead(following, parties, running) or subject
    return own, subject


def _only_opens(part: RolePart, topic: LinkedMention | None) -> bool:
    """Whether a clause is a mere 据悉， or 与此同时，: of a firm that an article is about it tells nothing."""
    if topic is None or is_place(topic.kind):
        return False
    return part.coded.offset(part.end) - part.coded.offset(part.start) <= _OPENER


def _own_subject(part: RolePart, parties: tuple[LinkedMention, ...], where: tuple[LinkedMention, ...]) -> Filled | None:
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


def _goes_on_with_another(part: RolePart, before: Filled) -> bool:
    """Whether a clause opens with a next partner of who signed before, whose project was told of between: ；与乙…."""
    about_work = len(before.mentions) == 1 and before.mentions[0].kind == "Project"
    opens = clause_words().next_partner.match(part.coded.text, part.start)
    return about_work and "W" in part.roles and opens is not None


def _lists_on(part: Part) -> bool:
    """Whether the clause only goes on with the list that the one before ends with: 投资甲、乙，丙、丁."""
    return bool(_MORE.fullmatch(part.coded.text, part.start, part.end) and _LIST.search(part.coded.text, 0, part.start))


def _subject(part: RolePart, own: Filled | None, running: Running, topic: LinkedMention | None) -> Filled | None:
    """The subject of a clause, its own or that of the clause before; the next clause may take it over."""
    if own is not None:
        running.subject = Filled(own.mentions, SAME_SENTENCE)
        return own
    if "A" in part.roles:
        return None
    if running.founded.mentions and clause_words().placed.match(part.coded.text, part.start, part.end):
        return Filled(running.founded.mentions, SAME_SENTENCE)
    if is_organisation(_kind(running.founded)) and clause_words().duties.match(part.coded.text, part.start, part.end):
        running.subject = running.founded
        return running.subject
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


def _kind(filled: Filled) -> str:
    """The class of the first who fills a role, "" if nobody does."""
    return filled.mentions[0].kind if filled.mentions else ""


def _oust(part: RolePart, running: Running) -> None:
    """Make an end of the subject; if the noun that takes its place does nothing itself, it may come back."""
    if clause_words().doers.search(part.coded.text, part.start, part.end):
        running.ousted = NOBODY
    elif running.subject.mentions:
        running.ousted = Filled(running.subject.mentions, OUSTED)
    running.subject = Filled((), SAME_SENTENCE)


def _ahead(following: Sequence[RolePart], parties: tuple[LinkedMention, ...], running: Running) -> Filled | None:
    """The subject of a later clause, as that of one that leads up to it and of those between (为…，推进…，江城市…)."""
    for part in following:
        own = _own_subject(part, parties, running.scene.mentions)
        if own:
            running.subject = Filled(own.mentions, SAME_SENTENCE)
            return running.subject
        if has_foreign_subject(part):
            return None
    return None


def _without(subject: Filled, partners: tuple[LinkedMention, ...]) -> Filled:
    """A与B、C合作 reads as a list of subjects too: those after 与 are partners."""
    rest = tuple(m for m in subject.mentions if m not in partners)
    return Filled(rest, subject.trust) if rest else subject


def _present(parties: tuple[LinkedMention, ...], where: tuple[LinkedMention, ...]) -> tuple[LinkedMention, ...]:
    """The parties of an agreement; 在江城，双方… means the other party and this place, not the place told of before.

    An office is there for its place.
    """
    places = [m for m in parties if is_place(m.kind) or m.kind == "Government"]
    if len(where) == 1 and len(places) == 1 and len(parties) == 2 and is_place(where[0].kind):
        return tuple(where[0] if m is places[0] else m for m in parties)
    return parties
