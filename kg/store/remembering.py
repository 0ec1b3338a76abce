"""Which table of judgements a store was last opened with: it is noted, with its rows, and holds until another is named.

Else a merge would be undone by the next command that does not name the table, or is given in another folder.
"""

from __future__ import annotations

from kg.store import bookkeeping
from kg.store import judgements as judged
from kg.store.backends import Backend, Delta
from kg.store.judgements import SAME, Judgements, Row


def remembered(backend: Backend) -> Judgements:
    """The judgements that a store was last opened with, else those that hold here. Raises LexiconError."""
    table, lines = bookkeeping.judged(backend)
    return judged.kept(table, lines) if table else judged.load()


def remember(backend: Backend, judgements: Judgements) -> tuple[Row, ...]:
    """Note the table of some judgements and its rows; return the rows about two things of whom it has none any more.

    A table without rows is not noted, unless somebody named it. Raises StoreError.
    """
    table, lines = bookkeeping.judged(backend)
    if judgements.table and (table or judgements.rows or judgements.table != judged.here()):
        delta = Delta()
        bookkeeping.note_judged(backend, delta, str(judgements.table), map(str, judgements.rows))
        if delta:
            backend.commit(delta)
    if not table:
        return _undone(backend, judgements)
    pairs = {row.pair for row in judgements.rows}
    return tuple(row for row in judged.of_lines(lines) if row.pair not in pairs)


def _undone(backend: Backend, judgements: Judgements) -> tuple[Row, ...]:
    """What a store that notes no table, as those of earlier versions, shows merged and these judgements do not."""
    merged = sorted(bookkeeping.merged(backend).items())
    return tuple(Row(SAME, a, b) for a, b in merged if judgements.canonical(a) != judgements.canonical(b))
