"""A whole HTML page: which part of it is the article, and what its head says of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from lxml import etree

from kg.errors import ReadError
from kg.reader.dates import parse_date
from kg.reader.html import SKIPPED, is_noise, lines_of
from kg.reader.lines import Draft, Line, ends_openly
from kg.reader.noise import clean

_TITLES = ("og:title", "articletitle", "twitter:title")
_PUBLISHERS = ("source", "contentsource", "mediaid")
_SITES = ("og:site_name", "sitename", "application-name")
_DATES = ("article:published_time", "pubdate", "publishdate", "og:release_date", "publish_time", "dc.date", "date")
_HOLDERS = frozenset(["div", "td", "section", "article", "main", "pre", "center", "body", "li"])
_LINKS = frozenset(("a", "option", "title"))
_STOPS = re.compile("[。！？!?；;.]")
_SITE = re.compile(r"\s*[_|｜]\s*|\s+[-–—]+\s+|--+|-(?=[^-]{2,14}(?:网|报|新闻|在线|频道|门户|社)$)")
# What editors put where nobody wrote a title.
_NO_TITLES = frozenset(("insert title here", "untitled", "untitled document", "document", "无标题文档", "新建网页"))
_TITLE_LEAST, _TITLE_MOST = 5, 60
# Date and source stand within so many lines above an article's first paragraph.
_HEAD_LINES = 8
_PARAGRAPH_LEAST, _ARTICLE_LEAST = 10, 30


def draft_of(root: etree._Element, source: str) -> Draft:
    """The draft of a page. Raises ReadError where the page has no stretch of prose."""
    # Some sites name the element around the whole article after what it has beside it.
    main = _main_part(root, heed_names=True)
    if main is None:
        main = _main_part(root, heed_names=False)
    if main is None:
        remedy = "check that the page was saved whole, and is not a frame, a login or a list of links"
        raise ReadError("the HTML holds no article", where=source, remedy=remedy)
    told = _meta(root)
    lines = lines_of(main)
    head = _head_lines(root, lines)
    above, learnt = clean(head)
    title = _title(root, told) or _title_line([*above, *lines[:1]])
    dates = (_one(told, _DATES), learnt.values.get("date", ""), *(line.text for line in head))
    return Draft(
        tuple(line for line in lines if line.text.strip() != title),
        title=title,
        publisher=_one(told, _PUBLISHERS) or learnt.values.get("publisher", ""),
        site=_one(told, _SITES),
        author=told.get("author", "") or learnt.values.get("author", ""),
        url=_address(root) or told.get("og:url", ""),
        published=next((date for text in dates if (date := parse_date(text))), None),
    )


def _one(told: Mapping[str, str], names: Iterable[str]) -> str:
    return next((told[name] for name in names if told.get(name)), "")


def _main_part(root: etree._Element, *, heed_names: bool) -> etree._Element | None:
    """The element with the most prose right below it; a paragraph counts for its parent and half for that one's."""
    scores: dict[etree._Element, float] = defaultdict(float)
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        if element.tag in SKIPPED or (heed_names and is_noise(element)):
            walk.skip_subtree()
        elif element.tag == "p":
            _give(scores, element.getparent(), _prose(element))
        elif element.tag not in _LINKS:
            _give(scores, element, _own_text(element))
    best = max(scores, key=lambda element: scores[element], default=None)
    return best if best is not None and scores[best] >= _ARTICLE_LEAST else None


def _give(scores: dict[etree._Element, float], element: etree._Element | None, text: str) -> None:
    """Count the text for the nearest holder; a paragraph's inner elements have been counted with it."""
    while element is not None and element.tag not in _HOLDERS:
        if element.tag == "p":
            return
        element = element.getparent()
    if element is None or len(text) < _PARAGRAPH_LEAST or not _STOPS.search(text):
        return
    scores[element] += len(text)
    above = element.getparent()
    if above is not None and above.tag in _HOLDERS:
        scores[above] += len(text) / 2


def _prose(paragraph: etree._Element) -> str:
    """The paragraph's text, or "" where most of it is links."""
    text = "".join(paragraph.itertext()).strip()
    linked = sum(len("".join(link.itertext())) for link in paragraph.iter("a"))
    return "" if linked > len(text) / 2 else text


def _own_text(element: etree._Element) -> str:
    """The text that stands in the element itself, between its children."""
    return "".join([element.text or "", *(child.tail or "" for child in element)]).strip()


def _meta(root: etree._Element) -> dict[str, str]:
    told: dict[str, str] = {}
    for element in root.iter("meta"):
        name = (element.get("name") or element.get("property") or element.get("itemprop") or "").lower()
        value = (element.get("content") or "").strip()
        if name and value:
            told.setdefault(name, value)
    for element in root.iter("time"):
        told.setdefault("date", element.get("datetime") or "")
    return told


def _title(root: etree._Element, told: Mapping[str, str]) -> str:
    """The main heading if there is one, else the title of the page without the name of the site."""
    for heading in root.iter("h1"):
        text = " ".join("".join(heading.itertext()).split())
        if text and not any(is_noise(element) for element in (heading, *heading.iterancestors())):
            return text
    if title := _one(told, _TITLES):
        return _SITE.split(title)[0].strip()
    found = root.find(".//title")
    title = " ".join((found.text or "").split()) if found is not None else ""
    return "" if title.lower() in _NO_TITLES else _SITE.split(title)[0].strip()


def _title_line(lines: list[Line]) -> str:
    """The last of the lines that could be a title."""
    titles = (line.text.strip() for line in reversed(lines))
    return next((text for text in titles if _TITLE_LEAST <= len(text) <= _TITLE_MOST and ends_openly(text)), "")


def _head_lines(root: etree._Element, lines: list[Line]) -> list[Line]:
    """The few lines above the article's first."""
    above: list[Line] = []
    for line in lines_of(root):
        if lines and line.text == lines[0].text:
            break
        above.append(line)
    return above[-_HEAD_LINES:]


def _address(root: etree._Element) -> str:
    for element in root.iter("link"):
        if (element.get("rel") or "").lower() == "canonical":
            return element.get("href") or ""
    return ""
