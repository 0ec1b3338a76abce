"""What a statement rests on, for those who read a row: one sentence, and the article that it stands in."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Final

from kg import ids
from kg.questions.lookup import look_up
from kg.store import vocab as v
from kg.store.backends import Backend

STATEMENTS: Final = ids.ID + "statement/"
EVIDENCE: Final = ids.ID + "evidence/"

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
    for reading, quote, title, issued, source in look_up(readings, _SAID, "?quote ?title ?issued ?source", backend):
        named, day = f"《{title.value}》 " if _text(title) else "", f"{issued.value[:10]} " if _text(issued) else ""
        found[reading] = f"“{quote.value}” — {named}{day}{source.value}"
    return found | {statement: found[reading] for statement, reading in chosen.items()}


def _chosen(statements: Collection[str], backend: Backend) -> dict[str, str]:
    """One piece of evidence for each statement. Most have no other; what is said is read of the chosen ones alone."""
    found: dict[str, str] = {}
    several: set[str] = set()
    for statement, reading in look_up(statements, _READINGS, "?reading", backend):
        if statement in found:
            several.add(statement)
        found[statement] = reading.value
    best: dict[str, tuple[bool, float, str, str]] = {}
    for statement, reading, other, confidence, issued in look_up(
        several, _RANKED, "?reading ?other ?confidence ?issued", backend
    ):
        rank = (_text(other) == "true", -float(confidence.value), _text(issued), reading.value)
        best[statement] = min(rank, best.get(statement, rank))
    return found | {statement: reading for statement, (*_, reading) in best.items()}


def _text(term: Any) -> str:
    return term.value if term else ""
