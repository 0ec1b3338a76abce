"""Turtle (the merge) and TriG (the merge and each article's graph), made to be read: prefixes, a block a subject.

rdflib's writer takes minutes for what this one does in seconds, and holds the whole graph in memory meanwhile.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from kg import ontology
from kg.exporters.selection import select
from kg.exporters.subjects import Described, by_subject
from kg.namespaces import XSD
from kg.store import Store
from kg.store import terms as t
from kg.store import vocab as v

# What may follow a prefix without escapes; a dot is left out as it may not stand at the end.
_LOCAL: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*")
_DECIMAL: Final = re.compile(r"[+-]?\d*\.\d+")
_INTEGER: Final = re.compile(r"[+-]?\d+")
_BARE: Final = {f"^^<{XSD}decimal>": _DECIMAL, f"^^<{XSD}integer>": _INTEGER}
_TRUTH: Final = {f'"{value}"^^<{XSD}boolean>': value for value in ("true", "false")}


def write_turtle(store: Store, path: Path, min_confidence: float = 0.0) -> None:
    """Write the default graph as Turtle."""
    selection, writer = select(store, min_confidence), TurtleWriter()
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write(writer.head())
        out.writelines(map(writer.block, by_subject(selection.triples(store))))


def write_trig(store: Store, path: Path, min_confidence: float = 0.0) -> None:
    """Write the default graph and the graphs of all articles as TriG."""
    selection, writer = select(store, min_confidence), TurtleWriter()
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write(writer.head())
        out.writelines(map(writer.block, by_subject(selection.triples(store))))
        for graph in store.graphs():
            out.write(f"\n{writer.term(f'<{graph}>')} {{\n")
            out.writelines(map(writer.block, by_subject(selection.triples(store, graph))))
            out.write("}\n")


class TurtleWriter:
    """Terms and blocks in Turtle, with the ontology's prefixes."""

    def __init__(self) -> None:
        """Take the prefixes, and remember the short forms of the IRIs met."""
        self._prefixes = ontology.prefixes()
        self._by_namespace = {namespace: prefix for prefix, namespace in self._prefixes.items()}
        self._short: dict[str, str] = {}

    def head(self) -> str:
        """The prefixes, by name."""
        return "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in sorted(self._prefixes.items()))

    def block(self, described: Described) -> str:
        """All that is said of a subject, a line for each predicate."""
        subject, predicates = described
        lines = (
            f"    {'a' if predicate == v.TYPE else self.term(predicate)} {' , '.join(map(self.term, objects))}"
            for predicate, objects in predicates.items()
        )
        return f"\n{self.term(subject)}\n" + " ;\n".join(lines) + " .\n"

    def term(self, term: str) -> str:
        """A term of N-Triples in its shortest form."""
        if term.startswith("<"):
            short = self._short.get(term)
            if short is None:
                short = self._short[term] = self._iri(term)
            return short
        if not term.endswith(">"):
            return term
        return self._typed(term)

    def _iri(self, term: str) -> str:
        iri = t.unwrap(term)
        cut = max(iri.rfind("#"), iri.rfind("/")) + 1
        prefix = self._by_namespace.get(iri[:cut])
        return f"{prefix}:{iri[cut:]}" if prefix is not None and _LOCAL.fullmatch(iri[cut:]) else term

    def _typed(self, term: str) -> str:
        cut = term.rindex('"') + 1
        body, tail = term[:cut], term[cut:]
        bare = _BARE.get(tail)
        if bare and bare.fullmatch(body[1:-1]):
            return body[1:-1]
        return _TRUTH.get(term) or f"{body}^^{self.term(tail[2:])}"
