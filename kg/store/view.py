"""An article's triples as the merge sees them: things that people judged to be one stand under one id."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from kg import ids, ontology
from kg.store import terms as t
from kg.store import vocab as v

Canonical = Callable[[str], str]
"""From the IRI of a thing to the IRI of the thing it was merged into."""

STATEMENTS: Final = f"<{ids.ID}statement/"
EVIDENCE: Final = f"<{ids.ID}evidence/"
MEASUREMENTS: Final = f"<{ids.ID}measurement/"
ARTICLES: Final = f"<{ids.ID}article/"
THINGS: Final = "<"
"""How the nodes of each kind begin; things have no beginning of their own."""

Pairs = set[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class View:
    """Predicates and objects by subject, and what was renamed: a thing, statement or measurement, and its new id."""

    nodes: Mapping[str, Pairs]
    renamed: Mapping[str, str] = field(default_factory=dict)


def view(triples: Iterable[t.Triple], canonical: Canonical) -> View:
    """The triples of one article under canonical ids.

    A statement whose two ends are one thing after merging says nothing and is left out, with its evidence.
    """
    raw = by_node(triples)
    # A place may lie within one that this article does not describe.
    things = {node for node in raw if is_thing(node)} | {o for pairs in raw.values() for p, o in pairs if p == v.WITHIN}
    renamed = {node: whole for node in things if (whole := f"<{canonical(t.unwrap(node))}>") != node}
    if not renamed:
        return View(raw)
    dropped = _restate(raw, renamed)
    return _apply(raw, renamed, dropped)


def by_node(triples: Iterable[t.Triple]) -> dict[str, Pairs]:
    """Predicates and objects by subject."""
    found: dict[str, Pairs] = {}
    for subject, predicate, obj in triples:
        found.setdefault(subject, set()).add((predicate, obj))
    return found


def is_thing(node: str) -> bool:
    """Whether an IRI is that of a thing, not of an article, statement, evidence or measurement."""
    return not node.startswith((STATEMENTS, EVIDENCE, MEASUREMENTS, ARTICLES))


def one(pairs: Iterable[tuple[str, str]], predicate: str) -> str:
    """The one object of a predicate among a node's pairs, "" where it is missing."""
    found = [o for p, o in pairs if p == predicate]
    return found[0] if len(found) == 1 else min(found, default="")


def _restate(raw: Mapping[str, Pairs], renamed: dict[str, str]) -> set[str]:
    """Rename the statements and measurements whose ends were renamed; return the statements that say nothing now."""
    dropped = set()
    for node, pairs in raw.items():
        if not node.startswith(STATEMENTS):
            continue
        old_subject, old_object = one(pairs, v.SUBJECT), one(pairs, v.OBJECT)
        subject, obj = renamed.get(old_subject, old_subject), renamed.get(old_object, old_object)
        if subject == old_subject and obj == old_object:
            continue
        if old_object.startswith(MEASUREMENTS):
            obj = renamed[old_object] = _measured(subject, raw[old_object])
        if subject == obj:
            dropped.add(node)
            continue
        predicate = v.local(one(pairs, v.PREDICATE))
        ends = ontology.load().ordered(predicate, t.unwrap(subject), t.unwrap(obj))
        renamed[node] = f"<{ids.statement_iri(ends[0], predicate, ends[1])}>"
    return dropped


def _measured(subject: str, pairs: Pairs) -> str:
    """The id of a measurement under another subject."""
    indicator, value, unit, time = (
        t.plain(term) if (term := one(pairs, p)) else "" for p in (v.INDICATOR, v.VALUE, v.UNIT, v.MEASURED_AT)
    )
    target = t.plain(one(pairs, v.TARGET)) == "true"
    return f"<{ids.measurement_iri(t.unwrap(subject), indicator, value, unit, time, target=target)}>"


def _apply(raw: Mapping[str, Pairs], renamed: Mapping[str, str], dropped: set[str]) -> View:
    nodes: dict[str, Pairs] = {}
    for node, pairs in raw.items():
        if node in dropped or one(pairs, v.SUPPORTS) in dropped:
            continue
        mapped = {(p, renamed.get(o, o)) for p, o in pairs}
        if node.startswith(STATEMENTS):
            mapped = _ordered(mapped)
        nodes.setdefault(renamed.get(node, node), set()).update(mapped)
    return View(nodes, {node: whole for node, whole in renamed.items() if node in raw})


def _ordered(pairs: Pairs) -> Pairs:
    """A statement's pairs with subject and object in the order in which they are stored."""
    subject, obj = one(pairs, v.SUBJECT), one(pairs, v.OBJECT)
    predicate = v.local(one(pairs, v.PREDICATE))
    first, second = ontology.load().ordered(predicate, t.unwrap(subject), t.unwrap(obj))
    return (pairs - {(v.SUBJECT, subject), (v.OBJECT, obj)}) | {(v.SUBJECT, f"<{first}>"), (v.OBJECT, f"<{second}>")}
