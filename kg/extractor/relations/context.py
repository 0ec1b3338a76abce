"""Who a clause is about, with whom, for whom, where and by what means: the roles that a pattern leaves open.

Chinese drops a subject that is clear. A clause without one of its own takes that of the clause before, then of the
sentence before in the same paragraph, then the paragraph's heading; a clause with a subject that is no thing of the
graph (专家认为…) takes none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extractor.linking.linked import Linked
from kg.extractor.relations.coding import Coded
from kg.extractor.relations.patterns import load_context, word_groups
from kg.extractor.segmentation import Tokens

# How far a role is to be trusted by where it comes from.
OWN, SAME_SENTENCE, SENTENCE_BEFORE, HOME = 1.0, 0.93, 0.82, 0.75


@dataclass(frozen=True, slots=True)
class Filled:
    """The mentions that fill a role, and how sure that is."""

    mentions: tuple[Linked, ...]
    trust: float = OWN


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause in the coded text, with the roles that its surroundings fill."""

    start: int
    end: int
    roles: dict[str, Filled]


@dataclass(frozen=True, slots=True)
class Carried:
    """What one sentence hands to the next: its subject, and the parties of its agreement."""

    subject: tuple[Linked, ...] = ()
    parties: tuple[Linked, ...] = ()


_SKIP = re.compile(r"[\s“‘（(—]*")
# 与A合作，…: what follows is done together.
_JOINED = re.compile(r"合作|携手|联合|联手|支持下|共同|协作")
_BOTH = re.compile(r"双方|各方|三方|两家|两地|双边")
_REPORTING = frozenset(
    [
        "据悉",
        "据了解",
        "据介绍",
        "了解",
        "介绍",
        "显示",
        "指出",
        "表示",
        "获悉",
        "看到",
        "看来",
        "可以",
        "能够",
        "进入",
        "截至",
        "截止",
        "作为",
        "随着",
        "通过",
        "根据",
        "位于",
    ]
)
_PLACES = ("Country", "Region", "City", "District", "Zone")
_NOMINAL = ("n", "r", "s", "f", "x", "i", "l")


def clause_roles(
    coded: Coded, spans: Sequence[tuple[int, int]], tokens: Tokens, carried: Carried, home: Linked | None
) -> tuple[list[Clause], Carried]:
    """The clauses of a sentence with their roles, and what the next sentence inherits."""
    found: list[Clause] = []
    subject = Filled(carried.subject, SENTENCE_BEFORE)
    where = partners = means = Filled(())
    for start, end in spans:
        part = coded.text[start:end]
        roles = _own_roles(coded, start, end)
        own = roles.get("S")
        if own is not None and _after_verb(coded, start, own, tokens):
            own = None
            del roles["S"]
        if own is not None and "W" in roles:
            own = _without(own, roles["W"].mentions)
        parties = _parties(found) or carried.parties
        if own is None and parties and _BOTH.match(part):
            own = Filled(_present(parties, where.mentions), SAME_SENTENCE)
        if own is not None:
            subject = Filled(own.mentions, SAME_SENTENCE)
            roles["S"] = own
        elif "A" in roles:
            pass  # 由A建设 tells who acts, not what the text speaks of
        elif _has_foreign_subject(coded, start, end, tokens):
            subject = Filled((), SAME_SENTENCE)
        elif subject.mentions:
            roles["S"] = subject
        elif home is not None and not found:
            roles["S"] = subject = Filled((home,), HOME)
        if "A" in roles:
            roles["S"] = roles["A"]
        if "W" in roles and _JOINED.search(part):
            partners = Filled(roles["W"].mentions, SAME_SENTENCE * 0.95)
        elif partners.mentions and "W" not in roles and own is None:
            roles["W"] = partners
        if "T" in roles:
            means = Filled(roles["T"].mentions, SAME_SENTENCE)
        elif means.mentions:
            roles["T"], means = means, Filled(())
        if "L" in roles:
            where = Filled(roles["L"].mentions, SAME_SENTENCE)
        elif where.mentions:
            roles["L"] = where
        found.append(Clause(start, end, roles))
    last = subject.mentions or next(
        (c.roles["S"].mentions for c in reversed(found) if "S" in c.roles and "A" not in c.roles), ()
    )
    return found, Carried(last, _parties(found) or carried.parties)


def _after_verb(coded: Coded, start: int, subject: Filled, tokens: Tokens) -> bool:
    """Whether a verb stands before the first of the mentions: then they are its object (扶持园区…)."""
    before = tokens.within(coded.offset(start), subject.mentions[0].start)
    return any(t.tag == "v" and len(t.word) > 1 and t.word not in _REPORTING for t in before)


def _without(subject: Filled, partners: tuple[Linked, ...]) -> Filled:
    """A与B、C合作 reads as a list of subjects too: those after 与 are partners."""
    rest = tuple(m for m in subject.mentions if m not in partners)
    return Filled(rest, subject.trust) if rest else subject


def _present(parties: tuple[Linked, ...], where: tuple[Linked, ...]) -> tuple[Linked, ...]:
    """The parties of an agreement; 在江城，双方… means the other party and this place, not the place told of before."""
    places = [m for m in parties if m.kind in _PLACES]
    if len(where) == 1 and len(places) == 1 and len(parties) == 2 and where[0].kind in _PLACES:
        return tuple(where[0] if m is places[0] else m for m in parties)
    return parties


def _own_roles(coded: Coded, start: int, end: int) -> dict[str, Filled]:
    roles, part = {}, coded.text[start:end]
    for role, expressions in load_context().items():
        for expression in expressions:
            match = expression.search(part)
            if match:
                roles[role] = Filled(tuple(coded.symbols(match[role])))
                break
    return roles


def _has_foreign_subject(coded: Coded, start: int, end: int, tokens: Tokens) -> bool:
    """Whether the clause opens with a noun of its own before its verb."""
    position = _SKIP.match(coded.text, start, end)
    begin = position.end() if position else start
    first = coded.offset(begin)
    seen_noun, verbs = False, frozenset(word_groups()["governing"]) | frozenset(word_groups()["adverbs"])
    for token in tokens.within(first, coded.offset(end)):
        if token.tag.startswith(("v", "p", "d")) and (token.tag != "vn" or seen_noun or token.word in verbs):
            return seen_noun
        if token.tag.startswith(_NOMINAL) and token.word not in _ADVERBIAL and token.word not in verbs:
            seen_noun = True
    return False


_ADVERBIAL = frozenset(
    [
        "目前",
        "近日",
        "日前",
        "今年",
        "去年",
        "未来",
        "其中",
        "同时",
        "此外",
        "另外",
        "下一步",
        "接下来",
        "如今",
        "现在",
        "当前",
        "当日",
        "近年来",
        "随后",
        "最后",
        "首先",
        "其次",
        "第三",
        "第一",
        "第二",
        "一是",
        "二是",
        "三是",
        "四是",
        "五是",
        "据悉",
        "截至",
        "以来",
        "期间",
    ]
)


def _parties(clauses: Sequence[Clause]) -> tuple[Linked, ...]:
    for clause in clauses:
        subject, partners = clause.roles.get("S"), clause.roles.get("W")
        if subject and partners:
            return (*subject.mentions, *(m for m in partners.mentions if m not in subject.mentions))
        if subject and len(subject.mentions) > 1:
            return subject.mentions
    return ()
