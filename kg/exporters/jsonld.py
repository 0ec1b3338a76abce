"""JSON-LD (the merge) under the ontology's own context, which stands in the file: it opens without the network."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.exporters.selection import select
from kg.exporters.subjects import STRING, Described, by_subject, literal
from kg.resources import data_path
from kg.store import Store
from kg.store import terms as t
from kg.store import vocab as v

Json = Any


def write(store: Store, path: Path, min_confidence: float = 0.0) -> None:
    """Write the default graph as JSON-LD, a line for each subject."""
    context = json.loads(data_path("ontology/context.jsonld").read_text(encoding="utf-8"))["@context"]
    terms = Context.of(context)
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write(f'{{"@context": {_json(context)},\n"@graph": [')
        for number, described in enumerate(by_subject(select(store, min_confidence).triples(store))):
            out.write(("," if number else "") + "\n" + _json(node_of(described, terms)))
        out.write("\n]}\n")


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a context: its name, what plain strings under it are taken for, and whether it holds languages."""

    name: str
    coercion: str = ""
    languages: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """A context read for writing: terms by IRI, those of type-scoped contexts by type, prefixes, the vocabulary."""

    terms: Mapping[str, Term]
    scoped: Mapping[str, Mapping[str, Term]]
    names: Mapping[str, str]
    prefixes: Mapping[str, str]
    vocabulary: str

    @classmethod
    def of(cls, context: Mapping[str, Json]) -> Context:
        """The context of a document, as far as a writer needs it."""
        prefixes = {name: iri for name, iri in context.items() if isinstance(iri, str) and iri.endswith(("#", "/"))}
        prefixes.pop("@vocab", None)
        inner = {
            _expand(entry["@id"], prefixes): _terms(entry["@context"], prefixes)
            for entry in context.values()
            if isinstance(entry, dict) and "@context" in entry
        }
        terms = _terms(context, prefixes)
        names = {term.name: iri for iri, term in terms.items()}
        return cls(terms, inner, names, prefixes, context.get("@vocab", ""))

    def name(self, iri: str) -> str:
        """An IRI as it stands where terms are looked up (types, statuses): the local name where that is clear."""
        local = iri.removeprefix(self.vocabulary)
        plain = local != iri and self.names.get(local, iri) == iri and local.isidentifier()
        return local if plain else iri

    def compact(self, iri: str) -> str:
        """An IRI by prefix and local name where a prefix fits, else whole."""
        for prefix, namespace in self.prefixes.items():
            if iri.startswith(namespace) and len(iri) > len(namespace):
                return f"{prefix}:{iri.removeprefix(namespace)}"
        return iri


def _terms(context: Mapping[str, Json], prefixes: Mapping[str, str]) -> dict[str, Term]:
    found: dict[str, Term] = {}
    for name, entry in context.items():
        definition = {"@id": entry} if isinstance(entry, str) else entry
        if name.startswith("@") or name in prefixes or not isinstance(definition, dict) or "@id" not in definition:
            continue
        if not definition["@id"].startswith("@"):
            coercion = definition.get("@type", "")
            languages = "@language" in definition.get("@container", ())
            term = Term(name, coercion if coercion.startswith("@") else _expand(coercion, prefixes), languages)
            found.setdefault(_expand(definition["@id"], prefixes), term)
    return found


def _expand(name: str, prefixes: Mapping[str, str]) -> str:
    prefix, colon, local = name.partition(":")
    return prefixes[prefix] + local if colon and prefix in prefixes else name


def node_of(described: Described, context: Context) -> dict[str, Json]:
    """All that is said of a subject as an object under the context."""
    subject, predicates = described
    types = [t.unwrap(kind) for kind in predicates.get(v.TYPE, ())]
    terms = {**context.terms, **{iri: term for kind in types for iri, term in context.scoped.get(kind, {}).items()}}
    node: dict[str, Json] = {"id": t.unwrap(subject)}
    if types:
        node["type"] = _bare([context.name(kind) for kind in types])
    for predicate, objects in predicates.items():
        if predicate != v.TYPE:
            iri = t.unwrap(predicate)
            _add(node, terms.get(iri) or Term(context.compact(iri)), iri, objects, context)
    return node


def _add(node: dict[str, Json], term: Term, iri: str, objects: list[str], context: Context) -> None:
    """Put the objects of a predicate into the node."""
    if not term.languages:
        node[term.name] = _bare([_value(obj, term, context) for obj in objects])
        return
    by_language: dict[str, list[str]] = {}
    for obj in objects:
        text = None if obj.startswith("<") else literal(obj)
        if text and text.language:
            by_language.setdefault(text.language, []).append(text.value)
        else:
            # A language map holds nothing else; the rest goes under the predicate's own name.
            node.setdefault(context.compact(iri), []).append(_value(obj, Term(""), context))
    if by_language:
        node[term.name] = {language: _bare(values) for language, values in by_language.items()}


def _value(obj: str, term: Term, context: Context) -> Json:
    if obj.startswith("<"):
        iri = t.unwrap(obj)
        if term.coercion == "@vocab":
            return context.name(iri)
        return iri if term.coercion == "@id" else {"@id": iri}
    value, language, datatype = literal(obj)
    if language:
        return {"@value": value, "@language": language}
    if datatype == (term.coercion or STRING):
        return value
    return {"@value": value} if datatype == STRING else {"@value": value, "@type": context.compact(datatype)}


def _bare(values: list[Json]) -> Json:
    """A list of one is that one."""
    return values[0] if len(values) == 1 else values


def _json(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False)
