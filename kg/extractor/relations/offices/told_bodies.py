"""The body of a title that stands without it: 公司董事长王甲, 院长李乙, ，法定代表人为赵丙."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.extractor.linking.linked import LinkedMention
from kg.extractor.rules import load_rules, words
from kg.extractor.sentences import behind_last

# How far back, in characters, such a title may look.
_REACH: Final = 200
_COPULAS: Final = ("为", "是", "系", "：", ":")


@dataclass(frozen=True, slots=True)
class _Rules:
    nouns: Mapping[str, tuple[str, ...]]
    titles: Mapping[str, tuple[str, ...]]
    pointing: tuple[str, ...]


@cache
def _rules() -> _Rules:
    rules = load_rules("people")
    return _Rules(rules["stand_ins"], rules["bare_titles"], words(rules, "pointing"))


def _longest_noun(fits: Callable[[str], bool]) -> str:
    """The longest of the nouns that stand for a body which fits, "" if none does."""
    return max((noun for nouns in _rules().nouns.values() for noun in nouns if fits(noun)), key=len, default="")


class ToldBodies:
    """Finds what such titles mean in one article."""

    def __init__(self, text: str, bodies: Sequence[LinkedMention], firm: LinkedMention | None) -> None:
        """`bodies` are the organisations named, in text order; `firm` is the one that the article is about."""
        self._text, self._bodies, self._firm = text, bodies, firm

    def meant(self, begin: int, start: int, end: int) -> LinkedMention | None:
        """The body of the title at `start` to `end`, whose clause or list item begins at `begin`."""
        wording = self._text[begin:start].strip(" 的")
        return self._by_noun(wording, begin) if wording else self._bare(begin, start, end)

    def stand_in(self, wording: str) -> str:
        """What of the wording stands for a body: 该公司 of 该公司市场部; "" if nothing does."""
        pointing = next((word for word in _rules().pointing if wording.startswith(word)), "")
        found = _longest_noun(lambda noun: wording.startswith(noun, len(pointing)))
        return pointing + found if found else ""

    def noun_before(self, offset: int) -> str:
        """The word that ends at an offset and stands for a body: 公司 before 营销副总裁."""
        found = _longest_noun(lambda noun: self._text.endswith(noun, 0, offset))
        pointing = next((word for word in _rules().pointing if self._text.endswith(word, 0, offset - len(found))), "")
        return pointing + found if found else ""

    def _by_noun(self, wording: str, begin: int) -> LinkedMention | None:
        said = self.stand_in(wording)
        kind, noun = next(
            ((kind, n) for kind, nouns in _rules().nouns.items() for n in nouns if said and said.endswith(n)), ("", "")
        )
        return self._last(kind, begin, noun) if kind else None

    def _bare(self, begin: int, start: int, end: int) -> LinkedMention | None:
        title = self._text[start:end]
        kind = next((kind for kind, titles in _rules().titles.items() if title.startswith(titles)), "")
        if not kind:
            return None
        filled = self._text.startswith(_COPULAS, end) or title.startswith(words(load_rules("people"), "sponsors"))
        subject = self._alone_before(kind, begin) if filled and self._text[begin - 1] == "，" else None
        return subject or self._last(kind, begin, "")

    def _alone_before(self, kind: str, offset: int) -> LinkedMention | None:
        """The only thing of a class that the clauses of a sentence name before an offset, or the one right there."""
        sentence = behind_last(self._text, "。！？\n", 0, offset)
        named = [b for b in self._bodies if b.kind == kind and sentence <= b.start and b.end <= offset - 1]
        alone = len({b.iri for b in named}) == 1 or (named and named[-1].end == offset - 1)
        return named[-1] if alone else None

    def _last(self, kind: str, offset: int, noun: str) -> LinkedMention | None:
        """The only thing of a class that is told of in the paragraph just before, else the firm of the article."""
        paragraph = self._text.rfind("\n", 0, offset) + 1
        first = max(paragraph, offset - _REACH)
        told = [b for b in self._bodies if b.kind == kind and first <= b.start and b.end <= offset]
        near = [b for b in told if noun and noun in self._text[b.start : b.end]] or told
        if kind == "Firm" and self._firm is not None and any(b.iri == self._firm.iri for b in told):
            return self._firm
        if len({b.iri for b in near}) == 1:
            return near[-1]
        return self._firm if kind == "Firm" else None
