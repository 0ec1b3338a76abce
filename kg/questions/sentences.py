"""What a statement rests on, for those who read a row: one sentence, and the article that it stands in."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from kg import ids
from kg.store import terms as t
from kg.store import vocab as v
from kg.store.backends import Backend
from kg.store.listing import batched, select

STATEMENTS: Final = ids.ID + "statement/"
EVIDENCE: Final = ids.ID + "evidence/"

# Nodes asked about in one query; some servers refuse longer ones.
_NODES: Final = 400

# What must hold comes first: what stands behind an OPTIONAL is looked for in the whole graph.
_READINGS: Final = f"?node {v.HAS_EVIDENCE} ?reading"
_RANKED: Final = f"""{_READINGS} .
  ?reading {v.READING_CONFIDENCE} ?confidence ; {v.OF_ARTICLE} ?article .
  OPTIONAL {{ ?article {v.ISSUED} ?issued }}
  OPTIONAL {{ ?node {v.STATUS} ?status }}
  OPTIONAL {{ ?reading {v.READING_STATUS} ?read }}
  BIND(BOUND(?status) && (!BOUND(?read) || ?read != ?status) AS ?other)"""
_SAID: Final = f"""?node {v.EXACT} ?quote ; {v.OF_ARTICLE} ?article .
  ?article {v.SOURCE} ?source .
  OPTIONAL {{ ?article {v.TITLE} ?title }}
  OPTIONAL {{ ?article {v.ISSUED} ?issued }}"""


def sentences(nodes: Collection[str], backend: Backend) -> dict[str, str]:
    """The sentence of each statement and each piece of evidence among the nodes, with title, day and file behind it.

    Of the sentences of a statement one that tells how far it has come is taken, if any does; of several the one that
    was read with the most confidence, and of those one of the earliest article.
    """
    chosen = _chosen([node for node in nodes if node.startswith(STATEMENTS)], backend)
    readings = {*chosen.values(), *(node for node in nodes if node.startswith(EVIDENCE))}
    found = {}
    for reading, quote, title, issued, source in _told(readings, _SAID, "?quote ?title ?issued ?source", backend):
        where = " ".join(part for part in (f"《{title}》" if title else "", issued[:10], source) if part)
        found[reading] = f"“{quote}” — {where}"
    return found | {statement: found[reading] for statement, reading in chosen.items()}


def _chosen(statements: Collection[str], backend: Backend) -> dict[str, str]:
    """One piece of evidence for each statement. Most have no other; what is said is read of the chosen ones alone."""
    found: dict[str, str] = {}
    several: set[str] = set()
    for statement, reading in _told(statements, _READINGS, "?reading", backend):
        several |= {statement} & found.keys()
        found[statement] = reading
    best: dict[str, tuple[bool, float, str, str]] = {}
    for statement, reading, other, confidence, issued in _told(
        several, _RANKED, "?reading ?other ?confidence ?issued", backend
    ):
        rank = (other == "true", -float(confidence), issued, reading)
        best[statement] = min(rank, best.get(statement, rank))
    return found | {statement: reading for statement, (*_, reading) in best.items()}


def _told(nodes: Collection[str], pattern: str, names: str, backend: Backend) -> Iterator[tuple[str, ...]]:
    """Each `?node` with the values of the variables that a pattern gives it, "" for those without one."""
    for some in batched(sorted(nodes), _NODES):
        values = " ".join(f"({at} {t.iri(node)})" for at, node in enumerate(some))
        for at, *row in select(backend, f"SELECT ?at {names} {{ VALUES (?at ?node) {{ {values} }} {pattern} }}"):
            yield some[int(at.value)], *(term.value if term else "" for term in row)
