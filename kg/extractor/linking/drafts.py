"""A thing while its article is being read, before it is written down as an entity."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kg.extractor.kinds import is_organisation
from kg.extractor.knowledge import Knowledge
from kg.extractor.linking.linked import Reason
from kg.extractor.mentions.candidates import Source
from kg.lexicon import Entry


@dataclass(slots=True)
class Draft:
    """A thing while the article is being read: every name seen so far, and what it will be called.

    `within` is the IRI of the place that a town of no list lies in, "" if that is not told; `source` is what tells an
    open name, and `reason` why the thing is there.
    """

    kind: str
    label: str
    entry: Entry | None = None
    within: str = ""
    names: set[str] = field(default_factory=set)
    source: Source | None = None
    reason: Reason = ""


def opened_by(label: str, drafts: Mapping[str, Draft], shortest: int) -> Iterator[tuple[str, str]]:
    """The organisations with whose names, of so many characters at least, another name begins: IRI and name of each."""
    for iri, draft in drafts.items():
        if is_organisation(draft.kind):
            yield from ((iri, name) for name in draft.names if len(name) >= shortest and label.startswith(name))


def take_in(
    iri: str, reason: Reason, drafts: dict[str, Draft], knowledge: Knowledge, source: Source | None = None
) -> None:
    """Make a thing of the lexicon or a concept one of the article's, unless it is one already or is none of them."""
    if iri in drafts:
        return
    entry, concept = knowledge.lexicon.entries.get(iri), knowledge.ontology.concepts.get(iri)
    known = entry or concept
    if known is not None:
        drafts[iri] = Draft(known.kind, known.label, entry, source=source, reason=reason)
