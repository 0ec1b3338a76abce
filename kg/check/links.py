"""What hangs in the air: nodes that nothing speaks of, and links to nodes that nothing describes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kg import lexicon, ontology
from kg.check.finding import Finding, Severity
from kg.store import Store

# For each kind of orphan, the nodes and what would have to speak of them.
_ORPHANS: Final = (
    ("?x rdfs:label ?label", "{ ?s rdf:subject ?x } UNION { ?s rdf:object ?x } UNION { ?part sc:within ?x }"),
    ("?x a sc:Measurement", "?s rdf:object ?x"),
    ("?x a sc:Evidence", "?s sc:evidence ?x"),
    ("?x a sc:Statement", "?x sc:evidence ?e"),
)
_LINKS: Final = ("rdf:subject", "rdf:object", "sc:within", "sc:article", "sc:supports", "sc:evidence", "sc:mergedInto")


def orphans(store: Store) -> Iterator[Finding]:
    """Things, figures, evidence and statements that stand alone."""
    for node, friend in _ORPHANS:
        for (iri,) in store.select(f"SELECT DISTINCT ?x {{ {node} FILTER NOT EXISTS {{ {friend} }} }}"):
            yield Finding("orphan", Severity.WARNING, iri.value, "nothing speaks of the node", "没有任何陈述提及该节点")


def dangling(store: Store) -> Iterator[Finding]:
    """Links to nodes that neither the graph nor the lexicons and concepts describe."""
    known = lexicon.load().entries.keys() | ontology.load().concepts.keys()
    for link in _LINKS:
        query = f"SELECT ?x ?end {{ ?x {link} ?end FILTER NOT EXISTS {{ ?end a ?kind }} }}"
        for node, end in store.select(query):
            if end.value not in known:
                what, what_zh = f"{link} leads to a node that nothing describes", f"{link} 指向未经描述的节点"
                yield Finding("dangling", Severity.ERROR, node.value, what, what_zh, end.value)
