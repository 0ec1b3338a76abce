"""XML as text, escaped by construction: lxml, writing elements one by one, repeats the namespaces on each of them."""

from __future__ import annotations

from typing import Final
from xml.sax.saxutils import escape, quoteattr

HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'


def tag(name: str, /, *inner: str, **attributes: str) -> str:
    """An element around parts that are XML already.

    In the names of attributes, `__` stands for a colon and a last underscore is dropped (`xmlns__y`, `for_`).
    """
    head = start(name, **attributes)
    return f"{head}{''.join(inner)}</{name}>" if inner else f"{head[:-1]}/>"


def start(name: str, /, **attributes: str) -> str:
    """The start tag of an element alone."""
    pairs = (f" {key.removesuffix('_').replace('__', ':')}={quoteattr(value)}" for key, value in attributes.items())
    return f"<{name}{''.join(pairs)}>"


def text(value: str) -> str:
    """Characters for the inside of an element."""
    return escape(value)
