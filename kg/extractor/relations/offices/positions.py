"""Who holds which office where: 江城市市长李明, 明远集团董事长王甲."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kg import ids
from kg.extractor.knowledge import Knowledge
from kg.extractor.linking.drafts import Draft
from kg.extractor.linking.linker import Linking
from kg.extractor.mentions.titles import PersonMention
from kg.extractor.relations.offices.bodies import Bodies
from kg.extractor.relations.offices.office import Office, is_former, office_status
from kg.extractor.relations.rulebook import how_sure
from kg.extractor.segmentation import Tokens
from kg.model import Status

# How sure it is that an office in a unit counts as one of the whole.
_OUTER: Final = 0.93
# Who serves in a school or a division serves the university or the ministry too.
_SERVED_AS_ONE: Final = ("Institution", "Government")


@dataclass(frozen=True, slots=True)
class Position:
    """A person, the place or organisation served, and the title; `outer` is what the organisation is a unit of.

    `former` tells that the office was held before what the sentence tells happened.
    """

    person: str
    body: str
    mention: PersonMention
    confidence: float
    title: str
    outer: str
    status: Status | None
    former: bool


def find_positions(
    text: str, tokens: Tokens, people: Sequence[PersonMention], linking: Linking, knowledge: Knowledge
) -> Iterator[Position]:
    """The offices that the article states; a person whose body it does not name is left out.

    The people become things of the article: one for each name, under the body that is named with it first, or what
    that is a unit of.
    """
    if not people:
        return
    bodies = Bodies(text, tokens, linking, knowledge)
    told: dict[int, Office] = {}
    persons: dict[str, str] = {}
    for mention in people:
        offices = _offices(mention, bodies, told)
        if offices and mention.pattern != "career":
            told[mention.end] = offices[-1]
        for office in (inner for told_here in offices for inner in _with_outer(told_here, linking)):
            title = text[office.start : office.end].strip(" 的")
            kind = linking.drafts[office.body].kind
            if not title:
                continue
            if not knowledge.ontology.fits("holdsPosition", "Person", kind):
                continue
            scope = _whole(office.body, linking, knowledge)
            iri = persons.setdefault(mention.name, ids.entity_iri("person", mention.name, scope))
            draft = linking.drafts.setdefault(iri, Draft("Person", mention.name, reason="title"))
            draft.names.add(mention.name)
            confidence = office.trust * how_sure("position-", mention.pattern)
            status = mention.status or office_status(text, office.begin, title)
            former = mention.status is None and is_former(text, office.begin, title)
            yield Position(iri, office.body, mention, confidence, title, office.outer, status, former)


def _whole(body: str, linking: Linking, knowledge: Knowledge) -> str:
    """The known university or agency that a body is a unit of by its name, else the body itself.

    A text of the university leaves out which of its institutes somebody serves in, or names it in other words.
    """
    draft = linking.drafts[body]
    opening = knowledge.opening(draft.label)
    if draft.entry is not None or draft.kind not in _SERVED_AS_ONE or len(opening) != 1:
        return body
    weak = knowledge.opening_word(draft.label) in opening[0].weak_names
    return opening[0].iri if opening[0].kind in _SERVED_AS_ONE and not weak else body


def _offices(mention: PersonMention, bodies: Bodies, told: Mapping[int, Office]) -> list[Office]:
    """The offices of a person; `told` has the last one of each person before by where the name ends."""
    if mention.pattern == "list" and mention.start < mention.title_start:
        return bodies.named_at(mention.org_end, mention.title_start, mention.title_end)
    if mention.pattern in ("address", "career") and mention.org_end != mention.title_start:
        return bodies.before_name(mention.org_end, mention.title_start, mention.title_end)
    return bodies.offices(mention.parts, told, same=mention.org_end != mention.title_start, since=mention.since)


def _with_outer(office: Office, linking: Linking) -> Iterator[Office]:
    """An office, and that a professor of a school is one of its university."""
    yield office
    if office.outer and linking.drafts[office.body].kind in _SERVED_AS_ONE:
        yield Office(office.outer, office.trust * _OUTER, office.begin, office.unit_start, office.end)
