"""The imprint of an article: the line that names its paper, day, edition and reporters, in whatever order.

Every site has a form of its own (江城日报 2023年3月6日 A02版; 发布时间：2023-03-06 来源：江城日报), so it is taken to
pieces: where there is a day, and nothing else is left but what imprints consist of, it is one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from kg.reader.dates import CLOCK, DAY

# Longer lines are prose, and so is one that has the marks of a sentence or a title in it.
_MOST: Final = 100
_PROSE: Final = re.compile("[。！？!?；;，,《》“”]")
_APART: Final = re.compile(r"[\s|｜丨/／·•∙、()（）\[\]【】<>:：_—–－□■◆●○◎→-]+")
_IN_MARKS: Final = re.compile("《([^《》]{2,12})》")
_PLACE: Final = re.compile("[\u4e00-\u9fff]{2,4}")
_PERSON: Final = re.compile("[\u4e00-\u9fff]{2,4}")
# Names of four letters are those of papers and accounts, save a few.
_PERSON_MOST: Final = 3
_EDITION: Final = re.compile("第?[A-Z]?\\d{1,3}版?")
_NAME: Final = re.compile("[\u4e00-\u9fffA-Za-z0-9]{2,16}")


@dataclass(frozen=True, slots=True)
class Words:
    """What an imprint consists of beside its day, as expressions that fit a piece of the line.

    `source` stands before a publisher and `reporters` before the names of people (group `house`: whose they are);
    `paper` (group `name`) is called so that it must be a publisher; `dateline` stands behind the day where paper,
    place and day are one word (江城网滨河2023年3月6日电), and `sited` is that with the place before it (西宁讯);
    `rest` says nothing of the article.
    """

    source: re.Pattern[str]
    reporters: re.Pattern[str]
    paper: re.Pattern[str]
    dateline: re.Pattern[str]
    sited: re.Pattern[str]
    rest: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Imprint:
    """What an imprint tells: the words that hold its day, and "" for a publisher or author that it does not name."""

    date: str
    publisher: str = ""
    author: str = ""


def read_imprint(line: str, words: Words, *, above: bool = False) -> Imprint | None:
    """The imprint that a line is, None if it is none.

    `above` tells that it stands over an article's text. There whoever is named beside a time of day is the publisher,
    though nothing in the name tells so (云帆集团 2023-03-06 10:20).
    """
    if len(line) > _MOST or not DAY.search(line) or _PROSE.search(line):
        return None
    left = DAY.sub(" ", line)
    timed = CLOCK.search(left) is not None
    pieces = _pieces(left)
    publisher, author, unknown = _told(pieces, words)
    if above and timed and not publisher and len(author) > _PERSON_MOST:
        # An account that is marked as the source of its own text: 原创 2023-03-06 10:20 云帆观察.
        publisher, author = author, ""
    if above and len(unknown) == 1:
        publisher, author, unknown = _by_place(unknown[0], pieces, publisher, author, timed=timed)
    return None if unknown else Imprint(line, publisher, author)


def _by_place(
    piece: str, pieces: Sequence[str], publisher: str, author: str, *, timed: bool
) -> tuple[str, str, list[str]]:
    """Publisher and author, where the one piece that nothing is known of is either; and the piece, if it is neither."""
    if timed and not publisher and _NAME.fullmatch(piece):
        return piece, author, []
    if timed and publisher and piece == pieces[-1] and _PLACE.fullmatch(piece):
        # Where the account is at home: 江城发布 2023-03-06 10:20 江城.
        return publisher, author, []
    if author and piece == pieces[0] and _PLACE.fullmatch(piece):
        # Where the reporter is: 【江城】记者 赵一 2023-03-06.
        return publisher, author, []
    if not author and len(piece) <= _PERSON_MOST and _PERSON.fullmatch(piece) and any(map(_EDITION.fullmatch, pieces)):
        return publisher, piece, []
    return publisher, author, [piece]


def read_part(line: str, words: Words) -> Imprint | None:
    """The part of an imprint that a line without a day is, where the imprint takes several; None if it is none."""
    line = _IN_MARKS.sub(lambda match: match[1] if words.paper.fullmatch(match[1]) else match[0], line)
    if len(line) > _MOST or _PROSE.search(line):
        return None
    day = DAY.search(line)
    publisher, author, unknown = _told(_pieces(DAY.sub(" ", line)), words)
    return None if unknown else Imprint(line if day else "", publisher, author)


def _pieces(line: str) -> list[str]:
    return [piece for piece in _APART.split(CLOCK.sub(" ", line)) if piece]


def _told(pieces: Sequence[str], words: Words) -> tuple[str, str, list[str]]:
    """The publisher and the first author that the pieces of an imprint name, and the pieces that are no part of one."""
    publisher = author = house = ""
    unknown: list[str] = []
    after_source = after_reporters = False
    for piece, following in zip_longest(pieces, pieces[1:], fillvalue=""):
        paper = words.paper.fullmatch(piece)
        source, rest = words.source.fullmatch(piece), words.rest.fullmatch(piece)
        if not (paper or source or rest) and (beginning := words.paper.match(piece)):
            left = piece[beginning.end() :]
            ends_well = words.dateline.fullmatch(following) or words.rest.fullmatch(left) or words.sited.fullmatch(left)
            paper = beginning if ends_well else None
        if source:
            after_source, after_reporters = True, False
        elif paper or (after_source and _NAME.fullmatch(piece)):
            publisher = publisher or (paper["name"] if paper else piece)
            after_source = after_reporters = False
        elif reporters := words.reporters.match(piece):
            after_reporters = True
            house = house or (reporters["house"] or "")
            author = author or piece[reporters.end() :]
        elif after_reporters and _PERSON.fullmatch(piece):
            author = author or piece
        elif not rest and not words.sited.fullmatch(piece):
            unknown.append(piece)
    return publisher or house, author, unknown
