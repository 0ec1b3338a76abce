"""The vocabulary as data: `ontology/smartcity.ttl` and `concepts.ttl`, read once and asked by local name.

What may be linked to what, what it is called, and which concepts the field knows, stands in the files and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from kg import ids
from kg.errors import OntologyError
from kg.namespaces import OWL, RDF, RDFS, SCHEMA, SKOS
from kg.nodes import Node, both, parse, texts
from kg.resources import data_path

FILES: Final = ("ontology/smartcity.ttl", "ontology/concepts.ttl", "ontology/store.ttl")

_TYPE: Final = RDF + "type"
_MATCHES: Final = tuple(SKOS + n for n in ("related", "relatedMatch", "closeMatch", "broadMatch", "exactMatch"))
_CORRECT: Final = "correct the name, or add it to the file"
# Every relation of the graph is a direct child of this property; qualifiers and bookkeeping are not.
_RELATION: Final = "relatedTo"
_STATUS: Final = ids.ONTOLOGY + "Status"


@dataclass(frozen=True, slots=True)
class ClassTerm:
    """A class. `parent` is a local name or "", `group` the coarse group used in IRIs ("" for bookkeeping classes)."""

    name: str
    iri: str
    label_zh: str
    label_en: str
    comment_zh: str
    comment: str
    parent: str
    group: str
    order: int


@dataclass(frozen=True, slots=True)
class PredicateTerm:
    """A property. `domain` and `range` are local names of classes; a foreign datatype stands by its full IRI.

    `same_group` says that the two ends are of one coarse group (a part of a project is a project), `inverse` is the
    local name of the inverse property or "", `order` 0 for what is not a relation. `status_labels` are (zh, en) by the
    local name of a status, where the relation has a word of its own for it: a partnership is agreed, not completed.
    """

    name: str
    iri: str
    label_zh: str
    label_en: str
    comment_zh: str
    comment: str
    domain: tuple[str, ...]
    range: tuple[str, ...]
    symmetric: bool
    same_group: bool
    inverse: str
    order: int
    status_labels: Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Concept:
    """A goal, sector or technology: `kind` is the class.

    `names` may be shown (the Chinese label first, then alternative labels), `hidden` are matched but never shown;
    `broader`, `related` (other concepts of ours) and `matches` (those of other vocabularies, as the SDGs) are IRIs.
    """

    iri: str
    kind: str
    label: str
    label_en: str
    names: tuple[str, ...]
    hidden: tuple[str, ...]
    broader: tuple[str, ...]
    related: tuple[str, ...]
    matches: tuple[str, ...]


@dataclass(frozen=True)
class Ontology:
    """All that the ontology files say, by local name; the mappings are read-only and in a fixed order.

    `classes` stand in the order that settles ties, `predicates` are the relations between things, `properties` all
    published properties (relations, their inverses, qualifiers), `labels` hold (zh, en) of every term, those by which
    a store notes its own affairs among them.
    """

    classes: Mapping[str, ClassTerm]
    predicates: Mapping[str, PredicateTerm]
    properties: Mapping[str, PredicateTerm]
    labels: Mapping[str, tuple[str, str]]
    prefixes: Mapping[str, str]
    concepts_file: Path

    @cached_property
    def concepts(self) -> Mapping[str, Concept]:
        """The concepts by IRI, read when first asked for: most commands do without. Raises OntologyError."""
        return MappingProxyType(_concepts(parse(self.concepts_file)[0], str(self.concepts_file)))

    @property
    def kinds(self) -> tuple[str, ...]:
        """The classes that a thing of the graph may have (no parent class, no bookkeeping), in order."""
        parents = {term.parent for term in self.classes.values()}
        return tuple(name for name, term in self.classes.items() if term.group and name not in parents)

    def iri(self, local: str) -> str:
        """The IRI of a term by its local name; one that the ontology does not have raises OntologyError."""
        if local not in self.labels:
            raise OntologyError(f"no term is called {local}", where=FILES[0], remedy=_CORRECT)
        return ids.ONTOLOGY + local

    def label(self, local: str, lang: str = "en") -> str:
        """What a term is called in `zh` or `en`; unknown terms raise OntologyError."""
        self.iri(local)
        chinese, english = self.labels[local]
        return chinese if lang == "zh" else english

    def status_label(self, status: str, predicate: str) -> tuple[str, str]:
        """What a status is called, in zh and en, where a relation has it; unknown terms raise OntologyError."""
        own = self.predicates[predicate].status_labels if predicate in self.predicates else {}
        return own.get(status) or (self.label(status, "zh"), self.label(status))

    def group(self, kind: str) -> str:
        """The coarse group (place, organization, …) of a class; "" for a class that no thing of the graph has."""
        if kind not in self.classes:
            raise OntologyError(f"no class is called {kind}", where=FILES[0], remedy=_CORRECT)
        return self.classes[kind].group

    def ancestors(self, kind: str) -> Iterator[str]:
        """The class itself, its parent, and so on up."""
        while kind:
            yield kind
            kind = self.classes[kind].parent if kind in self.classes else ""

    def ordered(self, predicate: str, subject: str, obj: str) -> tuple[str, str]:
        """Subject and object as they are stored: where the relation holds both ways, the lesser IRI comes first."""
        return (obj, subject) if self.predicates[predicate].symmetric and obj < subject else (subject, obj)

    def fits(self, predicate: str, subject_kind: str, object_kind: str) -> bool:
        """Whether the relation may lead from the one class to the other; an unknown relation fits nothing."""
        term = self.predicates.get(predicate)
        if term is None:
            return False
        subject, obj = set(self.ancestors(subject_kind)), set(self.ancestors(object_kind))
        if subject.isdisjoint(term.domain) or obj.isdisjoint(term.range):
            return False
        return not term.same_group or self.group(subject_kind) == self.group(object_kind)


@lru_cache(maxsize=1)
def load() -> Ontology:
    """The ontology that comes with the package, read once. Raises OntologyError naming file and line."""
    return read(*(data_path(name) for name in FILES))


def prefixes() -> dict[str, str]:
    """Prefix to namespace: the one table for queries, exports and the store, as `smartcity.ttl` declares it."""
    return dict(load().prefixes)


def read(vocabulary: Path, concepts: Path, bookkeeping: Path) -> Ontology:
    """An ontology from its Turtle files: classes and properties, concepts, terms of the store. Raises OntologyError."""
    nodes, table = parse(vocabulary)
    terms, where = _ours_of(nodes), str(vocabulary)
    properties = _properties(terms, where)
    labels = _labels(terms, where) | _labels(_ours_of(parse(bookkeeping)[0]), str(bookkeeping))
    return Ontology(
        classes=MappingProxyType(_classes(terms, where)),
        predicates=MappingProxyType({n: term for n, term in properties.items() if _relation(terms[term.iri])}),
        properties=MappingProxyType(properties),
        labels=MappingProxyType(labels),
        prefixes=MappingProxyType(dict(sorted(table.items()))),
        concepts_file=concepts,
    )


def _ours_of(nodes: Mapping[str, Node]) -> dict[str, Node]:
    return {iri: node for iri, node in nodes.items() if _ours(iri)}


def _labels(terms: Mapping[str, Node], where: str) -> dict[str, tuple[str, str]]:
    return {_local(iri): both(iri, node, RDFS + "label", where) for iri, node in terms.items()}


def _ours(iri: str) -> bool:
    return iri.startswith(ids.ONTOLOGY)


def _local(iri: str) -> str:
    return iri.removeprefix(ids.ONTOLOGY)


def _words(iri: str, node: Node, where: str) -> tuple[str, str, str, str]:
    """Labels and definitions: zh, en, zh, en."""
    return (*both(iri, node, RDFS + "label", where), *both(iri, node, SKOS + "definition", where))


def _order(iri: str, node: Node, where: str) -> int:
    told = node.get(ids.ONTOLOGY + "order", ["0"])[0]
    if not told.isdigit():
        raise OntologyError(f"the order of {_local(iri)} is {told!r}", where=where, remedy="write a whole number")
    return int(told)


def _relation(node: Node) -> bool:
    return ids.ONTOLOGY + _RELATION in node.get(RDFS + "subPropertyOf", ())


def _is(node: Node, *types: str) -> bool:
    return not {OWL + name for name in types}.isdisjoint(node.get(_TYPE, ()))


def _classes(terms: Mapping[str, Node], where: str) -> dict[str, ClassTerm]:
    found = []
    for iri, node in terms.items():
        if not _is(node, "Class"):
            continue
        parents = [_local(parent) for parent in node.get(RDFS + "subClassOf", ()) if _ours(parent)]
        if len(parents) > 1:
            what = f"{_local(iri)} is below several classes: {', '.join(sorted(parents))}"
            raise OntologyError(what, where=where, remedy="let rdfs:subClassOf name one of them")
        parent, group = parents[0] if parents else "", node.get(ids.ONTOLOGY + "group", [""])[0]
        found.append(ClassTerm(_local(iri), iri, *_words(iri, node, where), parent, group, _order(iri, node, where)))
    _check_parents({term.name: term.parent for term in found}, where)
    return {term.name: term for term in sorted(found, key=lambda term: (term.order, term.name))}


def _check_parents(parents: Mapping[str, str], where: str) -> None:
    for name in parents:
        above = [name]
        while parent := parents.get(above[-1], ""):
            if parent in above:
                what = f"{' is a '.join((*above, parent))}: a class stands above itself"
                raise OntologyError(what, where=where, remedy="correct the parent of one of them")
            above.append(parent)


def _properties(terms: Mapping[str, Node], where: str) -> dict[str, PredicateTerm]:
    inverses, statuses = _inverses(terms), [iri for iri, node in terms.items() if _STATUS in node.get(_TYPE, ())]
    found = []
    for iri, node in terms.items():
        if not _is(node, "ObjectProperty", "DatatypeProperty"):
            continue
        name, words = _local(iri), _words(iri, node, where)
        domain, values = (_locals(node, SCHEMA + side) for side in ("domainIncludes", "rangeIncludes"))
        symmetric, inverse = _is(node, "SymmetricProperty"), inverses.get(name, "")
        same_group = node.get(ids.ONTOLOGY + "sameGroup") == ["true"]
        own = {_local(one): both(iri, node, f"{one}Label", where) for one in statuses if f"{one}Label@zh" in node}
        labels = MappingProxyType(own)
        found.append(
            PredicateTerm(
                name, iri, *words, domain, values, symmetric, same_group, inverse, _order(iri, node, where), labels
            )
        )
    return {term.name: term for term in sorted(found, key=lambda term: (not term.order, term.order, term.name))}


def _locals(node: Node, predicate: str) -> tuple[str, ...]:
    return tuple(sorted(_local(iri) for iri in node.get(predicate, ())))


def _inverses(terms: Mapping[str, Node]) -> dict[str, str]:
    """Each property that has an inverse, in both directions, whichever of the two declares it."""
    pairs = {(_local(iri), _local(other)) for iri in terms for other in terms[iri].get(OWL + "inverseOf", ())}
    return dict(sorted(pairs | {(other, one) for one, other in pairs}))


def _concepts(terms: Mapping[str, Node], where: str) -> dict[str, Concept]:
    found = {}
    for iri, node in sorted(terms.items()):
        kinds = [_local(kind) for kind in node.get(_TYPE, ()) if _ours(kind)]
        if not kinds:
            continue
        label, label_en = both(iri, node, SKOS + "prefLabel", where)
        linked = sorted({other for predicate in _MATCHES if predicate in node for other in node[predicate]})
        found[iri] = Concept(
            iri=iri,
            kind=kinds[0],
            label=label,
            label_en=label_en,
            names=(label, *(name for name in texts(node, SKOS + "altLabel") if name != label)),
            hidden=tuple(texts(node, SKOS + "hiddenLabel")),
            broader=tuple(sorted(node.get(SKOS + "broader", ()))),
            related=tuple(other for other in linked if other.startswith(ids.CONCEPT)),
            matches=tuple(other for other in linked if not other.startswith(ids.CONCEPT)),
        )
    return found
