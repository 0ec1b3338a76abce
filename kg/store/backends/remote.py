"""A SPARQL 1.1 server: query, update and, where it has one, the graph store protocol."""

from __future__ import annotations

import os
import socket
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import cached_property
from http import HTTPStatus
from typing import IO, Final
from urllib.parse import quote
from uuid import uuid4

import pyoxigraph as ox

from kg.errors import QueryError, StoreError
from kg.store import terms as t
from kg.store import vocab as v
from kg.store.backends import DEFAULT, Delta
from kg.store.backends.http import PROBE_SECONDS, QUERY, RESULTS, TRIPLES, UPDATE, Client, RefusalError
from kg.store.backends.update import deletion, insertion
from kg.store.chunks import NODES, chunks
from kg.store.terms import Triple

# Where servers have their services below the URL that is given: Oxigraph, Fuseki, RDF4J, or all at one URL.
_QUERIES: Final = ("/query", "/sparql", "")
_UPDATES: Final = ("/update", "/statements", "/query", "/sparql", "")
_GRAPHS: Final = ("/store", "/data", "/rdf-graphs/service")

# How a server says that a query is malformed, by the SPARQL 1.1 Protocol.
_MALFORMED: Final = 400
# A writer that has not written for so long is taken to be gone.
_GONE: Final = timedelta(minutes=10)
_CLAIM: Final = f"{v.BUILD} {v.WRITER} ?claim"


class Remote:
    """A server behind the back end's methods."""

    def __init__(self, url: str, *, read_only: bool = False) -> None:
        """Find the services below a URL, and become the writer unless only reading. Raises StoreError."""
        self.location, self.read_only = url.rstrip("/"), read_only
        self._client = Client(self.location)
        self.credentials = self._client.credentials
        self.query_url = self._service(_QUERIES, "ASK {}", QUERY)
        self.update_url = "" if read_only else self._service(_UPDATES, "INSERT DATA {}", UPDATE)
        self._me = f"{socket.gethostname()} {os.getpid()} {uuid4().hex}"
        if not read_only:
            self._lead()

    def described(
        self, nodes: Collection[str], predicates: Sequence[str] = (), graph: str = DEFAULT
    ) -> dict[str, set[tuple[str, str]]]:
        """Predicate and object of each node in one graph."""
        found: dict[str, set[tuple[str, str]]] = {node: set() for node in nodes}
        among = f"VALUES ?p {{ {' '.join(predicates)} }} " if predicates else ""
        for some in chunks(found, NODES):
            values = f"{among}VALUES ?s {{ {' '.join(some)} }}"
            for s, p, o in self._rows(f"SELECT ?s ?p ?o {{ {values} {_in(graph, '?s ?p ?o')} }}"):
                found[s].add((p, o))
        return found

    def pointing(self, predicate: str, objects: Collection[str], graph: str = DEFAULT) -> dict[str, list[str]]:
        """The subjects that point to each object by the predicate in one graph."""
        found: dict[str, list[str]] = {obj: [] for obj in objects}
        for some in chunks(found, NODES):
            values = f"VALUES ?o {{ {' '.join(some)} }}"
            for s, o in self._rows(f"SELECT ?s ?o {{ {values} {_in(graph, f'?s {predicate} ?o')} }}"):
                found[o].append(s)
        return found

    def tally(self, triples: Collection[Triple], without: Collection[str], limit: int = 0) -> dict[Triple, int]:
        """In how many article graphs each triple stands; the limit saves nothing here, and is not looked at."""
        del limit
        found: dict[Triple, int] = {}
        others = f"FILTER(?g NOT IN ({', '.join([v.BUILD, *without])}))"
        for some in chunks(triples, NODES):
            values = f"VALUES (?s ?p ?o) {{ {' '.join(f'({s} {p} {o})' for s, p, o in some)} }}"
            for s, p, o, _ in self._rows(f"SELECT ?s ?p ?o ?g {{ {values} GRAPH ?g {{ ?s ?p ?o }} {others} }}"):
                found[s, p, o] = found.get((s, p, o), 0) + 1
        return found

    def graph(self, name: str) -> Iterator[Triple]:
        """All triples of a graph."""
        for quad in ox.parse(self._triples(name), ox.RdfFormat.N_TRIPLES):
            yield str(quad.subject), str(quad.predicate), str(quad.object)

    def lines(self, name: str) -> Iterator[str]:
        """All triples of a graph as lines of N-Triples, spelt as we do, whatever the server's spelling."""
        return (f"{s} {p} {o} .\n" for s, p, o in self.graph(name))

    def save(self, name: str, to: IO[bytes]) -> None:
        """Write a graph as N-Triples."""
        to.write(self._triples(name))

    def graphs(self) -> Iterator[str]:
        """The names of the named graphs."""
        return (name for (name,) in self._rows("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"))

    def commit(self, delta: Delta) -> None:
        """Apply a change in one request, which a server carries out as a whole."""
        self._lead()
        self._client.ask(self.update_url, deletion(delta) + insertion(delta), UPDATE)

    def damaged(self) -> Sequence[str]:
        """None: the files are the server's."""
        return ()

    def settle(self) -> None:
        """Nothing: a server sees to that itself."""

    def query(
        self, sparql: str, prefixes: Mapping[str, str] | None = None
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """The result of a SPARQL query."""
        # All on the first line, so that the line numbers in error messages stay right.
        text = "".join(f"PREFIX {name}: <{space}> " for name, space in (prefixes or {}).items()) + sparql
        try:
            answer = self._client.ask(self.query_url, text, QUERY, f"{RESULTS}, {TRIPLES};q=0.9")
        except RefusalError as refused:
            if refused.status != _MALFORMED:
                raise
            raise QueryError(f"not SPARQL: {refused.reason}", where=self.location) from refused
        if answer.startswith(b"{"):
            return ox.parse_query_results(answer, ox.QueryResultsFormat.JSON)
        held = ox.Store()
        held.load(answer, ox.RdfFormat.N_TRIPLES)
        return held.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")

    def close(self) -> None:
        """Stop being the writer."""
        if not self.read_only:
            self._client.ask(
                self.update_url, f"DELETE WHERE {{ {_in(v.BUILD, f'{v.BUILD} {v.WRITER} ?any')} }}", UPDATE
            )

    def _rows(self, query: str) -> Iterator[tuple[str, ...]]:
        found = ox.parse_query_results(
            self._client.ask(self.query_url, query, QUERY, RESULTS), ox.QueryResultsFormat.JSON
        )
        assert isinstance(found, ox.QuerySolutions)
        return (tuple(map(str, row)) for row in found)

    def _triples(self, graph: str) -> bytes:
        """The graph by the graph store protocol, or by a query where the server does not have it."""
        if self._graph_url:
            which = f"graph={quote(t.unwrap(graph), safe='')}" if graph else "default"
            try:
                return self._client.ask(f"{self._graph_url}?{which}", accept=TRIPLES)
            except RefusalError as refused:
                if refused.status == HTTPStatus.NOT_FOUND:
                    return b""
                raise
        query = f"CONSTRUCT {{ ?s ?p ?o }} {{ {_in(graph, '?s ?p ?o')} }}"
        return self._client.ask(self.query_url, query, QUERY, TRIPLES)

    def _service(self, endings: Iterable[str], text: str, kind: str) -> str:
        """The first URL that understands a text that does nothing."""
        problem: StoreError | None = None
        for ending in endings:
            try:
                accept = RESULTS if kind == QUERY else "*/*"
                self._client.ask(self.location + ending, text, kind, accept, PROBE_SECONDS)
                return self.location + ending
            except RefusalError as refused:
                problem = problem or refused
        raise StoreError(f"no SPARQL {kind.rpartition('-')[2]} service there ({problem})", where=self.location)

    @cached_property
    def _graph_url(self) -> str:
        """The URL of the graph store protocol, "" where there is none; to find it out costs the whole default graph."""
        for ending in _GRAPHS:
            with suppress(RefusalError):
                self._client.ask(f"{self.location}{ending}?default", accept=TRIPLES)
                return self.location + ending
        return ""

    def _lead(self) -> None:
        """Be the one writer, or renew the claim. Raises StoreError if somebody else is."""
        now = datetime.now(UTC)
        claim, gone = f"{now.isoformat()} {self._me}", t.text((now - _GONE).isoformat())
        free = f'!BOUND(?claim) || STRAFTER(?claim, " ") = {t.text(self._me)} || STR(?claim) < {gone}'
        old, new = _in(v.BUILD, _CLAIM), _in(v.BUILD, f"{v.BUILD} {v.WRITER} {t.text(claim)}")
        text = f"DELETE {{ {old} }} INSERT {{ {new} }} WHERE {{ OPTIONAL {{ {old} }} FILTER({free}) }}"
        self._client.ask(self.update_url, text, UPDATE)
        found = {t.plain(text) for (text,) in self._rows(f"SELECT ?claim {{ {old} }}")}
        if found != {claim}:
            since, host, process, _ = min(found, default="? ? ? ?").split(" ")
            minutes = _GONE.seconds // 60
            remedy = f"wait until it has finished; a writer that was killed is forgotten after {minutes} minutes"
            what = f"the store is in use by process {process} on {host}, which wrote last at {since[:19]}Z"
            raise StoreError(what, where=self.location, remedy=remedy)


def _in(graph: str, pattern: str) -> str:
    return f"GRAPH {graph} {{ {pattern} }}" if graph else pattern
