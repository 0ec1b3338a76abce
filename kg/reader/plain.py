"""Plain text becomes a draft: dumps that put `正文：` after date and source, title lines, wrapped lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape

from kg.reader import markdown
from kg.reader.dates import parse_date
from kg.reader.lines import Draft, Line, ends_openly
from kg.reader.noise import split_title, without_imprint
from kg.reader.sheets import LEAST, SPREAD, paragraphs_of, width

_DUMP = re.compile(r"(?P<head>[^。！？]{0,600}?)[，,]?\s*正文\s*[:：]")
_HEAD_SOURCE = re.compile(r"来源\s*[:：]\s*(?P<publisher>[^\s|｜，。]{2,24})")
_CRUMBS = re.compile(r"\s*(?P<site>[^\s>]{2,12})(?:\s*>\s*[^\s>]{1,12})+\s*")
_AGENCY = re.compile(r"\s*(?P<publisher>新华社|中新社|中新网|人民网|央视网)\s")
_FIELD = re.compile(
    r"\s*(?:(?P<title>标题|题目|Title)|(?P<publisher>来源|媒体|Source)|(?P<author>作者|记者|Author)"
    r"|(?P<date>日期|时间|发布时间|发布日期|Date)|(?P<url>链接|网址|原文链接|URL|Url))\s*[:：]\s*(?P<value>\S.*)"
)
# Runs of spaces where a page had paragraphs. After a full stop two are enough; elsewhere two no-break spaces may be
# a gap between words, and only more than that is a border.
_GAP = re.compile("(?<=[。！？!?；”：）)】])(?:\\s{2,}|\u3000)|[ \u3000\t\u2002\u2003]{2,}|\\s{3,}|\t")
_BRACKET_REACH = 40
_ORIGINAL = re.compile(r"\s*原(?:文)?标题\s*[:：]\s*")
_TAG = re.compile(r"</?[A-Za-z!][^<>]*>")
_TITLE_MOST = 60
# A title may ask or call out; a sentence of the text ends with a full stop.
_CALLS = ("？", "！", "?", "!")
_FIELDS_MOST = 8
# Title, imprint and what stands between them.
_HEAD_MOST = 4


def draft_of(text: str, title: str = "") -> Draft:
    """The draft of a text without HTML. `title` is what the file's header says, if it has one."""
    text = _without_tags(text)
    dump = _DUMP.match(text)
    if dump:
        return _dump(dump["head"], text[dump.end() :], title)
    raw = paragraphs_of(text)
    while raw and len(raw[0]) <= _TITLE_MOST and _CRUMBS.fullmatch(raw[0]):
        raw = raw[1:]
    above, learnt = without_imprint(raw[:_HEAD_MOST])
    imprint = learnt.values
    raw[:_HEAD_MOST] = above
    url, heading = "", list[Line]()
    if raw and not title and markdown.is_heading(raw[0]):
        heading, raw = markdown.lines_of(raw[0]), raw[1:]
    elif raw and not title:
        title, url, raw = _title_line(raw)
    raw, told = _fields(raw)
    title, url = title or told.get("title", ""), url or told.get("url", "")
    return Draft(
        (*heading, *_lines(raw)),
        title=title,
        publisher=told.get("publisher", "") or imprint.get("publisher", ""),
        author=told.get("author", "") or imprint.get("author", ""),
        url=url,
        published=parse_date(told.get("date", "") or imprint.get("date", "")),
    )


def _without_tags(text: str) -> str:
    """The text with stray tags as line ends and with entities as what they mean."""
    text = _TAG.sub("\n", text) if "<" in text else text
    return unescape(text) if "&" in text else text


def _dump(head: str, body: str, title: str) -> Draft:
    match = _HEAD_SOURCE.search(head) or _AGENCY.match(head)
    crumbs = _CRUMBS.match(head)
    lines = _lines(paragraphs_of(body))
    if lines and not title:
        title, lines[:1] = split_title(_unlabelled(lines[0]))
    return Draft(
        tuple(lines),
        title=title,
        publisher=match["publisher"] if match else "",
        site=crumbs["site"] if crumbs else "",
        published=parse_date(head),
    )


def _unlabelled(line: Line) -> Line:
    match = _ORIGINAL.match(line.text)
    return line.part(match.end(), len(line.text)) if match else line


def _fields(raw: list[str]) -> tuple[list[str], dict[str, str]]:
    """The lines below a head of `标题：…`, `来源：…` lines, and what that head says."""
    told: dict[str, str] = {}
    for index, line in enumerate(raw):
        match = _FIELD.fullmatch(line) if index < _FIELDS_MOST else None
        if match is None or match.lastgroup is None:
            return raw[index:], told
        name = next(name for name, value in match.groupdict().items() if value and name != "value")
        dated = name == "publisher" and parse_date(match["value"])
        if dated or (name == "author" and not ends_openly(match["value"])):
            # Paper, date and more in one line are read as the imprint they are; what ends like a sentence was asked.
            return raw[index:], told
        told.setdefault(name, match["value"].strip())
    return [], told


def _title_line(raw: list[str]) -> tuple[str, str, list[str]]:
    """Title, its link, and the lines below it, where the first line is a title; else "" and all lines."""
    first = raw[0].strip()
    if link := markdown.title_link(first):
        return *link, raw[1:]
    following = raw[1] if len(raw) > 1 else ""
    below = len(following.strip()) > len(first) / 2 or _FIELD.fullmatch(following)
    unfinished = ends_openly(first) or (first.endswith(_CALLS) and "。" not in first)
    title_like = len(first) <= _TITLE_MOST and unfinished and not first.startswith(("<", "[", "!", ">", "*"))
    if below and title_like and not _FIELD.fullmatch(first) and not _is_wrapped(first, following):
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
