"""Why two things are one, or are not: judgements, the lexicons' names, the names articles use, and their likeness."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg import lexicon
from kg.errors import QueryError
from kg.review.likeness import Likeness, likeness
from kg.review.pairs import Sentence, sentences, surroundings
from kg.review.table import links, rows_between
from kg.review.things import rows, things
from kg.store import Store
from kg.store.judgements import Judgements, Row


@dataclass(frozen=True, slots=True)
class Use:
    """A name, the id under which an article uses it, and in how many articles."""

    iri: str
    name: str
    articles: int


@dataclass(frozen=True, slots=True)
class Why:
    """All that is known of two ids being one.

    `same` is the chain of judgements that makes them one, `different` those that keep them apart, `lexicon` the
    names that the lexicons give each, `uses` the names that articles use for each, `likeness` how a reviewer's list
    would rate them (None if the graph does not hold both as things of one group), `sentences` one for each.
    """

    one: bool
    same: tuple[Row, ...]
    different: tuple[Row, ...]
    lexicon: tuple[tuple[str, tuple[str, ...]], ...]
    uses: tuple[Use, ...]
    likeness: Likeness | None
    sentences: tuple[tuple[str, Sentence], ...]


def why(store: Store, judgements: Judgements, a: str, b: str) -> Why:
    """The reasons for two IRIs, which may be the same. Raises QueryError for an id that nothing knows."""
    for iri in (a, b):
        if not _known(store, judgements, iri):
            remedy = "kg review --list shows ids; a name works too 也可直接用名称"
            raise QueryError(f"nothing in the graph has the id {iri} 图谱中没有这个标识符", remedy=remedy)
    entries = lexicon.load().entries
    ours = sorted({*judgements.members(a), *judgements.members(b), a, b})
    used = tuple(uses(store, ours))
    names = sorted({use.name for use in used})
    told = sentences(store, {judgements.canonical(iri): names for iri in (a, b)})
    return Why(
        one=judgements.canonical(a) == judgements.canonical(b),
        same=tuple(links(judgements, a, b)) if a != b else (),
        different=tuple(rows_between(judgements, a, b)),
        lexicon=tuple((iri, (*entries[iri].names, *entries[iri].weak_names)) for iri in ours if iri in entries),
        uses=used,
        likeness=_likeness(store, judgements.canonical(a), judgements.canonical(b)),
        sentences=tuple(sorted(told.items())),
    )


def ids_under(store: Store, name: str) -> list[str]:
    """The ids that articles use under a name, as they were before any merge."""
    literal = ox.Literal(name, language="zh")
    named = f"GRAPH ?article {{ ?thing ?by {literal} }}"
    query = f"SELECT DISTINCT ?thing {{ VALUES ?by {{ rdfs:label skos:altLabel }} {named} }}"
    return sorted(row[0] for row in rows(store, query))


def uses(store: Store, nodes: list[str]) -> Iterator[Use]:
    """The names under which articles tell of some ids, as the articles have them, the most used first."""
    values = " ".join(str(ox.NamedNode(node)) for node in nodes)
    query = f"""SELECT ?thing ?name (COUNT(DISTINCT ?article) AS ?articles) {{
      VALUES ?thing {{ {values} }} VALUES ?by {{ rdfs:label skos:altLabel }}
      GRAPH ?article {{ ?thing ?by ?name FILTER(LANG(?name) = "zh") }}
    }} GROUP BY ?thing ?name ORDER BY ?thing DESC(?articles) ?name"""
    for iri, name, articles in rows(store, query):
        yield Use(iri, name, int(articles))


def _known(store: Store, judgements: Judgements, iri: str) -> bool:
    if judgements.members(iri) != (iri,):
        return True
    try:
        node = ox.NamedNode(iri)
    except ValueError:
        return False
    return any(True for _ in store.select(f"SELECT ?kind {{ {node} a ?kind }} LIMIT 1"))


def _likeness(store: Store, a: str, b: str) -> Likeness | None:
    found = things(store)
    if a == b or a not in found or b not in found or found[a].group != found[b].group:
        return None
    return likeness(found[a], found[b], surroundings(store, found))
