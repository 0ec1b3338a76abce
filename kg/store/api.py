"""The store: articles go in, are replaced and removed; the graph that follows from them comes out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import TYPE_CHECKING, Self

import pyoxigraph as ox

from kg import ids, ontology
from kg.errors import StoreError
from kg.model import Extraction
from kg.store import bookkeeping, counting, history, merge
from kg.store import terms as t
from kg.store import vocab as v
from kg.store.backends import DEFAULT, Backend, Delta
from kg.store.batches import batches, ready
from kg.store.change import Change
from kg.store.chunks import chunks
from kg.store.judgements import Judgements, Row, from_mapping
from kg.store.listing import ArticleInfo, Rows, articles_of, file_lines, select, sorted_lines
from kg.store.lock import Lock
from kg.store.prepared import Prepared, of_graph
from kg.store.recent import Recent
from kg.store.view import one

if TYPE_CHECKING:
    import rdflib


@dataclass(frozen=True, slots=True)
class Added:
    """What `Store.add_many` did, counted in articles."""

    new: int = 0
    replaced: int = 0
    unchanged: int = 0

    def __add__(self, other: Added) -> Added:
        """The counts of both."""
        return Added(self.new + other.new, self.replaced + other.replaced, self.unchanged + other.unchanged)


class Store:
    """A graph of articles. Made by `open_store`; a context manager that closes itself.

    All methods raise StoreError when the place of the store fails them.
    """

    def __init__(self, backend: Backend, judgements: Judgements, lock: Lock | None = None) -> None:
        """Use a back end under some judgements; the lock is let go on closing."""
        self.backend, self.judgements, self._lock = backend, judgements, lock
        self._dataset: rdflib.Dataset | None = None
        self._run = 0
        self._recent = Recent()
        self._sorted: Path | None = None
        self.forgotten: tuple[Row, ...] = ()
        """The judgements that held when the store was last opened, of which the table has no row any more."""

    @property
    def location(self) -> str:
        """The folder, the URL, or `memory`."""
        return self.backend.location

    # Writing

    def add(self, extraction: Extraction | Prepared) -> Added:
        """Store one article, in place of what was stored under its source; nothing happens if that is the same."""
        return self._store([ready(extraction)])

    def add_many(self, extractions: Iterable[Extraction | Prepared]) -> Added:
        """Store articles in batches, each of them whole or not at all; a kill loses the unfinished batch only."""
        total = Added()
        for batch in batches(extractions):
            total += self._store(batch)
            # Else it would be held until the next one is complete.
            del batch
        self._recent.forget()
        self.backend.settle()
        return total

    def remove(self, article: str) -> bool:
        """Take an article out, by its source or IRI; false if there is none of that name."""
        found = self._by_name(article)
        self._commit(
            [self._leaving(iri) for iri in found], {t.plain(one(self._facts(iri), v.SOURCE)) for iri in found}, {}
        )
        return bool(found)

    def judge(self, judgements: Judgements) -> bool:
        """Look at the graph under other judgements from now on; false if nothing is merged otherwise than before."""
        old, new = bookkeeping.merged(self.backend), judgements.merged()
        self.judgements = judgements
        if old == new:
            return False
        self._may_write()
        self._recent.forget()
        things = [iri for iri in {*old, *new} if old.get(iri) != new.get(iri)]
        changes = []
        for article in self._mentioning(things):
            leaving = self._leaving(article)
            source = t.plain(next(o for _, p, o in leaving.before if p == v.SOURCE))
            changes.append(replace(leaving, coming=of_graph(source, article, tuple(sorted(leaving.before)))))
        delta = merge.plan(self.backend, changes, from_mapping(old), judgements)
        bookkeeping.note_merged(delta, old, new)
        self._written(delta)
        return True

    def stamps(self, names: Collection[str] | None = None) -> dict[str, str]:
        """The state in which each file was stored, by its name; a file of which an article changed since is missing.

        Given names, the others may be left out, which is quicker for few.
        """
        return bookkeeping.stamps(self.backend, names)

    def stamp(self, values: Mapping[str, str]) -> None:
        """Note the state of files beside the graph as it is, by name; a later change belongs to another run."""
        delta = Delta()
        bookkeeping.note_stamps(self.backend, delta, (), values)
        if delta:
            self._may_write()
            self.backend.commit(delta)
        self._run = 0

    @property
    def last_run(self) -> int:
        """The number of the last run that changed something, 0 before the first."""
        return self._run or history.latest(self.backend)

    def counts(self) -> dict[str, int]:
        """The number of things of each class and of statements of each relation, by IRI; no zeros."""
        return counting.counts(self.backend)

    def _store(self, batch: list[Prepared]) -> Added:
        latest = {prepared.source: prepared for prepared in batch}
        stored = self.backend.pointing(v.SOURCE, [t.text(source) for source in latest])
        noted = self.backend.described({iri for found in stored.values() for iri in found}, (), v.BUILD)
        done, replaced = Added(), set()
        plain: list[Change] = []
        changes: list[Change] = []
        for source, prepared in latest.items():
            me, old = prepared.article, stored[t.text(source)]
            if old == [me] and noted[me] == set(prepared.notes):
                done += Added(unchanged=1)
            elif old:
                # The old one goes and the new one comes in one transaction.
                changes += [self._leaving(iri) for iri in old if iri != me]
                changes.append(replace(self._leaving(me), coming=prepared))
                replaced.add(source)
                done += Added(replaced=1)
            else:
                new = Change(me, coming=prepared)
                (plain if merge.is_plain(new, self.judgements) else changes).append(new)
                done += Added(new=1)
        stamps = dict(prepared.stamp for prepared in batch if prepared.stamp)
        if plain and changes:
            self._commit(plain, set(), {})
            plain = []
        self._commit(plain + changes, replaced, stamps)
        return done

    def _leaving(self, article: str) -> Change:
        noted = self.backend.described([article], (), v.BUILD)[article]
        return Change(article, tuple(self.backend.graph(article)), tuple(noted))

    def _commit(self, changes: list[Change], touched: set[str], stamps: Mapping[str, str]) -> None:
        """Store changes; `touched` are the sources that lose something, `stamps` the states of files stored now."""
        self._may_write()
        try:
            if all(merge.is_plain(change, self.judgements) for change in changes):
                delta = merge.plan_added(self.backend, changes, self.judgements, self._recent)
            else:
                self._recent.forget()
                delta = merge.plan(self.backend, changes, self.judgements, self.judgements)
            bookkeeping.note_stamps(self.backend, delta, touched, stamps)
            if delta:
                self._written(delta)
        except BaseException:
            self._recent.forget()
            raise

    def _written(self, delta: Delta) -> None:
        run = history.note(self.backend, delta, self._run)
        self.backend.commit(delta)
        self._run = run

    def _may_write(self) -> None:
        if self.backend.read_only:
            raise StoreError("the store was opened for reading only", where=self.location, remedy="open it for writing")

    def _mentioning(self, things: Iterable[str]) -> list[str]:
        """The graphs of the articles that name one of some things."""
        nodes = " ".join(sorted(map(t.iri, things)))
        either = f"{{ GRAPH ?g {{ ?thing a ?kind }} }} UNION {{ GRAPH ?g {{ ?part {v.WITHIN} ?thing }} }}"
        rows = self.select(f"SELECT DISTINCT ?g {{ VALUES ?thing {{ {nodes} }} {either} }}")
        return sorted(str(graph) for (graph,) in rows)

    # Reading

    def articles(self) -> list[ArticleInfo]:
        """All articles, by source."""
        return sorted(articles_of(self.backend), key=lambda info: (info.source, info.iri))

    def sources(self, prefix: str = "") -> list[str]:
        """The sources of all articles that begin so, in order."""
        starts = f"FILTER(STRSTARTS(?source, {t.text(prefix)}))" if prefix else ""
        rows = self.select(f"SELECT ?source {{ ?article {v.SOURCE} ?source {starts} }}")
        return sorted(source.value for (source,) in rows)

    def select(self, sparql: str) -> Rows:
        """The rows of a SELECT over the default graph, with `GRAPH` over the articles' graphs.

        The usual prefixes need not be declared. Raises QueryError for what is no SELECT.
        """
        return select(self.backend, sparql, ontology.prefixes())

    def lines(self, graph: str | None = None) -> Iterator[str]:
        """The triples of a graph as N-Triples lines in code point order; of the default graph if none is named."""
        if not graph and self._sorted:
            return file_lines(self._sorted)
        name = t.iri(graph) if graph else DEFAULT
        return sorted_lines(self.backend.lines(name))

    @contextmanager
    def sorted_once(self) -> Iterator[None]:
        """Keep the lines of the default graph for all who ask for them inside, where nothing is written."""
        with TemporaryDirectory() as folder:
            file = Path(folder) / "lines"
            with file.open("w", encoding="utf-8", newline="\n") as to:
                to.writelines(self.lines())
            self._sorted = file
            try:
                yield
            finally:
                self._sorted = None

    def quads(self, graph: str | None = None) -> Iterator[ox.Quad]:
        """The triples of a graph as quads of pyoxigraph, in the order of `lines`."""
        place = ox.NamedNode(graph) if graph else ox.DefaultGraph()
        for lines in chunks(self.lines(graph), 5_000):
            for quad in ox.parse("".join(lines), ox.RdfFormat.N_TRIPLES):
                yield ox.Quad(quad.subject, quad.predicate, quad.object, place)

    def graphs(self) -> list[str]:
        """The IRIs of all articles' graphs, in order."""
        return sorted(t.unwrap(name) for name in self.backend.graphs() if name != v.BUILD)

    def _by_name(self, article: str) -> list[str]:
        if article.startswith(ids.ID + "article/") and self._facts(iri := t.iri(article)):
            return [iri]
        literal = t.text(article)
        return self.backend.pointing(v.SOURCE, [literal])[literal]

    def _facts(self, article: str) -> set[tuple[str, str]]:
        return self.backend.described([article], (v.SOURCE,))[article]

    @property
    def dataset(self) -> rdflib.Dataset:
        """The store as an rdflib Dataset, for reading and for rdflib's own tools; write through this class only."""
        if self._dataset is None:
            from kg.store.rdflib_view import dataset

            self._dataset = dataset(self.backend)
        return self._dataset

    # Closing

    def close(self) -> None:
        """Finish writing and let the next one in; a closed store answers nothing."""
        self._dataset = None
        try:
            self.backend.close()
        finally:
            if self._lock:
                self._lock.release()

    def __enter__(self) -> Self:
        """The store itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        self.close()
