"""RSS and Atom: each item of the feed is an article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from kg.errors import ReadError

_ITEMS: Final = frozenset(("item", "entry"))
# The elements, by local name and in order, that hold a field of an article.
_NAMES: Final = {
    "text": ("encoded", "content", "description", "summary"),
    "title": ("title",),
    "date": ("pubDate", "published", "date", "updated"),
    "publisher": ("source", "publisher"),
    "author": ("creator", "author"),
    "url": ("link", "guid", "id"),
}
_NAMED_ADDRESS: Final = re.compile(r"\S+@\S+\s*[(（](?P<name>[^()（）]+)[)）]")
# The text is decoded by now, and what the declaration says of its encoding no longer true.
_DECLARATION: Final = re.compile(r"\s*<\?xml[^>]*\?>")
# What a parser adds to its message, and is told apart from it.
_PLACE: Final = re.compile(r", line \d+, column \d+$")


def items(text: str, source: str) -> Iterator[tuple[str, dict[str, str]]]:
    """`source#N` and the fields of each item, N from 1: text, title, date, publisher, author, url, and as site the
    feed's own title.

    Raises ReadError where the file is not XML, or no feed. Entities of the document's own making are not expanded.
    """
    root = _parsed(_DECLARATION.sub("", text, count=1), source)
    elements = list(root.iter(etree.Element))
    found = [element for element in elements if _local(element) in _ITEMS]
    if not found:
        remedy = "give an RSS or Atom feed, or leave the file out 请提供 RSS 或 Atom"
        raise ReadError("the XML is no feed with items 不是含条目的订阅源", where=source, remedy=remedy)
    channel = next((element for element in elements if _local(element) in ("channel", "feed")), root)
    site = _field(channel, ("title",))
    for number, element in enumerate(found, 1):
        fields = {name: _field(element, names) for name, names in _NAMES.items()}
        # RSS wants an address, with the name behind it: news@example.org (赵一).
        if named := _NAMED_ADDRESS.fullmatch(fields["author"]):
            fields["author"] = named["name"]
        yield f"{source}#{number}", {**fields, "site": site}


def _parsed(text: str, source: str) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    try:
        root = etree.fromstring(text.encode("utf-8", errors="replace"), parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        where = f"{source}, line {line}, column {column}"
        what = _PLACE.sub("", error.msg or "")
        raise ReadError(
            f"the XML is broken 格式有误: {what}", where=where, remedy="fetch the feed again 请重新获取"
        ) from None
    # What was not expanded would be read as its name.
    etree.strip_elements(root, etree.Entity, with_tail=False)
    return root


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _field(element: etree._Element, names: tuple[str, ...]) -> str:
    """The first of the child elements that has a text, or for a link an address."""
    for name in names:
        for child in element:
            if _local(child) != name:
                continue
            # An Atom author is a person with a name below it; markup of XHTML content is kept as it is.
            holder = next((below for below in child if _local(below) == "name"), child)
            text = _markup(child) if len(child) and name == "content" else "".join(holder.itertext())
            if value := (text.strip() or child.get("href", "").strip()):
                return value
    return ""


def _markup(element: etree._Element) -> str:
    return "".join(etree.tostring(child, encoding="unicode") for child in element)
