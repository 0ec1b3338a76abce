"""The one form in which the ontology files are written, so that a change shows as what changed.

    python -m tests.canonical_turtle

rewrites the files in place: the comment at the top, prefixes and subjects in code point order, one predicate a line
(the type first, then the names), values sorted.
"""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph as ox

ONTOLOGY = Path(__file__).resolve().parent.parent / "ontology"
WIDTH = 120
FIRST = ("a", "skos:prefLabel", "rdfs:label", "dcterms:title", "skos:altLabel", "skos:hiddenLabel")
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
XSD = "http://www.w3.org/2001/XMLSchema#"
BARE = {XSD + name for name in ("integer", "decimal", "boolean")}
# The part of Turtle's local names that needs no escape.
LOCAL = re.compile(r"[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_-])?")


def canonical(text: str) -> str:
    """The same triples, prefixes and opening comment in the canonical form; comments further down are lost."""
    parser = ox.parse(text, ox.RdfFormat.TURTLE)
    quads = list(parser)
    prefixes = dict(sorted(parser.prefixes.items()))
    nodes: dict[str, dict[str, set[str]]] = {}
    for quad in quads:
        predicate = "a" if quad.predicate.value == TYPE else _term(quad.predicate, prefixes)
        nodes.setdefault(quad.subject.value, {}).setdefault(predicate, set()).add(_term(quad.object, prefixes))
    comment = text[: text.index("@prefix")].rstrip("\n")
    parts = [*([comment, ""] if comment else []), *(f"@prefix {name}: <{iri}> ." for name, iri in prefixes.items())]
    for subject in sorted(nodes):
        lines = [_line(predicate, nodes[subject][predicate]) for predicate in sorted(nodes[subject], key=_rank)]
        parts += ["", _term(ox.NamedNode(subject), prefixes), " ;\n".join(lines) + " ."]
    return "\n".join(parts) + "\n"


def _rank(predicate: str) -> tuple[int, str]:
    return FIRST.index(predicate) if predicate in FIRST else len(FIRST), predicate


def _line(predicate: str, values: set[str]) -> str:
    line = f"    {predicate} " + " , ".join(sorted(values))
    if len(line) <= WIDTH - 2 or len(values) == 1:
        return line
    return f"    {predicate}\n        " + " ,\n        ".join(sorted(values))


def _term(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple, prefixes: dict[str, str]) -> str:
    if isinstance(term, ox.NamedNode):
        for name, namespace in sorted(prefixes.items(), key=lambda item: (-len(item[1]), item[0])):
            if term.value.startswith(namespace) and LOCAL.fullmatch(term.value[len(namespace) :]):
                return f"{name}:{term.value[len(namespace) :]}"
        return f"<{term.value}>"
    if not isinstance(term, ox.Literal):
        raise ValueError(f"{term}: give the node a name, blank nodes are not used")
    if term.datatype.value in BARE:
        return term.value
    quoted = str(ox.Literal(term.value))
    if term.language:
        return f"{quoted}@{term.language}"
    return quoted if term.datatype.value == XSD + "string" else f"{quoted}^^{_term(term.datatype, prefixes)}"


if __name__ == "__main__":
    for path in sorted(ONTOLOGY.glob("*.ttl")):
        path.write_text(canonical(path.read_text(encoding="utf-8")), encoding="utf-8")
