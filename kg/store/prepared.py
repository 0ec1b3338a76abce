"""An article made ready for the store: all that can be worked out without it, so that other processes can do it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Final

from kg import ids
from kg.model import Extraction
from kg.store import rdf
from kg.store import terms as t
from kg.store import vocab as v
from kg.store.alike import bands
from kg.store.view import ARTICLES, EVIDENCE, MEASUREMENTS, STATEMENTS, Pairs, by_node

# The source stands for the article itself, which may have no date.
_CORE: Final = frozenset({v.SOURCE, v.ISSUED, v.PREDICATE, v.SUPPORTS, v.REGISTERED, *v.READ})


@dataclass(frozen=True)
class Prepared:
    """An article ready to be stored.

    `source` is its file name, `article` the name of its graph as a term. `said` is its graph, `merged` what of it goes
    into the default graph unseen, both as N-Triples in UTF-8; `nodes` are the subjects of `merged`, `core` the pairs
    by node that the merge has to look at. `notes` go into the build graph: a digest of what is said, and the bands by
    which near-duplicates are found. `stamp` is a file and the state of it that is stored once this article is; None
    says nothing of files.
    """

    source: str
    article: str
    said: bytes
    merged: bytes
    nodes: frozenset[str]
    core: Mapping[str, Pairs]
    notes: tuple[tuple[str, str], ...]
    stamp: tuple[str, str] | None = None

    @cached_property
    def triples(self) -> tuple[t.Triple, ...]:
        """The graph as triples."""
        return tuple(t.triples(self.said.decode()))

    @property
    def text(self) -> str:
        """The article's text as a term."""
        start = f"{self.article} {v.TEXT} ".encode()
        line = next((line for line in self.said.split(b"\n") if line.startswith(start)), None)
        return line[len(start) : -2].decode() if line else t.text("")

    @property
    def size(self) -> int:
        """The number of triples, roughly, in the graph and the default graph."""
        return self.said.count(b"\n") * 2


def prepare(extraction: Extraction) -> Prepared:
    """Everything about an article that needs no store. Raises StoreError as `rdf.triples` does."""
    article = extraction.article
    me = t.iri(ids.article_iri(article.source, article.key))
    return of_graph(article.source, me, rdf.triples(extraction))


def of_graph(source: str, article: str, triples: tuple[t.Triple, ...]) -> Prepared:
    """The same from the sorted triples of the article's graph."""
    said = t.lines(triples).encode()
    text = next((t.plain(o) for s, p, o in triples if p == v.TEXT), "")
    notes = [(v.DIGEST, digest(said)), *((v.BAND, t.text(band)) for band in bands(text))]
    core = by_node(triple for triple in triples if _is_core(triple))
    merged = tuple(_merged(triples))
    nodes = frozenset(subject for subject, _, _ in merged)
    return Prepared(source, article, said, t.lines(merged).encode(), nodes, core, tuple(notes))


def digest(said: bytes) -> str:
    """A key of sorted N-Triples: two graphs with the same digest say the same."""
    return t.text(sha256(said).hexdigest()[:32])


def _is_core(triple: t.Triple) -> bool:
    subject, predicate, _ = triple
    return predicate in _CORE or (predicate in v.NAMING and _is_named(subject))


def _is_named(node: str) -> bool:
    return not node.startswith((ARTICLES, EVIDENCE, STATEMENTS, MEASUREMENTS))


def _merged(triples: Iterable[t.Triple]) -> Iterator[t.Triple]:
    """What holds in the default graph as soon as one article says it, direct triples included."""
    contents: dict[str, Pairs] = {}
    for triple in triples:
        subject, predicate, obj = triple
        if predicate not in v.NAMING or not _is_named(subject):
            yield triple
        if subject.startswith(STATEMENTS):
            contents.setdefault(subject, set()).add((predicate, obj))
    for content in contents.values():
        yield from rdf.direct(content)
