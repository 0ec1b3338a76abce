"""Which two things nobody should judge to be one: those of different groups, and those that our lists tell apart."""

from __future__ import annotations

import pyoxigraph as ox

from kg import ids, lexicon, ontology
from kg.errors import QueryError
from kg.store import Store
from kg.store.judgements import SAME


def refuse(store: Store, *both: tuple[str, str]) -> None:
    """Raise QueryError, with what to do instead, if two things, given by IRI and label, cannot be one.

    A city that is a firm would take its places into the firm, and break the shape of every link. What the lexicons and
    concepts list twice is two things for every article; whoever knows better writes the row by hand.
    """
    kinds = [_kind(store, store.judgements.canonical(iri)) for iri, _ in both]
    groups = [ontology.load().group(kind) if kind else "" for kind in kinds]
    if groups[0] != groups[1]:
        told = " · ".join(f"{label} ({_called(kind)})" for (_, label), kind in zip(both, kinds, strict=True))
        remedy = "name two places, two organizations, two projects, … 请给出同类事物"
        raise QueryError(f"things of different kinds are never one 类别不同，不能合并: {told}", remedy=remedy)
    listed = [next(filter(_is_listed, store.judgements.members(iri)), "") for iri, _ in both]
    if all(listed) and listed[0] != listed[1]:
        what = f"our own lists tell the two apart 词表中是两个事物: {' · '.join(label for _, label in both)}"
        row = " <tab> ".join((SAME, *listed))
        raise QueryError(
            what, remedy=f"if they are one all the same, write it into the table yourself 确属同一事物可自行写入: {row}"
        )


def _kind(store: Store, iri: str) -> str:
    """The class of a thing by its local name."""
    known = ontology.load().classes
    rows = store.select(f"SELECT ?kind {{ {ox.NamedNode(iri)} a ?kind }}")
    found = sorted(str(kind.value).removeprefix(ids.ONTOLOGY) for (kind,) in rows)
    return next((kind for kind in found if kind in known and known[kind].group), "")


def _called(kind: str) -> str:
    known = ontology.load()
    return f"{kind} {known.label(kind, 'zh')}" if kind else "not in the graph"


def _is_listed(iri: str) -> bool:
    return iri in lexicon.load().entries or iri in ontology.load().concepts
