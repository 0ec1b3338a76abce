"""Members of a list share its kind: among 华为、明远数科、中兴等企业 the unlisted one is a firm as well."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from kg.extractor.conjunctions import CONJUNCTIONS, JOINT
from kg.extractor.kinds import is_place
from kg.extractor.knowledge import Knowledge
from kg.extractor.mentions.brands.brand_rules import brand_rules
from kg.extractor.mentions.candidates import Candidate, covered
from kg.extractor.mentions.segmentation_errors import glued_signs
from kg.extractor.rules import either, load_rules, words
from kg.extractor.segmentation import Token, Tokens, is_han, is_word

_CLAUSE: Final = re.compile(r"[^，。；：！？\n（）()]+")
_NAME_TAGS: Final = ("nr", "nz", "x", "eng", "nt", "j")
_STOP_TAGS: Final = ("u", "p", "c", "r", "y", "e", "m", "d")
# What closes a list.
_COUNT: Final = "[0-9一二三四五六七八九十两几多余]+家"
_ETC: Final = re.compile("等")
_CLOSE: Final = re.compile(f"等|{_COUNT}")
_LONGEST: Final = 10
_SHORTEST: Final = 2
_LONGEST_LED: Final = 6
_HAN: Final = re.compile(r"[一-鿿]+")


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


@dataclass(frozen=True, slots=True)
class _Member:
    """A member of a list and where it stands."""

    start: int
    end: int
    known: bool = False
    odd: bool = False


@dataclass(slots=True)
class _Run:
    """Members of a list that stand together, each a known firm or not; `odd` ones are names only in a list of firms."""

    members: list[_Member] = field(default_factory=list)

    def firms(self, text: str, tokens: Tokens, *, closed: bool) -> list[Candidate]:
        """Those that are firms by the company they keep; `closed` tells that the text says so of all."""
        parts = [self.members] if closed else _between_odd(self.members)
        named = (m for part in parts if _are_firms(tokens, part, closed=closed) for m in part)
        return [Candidate(m.start, m.end, "Firm", text[m.start : m.end], "list", 2) for m in named if not m.known]


def _are_firms(tokens: Tokens, members: Sequence[_Member], *, closed: bool) -> bool:
    """Whether those of some members that are not known are firms as well."""
    known = sum(m.known for m in members)
    if known > 1 or (closed and known):
        return True
    coined = sum(_is_coined(tokens, m.start, m.end) for m in members)
    return closed and len(members) > 1 and 2 * coined >= len(members)


def _between_odd(members: Sequence[_Member]) -> list[list[_Member]]:
    """The stretches of members between those that are names only where the list says so."""
    parts: list[list[_Member]] = [[]]
    for member in members:
        if member.odd:
            parts.append([])
        else:
            parts[-1].append(member)
    return parts


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
    run = _Run()
    for begin, stop in zip([start, *(e for _, e in cuts)], [*(s for s, _ in cuts), end], strict=True):
        close = (_CLOSE if run.members or begin != start else _ETC).search(text, begin + 1, stop)
        stop = close.start() if close else stop
        firm = next((firms[i] for i in range(begin, stop) if i in firms), None)
        item = None
        if firm is None or (firm.source == "weak" and firm.end < stop):
            item = _item(around, begin, stop, first=begin == start)
        if item is None and (begin != start or begin in around.leads) and (close is not None or stop != end):
            item = _led(around, begin, stop)
        if item is not None:
            run.members.append(item)
        elif firm is not None:
            run.members.append(_Member(firm.start, firm.end, known=True))
        last = close is not None or stop == end
        if last or (firm is None and item is None):
            behind = firm.end if firm and not close else stop
            closed = last and (_names_firms(around, run, behind, end) or _are_joined(around, run, stop, end))
            found += run.firms(text, tokens, closed=closed)
            run = _Run()
    return found


@cache
def _kind() -> re.Pattern[str]:
    firms = either(words(load_rules("lists"), "firms"))
    others, never, fields = (
        either(words(load_rules("lists"), key)) for key in ("other_houses", "no_firms_before", "fields")
    )
    counted = rf"等?{_COUNT}(?![^，。；]{{0,9}}?(?:{others}))"
    etc = rf"等(?!{never})(?:(?!{fields})[^，。；的在以]){{0,14}}?"
    return re.compile(rf"(?:{etc}|[^，。；、]{{0,6}}?)(?:{firms})(?!{never})|{counted}")


@cache
def _says_firms() -> re.Pattern[str]:
    """Without one of these words what closes a list says of no members that they are firms."""
    data = load_rules("lists")
    return re.compile(f"{either((*words(data, 'firms'), *words(data, 'landings'), *words(data, 'together')))}|家")


def _names_firms(around: _Around, run: _Run, offset: int, end: int) -> bool:
    """Whether what follows the last member says that the members are firms (等企业)."""
    kind = _kind().match(around.text, offset, end)
    if kind is None:
        return False
    staff = around.text.startswith(words(load_rules("lists"), "staff"), kind.end())
    return not (staff and _are_people(around, run))


def _are_people(around: _Around, run: _Run) -> bool:
    """Whether all members can be persons by their names."""
    surnames = around.knowledge.lexicon.words("surnames.txt")
    return all(not m.known and m.end - m.start < 4 and around.text[m.start] in surnames for m in run.members)


def _are_joined(around: _Around, run: _Run, stop: int, end: int) -> bool:
    """Whether the members do what organisations do: 携手甲、乙等共同打造, 甲、乙等先后落户."""
    if not run.members or _are_people(around, run):
        return False
    joins, joined, lands = _deeds()
    together = around.text.endswith(joins, 0, run.members[0].start) and joined.match(around.text, stop, end)
    return bool(together or lands.match(around.text, stop, end))


@cache
def _deeds() -> tuple[tuple[str, ...], re.Pattern[str], re.Pattern[str]]:
    """What stands before the members of a list that are joined by somebody, and behind it; what those do who settle."""
    data = load_rules("lists")
    adverbs, together, lands = (either(words(data, key)) for key in ("adverbs", "together", "landings"))
    there = r"在(?:这里|此|[^，。；的]{2,8}?)"
    settle = re.compile(rf"等(?:{adverbs}|{there})*(?:{lands})(?!的|项目|企业)")
    return words(load_rules("brands"), "facing"), re.compile(f"等(?:{together})"), settle


def in_list_of_firms(text: str, end: int) -> bool:
    """Whether the name that ends at an offset stands in a list of which is said that all its members are firms."""
    return _to_the_end().match(text, end) is not None


@cache
def _to_the_end() -> re.Pattern[str]:
    firms = either(words(load_rules("lists"), "firms"))
    return re.compile(f"(?:、[^、，。；：的]{{1,12}}){{0,12}}等[^，。；：、的]{{0,8}}?(?:{firms})")


def _item(around: _Around, begin: int, stop: int, *, first: bool) -> _Member | None:
    """A member that can be a name: what stands before it in the first member is cut."""
    tokens, knowledge = around.tokens, around.knowledge
    begin = next((t.end for t in reversed(tokens.within(begin, stop)) if _is_kind(t) and t.end < stop), begin)
    parts = tokens.within(begin, stop)
    if first:
        for token in parts:
            if token.word in knowledge.names.stop_words or (
                token.tag.startswith(_STOP_TAGS) and not _is_syllable(token)
            ):
                begin = token.end
            elif token.word[0] in glued_signs() and len(token.word) > 2 and not is_word(token.word):
                begin = token.start + 1
        parts = tokens.within(begin, stop)
    name = around.text[begin:stop].strip()
    if not parts or not _SHORTEST <= len(name) <= _LONGEST or not name.isalnum():
        return None
    if not around.taken.isdisjoint(range(begin, stop)):
        return None
    trade = len(parts) > 1 and parts[-1].word in words(load_rules("short_names"), "trades")
    numeral = len(parts) == 1 and parts[0].tag == "m" and is_han(name)  # 三维
    if not numeral and any(_ends_name(t, knowledge) for t in parts[: len(parts) - trade]):
        return None
    if (
        brand_rules().inside_never.search(name)
        or name.endswith(CONJUNCTIONS)
        or name.endswith(words(load_rules("lists"), "common_ends"))
        or name in knowledge.concepts_by_name
        or name in knowledge.lexicon.by_name
        or name in knowledge.names.generic
    ):
        return None
    verb = parts[0].tag in ("v", "vn", "t") and is_word(parts[0].word)
    glued = parts[-1].end == stop - 1 and around.text.startswith("等", stop)  # 明|恒等|企业
    odd = glued or verb or numeral
    if first and verb:
        return None
    return _Member(begin, stop, odd=odd) if parts[0].start == begin and (glued or parts[-1].end == stop) else None


def _led(around: _Around, begin: int, stop: int) -> _Member | None:
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
    return _Member(begin, stop) if parts[0].start == end and parts[-1].end == stop else None


def _ends_name(token: Token, knowledge: Knowledge) -> bool:
    """Whether no name has this word in it; of a coined one the segmenter may take the end for an adverb (捷时|特)."""
    if _is_syllable(token):
        return False
    coined = len(token.word) > 1 and is_han(token.word) and not is_word(token.word)
    stops = token.tag.startswith(_STOP_TAGS) and not coined
    return stops or token.word in knowledge.names.stop_words


def _is_syllable(token: Token) -> bool:
    """Whether a word is one character that may as well be part of a coined name, and no numeral."""
    no_syllables = words(load_rules("lists"), "no_syllables")
    return len(token.word) == 1 and token.tag in ("d", "m", "v") and token.word not in no_syllables


def _is_kind(token: Token) -> bool:
    """Whether a word says what the firm is whose name follows: 服务公司|明远."""
    return token.word.endswith(words(load_rules("lists"), "firms"))
