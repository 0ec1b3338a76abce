"""RDF/XML (the merge) for older tools: a typed element for each subject, in a fixed order."""

from __future__ import annotations

from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from kg import ontology
from kg.exporters.markup import HEAD
from kg.exporters.selection import select
from kg.exporters.subjects import STRING, Described, by_subject, literal, split
from kg.exporters.text import xml_text
from kg.namespaces import RDF
from kg.store import Store
from kg.store import terms as t
from kg.store import vocab as v

# A bare carriage return would reach the reader as a line feed.
_RETURN: Final = {"\r": "&#13;"}


def write(store: Store, path: Path, min_confidence: float = 0.0) -> None:
    """Write the default graph as RDF/XML.

    A character that XML cannot hold (a stray control character in an article's text) is written as U+FFFD.
    """
    names = Names()
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write(f"{HEAD}<rdf:RDF")
        out.writelines(f"\n  xmlns:{prefix}={quoteattr(iri)}" for prefix, iri in names.prefixes.items())
        out.write(">\n")
        found = by_subject(select(store, min_confidence).triples(store))
        out.writelines(block(described, names) for described in found)
        out.write("</rdf:RDF>\n")


class Names:
    """IRIs as XML names."""

    def __init__(self) -> None:
        """Take the ontology's prefixes."""
        self.prefixes = {**dict(sorted(ontology.prefixes().items())), "rdf": RDF}
        self._by_namespace = {namespace: prefix for prefix, namespace in self.prefixes.items()}
        self._known: dict[str, tuple[str, str]] = {}

    def element(self, term: str) -> tuple[str, str]:
        """The name of an element, and the declaration it needs where its namespace has no prefix."""
        if term not in self._known:
            self._known[term] = self._element(t.unwrap(term))
        return self._known[term]

    def _element(self, iri: str) -> tuple[str, str]:
        parts = split(iri)
        if parts is None:
            raise ValueError(f"{iri} has no name that XML takes")
        prefix = self._by_namespace.get(parts[0])
        if prefix is not None:
            return f"{prefix}:{parts[1]}", ""
        return f"ns:{parts[1]}", f" xmlns:ns={quoteattr(parts[0])}"


def block(described: Described, names: Names) -> str:
    """All that is said of a subject as an element."""
    subject, predicates = described
    types = predicates.get(v.TYPE, [])
    # One type names the element; any other is a property as all else.
    tag, space = names.element(types[0]) if types else ("rdf:Description", "")
    lines = [f"  <{tag}{space} rdf:about={quoteattr(t.unwrap(subject))}>\n"]
    for predicate, objects in predicates.items():
        for obj in objects[1:] if predicate == v.TYPE else objects:
            lines.append(_property(*names.element(predicate), obj))
    lines.append(f"  </{tag}>\n")
    return "".join(lines)


def _property(tag: str, space: str, obj: str) -> str:
    if obj.startswith("<"):
        return f"    <{tag}{space} rdf:resource={quoteattr(t.unwrap(obj))}/>\n"
    value, language, datatype = literal(obj)
    kind = f' xml:lang="{language}"' if language else ""
    if datatype and datatype != STRING:
        kind = f" rdf:datatype={quoteattr(datatype)}"
    return f"    <{tag}{space}{kind}>{escape(xml_text(value), _RETURN)}</{tag}>\n"
