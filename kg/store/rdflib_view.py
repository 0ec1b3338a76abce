"""The one place where a store meets rdflib."""

from __future__ import annotations

from typing import Any

import rdflib
from oxrdflib import OxigraphStore
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.plugins.stores.sparqlstore import SPARQLUpdateStore
from rdflib.store import Store

from kg import ontology
from kg.errors import StoreError
from kg.store.backends import Backend
from kg.store.backends.embedded import Embedded
from kg.store.backends.remote import Remote


def dataset(backend: Backend) -> rdflib.Dataset:
    """A Dataset over a back end. Its default graph is the merge only, not the union of all graphs."""
    # The union is not asked for: Oxigraph counts a triple once for each graph it is in (oxigraph#1919).
    view = rdflib.Dataset(store=_store(backend), default_union=False)
    for prefix, namespace in ontology.prefixes().items():
        view.bind(prefix, namespace, override=True)
    return view


def _store(backend: Backend) -> Store:
    if isinstance(backend, Embedded):
        return OxigraphStore(store=backend.engine)
    if isinstance(backend, Remote):
        return _Server(backend.query_url, backend.update_url or None, auth=backend.credentials)
    raise StoreError("no rdflib Dataset over this store", where=backend.location)


class _Server(SPARQLUpdateStore):
    """rdflib's client, which asks servers for a graph by rdflib's private name of the default one."""

    def _is_contextual(self, graph: Any) -> bool:  # type: ignore[override]  # theirs is overloaded for None
        """Whether to name the graph that is asked: not the default one, given as a graph or by its name."""
        name = getattr(graph, "identifier", graph)
        return str(name) != str(DATASET_DEFAULT_GRAPH_ID) and bool(super()._is_contextual(graph))
