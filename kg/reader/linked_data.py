"""What a page tells of its article in JSON-LD, after schema.org: <script type="application/ld+json">."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from bs4 import Tag

from kg.reader.html import attribute
from kg.reader.labels import value_of

_TYPE: Final = "application/ld+json"
# Under the names that a page gives such values in its meta elements.
_NAMES: Final = {"twitter:title": "title", "published": "date", "publisher": "publisher", "author": "author"}
# Beside the article pages describe their site and the path to it.
_ARTICLES: Final = frozenset(("headline", "datepublished"))


def linked_data(root: Tag) -> dict[str, str]:
    """Title, day, publisher and author of the first article described in the page; empty where none is."""
    for script in root.find_all("script"):
        if attribute(script, "type").lower() != _TYPE:
            continue
        for thing in _things(script.get_text()):
            if _ARTICLES & {key.lower() for key in thing}:
                told = {name: value_of(thing, field) for name, field in _NAMES.items()}
                return {name: value for name, value in told.items() if value}
    return {}


def _things(text: str) -> Iterator[Mapping[str, Any]]:
    try:
        # Pages break strings over lines, which JSON does not allow.
        found = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return
    for thing in found if isinstance(found, list) else [found]:
        if isinstance(thing, dict):
            yield thing
            graph = thing.get("@graph")
            yield from (inner for inner in graph if isinstance(inner, dict)) if isinstance(graph, list) else ()
