"""Who holds which office where: 江城市市长李明, 明远集团董事长王甲."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg import ids
from kg.extractor.kinds import is_organisation, is_place
from kg.extractor.knowledge import Knowledge
from kg.extractor.linking.home import home_at
from kg.extractor.linking.linked import Linked
from kg.extractor.linking.linker import Linking
from kg.extractor.linking.registry import Draft, take_in
from kg.extractor.mentions.people import PersonMention

_SURE = {"title": 0.93, "list": 0.88, "bracket": 0.9, "apposition": 0.82, "appointed": 0.85}


@dataclass(frozen=True, slots=True)
class Position:
    """A person, the place or organisation served, and the title."""

    person: str
    body: str
    mention: PersonMention
    confidence: float


def find_positions(people: Sequence[PersonMention], linking: Linking, knowledge: Knowledge) -> Iterator[Position]:
    """The offices that the article states; a person whose body it does not name is left out.

    The people become things of the article: one for each name and body, so that namesakes elsewhere stay apart.
    """
    bodies = [m for m in linking.mentions if is_place(m.kind) or is_organisation(m.kind)]
    by_end = {offset: m for m in bodies for offset in range(m.start + 1, m.end + 1)}
    for mention in people:
        body, trust = _body(mention, by_end, linking, knowledge)
        if not body:
            continue
        kind = linking.drafts[body].kind
        if not knowledge.ontology.fits("holdsPosition", "Person", kind):
            continue
        iri = ids.entity_iri("person", mention.name, body)
        draft = linking.drafts.setdefault(
            iri, Draft("Person", mention.name, scope=body, reason=f"named with a title ({mention.pattern})")
        )
        draft.names.add(mention.name)
        yield Position(iri, body, mention, trust * _SURE.get(mention.pattern, 0.8))


def _body(
    mention: PersonMention, by_end: dict[int, Linked], linking: Linking, knowledge: Knowledge
) -> tuple[str, float]:
    """The IRI of what the person serves: named before the title, or the home for a bare 市长."""
    for offset in (mention.org_end, mention.org_end - 1):
        if offset in by_end:
            return by_end[offset].iri, 1.0
    level = mention.title[:1]
    if level in "市县区省州" and linking.home:
        body = home_at(level, linking.home, knowledge)
        if body:
            take_in(body, "the home of the paper", linking.drafts, knowledge)
            return body, 0.93
    return "", 0.0
