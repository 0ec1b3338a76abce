"""Blocks are cut into sentences, sentences into clauses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from kg.extractor.beginnings import compiled
from kg.extractor.rules import either, load_rules, words
from kg.model import Article, BlockKind, Sentence

# A closing quotation mark or bracket belongs to the sentence that it closes.
_SENTENCE_END: Final = compiled(r"(?:[。！？!?；;]|……)[”’」』）)]*")
# What numbers a paragraph or item is no part of what it says: 1.推进…, （二）推进…, ●推进….
_LABEL: Final = re.compile(
    r"\s*(?:\d{1,2}(?:\.(?!\d)|、)|（(?:\d{1,2}|[一二三四五六七八九十]{1,3})）|[一二三四五六七八九十]{1,3}、|[①-⑳●■◆▲★○□◇•])\s*"
)
# The comma of 12,500 is none of these marks.
_COMMA: Final = r",(?!(?<=[0-9],)[0-9]{3}(?![0-9]))"
# Headlines and captions put a space where a text has a comma: 江城携手云帆科技 共建数据中心.
_SPACE: Final = r"[ 　](?<=[一-龥”》].)(?<![讯电].)[ 　]*(?=[一-龥])"
# No sentence has so many characters: of a text without stops it would be the whole, and what is looked for throughout
# a sentence would be looked for throughout the text.
_SENTENCE_MOST: Final = 1_500
# An opening mark without its closing one counts for so many characters.
_LONGEST: Final = 60
# What stands before the mark that closes speech.
_SPOKEN: Final = "。！？!?；，"


@cache
def _mark() -> re.Pattern[str]:
    """What ends a clause, and what opens and closes a stretch in which nothing does."""
    rules = load_rules("clauses")
    # Who reports may stand behind the agency's day: 7月28日电（记者李明）.
    dateline = rf"(?:{either(words(rules, 'datelines'))})(?<=日.)(?:\s*[（(][^（）()\n]{{1,40}}[）)])?"
    colon = "".join(f"(?<!{word})" for word in words(rules, "listing")) + "[：:]"
    return compiled(
        rf"{dateline}|(?P<opening>[“‘「『（(《])|(?P<closing>[”’」』）)》])|{_COMMA}|{colon}|[，；;。！？!?】]|——|……|{_SPACE}"
    )


def behind_last(text: str, marks: Iterable[str], start: int, end: int) -> int:
    """Where what follows the last of some marks between two offsets begins, 0 if none of them is there."""
    return max(text.rfind(mark, start, end) for mark in marks) + 1


def sentences(article: Article) -> Iterator[Sentence]:
    """The sentences of an article, in order; a heading or a title is one sentence."""
    for index, block in enumerate(article.blocks):
        if block.kind in (BlockKind.TITLE, BlockKind.HEADING):
            yield _trimmed(article.text, block.start, block.end, index)
            continue
        label = _LABEL.match(article.text, block.start, block.end)
        start = label.end() if label else block.start
        for match in _SENTENCE_END.finditer(article.text, block.start, block.end):
            if match.end() > start:
                yield from _in_parts(article.text, start, match.end(), index)
                start = match.end()
        if article.text[start : block.end].strip():
            yield from _in_parts(article.text, start, block.end, index)


def _in_parts(text: str, start: int, end: int, block: int) -> Iterator[Sentence]:
    """What stands between two stops: a sentence, or the clauses of what is far too long for one."""
    while end - start > _SENTENCE_MOST:
        cut = behind_last(text, "，,、", start, start + _SENTENCE_MOST) or start + _SENTENCE_MOST
        yield _trimmed(text, start, cut, block)
        start = cut
    yield _trimmed(text, start, end, block)


def _trimmed(text: str, start: int, end: int, block: int) -> Sentence:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Sentence(start, end, block)


def clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The clauses of a sentence: what stands between commas, colons and dashes outside quotation marks and brackets."""
    found, begin = [], start
    for cut in [*_cuts(text, start, end), end]:
        if cut > begin:
            found.append((begin, cut))
            begin = cut
    return found


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    """Where a clause ends that is not within brackets or a name in quotation marks; speech has clauses of its own."""
    opened: list[int] = []
    for mark in _mark().finditer(text, start, end):
        while opened and mark.start() - opened[0] > _LONGEST:
            del opened[0]
        if mark["opening"]:
            if not _opens_speech(text, mark.start(), end):
                opened.append(mark.start())
        elif mark["closing"]:
            del opened[-1:]
        elif not opened:
            yield mark.end()


def _opens_speech(text: str, opening: int, end: int) -> bool:
    """Whether a quotation mark opens what somebody says rather than a name: whole sentences, or more than this one."""
    if text[opening] != "“":
        return False
    closing = text.find("”", opening, end)
    return closing < 0 or text[closing - 1] in _SPOKEN
