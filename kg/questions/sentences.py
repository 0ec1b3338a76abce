"""What a statement rests on, for those who read a row: one sentence, and the article that it stands in."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, Final

from kg import ids
from kg.store import terms as t
from kg.store import vocab as v
from kg.store.backends import Backend
from kg.store.listing import batched, select

STATEMENTS: Final = ids.ID + "statement/"
EVIDENCE: Final = ids.ID + "evidence/"

# Nodes asked about in one query; some servers refuse longer ones.
_NODES: Final = 400

_TOLD: Final = "?quote ?title ?issued ?source"
# What must hold comes first: what stands behind an OPTIONAL is looked for in the whole graph.
_READING: Final = f"?reading {v.EXACT} ?quote ; {v.OF_ARTICLE} ?article . ?article {v.SOURCE} ?source ."
_IF_KNOWN: Final = f"OPTIONAL {{ ?article {v.TITLE} ?title }} OPTIONAL {{ ?article {v.ISSUED} ?issued }}"
_OF_EVIDENCE: Final = f"BIND(?node AS ?reading) {_READING} {_IF_KNOWN}"
_OF_STATEMENT: Final = f"?node {v.HAS_EVIDENCE} ?reading . {_READING} {_IF_KNOWN}"
_RANKED: Final = f"""?node {v.HAS_EVIDENCE} ?reading . {_READING}
  ?reading {v.READING_CONFIDENCE} ?confidence ; {v.START} ?start . {_IF_KNOWN}
  OPTIONAL {{ ?node {v.STATUS} ?status }}
  OPTIONAL {{ ?reading {v.READING_STATUS} ?read }}
  BIND(BOUND(?status) && (!BOUND(?read) || ?read != ?status) AS ?other)"""


def sentences(nodes: Collection[str], backend: Backend) -> dict[str, str]:
    """The sentence of each statement and each piece of evidence among the nodes, with title, day and file behind it.

    Of the sentences of a statement one that tells how far it has come is taken, if any does; of several the one that
    was read with the most confidence, and of those the earliest.
    """
    of_evidence = [node for node in nodes if node.startswith(EVIDENCE)]
    found = {node: _worded(*told) for node, *told in _told(of_evidence, _OF_EVIDENCE, backend)}
    several: set[str] = set()
    for node, *told in _told([node for node in nodes if node.startswith(STATEMENTS)], _OF_STATEMENT, backend):
        several |= {node} & found.keys()
        found[node] = _worded(*told)
    return found | _best(several, backend)


def _best(statements: Collection[str], backend: Backend) -> dict[str, str]:
    """The sentence to show for each statement that has more than one."""
    best: dict[str, tuple[Any, ...]] = {}
    for node, *told in _told(statements, _RANKED, backend, "?other ?confidence ?start"):
        quote, title, issued, source, other, confidence, start = told
        rank = (other == "true", -float(confidence), issued, source, int(start))
        reading = (rank, quote, title, issued, source)
        best[node] = min(reading, best.get(node, reading))
    return {node: _worded(*told) for node, (_, *told) in best.items()}


def _told(nodes: Collection[str], pattern: str, backend: Backend, more: str = "") -> Iterator[tuple[str, ...]]:
    """Each `?node` with what the pattern gives it as `_TOLD`, and as further variables; "" for what it does not."""
    for some in batched(sorted(nodes), _NODES):
        values = " ".join(f"({at} {t.iri(node)})" for at, node in enumerate(some))
        for at, *row in select(backend, f"SELECT ?at {_TOLD} {more} {{ VALUES (?at ?node) {{ {values} }} {pattern} }}"):
            yield some[int(at.value)], *(term.value if term else "" for term in row)


def _worded(quote: str, title: str, issued: str, source: str) -> str:
    where = " ".join(part for part in (f"《{title}》" if title else "", issued[:10], source) if part)
    return f"“{quote}” — {where}"
