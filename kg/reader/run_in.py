"""A head that ran into the first paragraph, as in dumps that put a page on one line.

江城上云走出新路子 2023-03-06 10:20 来源：江城日报 字体：大中小 江城市与云帆科技…
"""

from __future__ import annotations

import re
from typing import Final

from kg.reader.dates import CLOCK, DAY
from kg.reader.labelled_lines import first_label, label_at
from kg.reader.lines import CRUMBS, ends_as_title
from kg.reader.noise import rules

# The head lies within so many letters; what is left is text and has at least so many.
_REACH: Final = 300
_TEXT_LEAST: Final = 20
_TITLE_LEAST: Final = 6
_TITLE_MOST: Final = 60
_STOPS: Final = re.compile("[。；，！？]")
_CLAUSE: Final = re.compile("[；，]")
_GAP: Final = re.compile(r"[\s|｜/·\[\]【】()（）]*")
_NAME: Final = re.compile(r"[^\s，。：:|｜]{2,16}(?=\s)")
_PERSON: Final = re.compile("(?:记者)?\\s?[\u4e00-\u9fff]{2,3}(?=\\s)")
_SIZES: Final = re.compile(r"[\s\[\]【】]*(?:大\s*中\s*小|\d+\s*次?)")
_SITES: Final = re.compile(r"(?:\s*(?:--|[_|｜])\s*[^_|｜\s-]{1,14})+$")
_TWICE: Final = re.compile(r"(?P<title>\S.{4,59}?)(?:[\s_|｜-].*)?\s(?P=title)")


def split_head(line: str) -> tuple[str, str, str]:
    """Title, imprint and text of a line that begins with all three; "", "" and the line where it does not."""
    reach = line[:_REACH]
    starts = [match.start() for match in (DAY.search(reach), first_label(reach)) if match]
    if not starts or (start := min(starts)) < _TITLE_LEAST:
        return "", "", line
    title = _title(line[:start])
    end = _end(line, start)
    text = line[end:]
    labelled = first_label(line[start:end]) is not None
    # A sentence has clauses, and may have a day and a time beside it too, but hardly a label.
    apart = line[start - 1].isspace() and CLOCK.search(line[start:end]) and not _CLAUSE.search(title)
    if not title or not (labelled or apart) or len(text) < _TEXT_LEAST or _STOPS.match(text):
        return "", "", line
    return title, line[start:end].strip(), text.lstrip("]）)】 |｜")


def _title(before: str) -> str:
    before = before.strip().rstrip(" |｜[【(（")
    if twice := _TWICE.fullmatch(before):
        before = twice["title"]
    before = _SITES.sub("", CRUMBS.sub("", before)).strip()
    fits = _TITLE_LEAST <= len(before) <= _TITLE_MOST and ends_as_title(before)
    return before if fits and "。" not in before else ""


def _end(line: str, place: int) -> int:
    """Where the imprint that begins at a place is over: it goes on as long as its parts are known."""
    while True:
        at = _GAP.match(line, place).end()  # type: ignore[union-attr]
        after = _after_part(line, at)
        # What a comma follows is the beginning of the text: 2023年3月6日，江城市….
        if after is None or _STOPS.match(line, after):
            return place
        place = after


def _after_part(line: str, at: int) -> int | None:
    if part := DAY.match(line, at) or CLOCK.match(line, at):
        return part.end()
    label = label_at(line, at)
    return _after_value(line, label.end()) if label else None


def _after_value(line: str, at: int) -> int:
    at = _GAP.match(line, at).end()  # type: ignore[union-attr]
    if DAY.match(line, at):
        return at
    paper = rules().imprint.paper.match(line, at)
    for part in (_SIZES.match(line, at), _NAME.match(line, at), _PERSON.match(line, at), paper):
        if part:
            return part.end()
    return at
