"""The store's log: which facts each run of the program added to the graph or withdrew from it, kept in the build graph.

A run is what one program writes between opening the store and closing it. The first run of a store is not told fact
by fact, since all that it wrote was new. The log is about the way to the graph, so it stands in no export.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final

from kg import ids
from kg.store import terms as t
from kg.store import vocab as v
from kg.store.backends import DEFAULT, Backend, Delta
from kg.store.bookkeeping import note_format
from kg.store.listing import select

NUMBER: Final = v.sc("runNumber")
ADDED_IN: Final = v.sc("addedIn")
WITHDRAWN_IN: Final = v.sc("withdrawnIn")

_CREATED: Final = "<http://purl.org/dc/terms/created>"
_ENDS: Final = (v.SUBJECT, v.PREDICATE, v.OBJECT)
_LOG: Final = (ADDED_IN, WITHDRAWN_IN, *_ENDS)


def note(backend: Backend, delta: Delta, run: int) -> int:
    """Add to a delta what it means for the log, and return the number of the run; 0 stands for one not yet begun."""
    if not run:
        run = latest(backend) + 1
        if run == 1:
            note_format(delta)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        delta.insert |= {
            (_run(run), NUMBER, t.typed(str(run), "integer"), v.BUILD),
            (_run(run), _CREATED, t.typed(now, "dateTime"), v.BUILD),
        }
    if run > 1:
        added, withdrawn = _statements(delta.insert), _statements(delta.delete)
        _tell(backend, delta, run, added - withdrawn, withdrawn - added)
    return run


def _statements(quads: Iterable[tuple[str, str, str, str]]) -> set[str]:
    """The statements of which these quads give or take the number of origins, which every statement has once."""
    return {s for s, p, _, g in quads if p == v.SUPPORT and g == DEFAULT}


def _tell(backend: Backend, delta: Delta, run: int, added: set[str], withdrawn: set[str]) -> None:
    """Replace what the log says of some statements: only the last change of each is kept."""
    me, ends = _run(run), _ends(delta, withdrawn)
    for statement, told in backend.described(sorted(added | withdrawn), _LOG, v.BUILD).items():
        now = {(ADDED_IN, me)} if statement in added else {(WITHDRAWN_IN, me), *ends[statement]}
        # What this very run did and undid is no change.
        undone = {(WITHDRAWN_IN, me), (ADDED_IN, me)} & told
        after = set() if undone else now
        delta.restate(statement, told, after, v.BUILD)


def _ends(delta: Delta, statements: set[str]) -> dict[str, set[tuple[str, str]]]:
    """Subject, predicate and object of statements that go."""
    found: dict[str, set[tuple[str, str]]] = {statement: set() for statement in statements}
    for s, p, o, g in delta.delete:
        if g == DEFAULT and p in _ENDS and s in found:
            found[s].add((p, o))
    return found


def latest(backend: Backend) -> int:
    """The number of the last run, 0 before the first."""
    found = select(backend, f"SELECT ?n {{ GRAPH {v.BUILD} {{ ?run {NUMBER} ?n }} }}")
    return max((int(number.value) for (number,) in found), default=0)


def _run(number: int) -> str:
    return f"<{ids.ID}run/{number}>"
