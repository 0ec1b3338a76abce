"""A whole HTML page: which part of it is the article, and what the lines above that say of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from bs4 import Tag
from bs4.element import NavigableString, PageElement

from kg.errors import ReadError
from kg.reader.dates import parse_date
from kg.reader.head import read_head, told_beside
from kg.reader.html import SKIPPED, is_noise, lines_of
from kg.reader.lines import ArticleDraft, Line, ends_openly
from kg.reader.noise import clean
from kg.reader.page_head import read_page_head

# What holds a single paragraph where each has an element of its own.
_PIECES: Final = frozenset(("section", "div"))
_HOLDERS: Final = frozenset(["div", "td", "section", "article", "main", "pre", "center", "body", "li"])
_LINKS: Final = frozenset(("a", "option", "title"))
_STOPS: Final = re.compile("[。！？!?；;.]")
_TITLE_LEAST: Final = 5
_TITLE_MOST: Final = 60
# Date and source stand within so many lines above an article's first paragraph.
_HEAD_LINES: Final = 8
# A table of what an authority tells of a document has more, as each cell is one.
_TABLE_LINES: Final = 48
_PARAGRAPH_LEAST: Final = 10
_ARTICLE_LEAST: Final = 30


def draft_of(root: Tag, source: str) -> ArticleDraft:
    """The draft of a page. Raises ReadError where the page has no stretch of prose."""
    lines = lines_of(_with_its_like(_article(root, source)))
    above = _lines_above(root, lines)
    if inside := read_head([line.text for line in lines]):
        lines = [line for place, line in enumerate(lines) if place not in inside.taken]
    beside = told_beside([line.text for line in above])
    head = above[-_HEAD_LINES:]
    cleaned, _ = clean(head)
    # What stands nearest is the article's; above it may be a list with the days of others.
    _, learnt = clean(head[::-1])
    known = [inside.told if inside else {}, beside, learnt.values]
    told = read_page_head(root)
    title = told.title or _title_line([*cleaned, *lines[:1]]) or _first(known, "title")
    dates = (told.date, _first(known, "date"), *(line.text for line in reversed(head)), told.minute)
    return ArticleDraft(
        tuple(line for line in lines if line.text.strip() != title),
        title=title,
        publisher=told.publisher or told.account or _first(known, "publisher"),
        site=told.site,
        author=told.author or _first(known, "author"),
        url=told.url,
        published=next((date for text in dates if (date := parse_date(text))), None),
    )


def _article(root: Tag, source: str) -> Tag:
    """The element that holds the article. Raises ReadError where the page has no stretch of prose."""
    # Some sites name the element around the whole article after what it has beside it.
    main = _main_part(root, heed_names=True)
    if main is None:
        main = _main_part(root, heed_names=False)
    if main is None and root.find(("a", "form", "frame", "iframe")) is None:
        # A notice of one sentence: what has no links and asks for nothing is neither a list nor a login.
        main = _main_part(root, heed_names=False, least=_PARAGRAPH_LEAST)
    if main is not None:
        return main
    remedy = (
        "check that the page was saved whole, and is not a frame, a login or a list of links "
        "请确认网页保存完整，且不是框架、登录或链接列表页"
    )
    raise ReadError("the HTML holds no article 网页中没有文章", where=source, remedy=remedy)


def _first(known: Iterable[Mapping[str, str]], name: str) -> str:
    return next((values[name] for values in known if values.get(name)), "")


class _Scores:
    """How much prose stands right below each element.

    Elements are told apart by what they are, not by what they hold: Beautiful Soup compares whole subtrees.
    """

    def __init__(self) -> None:
        self._elements: dict[int, Tag] = {}
        self._scores: defaultdict[int, float] = defaultdict(float)

    def add(self, element: Tag, score: float) -> None:
        self._elements[id(element)] = element
        self._scores[id(element)] += score

    def best(self, least: int) -> Tag | None:
        """The first of the elements with the highest score, or None where all score too little for an article."""
        best = max(self._scores, key=self._scores.__getitem__, default=None)
        return self._elements[best] if best is not None and self._scores[best] >= least else None


def _main_part(root: Tag, *, heed_names: bool, least: int = _ARTICLE_LEAST) -> Tag | None:
    """The element with the most prose right below it; a paragraph counts for its parent and half for that one's."""
    scores = _Scores()
    stack: list[tuple[Tag, Tag | None]] = [(root, None)]
    while stack:
        element, holder = stack.pop()
        if element.name in SKIPPED or (heed_names and is_noise(element)):
            continue
        if element.name == "p":
            _give(scores, holder, _prose(element))
            # What is inside has been counted with it.
            holder = None
        elif element.name in _HOLDERS:
            holder = element
        if element.name not in _LINKS:
            _give(scores, holder, _own_text(element))
        stack.extend((child, holder) for child in reversed(element.contents) if isinstance(child, Tag))
    return scores.best(least)


def _with_its_like(main: Tag) -> Tag:
    """The article's element, where it is one of several: editors of new media put each paragraph in its own.

    That is so if beside it, or beside what holds nothing else, there is prose in elements of the same tag and class;
    beside a section, which such editors make, also in bare paragraphs.
    """
    found = element = main
    while (above := element.parent) is not None and element.name in _PIECES:
        alike = [e for e in above.contents if isinstance(e, Tag) and e is not element and _alike(e, element)]
        if sum(len(_prose(e)) for e in alike if _STOPS.search(e.get_text())) >= _ARTICLE_LEAST:
            found = above
        elif any(_has_text(child) for child in above.contents if child is not element):
            break
        element = above
    return found


def _alike(one: Tag, other: Tag) -> bool:
    bare = one.name == "p" and other.name == "section"
    return bare or (one.name == other.name and one.get("class") == other.get("class") and not is_noise(one))


def _has_text(child: PageElement) -> bool:
    told = isinstance(child, Tag) or type(child) is NavigableString
    return told and bool(child.get_text().strip())


def _give(scores: _Scores, holder: Tag | None, text: str) -> None:
    """Count the text for what holds it."""
    if holder is None or len(text) < _PARAGRAPH_LEAST or not _STOPS.search(text):
        return
    scores.add(holder, len(text))
    above = holder.parent
    if above is not None and above.name in _HOLDERS:
        scores.add(above, len(text) / 2)


def _prose(paragraph: Tag) -> str:
    """The paragraph's text, or "" where most of it is links."""
    text = paragraph.get_text().strip()
    linked = sum(len(link.get_text()) for link in paragraph.find_all("a"))
    return "" if linked > len(text) / 2 else text


def _own_text(element: Tag) -> str:
    """The text that stands in the element itself, between its children."""
    return "".join(child for child in element.contents if type(child) is NavigableString).strip()


def _title_line(lines: list[Line]) -> str:
    """The last of the lines that could be a title."""
    titles = (line.text.strip() for line in reversed(lines))
    return next((text for text in titles if _TITLE_LEAST <= len(text) <= _TITLE_MOST and ends_openly(text)), "")


def _lines_above(root: Tag, lines: list[Line]) -> list[Line]:
    """The lines above the article's first, as many as a table of its properties may take."""
    above: list[Line] = []
    for line in lines_of(root):
        if lines and line.text == lines[0].text:
            break
        above.append(line)
    return above[-_TABLE_LINES:]
