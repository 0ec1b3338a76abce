"""What lies between mark-up and article: lines of text, each a block to be, with the hints that fall in it."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from kg.model import BlockKind, Hint
from kg.reader.visible import without_invisible

_SPACE: Final = re.compile(r"\s+")
# Between a hanzi and a Latin letter or digit a gap, or none; so many gaps, in all and for each that is none, are habit.
_GAP: Final = re.compile(r" (?:(?<=[一-龥] )(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%] )(?=[一-龥]))")
_NO_GAP: Final = re.compile(r"(?<=[一-龥])[A-Za-z0-9]|(?<=[A-Za-z0-9%])[一-龥]")
_GAPS_LEAST: Final = 4
_GAPS_TO_NONE: Final = 2
_END_MARKS: Final = "。！？!?；;，,、：:…—"
# A title may ask or call out; a sentence of the text ends with a full stop.
_CALLS: Final = ("？", "！", "?", "!")
_CLOSERS: Final = "”’\"'」』）)】〕》〉 "
_NUMBERED: Final = re.compile("[（(][一二三四五六七八九十0-9]{1,3}[)）]")
# Where a page stands on its site: 首页 > 新闻 > 正文.
CRUMBS: Final = re.compile(r"\s*(?P<site>[^\s>›»→]{2,16})(?:\s*[>›»→]+\s*[^\s>›»→]{1,14})+\s*")
_HEADING_MOST: Final = 30
_HEADING_LEAST: Final = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of text between two breaks; `kind` is None until the line's neighbours tell heading from paragraph.

    `seams` are the places within it at which mark-up was taken out that is no tag.
    """

    text: str
    kind: BlockKind | None = None
    hints: tuple[Hint, ...] = ()
    seams: tuple[int, ...] = ()

    def part(self, start: int, end: int) -> Line:
        """The piece `text[start:end]` with the hints that lie wholly in it, and its seams."""
        if start <= 0 and end >= len(self.text):
            return self
        inside = (h for h in self.hints if start <= h.start and h.end <= end)
        hints = tuple(Hint(h.start - start, h.end - start, h.code) for h in inside)
        seams = tuple(seam - start for seam in self.seams if start < seam < end)
        return Line(self.text[start:end], self.kind, hints, seams)

    def without(self, spans: Iterable[tuple[int, int]]) -> list[Line]:
        """The pieces left when `spans` (in order, apart) are taken out; never joined again."""
        pieces, last = [], 0
        for start, end in spans:
            pieces.append(self.part(last, start))
            last = end
        pieces.append(self.part(last, len(self.text)))
        return [piece for piece in pieces if piece.text.strip()]


@dataclass(frozen=True, slots=True)
class ArticleDraft:
    """An article before its text is fixed: what the header or page said of it, and its lines.

    `site` is the name of the site or feed it was taken from: its publisher, where nothing names a paper.
    """

    lines: tuple[Line, ...]
    title: str = ""
    publisher: str = ""
    site: str = ""
    author: str = ""
    url: str = ""
    published: datetime | None = None


def tidy(line: Line) -> list[Line]:
    """The line in NFC, with runs of white space as one space and without what cannot be seen."""
    return [part for part in _composed(_squeeze(line)) if part.text]


def _composed(line: Line) -> list[Line]:
    """The line in NFC; offsets before composition say nothing of those after it, so hints go and seams break it."""
    if unicodedata.is_normalized("NFC", line.text):
        return [line]
    parts = line.without((seam, seam) for seam in line.seams)
    return [Line(unicodedata.normalize("NFC", part.text).strip(), part.kind) for part in parts]


def _squeeze(line: Line) -> Line:
    text = _squeezed(line.text).strip()
    if text == line.text or not (line.hints or line.seams):
        return replace(line, text=text)

    def moved(place: int) -> int:
        return min(len(_squeezed(line.text[:place]).lstrip()), len(text))

    hints = tuple(Hint(moved(hint.start), moved(hint.end), hint.code) for hint in line.hints)
    return Line(text, line.kind, hints, tuple(moved(seam) for seam in line.seams))


def _squeezed(text: str) -> str:
    return _SPACE.sub(" ", text if text.isprintable() else without_invisible(text))


def closed_up(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines without the gaps that a site sets beside Latin letters and digits, if it sets them throughout.

    They are its way of showing a text, as an indent is, and part no words: 建成 5G 基站 1800 个.
    """
    gaps = sum(len(_GAP.findall(line.text)) for line in lines if " " in line.text)
    if gaps < _GAPS_LEAST or gaps < _GAPS_TO_NONE * sum(len(_NO_GAP.findall(line.text)) for line in lines):
        return lines
    return tuple(map(_closed_up, lines))


def _closed_up(line: Line) -> Line:
    gaps = [match.start() for match in _GAP.finditer(line.text)]

    def moved(place: int) -> int:
        return place - bisect_left(gaps, place)

    hints = tuple(Hint(moved(hint.start), moved(hint.end), hint.code) for hint in line.hints)
    return Line(_GAP.sub("", line.text), line.kind, hints, tuple(map(moved, line.seams)))


def joined(pieces: Iterable[Line]) -> Line:
    """One line, with a seam wherever one piece ends and the next begins; the first tells its kind."""
    text = ""
    kind: BlockKind | None = None
    hints: list[Hint] = []
    seams: list[int] = []
    for piece in pieces:
        kind = kind or piece.kind
        if text and piece.text:
            seams.append(len(text))
        seams.extend(len(text) + seam for seam in piece.seams)
        hints.extend(Hint(len(text) + hint.start, len(text) + hint.end, hint.code) for hint in piece.hints)
        text += piece.text
    return Line(text, kind, tuple(hints), tuple(seams))


def plain_title(title: str) -> str:
    """A title on one line, without what cannot be seen, in NFC."""
    return unicodedata.normalize("NFC", _squeezed(title).strip())


def ends_openly(text: str) -> bool:
    """Whether the text stops without a mark that ends a sentence or clause, as a title does."""
    bare = text.rstrip(_CLOSERS)
    return bool(bare) and bare[-1] not in _END_MARKS


def ends_as_title(text: str) -> bool:
    """Whether the text stops as a title does: openly, or with a question or a call."""
    return ends_openly(text) or text.endswith(_CALLS)


def looks_like_heading(text: str) -> bool:
    """Whether a line, taken alone, could be a heading: short, unfinished, in words, not a bracketed remark."""
    return (
        _HEADING_LEAST <= len(text) <= _HEADING_MOST
        and ends_openly(text)
        and (text[0] not in "（(【[—-·→" or bool(_NUMBERED.match(text)))
        and any(letter.isalpha() for letter in text)
    )


def settle_kinds(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Every line with a kind: a title-like line before a paragraph, or before one more such line, is a heading."""
    settled: list[Line] = []
    kinds = [line.kind for line in lines]
    maybe = [kind is None and looks_like_heading(line.text) for kind, line in zip(kinds, lines, strict=True)]
    for index, line in enumerate(lines):
        if line.kind is not None:
            settled.append(line)
            continue
        following = index + 1
        if following < len(lines) and maybe[following]:
            following += 1
        leads_on = following < len(lines) and not maybe[following]
        # One of a long run of short lines is a row of a table or list.
        in_run = index >= 2 and maybe[index - 1] and maybe[index - 2]
        heading = maybe[index] and leads_on and not in_run
        settled.append(replace(line, kind=BlockKind.HEADING if heading else BlockKind.PARAGRAPH))
    return tuple(settled)
