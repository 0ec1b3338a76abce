"""From drafts to entities: what is written down of the things that statements speak of."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

from kg.extractor.kinds import is_place
from kg.extractor.knowledge import Knowledge
from kg.extractor.linking.drafts import Draft
from kg.extractor.rules import load_rules, words
from kg.model import Entity


def entities(drafts: Mapping[str, Draft], used: set[str], text: str, knowledge: Knowledge) -> tuple[Entity, ...]:
    """The things that occur in statements, with the places that they lie in, in the order of their IRIs.

    `text` is that of the article as it is read.
    """
    wanted = set(used)
    for iri in used:
        draft = drafts.get(iri)
        while draft is not None and draft.within and draft.within not in wanted:
            iri, draft = draft.within, drafts.get(draft.within)
            wanted.add(iri)
        entry = knowledge.lexicon.entries.get(iri)
        if entry is not None:
            wanted.update(knowledge.lexicon.ancestors(iri) if is_place(entry.kind) else [])
    return tuple(_entity(iri, drafts.get(iri), text, knowledge) for iri in sorted(wanted))


def _begun(name: str) -> str:
    """A name without the dot of an item or a dateline that stands before it."""
    return name.lstrip("·•●") or name


def _entity(iri: str, draft: Draft | None, text: str, knowledge: Knowledge) -> Entity:
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
    within = (("within", draft.within),) if draft.within else ()
    return Entity(iri, draft.kind, _begun(draft.label), _called(draft, names, text, knowledge), details=within)


def _called(draft: Draft, names: tuple[str, ...], text: str, knowledge: Knowledge) -> tuple[str, ...]:
    """Those of its names by which somebody may ask for a thing of no list.

    By the others the article is read, but a piece of a longer name is none where it never stands by itself, nor is
    what many things may be called: 计算（江城）中心 in 云计算（江城）中心, 数据中心集群.
    """
    label = _begun(draft.label)
    return tuple(
        name
        for name in names
        if name == label
        or not (name.startswith(("（", "(")) or _is_piece(name, names, text) or _is_general(name, knowledge))
    )


def _is_piece(name: str, names: Iterable[str], text: str) -> bool:
    """Whether a name stands in the text, and nowhere outside a longer one; what marks of quotation open is one."""
    longer = [whole for whole in names if name in whole and name != whole]
    if not longer or name not in text or name.startswith("“") or f"“{name}”" in text:
        return False
    for whole in longer:
        text = text.replace(whole, "\0")
    return name not in text


def _is_general(name: str, knowledge: Knowledge) -> bool:
    """Whether a name is made of nothing but words for trades, techniques and sorts of things: 该|数据中心|平台."""
    names = knowledge.names
    known: tuple[Container[str], ...] = (names.generic, names.common_trades, names.heads, knowledge.concepts_by_name)
    pointing = words(load_rules("short_names"), "pointing")
    ends = {0, *(len(word) for word in pointing if name.startswith(word))}
    for start in range(len(name)):
        if start in ends:
            ends.update(
                end for end in range(start + 1, len(name) + 1) if any(name[start:end] in those for those in known)
            )
    return len(name) in ends
