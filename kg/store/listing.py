"""Reading a store in a fixed order: its articles, its rows, its triples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from heapq import merge
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any, Final

import pyoxigraph as ox

from kg.errors import QueryError, StoreError
from kg.store import vocab as v
from kg.store.backends import Backend

# Lines sorted in memory at once; a larger graph is sorted in runs on disk.
RUN: Final = 500_000

_ARTICLES: Final = f"""SELECT ?article ?source ?title ?publisher ?issued ?url ?origin WHERE {{
  ?article a {v.ARTICLE} ; {v.SOURCE} ?source .
  OPTIONAL {{ ?article {v.TITLE} ?title }}
  OPTIONAL {{ ?article {v.PUBLISHER} ?publisher }}
  OPTIONAL {{ ?article {v.ISSUED} ?issued }}
  OPTIONAL {{ ?article {v.URL} ?url }}
  OPTIONAL {{ ?article {v.ORIGIN} ?origin }}
}}"""


@dataclass(frozen=True, slots=True)
class ArticleInfo:
    """What the store knows of an article besides its text; empty where the article did not say."""

    iri: str
    source: str
    title: str
    publisher: str = ""
    published: datetime | None = None
    url: str = ""
    origin: str = ""


class Rows(Iterator[tuple[Any, ...]]):
    """The answer of a SELECT, read once: `variables` in order, rows of pyoxigraph terms, None where unbound."""

    def __init__(self, solutions: ox.QuerySolutions, location: str) -> None:
        """Take over a running query on the store at a location."""
        self.variables = tuple(variable.value for variable in solutions.variables)
        self._rows = _rows(solutions, location)

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        """The rows that are left; quicker than taking each by itself."""
        return self._rows

    def __next__(self) -> tuple[Any, ...]:
        """The next row. Raises StoreError if the store is damaged where it stands."""
        return next(self._rows)


def _rows(solutions: ox.QuerySolutions, location: str) -> Iterator[tuple[Any, ...]]:
    try:
        yield from map(tuple, solutions)
    except (OSError, RuntimeError) as error:
        remedy = "kg check --repair saves what can be read 可用 kg check --repair 抢救"
        raise StoreError(f"the query broke off: {error}", where=location, remedy=remedy) from error


def select(backend: Backend, sparql: str, prefixes: Mapping[str, str] | None = None) -> Rows:
    """The rows of a SELECT. Raises QueryError for anything else."""
    found = backend.query(sparql, prefixes)
    if not isinstance(found, ox.QuerySolutions):
        raise QueryError("not a SELECT query", remedy="begin with SELECT 请以 SELECT 开头")
    return Rows(found, backend.location)


def articles_of(backend: Backend) -> Iterator[ArticleInfo]:
    """All articles, in no order: to sort in the engine would never end where the store is damaged."""
    for row in select(backend, _ARTICLES):
        iri, source, title, publisher, issued, url, origin = (term.value if term else "" for term in row)
        published = datetime.fromisoformat(issued) if issued else None
        yield ArticleInfo(iri, source, title, publisher, published, url, origin)


def sorted_lines(lines: Iterable[str]) -> Iterator[str]:
    """Lines in code point order; memory stays bounded, as long inputs are sorted in runs on disk."""
    runs: list[IO[str]] = []
    run: list[str] = []
    for line in lines:
        run.append(line)
        if len(run) == RUN:
            runs.append(_spill(run))
            run = []
    run.sort()
    if not runs:
        yield from run
        return
    yield from merge(*runs, run)
    for file in runs:
        file.close()


def file_lines(path: Path) -> Iterator[str]:
    """The lines of a file, which end at line feeds only."""
    with path.open(encoding="utf-8", newline="\n") as lines:
        yield from lines


def _spill(run: list[str]) -> IO[str]:
    run.sort()
    # Stays open until its lines have been merged, and vanishes when closed.
    file = TemporaryFile("w+", encoding="utf-8", newline="\n")  # noqa: SIM115
    file.writelines(run)
    file.seek(0)
    return file
