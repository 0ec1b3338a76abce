"""HTML becomes lines: block elements break, inline ones do not; what is no article text is left out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from typing import Final

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from kg.errors import ReadError
from kg.model import BlockKind, Hint
from kg.reader.hints import stock_code
from kg.reader.lines import Line, ends_openly
from kg.reader.noise import no_article_name
from kg.reader.visible import visible

# fmt: off
BREAKING: Final = frozenset((
    "address", "article", "aside", "blockquote", "body", "br", "center", "dd", "details", "div", "dl", "dt", "embed",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr",
    "html", "iframe", "img", "li", "main", "object", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
    "tfoot", "th", "thead", "title", "tr", "ul", "audio", "video",
))
SKIPPED: Final = frozenset((
    "aside", "audio", "button", "embed", "figcaption", "footer", "head", "iframe", "map", "math", "nav", "noscript",
    "object", "script", "select", "style", "svg", "template", "textarea", "video",
))
# fmt: on
# Whatever their class, these hold the article.
_HOLDING: Final = frozenset(("html", "body", "main", "article"))
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_STRONG: Final = frozenset(("strong", "b"))
# lxml knows the entities of HTML 4 only; these four are mark-up once unescaped.
_ENTITY: Final = re.compile(r"&(?!(?:lt|gt|amp|quot);)[A-Za-z][A-Za-z0-9]{1,30};")
_SERVER_CODE: Final = re.compile(r"<[%?].*?[%?]>", re.DOTALL)
_EMPTY_LINE: Final = re.compile(r"\n[ \t\u3000\xa0]*\n")
_INDENT: Final = re.compile("[\u3000\xa0]{2,}|\u2003{2,}")
_STRONG_MOST: Final = 40
# Browsers nest no deeper than 512, and people some thirty; what takes longer the deeper it stands is still quick here.
MOST_DEPTH: Final = 2_000
# A long line that an editor broke: beside hanzi there is no gap, though a browser shows one.
_HAN: Final = "\u3400-\u9fff，、；：“”（）《》"
_BROKEN: Final = re.compile(
    rf"(?<=[^\n]{{19}}[{_HAN}])[ \t]*\n[ \t]*(?=[{_HAN}。！？\w])|(?<=[^\n]{{19}}\w)[ \t]*\n[ \t]*(?=[{_HAN}。！？])"
)


def parse(markup: str, source: str = "") -> Tag | None:
    """The root of a page or fragment, or None where there is no element at all. Server-side code is taken out first.

    Raises ReadError where elements are nested absurdly deep.
    """
    markup = _SERVER_CODE.sub("<hr>", markup) if "<%" in markup or "<?" in markup else markup
    markup = _ENTITY.sub(lambda match: unescape(match[0]), markup) if "&" in markup else markup
    # A control character would end the parser's run; a form feed is the only one left, and breaks the line anyway.
    markup = markup.replace("\f", "<hr>")
    # Text without a tag is a paragraph; Beautiful Soup would ask whether it is the name of a file.
    markup = markup if "<" in markup else f"<p>{markup}"
    soup = BeautifulSoup(
        markup.encode("utf-8", errors="replace"),
        "lxml",
        from_encoding="utf-8",
        huge_tree=True,
        multi_valued_attributes=None,
        # Else ruby would be of a class of its own.
        string_containers={},
        # Else empty lines between elements would be lost, which break paragraphs in Markdown.
        preserve_whitespace_tags=frozenset(("html",)),
    )
    root = soup.find(True)
    if root is not None and markup.count("<") > MOST_DEPTH and _is_deeper(root, MOST_DEPTH):
        what = f"its elements stand in one another more than {MOST_DEPTH:,} deep 网页标签嵌套过深"
        raise ReadError(what, where=source, remedy="save the text of the page instead 请改存网页中的文字")
    return root


def _is_deeper(root: Tag, most: int) -> bool:
    level = [root]
    for _ in range(most):
        level = [child for element in level for child in element.contents if isinstance(child, Tag)]
    return bool(level)


def attribute(element: Tag, name: str) -> str:
    """The value of an attribute, "" where it is missing."""
    value = element.get(name)
    return value if isinstance(value, str) else ""


@dataclass(slots=True)
class _Collector:
    """Gathers the pieces of one line until an element breaks it."""

    lines: list[Line] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    plain: int = 0
    strong: int = 0
    kinds: list[BlockKind] = field(default_factory=list)
    hints: list[Hint] = field(default_factory=list)
    open_hints: list[tuple[Tag, int, str]] = field(default_factory=list)

    def add(self, text: str) -> None:
        # Mark-up has names and numbers for what cannot be seen: &#8203;, &shy;.
        if text := visible(text):
            text = _BROKEN.sub("", text) if "\n" in text else text
            self.pieces.append(text)
            self.length += len(text)
            if not self.strong and not text.isspace():
                self.plain += 1

    def add_paragraphs(self, text: str) -> None:
        """Text in which an empty line breaks, as in Markdown around HTML."""
        first, *rest = _EMPTY_LINE.split(text)
        self.add(first)
        for paragraph in rest:
            self.flush()
            self.add(paragraph)

    def flush(self) -> None:
        if self.pieces:
            text = "".join(self.pieces)
            if not text.isspace():
                self.lines.extend(self._finished(text))
        self.pieces, self.length, self.plain, self.hints = [], 0, 0, []
        self.open_hints = [(element, 0, code) for element, _, code in self.open_hints]

    def _finished(self, text: str) -> list[Line]:
        line = Line(text, self._kind(text.strip()), tuple(self.hints))
        if "\u3000\u3000" in text or "\xa0\xa0" in text or "\u2003\u2003" in text:
            return line.without(match.span() for match in _INDENT.finditer(text))
        return [line]

    def _kind(self, text: str) -> BlockKind | None:
        if self.kinds:
            return self.kinds[-1]
        if not self.plain and len(text) <= _STRONG_MOST and ends_openly(text):
            return BlockKind.HEADING
        return None

    def close_hint(self, element: Tag) -> None:
        if self.open_hints and self.open_hints[-1][0] is element:
            _, start, code = self.open_hints.pop()
            if start < self.length:
                self.hints.append(Hint(start, self.length, code))


def lines_of(root: Tag, *, markdown: bool = False) -> list[Line]:
    """The lines of all text below `root`, in order.

    Left out are elements that hold no article text, by tag and by the names in `class` and `id` that
    `seeds/patterns/noise.yaml` lists. With `markdown`, empty lines between elements break too.
    """
    out = _Collector()
    add = out.add_paragraphs if markdown else out.add
    _open(out, root)
    # A stack, as pages may be nested deeper than calls may be.
    stack = [(root, iter(root.contents))]
    while stack:
        element, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            _close(out, element)
        elif not isinstance(child, Tag):
            if type(child) is NavigableString:
                add(child)
        elif is_noise(child):
            out.flush()
        else:
            _open(out, child)
            stack.append((child, iter(child.contents)))
    out.flush()
    return out.lines


def is_noise(element: Tag) -> bool:
    """Whether an element holds no article text: by its tag, or by its `class` and `id`."""
    if element.name in SKIPPED or element.name in _HOLDING:
        return element.name in SKIPPED
    names = f"{attribute(element, 'class')} {attribute(element, 'id')}" if element.attrs else " "
    return names != " " and no_article_name(names)


def _open(out: _Collector, element: Tag) -> None:
    tag = element.name
    if tag in BREAKING:
        out.flush()
        if tag in _HEADINGS:
            out.kinds.append(BlockKind.HEADING)
    elif tag in _STRONG:
        out.strong += 1
    if element.attrs:
        code = stock_code(attribute(element, "data-code") or attribute(element, "id"))
        if code:
            out.open_hints.append((element, out.length, code))


def _close(out: _Collector, element: Tag) -> None:
    tag = element.name
    out.close_hint(element)
    if tag in BREAKING:
        out.flush()
        if tag in _HEADINGS and out.kinds:
            out.kinds.pop()
    elif tag in _STRONG and out.strong:
        out.strong -= 1
