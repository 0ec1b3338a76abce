"""SHACL shapes as SPARQL: each constraint of `ontology/shapes.ttl` becomes a query for the nodes that break it.

The engine answers such queries a hundred times as fast as a validator that walks from node to node, and in bounded
memory. What the shapes do not use is not understood here, and refused rather than passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.errors import OntologyError
from kg.namespaces import RDF

SH: Final = "http://www.w3.org/ns/shacl#"
_LANG_STRING: Final = f"<{RDF}langString>"

_TARGETS: Final = ("targetClass", "targetSubjectsOf", "targetObjectsOf", "targetNode")
_SILENT: Final = frozenset({"path", "message", "severity", "property", "sparql", "name", "description", *_TARGETS})


@dataclass(frozen=True, slots=True)
class Rule:
    """A query for what breaks one constraint: it binds ?this, and ?value where there is one."""

    shape: str
    severity: str
    message: str
    message_zh: str
    query: str


@dataclass(frozen=True, slots=True)
class _Shapes:
    """The shapes file, by subject."""

    nodes: Mapping[str, Mapping[str, list[ox.NamedNode | ox.Literal]]]
    closure: Callable[[str], list[str]]
    where: str

    def objects(self, node: str, term: str) -> list[ox.NamedNode | ox.Literal]:
        """The values of a SHACL property, in order."""
        return sorted(self.nodes.get(node, {}).get(SH + term, []), key=str)

    def iris(self, node: str, term: str) -> list[str]:
        """The same as IRIs."""
        return [value.value for value in self.objects(node, term)]


def rules(path: Path, subclasses: Callable[[str], list[str]]) -> Iterator[Rule]:
    """The rules of a shapes file; `subclasses` gives the IRIs of a class and all below it.

    Raises OntologyError for a constraint that is not understood.
    """
    shapes = _Shapes(_read(path), subclasses, str(path))
    for node in sorted(shapes.nodes):
        for target in _targets(shapes, node):
            yield from _rules(shapes, node, target)


def _read(path: Path) -> dict[str, dict[str, list[ox.NamedNode | ox.Literal]]]:
    nodes: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]] = {}
    for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
        assert isinstance(quad.subject, ox.NamedNode)
        assert isinstance(quad.object, ox.NamedNode | ox.Literal)
        nodes.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, []).append(quad.object)
    return nodes


def _targets(shapes: _Shapes, node: str) -> Iterator[str]:
    """What a shape speaks of, as patterns that bind ?this."""
    for iri in shapes.iris(node, "targetClass"):
        yield f"VALUES ?kind {{ {_iris(shapes.closure(iri))} }} ?this a ?kind ."
    for iri in shapes.iris(node, "targetSubjectsOf"):
        yield f"{{ SELECT DISTINCT ?this {{ ?this <{iri}> ?any }} }}"
    for iri in shapes.iris(node, "targetObjectsOf"):
        yield f"{{ SELECT DISTINCT ?this {{ ?any <{iri}> ?this }} }}"
    if nodes := shapes.iris(node, "targetNode"):
        yield f"VALUES ?this {{ {_iris(nodes)} }}"


def _rules(shapes: _Shapes, node: str, target: str) -> Iterator[Rule]:
    for condition in _conditions(shapes, node, "?this"):
        yield _rule(shapes, node, f"SELECT ?this {{ {target} {condition} }}")
    for constraint in shapes.iris(node, "sparql"):
        (select,) = shapes.objects(constraint, "select")
        (this,) = shapes.iris(node, "targetNode")
        query = select.value.replace("SELECT $this", "SELECT").replace("$this", f"<{this}>")
        yield _rule(shapes, node, query, constraint)
    for part in shapes.iris(node, "property"):
        (path,) = shapes.iris(part, "path")
        for query in _counts(shapes, part, target, path):
            yield _rule(shapes, part, query)
        for condition in _conditions(shapes, part, "?value"):
            yield _rule(shapes, part, f"SELECT ?this ?value {{ {target} ?this <{path}> ?value . {condition} }}")


def _rule(shapes: _Shapes, node: str, query: str, speaker: str = "") -> Rule:
    messages = shapes.objects(speaker or node, "message")
    texts = {message.language: message.value for message in messages if isinstance(message, ox.Literal)}
    severity = (shapes.iris(node, "severity") or [SH + "Violation"])[0].removeprefix(SH)
    return Rule(node.rsplit("#", 1)[-1], severity, texts.get("en", ""), texts.get("zh", ""), query)


def _counts(shapes: _Shapes, node: str, target: str, path: str) -> Iterator[str]:
    """What is asked of all values of a path together."""
    for least in shapes.objects(node, "minCount"):
        if least.value != "1":
            raise _unknown(shapes, node, "minCount above 1")
        yield f"SELECT ?this {{ {target} FILTER NOT EXISTS {{ ?this <{path}> ?one }} }}"
    for most in shapes.objects(node, "maxCount"):
        counted = f"{{ SELECT ?this (COUNT(DISTINCT ?one) AS ?n) {{ {target} ?this <{path}> ?one }} GROUP BY ?this }}"
        yield f"SELECT ?this {{ {counted} FILTER(?n > {most.value}) }}"
    for value in shapes.objects(node, "hasValue"):
        yield f"SELECT ?this {{ {target} FILTER NOT EXISTS {{ ?this <{path}> {value} }} }}"
    for _ in shapes.objects(node, "uniqueLang"):
        same = "FILTER(LANG(?value) = LANG(?other) && !sameTerm(?value, ?other))"
        yield f"SELECT ?this ?value {{ {target} ?this <{path}> ?value , ?other {same} }}"


def _conditions(shapes: _Shapes, node: str, value: str) -> Iterator[str]:
    """What is asked of each value by itself, as patterns that only a bad value meets."""
    for term, objects in sorted(shapes.nodes[node].items()):
        if term.startswith(SH) and term.removeprefix(SH) not in _SILENT:
            for obj in sorted(objects, key=str):
                if condition := _condition(shapes, node, term.removeprefix(SH), obj, value):
                    yield condition


def _condition(shapes: _Shapes, node: str, term: str, obj: ox.NamedNode | ox.Literal, value: str) -> str:
    if term in ("minCount", "maxCount", "hasValue", "uniqueLang"):
        return ""
    if term == "class":
        return f"FILTER NOT EXISTS {{ {_is_a(shapes, obj.value, value)} }}"
    if term == "or":
        either = " UNION ".join(f"{{ {_is_a(shapes, kind, value)} }}" for kind in _alternatives(shapes, obj.value))
        return f"FILTER NOT EXISTS {{ {either} }}"
    if term == "node":
        return f"FILTER NOT EXISTS {{ {_conforming(shapes, obj.value, value)} }}"
    if term in ("lessThan", "disjoint"):
        bad = f"!COALESCE({value} < ?other, false)" if term == "lessThan" else f"sameTerm({value}, ?other)"
        return f"?this {obj} ?other FILTER({bad})"
    return f"FILTER(!COALESCE({_test(shapes, node, term, obj, value)}, false))"


def _test(shapes: _Shapes, node: str, term: str, obj: ox.NamedNode | ox.Literal, value: str) -> str:
    """An expression that is true of a good value."""
    if term == "datatype":
        return f'LANG({value}) != ""' if str(obj) == _LANG_STRING else f"DATATYPE({value}) = {obj}"
    if term == "nodeKind" and obj.value == SH + "IRI":
        return f"isIRI({value})"
    if term == "pattern":
        return f"REGEX(STR({value}), {obj})"
    if term == "minLength":
        return f"STRLEN(STR({value})) >= {obj.value}"
    signs = {"minInclusive": ">=", "maxInclusive": "<=", "minExclusive": ">", "maxExclusive": "<"}
    if term in signs:
        return f"{value} {signs[term]} {obj}"
    raise _unknown(shapes, node, term)


def _is_a(shapes: _Shapes, kind: str, value: str) -> str:
    return f"VALUES ?class {{ {_iris(shapes.closure(kind))} }} {value} a ?class"


def _alternatives(shapes: _Shapes, members: str) -> Iterator[str]:
    """The classes of an sh:or of shapes that ask for a class each."""
    while members != RDF + "nil":
        (first,), (rest,) = (shapes.nodes[members][RDF + name] for name in ("first", "rest"))
        if set(shapes.nodes[first.value]) != {RDF + "type", SH + "class"}:
            raise _unknown(shapes, first.value, "an sh:or of anything but classes")
        (kind,) = shapes.iris(first.value, "class")
        yield kind
        members = rest.value


def _conforming(shapes: _Shapes, node: str, value: str) -> str:
    """What a value meets that conforms to a shape of properties with given values."""
    patterns = []
    for part in shapes.iris(node, "property"):
        (path,), (given,) = shapes.iris(part, "path"), shapes.objects(part, "hasValue")
        patterns.append(f"{value} <{path}> {given} .")
    return " ".join(patterns)


def _iris(iris: list[str]) -> str:
    return " ".join(f"<{iri}>" for iri in iris)


def _unknown(shapes: _Shapes, node: str, what: str) -> OntologyError:
    return OntologyError(
        f"{node} uses {what}, which kg check does not know", where=shapes.where, remedy="express it otherwise"
    )
