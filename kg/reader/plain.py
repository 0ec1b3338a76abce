"""Plain text becomes a draft: dumps that put `正文：` after date and source, title lines, wrapped lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from html import unescape
from typing import Final

from kg.reader import markdown
from kg.reader.dates import parse_date
from kg.reader.head import ArticleHead, read_head
from kg.reader.lines import CRUMBS, ArticleDraft, Line, ends_as_title, ends_openly
from kg.reader.measure import LEAST, SPREAD, width
from kg.reader.noise import rules, split_title
from kg.reader.run_in import split_head
from kg.reader.sheets import paragraphs_of
from kg.reader.visible import visible

# Runs of spaces where a page had paragraphs. After a full stop two are enough; elsewhere two no-break spaces may be
# a gap between words, and only more than that is a border.
_GAP: Final = re.compile("(?<=[。！？!?；”：）)】])(?:\\s{2,}|\u3000)|[ \u3000\t\u2002\u2003]{2,}|\\s{3,}|\t")
_BRACKET_REACH: Final = 40
_TAG: Final = re.compile(r"</?[A-Za-z!][^<>]*>")
_TITLE_MOST: Final = 60
# Between a title and the first paragraph there may be headings.
_BELOW: Final = 5


@dataclass(frozen=True, slots=True)
class _Dump:
    """Expressions for the parts of a dump.

    `whole` fits what stands before its text (`head`); `source` is found in that and `agency` fits it (`publisher`);
    `original` fits the label of a title.
    """

    whole: re.Pattern[str]
    source: re.Pattern[str]
    agency: re.Pattern[str]
    original: re.Pattern[str]


@cache
def _dump_rules() -> _Dump:
    words = rules().dump
    return _Dump(
        whole=re.compile(rf"(?P<head>[^。！？]{{0,600}}?)[，,]?\s*(?:{words['text']})\s*[:：]"),
        source=re.compile(rf"(?:{words['source']})\s*[:：]\s*(?P<publisher>[^\s|｜，。]{{2,24}})"),
        agency=re.compile(rf"\s*(?P<publisher>{words['agency']})\s"),
        original=re.compile(rf"\s*(?:{words['original']})\s*[:：]\s*"),
    )


def draft_of(text: str, title: str = "") -> ArticleDraft:
    """The draft of a text without HTML. `title` is what the file's header says, if it has one."""
    raw = paragraphs_of(_without_tags(text))
    text = "\n".join(raw)
    if dump := _dump_rules().whole.match(text):
        return _dump(dump["head"], text[dump.end() :].split("\n"), title)
    if raw and not title:
        raw[:1] = [part for part in split_head(raw[0]) if part]
    head = read_head(raw)
    if head is not None:
        return _with_head(head, title)
    url, heading = "", list[Line]()
    if raw and not title and markdown.is_heading(raw[0]):
        heading, raw = markdown.lines_of(raw[0]), raw[1:]
    elif raw and not title:
        title, url, raw = _title_line(raw)
    return ArticleDraft((*heading, *_lines(raw)), title=title, url=url)


def _with_head(head: ArticleHead, title: str) -> ArticleDraft:
    return ArticleDraft(
        (*(piece for line in head.above for piece in markdown.lines_of(line)), *_lines(head.below)),
        title=title or head.told["title"],
        publisher=head.told["publisher"],
        author=head.told["author"],
        url=head.told["url"],
        published=parse_date(head.told["date"]),
    )


def _without_tags(text: str) -> str:
    """The text with stray tags as line ends and with entities as what they mean."""
    text = _TAG.sub("\n", text) if "<" in text else text
    return visible(unescape(text)) if "&" in text else text


def _dump(head: str, body: Sequence[str], title: str) -> ArticleDraft:
    match = _dump_rules().source.search(head) or _dump_rules().agency.match(head)
    crumbs = CRUMBS.match(head)
    labelled = read_head([line for line in head.split("\n") if line.strip()])
    told = labelled.told if labelled else {}
    title = title or told.get("title", "")
    lines = _lines(body)
    if lines and not title:
        title, lines[:1] = split_title(_unlabelled(lines[0]))
    return ArticleDraft(
        tuple(lines),
        title=title,
        publisher=(match["publisher"] if match else "") or told.get("publisher", ""),
        site=crumbs["site"] if crumbs else "",
        author=told.get("author", ""),
        url=told.get("url", ""),
        published=parse_date(told.get("date", "")) or parse_date(head),
    )


def _unlabelled(line: Line) -> Line:
    match = _dump_rules().original.match(line.text)
    return line.part(match.end(), len(line.text)) if match else line


def _title_line(raw: list[str]) -> tuple[str, str, list[str]]:
    """Title, its link, and the lines below it, where the first line is a title; else "" and all lines."""
    first = raw[0].strip()
    if link := markdown.title_link(first):
        return *link, raw[1:]
    following = raw[1] if len(raw) > 1 else ""
    below = any(len(line.strip()) > len(first) / 2 for line in raw[1:_BELOW])
    unfinished = ends_openly(first) or ("。" not in first and ends_as_title(first))
    title_like = len(first) <= _TITLE_MOST and unfinished and not first.startswith(("<", "[", "!", ">", "*"))
    if below and title_like and not _is_wrapped(first, following):
        return first, "", raw[1:]
    return "", "", raw


def _is_wrapped(line: str, following: str) -> bool:
    """Whether both lines are the pieces of a hard-wrapped paragraph: wide, as wide as one another, and unfinished."""
    at, next_at = width(line), width(following.rstrip())
    return at >= LEAST and abs(at - next_at) <= SPREAD and ends_openly(following)


def _lines(raw: Sequence[str]) -> list[Line]:
    found: list[Line] = []
    for line in raw:
        for piece in markdown.lines_of(line):
            gaps = (match.span() for match in _GAP.finditer(piece.text) if not _in_brackets(piece.text, match.start()))
            found.extend(piece.without(gaps))
    return found


def _in_brackets(text: str, place: int) -> bool:
    """Whether a bracket was opened shortly before the place, and not yet closed."""
    before = text[max(0, place - _BRACKET_REACH) : place]
    return max(map(before.rfind, "（(")) > max(map(before.rfind, "）)"))
