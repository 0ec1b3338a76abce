"""The one place where a store meets rdflib."""

from __future__ import annotations

import rdflib
from oxrdflib import OxigraphStore

from kg import ontology
from kg.errors import StoreError
from kg.store.backends import Backend
from kg.store.backends.embedded import Embedded


def dataset(backend: Backend) -> rdflib.Dataset:
    """A Dataset over a back end. Its default graph is the merge only, not the union of all graphs."""
    if not isinstance(backend, Embedded):
        raise StoreError("no Dataset over this store", where=backend.location)
    # The union is not asked for: Oxigraph counts a triple once for each graph it is in (oxigraph#1919).
    view = rdflib.Dataset(store=OxigraphStore(store=backend.ox), default_union=False)
    for prefix, namespace in ontology.prefixes().items():
        view.bind(prefix, namespace, override=True)
    return view
