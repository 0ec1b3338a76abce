"""Bodies that are named with a chain of places, of which their name begins with the last: 江城市|滨河区发明协会."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.extractor.kinds import is_organisation, is_place
from kg.extractor.knowledge import Knowledge
from kg.extractor.levels import LEVELS
from kg.extractor.linking.drafts import Draft
from kg.extractor.linking.linked import LinkedMention


def with_chains(
    text: str, mentions: Sequence[LinkedMention], drafts: Mapping[str, Draft], knowledge: Knowledge
) -> list[LinkedMention]:
    """The mentions in text order, where the larger places before that of a body's name belong to the body."""
    found: list[LinkedMention] = []
    for mention in mentions:
        while found and found[-1].end == mention.start and _goes_before(found[-1], mention, drafts, knowledge):
            if mention.kind == "Firm" and text[mention.start - 1] not in LEVELS:
                break  # a firm takes in 四川省|绵阳明远有限公司, while 江苏|常州明远有限公司 may be registered so
            mention = replace(mention, start=found.pop().start)
        found.append(mention)
    return found


def _goes_before(place: LinkedMention, body: LinkedMention, drafts: Mapping[str, Draft], knowledge: Knowledge) -> bool:
    """Whether the name of a body begins with a place that lies in the one before it."""
    draft = drafts.get(body.iri)
    if not is_place(place.kind) or not is_organisation(body.kind) or draft is None or draft.entry is not None:
        return False
    inner = [e.iri for e in knowledge.opening(draft.label) if is_place(e.kind)]
    return any(iri != place.iri and knowledge.lexicon.lies_in(iri, place.iri) for iri in inner)
