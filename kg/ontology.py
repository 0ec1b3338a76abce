"""The vocabulary as data: `ontology/smartcity.ttl` and `concepts.ttl`, read once and asked by local name.

No class or predicate name need stand in code: what may be linked to what, what it is called, and which concepts the
field knows are all in the two files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

import pyoxigraph as ox

from kg import ids
from kg.errors import OntologyError
from kg.resources import data_path

FILES: Final = ("ontology/smartcity.ttl", "ontology/concepts.ttl")

_OWL: Final = "http://www.w3.org/2002/07/owl#"
_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
_SCHEMA: Final = "https://schema.org/"
_SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
_TYPE: Final = _RDF + "type"
# Every relation of the graph is a direct child of this property; qualifiers and bookkeeping are not.
_RELATION: Final = "relatedTo"


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

    `inverse` is the local name of the inverse property or "", `order` 0 for what is not a relation.
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
    inverse: str
    order: int


@dataclass(frozen=True, slots=True)
class Concept:
    """A goal, sector or technology: `kind` is the class.

    `names` may be shown (the Chinese label first, then alternative labels), `hidden` are matched but never shown,
    `broader`, `related` and `matches` (concepts of other vocabularies, such as the SDGs) are IRIs.
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


@dataclass(frozen=True, slots=True)
class Ontology:
    """All that the ontology files say, by local name; the mappings are read-only and in a fixed order.

    `classes` stand in the order that settles ties, `predicates` are the relations between things, `properties` all
    properties (relations, their inverses, qualifiers), `concepts` go by IRI, `labels` hold (zh, en) of every term.
    """

    classes: Mapping[str, ClassTerm]
    predicates: Mapping[str, PredicateTerm]
    properties: Mapping[str, PredicateTerm]
    concepts: Mapping[str, Concept]
    labels: Mapping[str, tuple[str, str]]
    prefixes: Mapping[str, str]

    @property
    def kinds(self) -> tuple[str, ...]:
        """The classes that a thing of the graph may have (no parent class, no bookkeeping), in order."""
        parents = {term.parent for term in self.classes.values()}
        return tuple(name for name, term in self.classes.items() if term.group and name not in parents)

    def iri(self, local: str) -> str:
        """The IRI of a term by its local name (`City`), or by prefix and name (`geo:lat`); unknown: OntologyError."""
        prefix, colon, name = local.partition(":")
        if colon and prefix in self.prefixes and prefix != "sc":
            return self.prefixes[prefix] + name
        if (name if colon else local) not in self.labels:
            raise OntologyError(f"no term is called {local}", where=FILES[0], remedy="correct the name or add the term")
        return ids.ONTOLOGY + (name if colon else local)

    def label(self, local: str, lang: str = "en") -> str:
        """What a term is called in `zh` or `en`; unknown terms raise OntologyError."""
        self.iri(local)
        chinese, english = self.labels[local]
        return chinese if lang == "zh" else english

    def group(self, kind: str) -> str:
        """The coarse group (place, organization, …) of a class; "" for a class that no thing of the graph has."""
        self.iri(kind)
        return self.classes[kind].group

    def order(self, kind: str) -> int:
        """The rank of a class in ties: the smaller wins."""
        self.iri(kind)
        return self.classes[kind].order

    def ancestors(self, kind: str) -> Iterator[str]:
        """The class itself, its parent, and so on up."""
        while kind:
            yield kind
            kind = self.classes[kind].parent if kind in self.classes else ""

    def fits(self, predicate: str, subject_kind: str, object_kind: str) -> bool:
        """Whether the relation may lead from the one class to the other; an unknown relation fits nothing."""
        term = self.predicates.get(predicate)
        if term is None:
            return False
        return not set(term.domain).isdisjoint(self.ancestors(subject_kind)) and not set(term.range).isdisjoint(
            self.ancestors(object_kind)
        )

    def of_kind(self, kind: str) -> tuple[Concept, ...]:
        """All concepts of a class (Goal, Technology, Sector), by IRI."""
        return tuple(concept for concept in self.concepts.values() if concept.kind == kind)


@lru_cache(maxsize=1)
def load() -> Ontology:
    """The ontology that comes with the package, read once. Raises OntologyError naming file and line."""
    return read(*(data_path(name) for name in FILES))


def prefixes() -> dict[str, str]:
    """Prefix to namespace: the one table for queries, exports and the store, as `smartcity.ttl` declares it."""
    return dict(load().prefixes)


def read(vocabulary: Path, concepts: Path) -> Ontology:
    """An ontology from two Turtle files: classes and properties, and concepts. Raises OntologyError."""
    terms, table = _parse(vocabulary)
    labels = {term[len(ids.ONTOLOGY) :]: _both(node, _RDFS + "label") for term, node in terms.items() if _ours(term)}
    properties = _properties(terms, str(vocabulary))
    relations = {name for name, node in properties.items() if _relation(terms[node.iri])}
    return Ontology(
        classes=MappingProxyType(_classes(terms, str(vocabulary))),
        predicates=MappingProxyType({name: term for name, term in properties.items() if name in relations}),
        properties=MappingProxyType(properties),
        concepts=MappingProxyType(_concepts(_parse(concepts)[0], str(concepts))),
        labels=MappingProxyType(labels),
        prefixes=MappingProxyType(dict(sorted(table.items()))),
    )


class _Node:
    """What is said of one subject: IRIs by predicate, literals by predicate and language."""

    __slots__ = ("iris", "texts")

    def __init__(self) -> None:
        """Start empty."""
        self.iris: dict[str, list[str]] = {}
        self.texts: dict[tuple[str, str], list[str]] = {}


def _parse(path: Path) -> tuple[dict[str, _Node], dict[str, str]]:
    """The nodes of a Turtle file and its prefixes."""
    nodes: dict[str, _Node] = {}
    try:
        parser = ox.parse(path.read_bytes(), ox.RdfFormat.TURTLE)
        for quad in parser:
            node = nodes.setdefault(_named(quad.subject, path), _Node())
            predicate, value = quad.predicate.value, quad.object
            if isinstance(value, ox.Literal):
                node.texts.setdefault((predicate, value.language or ""), []).append(value.value)
            else:
                node.iris.setdefault(predicate, []).append(_named(value, path))
    except SyntaxError as error:
        raise OntologyError(f"not Turtle: {error.msg}", where=f"{path}:{error.lineno}", remedy=_REPAIR) from error
    except OSError as error:
        raise OntologyError(f"cannot be read: {error.strerror}", where=str(path), remedy=_REPAIR) from error
    return nodes, parser.prefixes


_REPAIR: Final = "correct the file, or install the package again"


def _named(term: object, path: Path) -> str:
    if isinstance(term, ox.NamedNode):
        return term.value
    raise OntologyError(f"{term} has no IRI", where=str(path), remedy="give the node a name; blank nodes are not used")


def _ours(iri: str) -> bool:
    return iri.startswith(ids.ONTOLOGY)


def _local(iri: str) -> str:
    return iri.removeprefix(ids.ONTOLOGY)


def _both(node: _Node, predicate: str) -> tuple[str, str]:
    """The Chinese and the English value of a predicate, "" where there is none."""
    zh, en = (node.texts.get((predicate, language), [""])[0] for language in ("zh", "en"))
    return zh, en


def _order(node: _Node) -> int:
    return int(node.texts.get((ids.ONTOLOGY + "order", ""), ["0"])[0])


def _relation(node: _Node) -> bool:
    return ids.ONTOLOGY + _RELATION in node.iris.get(_RDFS + "subPropertyOf", [])


def _is(node: _Node, *types: str) -> bool:
    return not {_OWL + name for name in types}.isdisjoint(node.iris.get(_TYPE, []))


def _labelled(iri: str, pair: tuple[str, str], where: str) -> tuple[str, str]:
    if not all(pair):
        raise OntologyError(f"<{iri}> lacks a label in zh or en", where=where, remedy="add both")
    return pair


def _classes(terms: Mapping[str, _Node], where: str) -> dict[str, ClassTerm]:
    found = []
    for iri, node in terms.items():
        if not _ours(iri) or not _is(node, "Class"):
            continue
        label_zh, label_en = _labelled(iri, _both(node, _RDFS + "label"), where)
        comment_zh, comment = _both(node, _SKOS + "definition")
        parents = [_local(parent) for parent in node.iris.get(_RDFS + "subClassOf", []) if _ours(parent)]
        group = node.texts.get((ids.ONTOLOGY + "group", ""), [""])[0]
        parent = parents[0] if parents else ""
        found.append(
            ClassTerm(_local(iri), iri, label_zh, label_en, comment_zh, comment, parent, group, _order(node)),
        )
    return {term.name: term for term in sorted(found, key=lambda term: (term.order, term.name))}


def _properties(terms: Mapping[str, _Node], where: str) -> dict[str, PredicateTerm]:
    inverses = _inverses(terms)
    found = []
    for iri, node in terms.items():
        if not _ours(iri) or not _is(node, "ObjectProperty", "DatatypeProperty"):
            continue
        label_zh, label_en = _labelled(iri, _both(node, _RDFS + "label"), where)
        comment_zh, comment = _both(node, _SKOS + "definition")
        found.append(
            PredicateTerm(
                name=_local(iri),
                iri=iri,
                label_zh=label_zh,
                label_en=label_en,
                comment_zh=comment_zh,
                comment=comment,
                domain=_locals(node, _SCHEMA + "domainIncludes"),
                range=_locals(node, _SCHEMA + "rangeIncludes"),
                symmetric=_is(node, "SymmetricProperty"),
                inverse=inverses.get(_local(iri), ""),
                order=_order(node),
            )
        )
    return {term.name: term for term in sorted(found, key=lambda term: (not term.order, term.order, term.name))}


def _locals(node: _Node, predicate: str) -> tuple[str, ...]:
    return tuple(sorted(_local(iri) for iri in node.iris.get(predicate, [])))


def _inverses(terms: Mapping[str, _Node]) -> dict[str, str]:
    """Each property that has an inverse, in both directions, whichever of the two declares it."""
    pairs = {
        (_local(iri), _local(other)) for iri, node in terms.items() for other in node.iris.get(_OWL + "inverseOf", [])
    }
    return dict(sorted(pairs | {(other, one) for one, other in pairs}))


def _concepts(terms: Mapping[str, _Node], where: str) -> dict[str, Concept]:
    found = {}
    for iri in sorted(terms):
        node = terms[iri]
        kinds = [_local(kind) for kind in node.iris.get(_TYPE, []) if _ours(kind)]
        if not kinds:
            continue
        label, label_en = _labelled(iri, _both(node, _SKOS + "prefLabel"), where)
        found[iri] = Concept(
            iri=iri,
            kind=kinds[0],
            label=label,
            label_en=label_en,
            names=(label, *(name for name in _texts(node, "altLabel") if name != label)),
            hidden=_texts(node, "hiddenLabel"),
            broader=_related(node, "broader"),
            related=_related(node, "related", "relatedMatch"),
            matches=_related(node, "broadMatch", "closeMatch", "exactMatch", "narrowMatch"),
        )
    return found


def _texts(node: _Node, name: str) -> tuple[str, ...]:
    """The literals of a SKOS property, whatever their language, sorted."""
    values: Iterable[list[str]] = (texts for (key, _), texts in node.texts.items() if key == _SKOS + name)
    return tuple(sorted({text for texts in values for text in texts}))


def _related(node: _Node, *names: str) -> tuple[str, ...]:
    return tuple(sorted({iri for name in names for iri in node.iris.get(_SKOS + name, [])}))
