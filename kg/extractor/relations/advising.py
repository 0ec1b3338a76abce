"""Articles and paragraphs that tell what is to be done: editorials, advice, speeches, initiatives, plans.

No word of theirs need say so where it stands: 加快建设云帆平台 is advice there, and elsewhere what somebody is at. How
often something is demanded (要加快…, 建议推进…) or told without a subject (构建…。打造…。) tells them, and that hardly
anything is reported.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from kg.extractor.relations.qualifiers import carries_on, demands, is_report
from kg.extractor.sentences import sentences
from kg.model import Article, BlockKind, Sentence

# An article of fewer sentences, or a paragraph, is too short to tell.
_FEWEST: Final = 6
_FEWEST_IN_PARAGRAPH: Final = 3
# Which part of its sentences demand something at least, and which part report something at most.
_DEMANDING: Final = 0.4
_DEMANDING_IN_PARAGRAPH: Final = 0.6
_REPORTING: Final = 0.15
_REPORTING_IN_PARAGRAPH: Final = 0.0
# How many of them say outright that something is to be done.
_OUTRIGHT: Final = 2
_OUTRIGHT_IN_PARAGRAPH: Final = 1


class Advising:
    """Tells whether a sentence of one article stands among advice; what it finds out it keeps."""

    def __init__(self, article: Article) -> None:
        """Begin an article; its sentences are looked at when the first one is asked about."""
        self._article = article
        self._whole: bool | None = None
        self._paragraphs: dict[int, bool] = {}

    def __call__(self, sentence: Sentence) -> bool:
        """Whether a sentence tells what is to be done, as its article or paragraph does; one that reports does not."""
        if is_report(self._article.text[sentence.start : sentence.end]):
            return False
        if self._whole is None:
            self._read()
        return bool(self._whole) or self._paragraphs.get(sentence.block, False)

    def _read(self) -> None:
        told: dict[int, list[str]] = {}
        for one in sentences(self._article):
            if self._article.blocks[one.block].kind is not BlockKind.TITLE:
                told.setdefault(one.block, []).append(self._article.text[one.start : one.end])
        everything = [text for texts in told.values() for text in texts]
        self._whole = _advises(everything, _FEWEST, _DEMANDING, _REPORTING, _OUTRIGHT)
        if not self._whole:
            bounds = _FEWEST_IN_PARAGRAPH, _DEMANDING_IN_PARAGRAPH, _REPORTING_IN_PARAGRAPH, _OUTRIGHT_IN_PARAGRAPH
            self._paragraphs = {block: _advises(texts, *bounds) for block, texts in told.items()}


def _advises(texts: Sequence[str], fewest: int, demanding: float, reporting: float, outright: int) -> bool:
    """Whether enough of some sentences demand something, and few enough report."""
    if len(texts) < fewest:
        return False
    said = _count(demands(text) for text in texts)
    demanded = _count(demands(text) or carries_on(text) for text in texts)
    reported = _count(map(is_report, texts))
    return said >= outright and demanded >= demanding * len(texts) and reported <= reporting * len(texts)


def _count(answers: Iterable[bool]) -> int:
    return sum(answers)
