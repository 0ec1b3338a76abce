"""Whether a sentence without a subject goes on with what those before it plan: 江城市要加快转型。建设云帆平台."""

from __future__ import annotations

from kg.extractor.relations.qualifiers import carries_on, plans_on
from kg.extractor.sentences import behind_last
from kg.model import Article, Sentence

_ENDS = "。！？!?；;"


def goes_on_planning(article: Article, sentence: Sentence) -> bool:
    """Whether neither a sentence nor those between it and a plan told before in its paragraph have a subject."""
    first, start, end = article.blocks[sentence.block].start, sentence.start, sentence.end
    while start > first and carries_on(article.text[start:end]):
        start, end = max(first, behind_last(article.text, _ENDS, first, start - 1)), start
        if plans_on(article.text[start:end]):
            return True
    return False
