"""What somebody builds or launches under a noun that heads no other names: 古渡慢空间 beside a park, “一网”改革."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.extractor.conjunctions import JOINT
from kg.extractor.knowledge import Knowledge
from kg.extractor.mentions.candidates import Candidate, covered
from kg.extractor.mentions.generic import is_sum
from kg.extractor.rules import either, load_rules, words
from kg.extractor.segmentation import Token, Tokens

_CLAUSE_END: Final = "，。；：！？,;:!?\n"
# 和 and 及 stand inside names as often as between them: only behind a 、 do they join.
_MARK: Final = re.compile("、")
_LONGEST: Final = 16
_SHORTEST: Final = 5
# How far before the verb it is told that two do it together.
_NEAR: Final = 8
# A word of more characters is made of others (规模化).
_WORD: Final = 2
# How many words tell a thing that has no mark of its own.
_TELLING: Final = 3
# How far behind its verb a list of what is made may reach.
_REACH: Final = 100
# 将甲建成乙: what stands behind the verb is what a thing becomes, no other one.
_TURNED: Final = re.compile(r"([将把])[^，。；：！？将把]*$")
_BEFORE: Final = 30
# Parts of speech that no name has.
_BARRED: Final = ("u", "p", "c", "r", "y", "e", "d", "m")
_SIDE_BY_SIDE: Final = ("Project", "Zone")
# What is no name for sure leaves its place to a longer one.
_HARDLY: Final = ("concept", "weak")


@dataclass(frozen=True, slots=True)
class _Rules:
    verb: re.Pattern[str]
    verbs: frozenset[str]
    heads: tuple[str, ...]
    first: re.Pattern[str]
    first_heads: tuple[str, ...]
    together: re.Pattern[str]
    done: re.Pattern[str]
    individuating: re.Pattern[str]
    no_beginnings: tuple[str, ...]


@cache
def _rules() -> _Rules:
    data = load_rules("made")
    verbs = words(data, "verbs")
    return _Rules(
        re.compile(rf"(?P<verb>{either(verbs)})(?:了|起|出)?(?P<made>[^{_CLAUSE_END}]{{3,{_REACH}}})"),
        frozenset(verbs),
        words(data, "heads"),
        re.compile(either(words(data, "first"))),
        words(data, "heads") + words(data, "first_heads"),
        re.compile(f"(?:{either(words(data, 'together'))})[^，。；：]{{0,4}}$"),
        re.compile(f"(?:{either(words(data, 'done'))})$"),
        re.compile(either(words(data, "individuating"))),
        words(data, "no_beginnings"),
    )


def find_made(text: str, tokens: Tokens, knowledge: Knowledge, others: Sequence[Candidate]) -> list[Candidate]:
    """The projects among what verbs of making have as their objects; `others` are the names found so far."""
    taken = covered(c for c in others if c.source not in _HARDLY and c.specific)
    loose = covered(c for c in others if not c.specific)
    beside = covered(c for c in others if c.kind in _SIDE_BY_SIDE)
    found: dict[int, Candidate] = {}
    for match in _rules().verb.finditer(text):
        turned = _TURNED.search(text, max(0, match.start() - _BEFORE), match.start())
        if match.end("verb") not in tokens.ends or (turned and (turned.end(1) in taken or turned.end(1) in loose)):
            continue
        members = list(_members(text, *match.span("made"), tokens))
        listed = len(members) > 1 and any(i in beside for start, end in members for i in range(start, end))
        opening = match.start("made")
        for start, end in members:
            name = _name(text, start, end, tokens, knowledge)
            if name is None or any(i in taken for i in range(*name)):
                opening = opening if text.startswith(("首", "一"), opening) else start
                continue
            together = _rules().together.search(text, max(0, match.start() - _NEAR), match.start()) is not None
            if name[0] in loose and not together:
                continue  # what such a noun heads needs more to be told from its like
            if listed or _is_told_apart(text, opening, name, tokens, together=together):
                found.setdefault(name[0], Candidate(*name, "Project", text[slice(*name)], "made", 3))
    return list(found.values())


def _is_told_apart(text: str, start: int, name: tuple[int, int], tokens: Tokens, *, together: bool) -> bool:
    """Whether a name is told from its kind: 首个 or 一个 before it, a mark or Latin letters at its head.

    What two agree to make (`together`) they call by as many words as tell it.
    """
    begin, end = name
    if _rules().individuating.search(text, start, begin) or text[begin] == "“":
        return True
    latin = text[begin].isascii() and any(ch.isascii() and ch.isalpha() for ch in text[begin : begin + 3])
    return (latin or together) and len(tokens.within(begin, end)) >= _TELLING


def _members(text: str, start: int, end: int, tokens: Tokens) -> Iterator[tuple[int, int]]:
    """The members of a list that stands between two offsets; what follows 等 is none."""
    begin = start
    joints = [*_MARK.finditer(text, start, end)]
    if joints:
        joints += JOINT.finditer(text, joints[-1].end(), end)
    for joint in [*joints, None]:
        stop = joint.start() if joint else end
        if joint and (not tokens.begins(stop) or text.count("“", begin, stop) != text.count("”", begin, stop)):
            continue
        close = text.find("等", begin, stop)
        yield begin, close if close > begin else stop
        if close > begin:
            return
        begin = joint.end() if joint else end


def _name(text: str, start: int, end: int, tokens: Tokens, knowledge: Knowledge) -> tuple[int, int] | None:
    """The borders of the name in a member: behind its verb, 首个 and the last 的; None if it holds none."""
    rules, opened = _rules(), text.rfind("的", start, end) + 1
    superlative = rules.individuating.search(text, start, opened) is not None
    first = rules.first.search(text, start, end)
    heads = rules.first_heads if first else rules.heads
    start, done = max(start, opened, first.end() if first else start), rules.done.search(text, start, end)
    end = done.start() if done else end
    parts = tokens.within(start, end)
    while parts and _leads(parts[0]):
        parts = parts[1:]
    if not parts or parts[-1].end != end or not text.endswith(heads, parts[0].start, end):
        return None
    begin = parts[0].start
    if not _SHORTEST <= end - begin <= _LONGEST or text.startswith(rules.no_beginnings, begin):
        return None
    unquoted = text.rfind("”", begin, end)
    barred = (t for t in parts if t.start > unquoted and _is_no_part(t, knowledge))
    opens = superlative and start == opened  # behind 最大的 a verb belongs to the name
    if len(parts) < 2 or any(t.tag[0] != "v" or not opens for t in barred):
        return None
    return None if is_sum(text[max(begin, unquoted + 1) : end]) else (begin, end)


def _leads(token: Token) -> bool:
    """Whether a word before a name is no part of it: a verb of making, 首个, a number, 规模化."""
    rules, word = _rules(), token.word
    counted = token.tag[0] in "mqfr" or rules.individuating.fullmatch(word) is not None
    return counted or word in rules.verbs or (len(word) > _WORD and word.endswith(("化", "型")))


def _is_no_part(token: Token, knowledge: Knowledge) -> bool:
    """Whether a word shows that what it stands in is no name: a particle, or a verb that takes an object."""
    if token.tag.startswith(_BARRED) and not token.word.isascii():
        return True
    names = knowledge.names
    return token.tag[0] == "v" and token.word in names.stop_words and token.word not in names.soft_verbs
