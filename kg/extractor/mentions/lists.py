"""Members of a list share its kind: among 华为、明远数科、中兴等企业 the unlisted one is a firm as well."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.extractor.knowledge import Knowledge
from kg.extractor.mentions.candidates import Candidate
from kg.extractor.rules import either, load_rules, words
from kg.extractor.segmentation import Tokens, is_word

_CLAUSE = re.compile(r"[^，。；：！？\n（）()]+")
_JOINT = re.compile(r"、|以及|和|与|及")
_STOP_TAGS = ("u", "p", "c", "r", "y", "e", "m", "d")
# The segmenter takes 有明远 for one word.
_GLUED = "有为与和由向对在如从被将"
_LONGEST, _SHORTEST = 10, 2


def find_listed(text: str, tokens: Tokens, knowledge: Knowledge, others: Sequence[Candidate]) -> list[Candidate]:
    """The firms that stand in a list with firms already found: two of them, or one and 等企业 at the end."""
    firms = {c.start: c for c in others if c.kind == "Firm"}
    taken = {i for c in others if c.source != "concept" for i in range(c.start, c.end)}
    found: list[Candidate] = []
    for clause in _CLAUSE.finditer(text):
        if clause[0].count("、") < 1:
            continue
        found += _in_clause(text, clause.start(), clause.end(), tokens, knowledge, firms, taken)
    return found


def _in_clause(
    text: str, start: int, end: int, tokens: Tokens, knowledge: Knowledge, firms: dict[int, Candidate], taken: set[int]
) -> list[Candidate]:
    cuts = [(m.start(), m.end()) for m in _JOINT.finditer(text, start, end) if m.start() not in taken]
    borders = [start, *(e for _, e in cuts)], [*(s for s, _ in cuts), end]
    known, unknown, closed = 0, list[tuple[int, int]](), False
    for index, (begin, stop) in enumerate(zip(*borders, strict=True)):
        last = index == len(borders[0]) - 1
        firm = next((firms[i] for i in range(begin, stop) if i in firms), None)
        if firm is not None:
            known += 1
            closed = closed or (last and _names_firms(text, firm.end, end))
            continue
        item = _item(text, begin, stop, tokens, knowledge, taken, first=index == 0)
        if item is None:
            if known + len(unknown) > 1 and not last:
                break
            known, unknown = (known, unknown) if last else (0, [])
            continue
        unknown.append(item)
        closed = closed or (last and _names_firms(text, item[1], end))
    if known > 1 or (known == 1 and closed):
        return [Candidate(s, e, "Firm", text[s:e], "list", 2) for s, e in unknown]
    return []


@cache
def _kind() -> re.Pattern[str]:
    return re.compile(rf"等?[^，。；、]{{0,6}}?(?:{either(words(load_rules('lists'), 'firms'))})")


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


def _item(
    text: str, begin: int, stop: int, tokens: Tokens, knowledge: Knowledge, taken: set[int], *, first: bool
) -> tuple[int, int] | None:
    """The borders of a member that can be a name: what stands before it in the first member, or 等 after it, is cut."""
    cut = text.find("等", begin, stop)
    stop = cut if cut > 0 else stop
    parts = tokens.within(begin, stop)
    if first:
        for token in parts:
            if token.word in knowledge.names.stop_words or token.tag.startswith(_STOP_TAGS):
                begin = token.end
            elif token.word[0] in _GLUED and len(token.word) > 2 and not is_word(token.word):
                begin = token.start + 1
        parts = tokens.within(begin, stop)
    name = text[begin:stop].strip()
    if not (_SHORTEST <= len(name) <= _LONGEST) or not name.isalnum() or any(i in taken for i in range(begin, stop)):
        return None
    if not parts or any(t.word in knowledge.names.stop_words or t.tag.startswith(_STOP_TAGS) for t in parts):
        return None
    if (
        (parts[0].tag in ("v", "vn", "t") and is_word(parts[0].word))
        or name.endswith(words(load_rules("lists"), "common_ends"))
        or name in knowledge.concepts_by_name
        or name in knowledge.entries_by_name
        or name in knowledge.names.generic
    ):
        return None
    return (begin, stop) if parts[0].start == begin and parts[-1].end == stop else None
