"""What the store notes about itself, in the build graph: its format, digests, stamps, what was merged."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Final

from kg import ids
from kg.errors import StoreError
from kg.store import terms as t
from kg.store import vocab as v
from kg.store.backends import DEFAULT, Backend, Delta
from kg.store.listing import select
from kg.store.view import one

FORMAT: Final = "3"
# For more files than this it is quicker to read all stamps than to look each up.
_FEW: Final = 1_000
_FILES: Final = f"<{ids.ID}file/"


def check_format(backend: Backend) -> None:
    """Raise StoreError if the store is of another format, none of ours, or one that mixes the graphs."""
    # Whoever writes to a server notes that in the build graph first, so that even an empty one shows.
    if backend.described([v.BUILD])[v.BUILD]:
        remedy = "turn that off (Oxigraph: --union-default-graph, Fuseki: tdb2:unionDefaultGraph)"
        raise StoreError("the server shows all graphs as its default graph", where=backend.location, remedy=remedy)
    found = one(backend.described([v.BUILD], (v.FORMAT_VERSION,), v.BUILD)[v.BUILD], v.FORMAT_VERSION)
    if (found and t.plain(found) == FORMAT) or (not found and _is_empty(backend)):
        return
    what = (
        f"the store has format {t.plain(found)}, this program writes format {FORMAT}" if found else "not a store of kg"
    )
    raise StoreError(what, where=backend.location, remedy="build into another --store, or use the version that made it")


def note_format(delta: Delta) -> None:
    """Add the format to the first delta of a store."""
    # Not written before: into a store that holds nothing at all, the first table files go without being joined.
    delta.insert.add((v.BUILD, v.FORMAT_VERSION, t.text(FORMAT), v.BUILD))


def _is_empty(backend: Backend) -> bool:
    return next(iter(backend.graph(DEFAULT)), None) is None and set(backend.graphs()) <= {v.BUILD}


def note_stamps(backend: Backend, delta: Delta, touched: Iterable[str], stamps: Mapping[str, str]) -> None:
    """Add to a delta the stamps of files by name, and forget those of files of which an article was touched."""
    wanted = {_file(name): {(v.SOURCE, t.text(name)), (v.STAMP, t.text(value))} for name, value in stamps.items()}
    forgotten = {_file(name) for source in touched for name in _names(source)}
    for file, pairs in backend.described(sorted(forgotten | wanted.keys()), (), v.BUILD).items():
        delta.restate(file, pairs, wanted.get(file, ()), v.BUILD)


def stamps(backend: Backend, names: Collection[str] | None = None) -> dict[str, str]:
    """The stamp of each file by name, or of those that are named only."""
    if names is not None and len(names) <= _FEW:
        noted = backend.described([_file(name) for name in names], (v.STAMP,), v.BUILD)
        return {name: t.plain(stamp) for name in names if (stamp := one(noted[_file(name)], v.STAMP))}
    found = select(backend, f"SELECT ?name ?stamp {{ GRAPH {v.BUILD} {{ ?f {v.STAMP} ?stamp ; {v.SOURCE} ?name }} }}")
    return {name.value: value.value for name, value in found}


def merged(backend: Backend) -> dict[str, str]:
    """Each thing that the graph shows merged into another, with that other, whether or not an article names it."""
    found = select(backend, f"SELECT ?old ?new {{ GRAPH {v.BUILD} {{ ?old {v.MERGED_INTO} ?new }} }}")
    return {old.value: new.value for old, new in found}


def note_merged(delta: Delta, old: Mapping[str, str], new: Mapping[str, str]) -> None:
    """Add to a delta what the graph shows merged from now on."""
    for iri in {*old, *new}:
        before, after = ([(v.MERGED_INTO, t.iri(side[iri]))] if iri in side else [] for side in (old, new))
        delta.restate(t.iri(iri), before, after, v.BUILD)


def judged(backend: Backend) -> tuple[str, tuple[str, ...]]:
    """The table of judgements that the store was last opened with, and the lines that it had; "" if none is noted."""
    noted = backend.described([v.BUILD], (v.JUDGED_IN, v.JUDGEMENT), v.BUILD)[v.BUILD]
    lines = sorted(t.plain(line) for predicate, line in noted if predicate == v.JUDGEMENT)
    table = one(noted, v.JUDGED_IN)
    return t.plain(table) if table else "", tuple(lines)


def note_judged(backend: Backend, delta: Delta, table: str, lines: Iterable[str]) -> None:
    """Add to a delta which table of judgements holds from now on, and its lines."""
    noted = backend.described([v.BUILD], (v.JUDGED_IN, v.JUDGEMENT), v.BUILD)[v.BUILD]
    wanted = {(v.JUDGED_IN, t.text(table)), *((v.JUDGEMENT, t.text(line)) for line in lines)}
    delta.restate(v.BUILD, noted, wanted, v.BUILD)


def _file(name: str) -> str:
    return f"{_FILES}{ids.content_key(name)}>"


def _names(source: str) -> list[str]:
    """The names of the files that an article may come from: `news.jsonl#3` is of `news.jsonl`."""
    return [source] + [source[:at] for at, sign in enumerate(source) if sign == "#"]
