"""From drafts to entities: what is written down of the things that statements speak of."""

from __future__ import annotations

from collections.abc import Mapping

from kg.extractor.kinds import is_place
from kg.extractor.knowledge import Knowledge
from kg.extractor.linking.drafts import Draft
from kg.model import Entity


def entities(drafts: Mapping[str, Draft], used: set[str], knowledge: Knowledge) -> tuple[Entity, ...]:
    """The things that occur in statements, with the places that they lie in, in the order of their IRIs."""
    wanted = set(used)
    for iri in used:
        draft = drafts.get(iri)
        while draft is not None and draft.within and draft.within not in wanted:
            iri, draft = draft.within, drafts.get(draft.within)
            wanted.add(iri)
        entry = knowledge.lexicon.entries.get(iri)
        if entry is not None:
            wanted.update(knowledge.lexicon.ancestors(iri) if is_place(entry.kind) else [])
    return tuple(_entity(iri, drafts.get(iri), knowledge) for iri in sorted(wanted))


def _begun(name: str) -> str:
    """A name without the dot of an item or a dateline that stands before it."""
    return name.lstrip("·•●") or name


def _entity(iri: str, draft: Draft | None, knowledge: Knowledge) -> Entity:
    entry = knowledge.lexicon.entries.get(iri)
    concept = knowledge.ontology.concepts.get(iri)
    names = tuple(sorted({_begun(name) for name in draft.names})) if draft else ()
    if entry is not None:
        details = [*entry.details]
        details += [("labelEn", entry.label_en)] if entry.label_en else []
        details += [("within", entry.parent)] if entry.parent and is_place(entry.kind) else []
        return Entity(iri, entry.kind, entry.label, names, True, tuple(details))
    if concept is not None:
        english = (("labelEn", concept.label_en),) if concept.label_en else ()
        return Entity(iri, concept.kind, concept.label, names, True, english)
    if draft is None:
        raise KeyError(f"{iri}: a statement speaks of a thing that no mention names")
    return Entity(
        iri, draft.kind, _begun(draft.label), names, details=(("within", draft.within),) if draft.within else ()
    )
