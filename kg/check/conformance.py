"""The graph against its shapes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pyoxigraph as ox

from kg import ids, ontology
from kg.check.finding import Finding, Severity
from kg.check.shapes import Rule, rules
from kg.resources import data_path
from kg.store import Store
from kg.store.backends import DEFAULT

# A larger graph, in bytes of N-Triples, is copied to disk, so that a check does not need more memory than a build.
_IN_MEMORY: Final = 400_000_000


def conformance(store: Store) -> Iterator[Finding]:
    """What breaks the shapes of `ontology/shapes.ttl` in the default graph, taken together with the ontology."""
    with TemporaryDirectory(prefix="kg-check-") as folder:
        saved = Path(folder) / "graph.nt"
        with saved.open("wb") as file:
            store.backend.save(DEFAULT, file)
        copy = ox.Store(str(Path(folder) / "copy")) if saved.stat().st_size > _IN_MEMORY else ox.Store()
        copy.load(path=str(data_path("ontology/smartcity.ttl")), format=ox.RdfFormat.TURTLE)
        copy.bulk_load(path=str(saved), format=ox.RdfFormat.N_TRIPLES)
        yield from broken(copy)
        del copy


def broken(graph: ox.Store) -> Iterator[Finding]:
    """What breaks the shapes in a graph that holds the ontology too."""
    for rule in rules(data_path("ontology/shapes.ttl"), _subclasses):
        answer = graph.query(rule.query)
        assert isinstance(answer, ox.QuerySolutions)
        names = [variable.value for variable in answer.variables]
        for row in answer:
            yield _finding(rule, dict(zip(names, map(_text, row), strict=True)))


def _finding(rule: Rule, found: dict[str, str]) -> Finding:
    """A rule of the whole graph names the culprit as ?value, any other as ?this."""
    this, value, path = (found.get(name, "") for name in ("this", "value", "path"))
    node, detail = (this, value) if this else (value, path)
    severity = Severity.ERROR if rule.severity == "Violation" else Severity.WARNING
    return Finding(f"shape {rule.shape}", severity, node, rule.message, rule.message_zh, detail)


def _text(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else ""


def _subclasses(iri: str) -> list[str]:
    """The IRIs of a class and of all that are below it."""
    known, name = ontology.load(), iri.removeprefix(ids.ONTOLOGY)
    return [term.iri for term in known.classes.values() if name in known.ancestors(term.name)] or [iri]
