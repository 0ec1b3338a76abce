"""A knowledge graph of smart-city news, in which every statement carries its sentence.

    import kg

    with kg.open_store("exports/store") as store:
        kg.build_graph(["seeds/articles"], store=store)
        for (label,) in store.select("SELECT ?label { ?city a sc:City ; rdfs:label ?label }"):
            print(label.value)

`read`, `extract`, `build_graph`, `open_store` and `export` are imported when first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from kg.build import build as build_graph
    from kg.exporters import export
    from kg.extractor.pipeline import extract
    from kg.reader import read_paths as read
    from kg.store import open_store

__version__ = "0.1.0"
__all__ = ["__version__", "build_graph", "export", "extract", "open_store", "read"]

_HOMES: Final = {
    "build_graph": ("kg.build", "build"),
    "export": ("kg.exporters", "export"),
    "extract": ("kg.extractor", "extract"),
    "open_store": ("kg.store", "open_store"),
    "read": ("kg.reader", "read_paths"),
}


def __getattr__(name: str) -> Any:
    """A function of the public API, from the module that it lives in."""
    if name not in _HOMES:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    module, attribute = _HOMES[name]
    value = getattr(import_module(module), attribute)
    globals()[name] = value
    return value
