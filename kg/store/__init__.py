"""Where the graph lives: articles are added, replaced and removed, and what follows from them is kept in step."""

from __future__ import annotations

from kg.store.api import Added, Store
from kg.store.listing import ArticleInfo, Rows
from kg.store.opening import DEFAULT_LOCATION, exists, open_store, place

__all__ = ["DEFAULT_LOCATION", "Added", "ArticleInfo", "Rows", "Store", "exists", "open_store", "place"]
