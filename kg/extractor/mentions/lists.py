"""Members of a list share its kind: among 华为、明远数科、中兴等企业 the unlisted one is a firm as well."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from kg.extractor.conjunctions import JOINT
from kg.extractor.kinds import is_place
from kg.extractor.knowledge import Knowledge
from kg.extractor.mentions.brand_rules import brand_rules
from kg.extractor.mentions.candidates import Candidate, covered
from kg.extractor.rules import either, load_rules, words
from kg.extractor.segmentation import Token, Tokens, is_word

_CLAUSE = re.compile(r"[^，。；：！？\n（）()]+")
_NAME_TAGS = ("nr", "nz", "x", "eng", "nt", "j")
_STOP_TAGS = ("u", "p", "c", "r", "y", "e", "m", "d")
# What closes a list.
_COUNT = "[0-9一二三四五六七八九十两几多余]+家"
_CLOSE = re.compile(f"等|{_COUNT}")
# The segmenter takes 有明远 for one word.
_GLUED = "有为与和由向对在如从被将"
_LONGEST, _SHORTEST, _LONGEST_LED = 10, 2, 6
_HAN = re.compile(r"[一-鿿]+")


@dataclass(frozen=True, slots=True)
class _Around:
    """The article, and what is named in it already.

    `firms` are the firms by where they begin, `leads` has where known places and firms end by that, `taken` what is
    covered.
    """

    text: str
    tokens: Tokens
    knowledge: Knowledge
    firms: dict[int, Candidate]
    leads: dict[int, int]
    taken: set[int]


@dataclass(slots=True)
class _Run:
    """Members of a list that stand together: how many are known firms, and where the others stand."""

    surnames: frozenset[str]
    known: int = 0
    unknown: list[tuple[int, int]] = field(default_factory=list)

    def firms(self, text: str, tokens: Tokens, *, closed: bool) -> list[Candidate]:
        """Those that are firms by the company they keep; `closed` tells that the text says so of all."""
        named = len(self.unknown) > 1 and all(_is_coined(tokens, *item) for item in self.unknown)
        named = named and not all(e - s < 4 and text[s] in self.surnames for s, e in self.unknown)  # people
        if self.known > 1 or (closed and (self.known or named)):
            return [Candidate(s, e, "Firm", text[s:e], "list", 2) for s, e in self.unknown]
        return []


def _is_coined(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a stretch of text has a word that is rather a name, or is cut into single characters."""
    parts = tokens.within(start, end)
    return all(len(t.word) == 1 for t in parts) or any(
        len(t.word) > 1 and (t.tag in _NAME_TAGS or not is_word(t.word)) for t in parts
    )


def find_listed(text: str, tokens: Tokens, knowledge: Knowledge, others: Sequence[Candidate]) -> list[Candidate]:
    """The firms that stand in a list with firms already found, or that 等企业 at its end says to be firms."""
    firms = {c.start: c for c in others if c.kind == "Firm"}
    leads = {c.start: c.end for c in others if c.source == "lexicon" and (c.kind == "Firm" or is_place(c.kind))}
    taken = covered(c for c in others if c.source not in ("concept", "weak"))
    around = _Around(text, tokens, knowledge, firms, leads, taken)
    found: list[Candidate] = []
    for clause in _CLAUSE.finditer(text):
        start, end = clause.span()
        if "、" not in clause[0]:
            continue
        if firms.keys().isdisjoint(range(start, end)) and not _says_firms().search(text, start, end):
            continue
        found += _in_clause(around, start, end)
    return found


def _in_clause(around: _Around, start: int, end: int) -> list[Candidate]:
    """The members of the lists in a clause that are firms as others in the list are, or as what closes it says."""
    text, tokens, firms = around.text, around.tokens, around.firms
    joints = (m.span() for m in JOINT.finditer(text, start, end) if m.start() not in around.taken)
    cuts = [(s, e) for s, e in joints if tokens.at_border(s, e)]
    found: list[Candidate] = []
    surnames = around.knowledge.lexicon.words("surnames.txt")
    run = _Run(surnames)
    for begin, stop in zip([start, *(e for _, e in cuts)], [*(s for s, _ in cuts), end], strict=True):
        close = _CLOSE.search(text, begin + 1, stop)
        stop = close.start() if close else stop
        firm = next((firms[i] for i in range(begin, stop) if i in firms), None)
        item = None
        if firm is None or (firm.source == "weak" and firm.end < stop):
            item = _item(around, begin, stop, first=begin == start)
        if item is None and (begin != start or begin in around.leads) and (close is not None or stop != end):
            item = _led(around, begin, stop)
        if item is not None:
            run.unknown.append(item)
        elif firm is not None:
            run.known += 1
        last = close is not None or stop == end
        if last or (firm is None and item is None):
            closed = last and _names_firms(text, firm.end if firm and not close else stop, end)
            found += run.firms(text, tokens, closed=closed)
            run = _Run(surnames)
    return found


@cache
def _kind() -> re.Pattern[str]:
    firms = either(words(load_rules("lists"), "firms"))
    others = either(words(load_rules("lists"), "other_houses"))
    counted = rf"等?{_COUNT}(?![^，。；]{{0,9}}?(?:{others}))"
    return re.compile(rf"(?:等[^，。；的]{{0,14}}?|[^，。；、]{{0,6}}?)(?:{firms})(?![家主人])|{counted}")


@cache
def _says_firms() -> re.Pattern[str]:
    """Without one of these words what closes a list says of no members that they are firms."""
    return re.compile(f"{either(words(load_rules('lists'), 'firms'))}|家")


def _names_firms(text: str, offset: int, end: int) -> bool:
    """Whether what follows the last member says that the members are firms (等企业)."""
    return _kind().match(text, offset, end) is not None


def in_list_of_firms(text: str, end: int) -> bool:
    """Whether the name that ends at an offset stands in a list of which is said that all its members are firms."""
    return _to_the_end().match(text, end) is not None


@cache
def _to_the_end() -> re.Pattern[str]:
    firms = either(words(load_rules("lists"), "firms"))
    return re.compile(f"(?:、[^、，。；：的]{{1,12}}){{0,12}}等[^，。；：、的]{{0,8}}?(?:{firms})")


def _item(around: _Around, begin: int, stop: int, *, first: bool) -> tuple[int, int] | None:
    """The borders of a member that can be a name: what stands before it in the first member is cut."""
    tokens, knowledge = around.tokens, around.knowledge
    parts = tokens.within(begin, stop)
    if first:
        for token in parts:
            if token.word in knowledge.names.stop_words or token.tag.startswith(_STOP_TAGS):
                begin = token.end
            elif token.word[0] in _GLUED and len(token.word) > 2 and not is_word(token.word):
                begin = token.start + 1
        parts = tokens.within(begin, stop)
    name = around.text[begin:stop].strip()
    if not parts or not _SHORTEST <= len(name) <= _LONGEST or not name.isalnum():
        return None
    if not around.taken.isdisjoint(range(begin, stop)):
        return None
    trade = len(parts) > 1 and parts[-1].word in words(load_rules("short_names"), "trades")
    if any(_ends_name(t, knowledge) for t in parts[: len(parts) - trade]):
        return None
    if (
        (parts[0].tag in ("v", "vn", "t") and is_word(parts[0].word))
        or brand_rules().inside_never.search(name)
        or name.endswith(words(load_rules("lists"), "common_ends"))
        or name in knowledge.concepts_by_name
        or name in knowledge.entries_by_name
        or name in knowledge.names.generic
    ):
        return None
    return (begin, stop) if parts[0].start == begin and parts[-1].end == stop else None


def _led(around: _Around, begin: int, stop: int) -> tuple[int, int] | None:
    """The borders of a member whose name goes on behind a place or a firm that it begins with: 江城|宝恒, 明远|资本."""
    knowledge, end = around.knowledge, around.leads.get(begin, stop)
    if not _SHORTEST <= stop - end <= _LONGEST_LED or not around.taken.isdisjoint(range(end, stop)):
        return None
    rest, parts = around.text[end:stop], around.tokens.within(end, stop)
    common = rest.endswith((*words(load_rules("lists"), "common_ends"), *knowledge.names.ended_by))
    if common or not _HAN.fullmatch(rest) or not parts or any(_ends_name(t, knowledge) for t in parts):
        return None
    if len(parts) > 1 and parts[0].tag.startswith("v") and is_word(parts[0].word):
        return None  # 明远|生产|阴极 tells what that firm does
    return (begin, stop) if parts[0].start == end and parts[-1].end == stop else None


def _ends_name(token: Token, knowledge: Knowledge) -> bool:
    """Whether no name has this word in it; of a coined one the segmenter may take the end for an adverb (捷时|特)."""
    stops = token.tag.startswith(_STOP_TAGS) and not (token.tag == "d" and len(token.word) == 1)
    return stops or token.word in knowledge.names.stop_words
