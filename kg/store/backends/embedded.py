"""Oxigraph in this process: in memory, or in a folder on disk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from itertools import chain, islice
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING, Final

import pyoxigraph as ox

from kg.errors import QueryError, StoreError
from kg.store import terms as t
from kg.store import vocab as v
from kg.store.backends import DEFAULT, Delta, sums, tables
from kg.store.backends.leaving import Leaving
from kg.store.backends.memory import give_back
from kg.store.backends.native import graph_of, name_of, named, pair_of, term
from kg.store.backends.seen import Seen
from kg.store.backends.stream import as_file
from kg.store.backends.update import deletion, insertion
from kg.store.terms import Triple, unwrap

if TYPE_CHECKING:
    from concurrent.futures import Future

MEMORY: Final = "memory"
"""The location of a store that has no folder."""

# Below this many quads, one SPARQL Update is quickest; above this many bytes, new table files are.
SMALL: Final = 2_000
LARGE: Final = 1_000_000
# The table files are joined after a build that wrote this share of their bytes, or if that takes a moment.
_MUCH: Final = 0.2
_QUICK: Final = 1 << 25
# So many quads that are to go are held at most.
_LEFT: Final = 50_000

# Up to so many predicates of a node are looked up one by one; for more, all that is said of it is read, and of so many
# nodes together.
_FEW: Final = 3
_ASKED: Final = 5_000
# So many quads are read at once rather than asked for one object at a time.
_SCANNED: Final = 50

# A graph of more bytes than this is put on disk while its lines are read.
_HELD: Final = 1 << 26
# The graphs of which it is noted what was written into them.
_NOTED: Final = (DEFAULT, v.BUILD)

_UNREADABLE: Final = "the store is damaged"
_REPAIR: Final = "kg check --repair saves what can be read; or delete the folder and build again from the articles"
_DAMAGE: Final = "Corruption"
_FULL: Final = ("No space left", "File too large", "Disk quota")


class Embedded:
    """A pyoxigraph store behind the back end's methods."""

    def __init__(self, path: Path | None = None, *, read_only: bool = False) -> None:
        """Open the folder, or memory where there is none. Raises StoreError for a folder that cannot be opened."""
        self.location = str(path.parent) if path else MEMORY
        self._path, self._written = path, 0
        self.read_only = read_only
        with self._guard("the store cannot be opened"):
            if path is None:
                self._engine = ox.Store()
            else:
                self._engine = ox.Store.read_only(str(path)) if read_only else ox.Store(str(path))
            # Of a store that was empty all is known that was ever written, so that most questions about what is new
            # need not be asked.
            self._seen = Seen() if not read_only and next(iter(self._engine), None) is None else None
        self._leaving = Leaving()
        self._joining: Future[None] | None = None

    @property
    def engine(self) -> ox.Store:
        """The engine, with nothing in its tables that is to go."""
        if self._leaving.size:
            self.finish()
        return self._engine

    def described(
        self, nodes: Collection[str], predicates: Sequence[str] = (), graph: str = DEFAULT
    ) -> dict[str, set[tuple[str, str]]]:
        """Predicate and object of each node in one graph."""
        with self._guard(_UNREADABLE):
            place, find = graph_of(graph), self._engine.quads_for_pattern
            found: dict[str, set[tuple[str, str]]] = {node: set() for node in nodes}
            known = self._known(graph, found)
            if not predicates:
                for node in known:
                    found[node] = {pair_of(q) for q in find(named(node), None, None, place)}
            elif len(predicates) > _FEW:
                # Most of what is read is not asked for, so it is not made into terms either.
                wanted = {unwrap(p): p for p in predicates}
                for subject, by, obj in self._read(known, predicates, graph):
                    found[str(subject)].add((wanted[by.value], str(obj)))
            else:
                asked = [(p, named(p)) for p in predicates]
                for node in known:
                    me = named(node)
                    found[node] = {(p, str(q.object)) for p, by in asked for q in find(me, by, None, place)}
            for node in known if self._leaving.size else ():
                found[node].difference_update(self._leaving.of(node, graph))
            return found

    def _read(self, nodes: Sequence[str], predicates: Sequence[str], graph: str) -> Iterator[ox.QuerySolution]:
        for at in range(0, len(nodes), _ASKED):
            said = f"VALUES ?s {{ {' '.join(nodes[at : at + _ASKED])} }} ?s ?p ?o"
            place = f"GRAPH {graph} {{ {said} }}" if graph else said
            found = self._engine.query(f"SELECT ?s ?p ?o {{ {place} FILTER(?p IN ({', '.join(predicates)})) }}")
            assert isinstance(found, ox.QuerySolutions)
            yield from found

    def pointing(self, predicate: str, objects: Collection[str], graph: str = DEFAULT) -> dict[str, list[str]]:
        """The subjects that point to each object by the predicate in one graph."""
        with self._guard(_UNREADABLE):
            place, by, find = graph_of(graph), named(predicate), self._engine.quads_for_pattern
            found: dict[str, list[str]] = {obj: [] for obj in objects}
            # Nothing is written into the build graph but by `insert`, where all objects are noted.
            for obj in self._known(graph, found) if graph == v.BUILD else found:
                subjects = (str(quad.subject) for quad in find(None, by, term(obj), place))
                found[obj] = [s for s in subjects if (predicate, obj) not in self._leaving.of(s, graph)]
            return found

    def tally(self, triples: Collection[Triple], without: Collection[str], limit: int = 0) -> dict[Triple, int]:
        """In how many article graphs each triple stands."""
        left_out = frozenset({DEFAULT, v.BUILD, *without})
        together: dict[tuple[str, str], list[Triple]] = {}
        for triple in triples:
            together.setdefault(triple[:2], []).append(triple)
        found: dict[Triple, int] = {}
        with self._guard(_UNREADABLE):
            for (subject, predicate), some in together.items():
                me, by = named(subject), named(predicate)
                said = self._objects(me, by, left_out) if len(some) > _FEW else None
                for triple in some:
                    if count := self._count(me, by, triple[2], left_out, limit) if said is None else said[triple[2]]:
                        found[triple] = min(count, limit or count)
        return found

    def _count(self, me: ox.NamedNode, by: ox.NamedNode, obj: str, left_out: Collection[str], limit: int) -> int:
        graphs = (name_of(quad.graph_name) for quad in self._engine.quads_for_pattern(me, by, term(obj), None))
        return sum(1 for _ in islice((graph for graph in graphs if graph not in left_out), limit or None))

    def _objects(self, me: ox.NamedNode, by: ox.NamedNode, left_out: Collection[str]) -> Counter[str] | None:
        """In how many graphs each object stands, or None where that would be long to read."""
        quads = list(islice(self._engine.quads_for_pattern(me, by, None, None), _SCANNED + 1))
        if len(quads) > _SCANNED:
            return None
        return Counter(str(quad.object) for quad in quads if name_of(quad.graph_name) not in left_out)

    def graph(self, name: str) -> Iterator[Triple]:
        """All triples of a graph."""
        with self._guard(_UNREADABLE):
            for quad in self.engine.quads_for_pattern(None, None, None, graph_of(name)):
                yield str(quad.subject), str(quad.predicate), str(quad.object)

    def lines(self, name: str) -> Iterator[str]:
        """All triples of a graph as lines of N-Triples."""
        with SpooledTemporaryFile(_HELD) as file:
            self.save(name, file)
            file.seek(0)
            yield from TextIOWrapper(file, encoding="utf-8", newline="\n")

    def save(self, name: str, to: IO[bytes]) -> None:
        """Write a graph as N-Triples."""
        with self._guard(_UNREADABLE):
            self.engine.dump(to, ox.RdfFormat.N_TRIPLES, from_graph=graph_of(name))

    def graphs(self) -> Iterator[str]:
        """The names of the named graphs."""
        with self._guard(_UNREADABLE):
            for name in self._engine.named_graphs():
                yield str(name)

    def commit(self, delta: Delta) -> None:
        """Apply a change, as a whole even if the process is killed on the way."""
        self._wait()
        with self._guard("the change was not stored"):
            if self._leaving.meets(delta.insert):
                self.finish()
            self._note(delta)
            self._written += delta.size
            size = len(delta.insert) + len(delta.delete)
            if delta.delete and size < SMALL and not delta.lines:
                self._engine.update(deletion(delta) + insertion(delta))
                return
            # What is to go is noted with what comes, so that the next one to open the store can finish the work.
            journal = f"{v.BUILD} {v.JOURNAL} {t.text(deletion(delta))} {v.BUILD} .\n" if delta.delete else ""
            self._load(chain(delta.added(), [journal.encode()]), delta.size)
            # New articles replace nothing but what follows from them, where nobody looks but through this class.
            self._leaving.add(delta.delete)
            if not (self._path and delta.lines and delta.size > LARGE) or self._leaving.size > _LEFT:
                self.finish()

    def settle(self) -> None:
        """Begin to join the table files where much of what they hold is new or they are soon joined.

        Questions take a third longer as soon as one small table lies beside the large ones. Meanwhile all can be read;
        who wants to write or to close waits.
        """
        self._wait()
        if not self._path or not self._written:
            return
        with self._guard("the tables were not joined"):
            self.finish()
            held = tables.size(self._path)
            if held < _QUICK or self._written > held * _MUCH:
                self._joining = tables.join(self._engine)
                self._written = 0

    def _wait(self) -> None:
        if self._joining:
            joining, self._joining = self._joining, None
            with self._guard("the tables were not joined"):
                joining.result()

    def unfinished(self) -> bool:
        """Whether a commit was cut off after what comes and before what goes."""
        return bool(self._journal())

    def finish(self) -> None:
        """Take away what commits noted as to go."""
        if journal := self._journal():
            gone = "".join(t.plain(update) for _, update in journal)
            self._engine.update(f"{gone}DELETE WHERE {{ GRAPH {v.BUILD} {{ {v.BUILD} {v.JOURNAL} ?update }} }}")
        self._leaving = Leaving()

    def _journal(self) -> set[tuple[str, str]]:
        return self.described([v.BUILD], (v.JOURNAL,), v.BUILD)[v.BUILD]

    def _load(self, blocks: Iterable[bytes], size: int) -> None:
        """Add N-Quads at once: as table files where there are many, which is faster, else in a transaction."""
        # Lenient, as all IRIs were checked when their terms were made.
        if self._path and size > LARGE:
            self._engine.bulk_load(as_file(blocks), ox.RdfFormat.N_QUADS, lenient=True)
            # Most of what it took lies about in pieces, and would be added to what the next load takes.
            give_back()
        else:
            self._engine.load(as_file(blocks), ox.RdfFormat.N_QUADS, lenient=True)

    def _note(self, delta: Delta) -> None:
        """Remember the subjects in the default and the build graph, and the objects in the latter."""
        if self._seen is not None:
            self._seen.add(delta.nodes | {s for s, _, _, graph in delta.insert if graph == DEFAULT})
            noted = {(s, o) for s, _, o, graph in delta.insert if graph == v.BUILD}
            # The journal is noted in the build graph under its own name.
            self._seen.add(v.BUILD + node for node in {v.BUILD, *(node for pair in noted for node in pair)})

    def _known(self, graph: str, nodes: Iterable[str]) -> list[str]:
        """The nodes that a graph may hold."""
        if self._seen is None or graph not in _NOTED:
            return list(nodes)
        return self._seen.among(nodes, graph)

    def query(
        self, sparql: str, prefixes: Mapping[str, str] | None = None
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """The result of a SPARQL query."""
        with self._guard(_UNREADABLE):
            try:
                return self.engine.query(sparql, prefixes=dict(prefixes or {}))
            except SyntaxError as error:
                raise QueryError(f"not SPARQL: {error.msg}", where=f"line {error.lineno}") from error

    def close(self) -> None:
        """Write what is buffered and let go."""
        try:
            self._wait()
            if not self.read_only and self._path:
                with self._guard("the last changes were not written"):
                    self.engine.flush()
        finally:
            del self._engine
        if not self.read_only and self._path:
            with self._guard("the sums of the tables were not noted"):
                sums.note(self._path)

    def damaged(self) -> Sequence[str]:
        """The table files that no longer hold what was written into them, none in memory."""
        with self._guard(_UNREADABLE):
            return [str(file) for file in sums.damaged(self._path)] if self._path else []

    @contextmanager
    def _guard(self, what: str) -> Iterator[None]:
        """Turn what the engine complains of into a StoreError."""
        try:
            yield
        except (OSError, SyntaxError, RuntimeError, ValueError) as error:
            full = any(sign in str(error) for sign in _FULL)
            remedy = "make room on the disk; what was stored before stays" if full else _REPAIR
            # What was being done when damage was met may be in the store all the same.
            told = _UNREADABLE if _DAMAGE in str(error) else what
            raise StoreError(f"{told}: {error}", where=self.location, remedy=remedy) from error
