"""Blocks are cut into sentences, sentences into clauses."""

from __future__ import annotations

import re

from kg.model import Article, BlockKind, Sentence

# A closing quotation mark or bracket belongs to the sentence that it closes.
_SENTENCE_END = re.compile(r"(?:[。！？!?；;]|……)[”’」』）)]*")
_CLAUSE_END = re.compile(r"[，,：:；;。！？!?]|——|……")
_OPEN, _CLOSE = "“‘「『（(《", "”’」』）)》"
_ANY_OPEN = re.compile(f"[{re.escape(_OPEN)}]")
# An opening mark without its closing one counts for so many characters.
_LONGEST = 60


def _depths(text: str, start: int, end: int) -> list[int]:
    """How deep each character lies in brackets or quotation marks; an unclosed one counts for `_LONGEST` characters."""
    depths = [0] * (end - start)
    if not _ANY_OPEN.search(text, start, end):
        return depths
    stack: list[int] = []
    for i in range(start, end):
        if text[i] in _OPEN:
            stack.append(i)
        while stack and i - stack[0] > _LONGEST:
            del stack[0]
        depths[i - start] = len(stack)
        if text[i] in _CLOSE and stack:
            stack.pop()
    return depths


def sentences(article: Article) -> list[Sentence]:
    """The sentences of an article, in order; a heading or a title is one sentence."""
    found = []
    for index, block in enumerate(article.blocks):
        if block.kind in (BlockKind.TITLE, BlockKind.HEADING):
            found.append(Sentence(block.start, block.end, index))
            continue
        start = block.start
        for match in _SENTENCE_END.finditer(article.text, block.start, block.end):
            if match.end() > start:
                found.append(Sentence(start, match.end(), index))
                start = match.end()
        if article.text[start : block.end].strip():
            found.append(Sentence(start, block.end, index))
    return [_trimmed(article.text, s) for s in found]


def _trimmed(text: str, sentence: Sentence) -> Sentence:
    start, end = sentence.start, sentence.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Sentence(start, end, sentence.block)


def clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The clauses of a sentence: what stands between commas, colons and dashes outside quotation marks and brackets."""
    depths = _depths(text, start, end)
    cuts = [m.end() for m in _CLAUSE_END.finditer(text, start, end) if depths[m.start() - start] == 0]
    found, begin = [], start
    for cut in [*cuts, end]:
        if cut > begin:
            found.append((begin, cut))
            begin = cut
    return found
