"""Names in quotation marks: “爱江城APP”, “碳账户”, a city that calls its aim “创新名城”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.extractor.knowledge import Knowledge
from kg.extractor.mentions.borders import Surroundings, left_border, surroundings
from kg.extractor.mentions.candidates import Candidate
from kg.extractor.rules import load_rules
from kg.extractor.segmentation import Tokens

# “滴滴”版, “双十一”式: likened to, not named.
# What may follow the name of a thing that was made.
_CLOSING = frozenset("，。、；：的等和与及（“")
_SHORT = 8
_LIKENED = frozenset("版式型化")
_QUOTED = re.compile(r"[“「『]([^“”「」『』。！？；\n]{2,28})[”」』]")


@cache
def _rules() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    data = load_rules("quoted")
    return (
        re.compile(f"(?:{'|'.join(data['made'])})[^，。；：、“”]{{0,8}}$"),
        re.compile(f"(?:{'|'.join(data['goal_ends'])})$"),
        re.compile(
            f"(?:{'|'.join(data['slogan_ends'])})$|[，,：:！、]|^[0-9]+[+]|^[一二三四五六七八九十两](?!.*(?:行动|工程|计划)$)"
        ),
        re.compile(f"(?:{'|'.join(data['heads'])})"),
    )


def find_quoted(text: str, tokens: Tokens, knowledge: Knowledge, known: Sequence[Candidate]) -> list[Candidate]:
    """Projects and goals whose name is what stands in quotation marks."""
    made, goal_ends, slogans, heads = _rules()
    listed = {(c.start, c.end) for c in known if c.source != "weak"}
    around = surroundings(text, tokens, knowledge.names, known)
    found = []
    for match in _QUOTED.finditer(text):
        inner = match[1]
        start, end = match.span()
        if (start + 1, end - 1) in listed or slogans.search(inner) or text[end : end + 1] in _LIKENED:
            continue
        before = text[max(0, start - 14) : start]
        if goal_ends.search(inner):
            if made.search(before):
                found.append(Candidate(start, end, "Goal", inner, "quoted", 2))
            continue
        named_before = _noun_before(around, start)
        if named_before is not None and len(inner) <= _SHORT:
            found.append(Candidate(named_before, end, "Project", text[named_before:end], "quoted", 2))
            continue
        head = heads.match(text, end)
        named = _head_of(inner, knowledge)
        if head is not None and (made.search(before) or not named):
            found.append(Candidate(start, head.end(), "Project", text[start : head.end()], "quoted", 2))
        elif named or (len(inner) > 2 and text[end : end + 1] in _CLOSING and made.search(before)):
            found.append(Candidate(start, end, "Project", inner, "quoted", 2))
    return found


def _noun_before(around: Surroundings, start: int) -> int | None:
    """Where the description that a quoted name follows begins (语音助手 in 语音助手“小林”), None if there is none."""
    if start == 0:
        return None
    token = around.tokens.items[around.tokens.index_at(start - 1)]
    head = next((w for w in around.rules.quoted_after if around.text.endswith(w, 0, start)), "")
    if not head or token.end != start:
        return None
    begin = left_border(around, start - len(head), "Project")
    return begin if begin < start - len(head) else None


def _head_of(inner: str, knowledge: Knowledge) -> str:
    """The head noun of a project that the words end with; one of a single character needs a known name before it."""
    proper = any(True for _ in knowledge.entry_matcher.find(inner))
    heads = knowledge.names.heads.items()
    return next((h for h, kind in heads if kind == "Project" and inner.endswith(h) and (proper or len(h) > 1)), "")
