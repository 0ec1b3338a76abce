"""The body of a title that no list has and no head noun gives away: 明远智储董事长王甲, 与荟江资本合伙人李乙."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.extractor.kinds import is_organisation
from kg.extractor.knowledge import Knowledge
from kg.extractor.linking.drafts import Draft
from kg.extractor.mentions.segmentation_errors import is_glued
from kg.extractor.rules import either, load_rules, words
from kg.extractor.segmentation import Token, Tokens, is_word
from kg.lexicon import Entry

_SHORTEST: Final = 2
_LONGEST: Final = 18
# A part of a longer name stands for it from this length on (认证中心).
_SHORTEST_PART: Final = 3
# How many times an article names what it is about.
_OFTEN: Final = 3
# How much must stand before 联盟 or 协会 to make a name of common nouns.
_SHORTEST_SOCIETY: Final = 4
_MARK: Final = re.compile(r"[，,。；;：:！？!?“”\"‘’《》、）)】\]｜|▲△●■◆★▪•\n]")
_PLAIN: Final = re.compile(r"[一-龥A-Za-z0-9&＆·（）() -]+")
_NAME_TAGS: Final = ("nr", "nz", "nt", "x", "eng", "ns", "j")
_ALSO: Final = "兼"


@dataclass(frozen=True, slots=True)
class OpenBody:
    """A body at `start` to `end`; `iri` is that of a thing already known, "" for a new one of this kind and label."""

    start: int
    end: int
    kind: str
    label: str
    iri: str = ""


@dataclass(frozen=True, slots=True)
class _Rules:
    before: re.Pattern[str]
    firm_titles: tuple[str, ...]
    zone_titles: tuple[str, ...]
    zone_heads: tuple[str, ...]
    heads: Mapping[str, str]
    never: frozenset[str]
    not_inside: re.Pattern[str]
    parts: tuple[str, ...]
    regions: tuple[str, ...]
    common: frozenset[str]


@cache
def _rules() -> _Rules:
    rules = load_rules("people")
    heads = {head: kind for key in ("units", "open_heads") for kind, items in rules[key].items() for head in items}
    return _Rules(
        before=re.compile(f"(?:{either(words(rules, 'before_bodies'))})"),
        firm_titles=words(rules, "firm_titles"),
        zone_titles=words(rules, "zone_titles"),
        zone_heads=words(rules, "zone_heads"),
        heads=dict(sorted(heads.items(), key=lambda item: -len(item[0]))),
        never=frozenset(words(rules, "never_bodies")),
        not_inside=re.compile(either((*words(rules, "not_in_bodies"), *words(rules, "not_in_units")))),
        parts=words(rules, "departments"),
        regions=words(rules, "regions"),
        common=frozenset(words(rules, "common_leads")),
    )


class OpenBodies:
    """Finds such bodies in one article."""

    def __init__(self, text: str, tokens: Tokens, drafts: Mapping[str, Draft], knowledge: Knowledge) -> None:
        """`drafts` are the things of the article by IRI, to which the new ones are added as they are found."""
        self._text, self._tokens, self._drafts, self._knowledge = text, tokens, drafts, knowledge

    def before(self, first: int, stop: int, title: str) -> OpenBody | None:
        """The body whose name ends at `stop` and begins at `first` or later, for the title behind it.

        A part of it that stands before the title (明远智储市场部) is left to the title.
        """
        start, stop = self.start(first, stop), len(self._text[:stop].rstrip())
        label = self._text[start:stop].strip()
        if not _SHORTEST <= len(label) <= _LONGEST or not _PLAIN.fullmatch(label):
            return None
        start = stop - len(label)
        if _rules().not_inside.search(label) or self._is_common(label):
            return None
        return self._known(start, stop, label) or self._new(start, stop, title)

    def _is_common(self, label: str) -> bool:
        known = self._knowledge
        return label in _rules().never or label in known.names.generic

    def start(self, first: int, stop: int) -> int:
        """Where a name that ends at `stop` can begin: behind a mark, or behind the last word that introduces a body."""
        mark = next((m.end() for m in reversed(list(_MARK.finditer(self._text, first, stop)))), first)
        mark += self._text.startswith(_ALSO, mark)  # 总裁兼 is one word to the segmenter
        opening = self._tokens.within(mark, stop)[:1]
        mark += any(is_glued(token) and token.start == mark for token in opening)  # 据明远 too
        for token in reversed(self._tokens.within(mark, stop)):
            if token.end < stop and _rules().before.fullmatch(token.word):
                return token.end
        return mark

    def may_begin(self, first: int, offset: int) -> bool:
        """Whether a name may begin at an offset: a mark or a word that introduces a body stands before it."""
        return offset == first or self.start(first, offset + 1) == offset

    def _known(self, start: int, stop: int, label: str) -> OpenBody | None:
        """A firm of the lexicon whose name alone may mean much else, or the one thing of the article so called."""
        if self._knowledge.lexicon.by_name.get(label):
            return self._listed(start, stop)
        for end in range(stop - 1, start + 1, -1):
            if self._text.endswith(_rules().parts, end, stop) and (found := self._listed(start, end)):
                return found
        if len(label) < _SHORTEST_PART:
            return None
        longer = [iri for iri, d in self._drafts.items() if is_organisation(d.kind) and d.label.endswith(label)]
        return OpenBody(start, stop, self._drafts[longer[0]].kind, label, longer[0]) if len(longer) == 1 else None

    def _listed(self, start: int, end: int) -> OpenBody | None:
        """The only thing of the lexicon of this name, if it is an organisation."""
        label = self._text[start:end]
        entries = [e for e in self._knowledge.lexicon.by_name.get(label, ()) if isinstance(e, Entry)]
        if len(entries) != 1 or not is_organisation(entries[0].kind):
            return None
        return OpenBody(start, end, entries[0].kind, label, entries[0].iri)

    def _new(self, start: int, stop: int, title: str) -> OpenBody | None:
        label = self._text[start:stop]
        head = next((head for head in _rules().heads if label.endswith(head) and label != head), "")
        kind = _rules().heads[head] if head else self._kind_by_title(label, title)
        if not head and label.endswith(_rules().parts) and kind != "Zone":
            return self._whole(start, stop, title)
        often = not head and self._is_told_often(start, stop)
        if not kind or not (often or self._is_name(start, stop - len(head), named=bool(head))):
            return None
        return OpenBody(start, stop, kind, label)

    def _whole(self, start: int, stop: int, title: str) -> OpenBody | None:
        """The body before a part of it: 明远基金|研究部, 明远|中国区."""
        region = next((r for r in _rules().regions if self._text.endswith(r, start, stop)), "")
        if region and stop - len(region) - start >= _SHORTEST:
            return self._new(start, stop - len(region), title)
        ends = (e for e in range(stop - 1, start + 2, -1) if self._text.endswith(tuple(_rules().heads), start, e))
        end = next((e for e in ends if not self._text.endswith(_rules().parts, start, e)), 0)
        return self._new(start, end, title) if end and not self._is_common(self._text[start:end]) else None

    @staticmethod
    def _kind_by_title(label: str, title: str) -> str:
        """What somebody with a title heads: 化工区工委书记 a zone, 董事长 or 党委书记、董事长 a firm."""
        if label.endswith(_rules().zone_heads) and title.startswith(_rules().zone_titles):
            return "Zone"
        single = re.split("[、兼]", title)
        return "Firm" if any(part.startswith(_rules().firm_titles) for part in single) else ""

    def _is_name(self, start: int, stop: int, *, named: bool) -> bool:
        """Whether the words before the head of a label make it a name; `named` tells that it has a head."""
        lead = self._text[start:stop]
        if lead in _rules().common:
            return False
        if self._is_proper(start, stop):
            return True
        # 江海信息联盟理事长: whoever presides over one speaks for one of that name.
        society = _rules().heads.get(self._head_at(stop)) == "Association" and len(lead) >= _SHORTEST_SOCIETY
        return named and len(lead) > 1 and (society or not self._all_common(start, stop))

    def _is_told_often(self, start: int, stop: int) -> bool:
        """Whether common words are a name, as the article keeps saying them together: 滴水通."""
        label = self._text[start:stop]
        again = len(label) >= _SHORTEST_PART and self._text.count(label) >= _OFTEN
        return again and not is_word(label) and not self._all_common(start, stop)

    def _head_at(self, stop: int) -> str:
        return next((head for head in _rules().heads if self._text.startswith(head, stop)), "")

    def _all_common(self, start: int, stop: int) -> bool:
        """Whether all words are such as describe a body of some kind: 新能源|投资, 上市."""
        known = self._knowledge
        common = (known.names.common_trades, known.names.generic, known.concepts_by_name, _rules().common)
        return all(any(part.word in words_ for words_ in common) for part in self._tokens.within(start, stop))

    def _is_proper(self, start: int, stop: int) -> bool:
        """Whether words can set a name apart from common nouns: a rare one, or two that the dictionary left single."""
        parts = self._tokens.within(start, stop) or (self._tokens.items[self._tokens.index_at(start)],)
        single = len(parts) > 1 and len(parts[0].word) == len(parts[1].word) == 1
        return single or any(self._is_rare(part) for part in parts)

    def _is_rare(self, part: Token) -> bool:
        if part.word in self._knowledge.names.common_trades or part.word in self._knowledge.names.generic:
            return False
        if not part.word.strip():
            return False
        return part.tag.startswith(_NAME_TAGS) or not is_word(part.word)
