"""A Turtle file of the ontology as nodes: what is said of each subject, with complaints that name file and line."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.errors import OntologyError
from kg.namespaces import SKOS

_REPAIR: Final = "correct the file, or install the package again"

# Said for other tools; here it would only cost time.
_UNREAD: Final = frozenset(SKOS + name for name in ("inScheme", "narrower", "topConceptOf", "hasTopConcept"))

Node = dict[str, list[str]]
"""What is said of one subject: values by predicate, those in a language by predicate@language."""


def parse(path: Path) -> tuple[dict[str, Node], dict[str, str]]:
    """The nodes of a Turtle file and its prefixes."""
    nodes: dict[str, Node] = {}
    try:
        parser = ox.parse(path.read_bytes(), ox.RdfFormat.TURTLE)
        for subject, predicate, value, _ in parser:
            key = predicate.value
            if key in _UNREAD:
                continue
            if isinstance(value, ox.Literal):
                key = f"{key}@{value.language}" if value.language else key
            elif isinstance(value, ox.BlankNode) or isinstance(subject, ox.BlankNode):
                raise OntologyError("a node has no IRI", where=str(path), remedy="name it; blank nodes are not used")
            nodes.setdefault(subject.value, {}).setdefault(key, []).append(value.value)
    except SyntaxError as error:
        raise OntologyError(f"not Turtle: {error.msg}", where=f"{path}:{error.lineno}", remedy=_REPAIR) from error
    except OSError as error:
        raise OntologyError(f"cannot be read: {error.strerror}", where=str(path), remedy=_REPAIR) from error
    return nodes, parser.prefixes


def both(iri: str, node: Node, predicate: str, where: str) -> tuple[str, str]:
    """The Chinese and the English value of a predicate; OntologyError if one is missing or said twice."""
    zh, en = node.get(f"{predicate}@zh", ()), node.get(f"{predicate}@en", ())
    if len(zh) != 1 or len(en) != 1:
        name = predicate.rpartition("#")[2]
        raise OntologyError(f"<{iri}> needs one {name} in zh and one in en", where=where, remedy="add or remove one")
    return zh[0], en[0]


def texts(node: Node, predicate: str) -> list[str]:
    """The literals of a predicate in either language, sorted and each once."""
    return sorted({*node.get(f"{predicate}@zh", ()), *node.get(f"{predicate}@en", ())})
