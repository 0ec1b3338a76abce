"""A thing while its article is being read, before it is written down as an entity."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extractor.knowledge import Knowledge
from kg.extractor.mentions.candidates import Source
from kg.lexicon import Entry


@dataclass(slots=True)
class Draft:
    """A thing while the article is being read: every name seen so far, and what it will be called.

    `within` is the IRI of the place that a town of no list lies in, "" if that is not told; `source` is what tells an
    open name, and `reason` says so to people.
    """

    kind: str
    label: str
    entry: Entry | None = None
    within: str = ""
    names: set[str] = field(default_factory=set)
    source: Source | None = None
    reason: str = ""


def take_in(
    iri: str, reason: str, drafts: dict[str, Draft], knowledge: Knowledge, source: Source | None = None
) -> None:
    """Make a thing of the lexicon or a concept one of the article's, unless it is one already or is none of them."""
    if iri in drafts:
        return
    entry, concept = knowledge.lexicon.entries.get(iri), knowledge.ontology.concepts.get(iri)
    known = entry or concept
    if known is not None:
        drafts[iri] = Draft(known.kind, known.label, entry, source=source, reason=reason)
