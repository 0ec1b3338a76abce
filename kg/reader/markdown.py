"""Markdown becomes lines: headings, leads, list items and tables; links and emphasis keep their words only."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from kg.model import BlockKind
from kg.reader.lines import Line, ends_openly, joined

_AUTOLINK: Final = re.compile(r"<(?P<url>(?:https?|ftp)://[^<>\s]*|mailto:[^<>\s]+)>", re.IGNORECASE)
_HEADING: Final = re.compile(r"\s{0,3}#{1,6}\s+")
_LEAD: Final = re.compile(r"\s{0,3}(?:>\s?)+")
_ITEM: Final = re.compile(r"\s*[-*+•]\s+")
_RULE: Final = re.compile(r"\s*(?:[-*_=]\s*){3,}|\s*+\|?(?:\s*+:?-++:?\s*+\|?)+|\s*(?:```|~~~).*")
_ROW: Final = re.compile(r"\s*\|.*\|\s*")
_TITLE_LINK: Final = re.compile(
    r"\s*(?:[-*+]\s+|#{1,6}\s+)?\[(?P<title>[^\[\]]{2,120})\]\((?P<url>[^()\s]*)[^()]*\)\s*"
)
# Mark-up within a line, each form with the words to keep as its group: image, link, strong, code; first the
# backslash before a mark that is none of Markdown's.
_INLINE: Final = re.compile(
    r"\\(?=[!-/:-@\[-`{-~])"
    r"|!\[[^\[\]]*\]\([^()]*\)"
    r"|\[(?P<link>[^\[\]]*)\]\((?:[^()\s]|\([^()]*\))*(?:\s+[\"'][^\"']*[\"'])?\)"
    r"|\*\*(?P<strong>[^*]+)\*\*|__(?P<strong2>[^_]+)__|`(?P<code>[^`]+)`"
    r"|\*\*|(?<![A-Za-z0-9])__(?![A-Za-z0-9])"
)
# A whole line only: within one, a star may be a times sign.
_EMPHASIS: Final = re.compile(r"\s*\*(?P<words>[^*\s][^*]*)\*\s*")
_MARKS: Final = ("[", "**", "__", "`", "\\")
_GLUE: Final = "，。；、：！？,;:!?”’）)》] "
_STRONG_MOST: Final = 40


def take_out_autolinks(text: str) -> tuple[str, str]:
    """The text with `<http://…>` links as empty lines, and the first such link: HTML parsers would swallow them."""
    if "<" not in text or "://" not in text:
        return text, ""
    match = _AUTOLINK.search(text)
    return (_AUTOLINK.sub("\n\n", text), match["url"]) if match else (text, "")


def title_link(line: str) -> tuple[str, str] | None:
    """Title and address of a line that is one link and no more: `- [标题](https://…)`."""
    match = _TITLE_LINK.fullmatch(line)
    return (match["title"].strip(), match["url"]) if match else None


def is_heading(line: str) -> bool:
    """Whether a line is marked as a heading, of whatever level."""
    return bool(_HEADING.match(line))


def lines_of(text: str) -> list[Line]:
    """The lines of a text in Markdown, each line of the text a block of its own."""
    found: list[Line] = []
    for raw in text.split("\n"):
        if raw.strip() and not _RULE.fullmatch(raw):
            found.extend(refine(Line(raw)))
    return found


def refine(line: Line) -> list[Line]:
    """One line without its Markdown: what stands at its beginning gives its kind, what stands within breaks it."""
    text = line.text
    if (match := _HEADING.match(text)) and line.kind is None:
        line = Line(text[match.end() :].rstrip(" #"), BlockKind.HEADING)
    elif (match := _LEAD.match(text)) and line.kind is None:
        rest = line.part(match.end(), len(text))
        line = Line(rest.text, BlockKind.LEAD, rest.hints)
    elif match := _ITEM.match(text):
        line = line.part(match.end(), len(text))
    if _ROW.fullmatch(line.text):
        cells = [cell.strip() for cell in line.text.strip().strip("|").split("|")]
        return [piece for cell in cells if cell for piece in _inline(Line(cell))]
    return _inline(line)


def _inline(line: Line) -> list[Line]:
    """The words of a line, with seams where mark-up stood; the line breaks at a picture and behind a strong lead-in."""
    text = line.text
    if match := _EMPHASIS.fullmatch(text):
        return [line.part(match.start("words"), match.end("words"))]
    if not any(mark in text for mark in _MARKS):
        return [line]
    if (match := _INLINE.fullmatch(text.strip())) and line.kind is None:
        strong = match["strong"] or match["strong2"]
        if strong and len(strong) <= _STRONG_MOST and ends_openly(strong):
            return [Line(strong, BlockKind.HEADING)]
    lines: list[list[Line]] = [[]]
    last = 0
    for match in _INLINE.finditer(text):
        lines[-1].append(line.part(last, match.start()))
        kept, last = match.lastgroup, match.end()
        words = [line.part(match.start(kept), match.end(kept))] if kept else []
        if _leads_in(text, match) or text.startswith("!", match.start()):
            lines += [words, []]
        else:
            lines[-1] += words
    lines[-1].append(line.part(last, len(text)))
    # A piece of a sentence is no heading, however short.
    kind = line.kind or BlockKind.PARAGRAPH
    found = (replace(_unglued(joined(pieces)), kind=kind) for pieces in lines)
    return [piece for piece in found if any(letter.isalnum() for letter in piece.text)]


def _leads_in(text: str, strong: re.Match[str]) -> bool:
    """Whether strong words stand before a sentence rather than in one: **智慧交通** 江城建成…."""
    words = strong["strong"] or strong["strong2"]
    begins = not text[: strong.start()].strip() or not ends_openly(text[: strong.start()])
    return bool(words) and begins and ends_openly(words) and text[strong.end() : strong.end() + 1].isspace()


def _unglued(piece: Line) -> Line:
    """The piece without the stops and closing marks that were left at its beginning."""
    return piece.part(len(piece.text) - len(piece.text.lstrip(_GLUE)), len(piece.text))
