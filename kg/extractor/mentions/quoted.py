"""Names in quotation marks: “爱江城APP”, “碳账户”, a city that calls its aim “创新名城”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.extractor.beginnings import compiled
from kg.extractor.knowledge import Knowledge
from kg.extractor.mentions.borders import left_border
from kg.extractor.mentions.campaigns import campaign_end
from kg.extractor.mentions.candidates import Candidate, covered
from kg.extractor.mentions.generic import is_counted, is_sum
from kg.extractor.mentions.surroundings import Surroundings
from kg.extractor.rules import either, load_rules, words
from kg.extractor.segmentation import Tokens, is_word, segment

# What may follow the name of a thing that was made.
_CLOSING: Final = frozenset("，。、；：等和与及（“")
# How the segmenter tags what opens a predicate.
_PREDICATES: Final = ("v", "d", "p", "ad", "zg")
# How long the name of a firm, or one behind the noun that it completes, may be, and that of a campaign at least.
_LONGEST: Final = 8
_SHORTEST_CAMPAIGN: Final = 7
# What stands between a phrase in quotation marks and the next one of a list.
_SIDE_BY_SIDE: Final = ("”、", "”和", "”与", "”及", "”")
# The number of a version behind a name: “云帆大脑Ⅱ”, “云帆平台2.0”.
_VERSION: Final = re.compile(r" ?[VvＶ]?[0-9.ⅠⅡⅢⅣⅤ]+$")
# One of several of a kind.
_UNITS: Final = ("星", "轮")
# With one of these begins a clause.
_CLAUSAL: Final = frozenset("以让从把为由将该本这其")
# “滴滴”版, “双十一”式: likened to, not named.
_LIKENED: Final = frozenset("版式型化")
_QUOTED: Final = re.compile(r"[“「『]([^“”「」『』。！？；\n]{2,28})[”」』]")


@dataclass(frozen=True, slots=True)
class _Rules:
    """What the phrases in quotation marks are told by.

    `chain` is what follows those that are named side by side, `counted` the last of them, `made_by` one whose maker is
    told.
    """

    made: re.Pattern[str]
    goal_ends: re.Pattern[str]
    slogans: re.Pattern[str]
    heads: re.Pattern[str]
    chain: re.Pattern[str]
    counted: re.Pattern[str]
    called: re.Pattern[str]
    called_before: re.Pattern[str]
    short: tuple[str, ...]
    made_by: re.Pattern[str]


@cache
def _rules() -> _Rules:
    data = load_rules("quoted")
    chained = either(words(data, "chained"))
    return _Rules(
        compiled(f"(?:{'|'.join(data['made'])})[^，。；：、“”]{{0,8}}$"),
        compiled(f"(?:{'|'.join(data['goal_ends'])})$"),
        compiled(
            f"(?:{'|'.join(data['slogan_ends'])})$|[，,：:！、]|^[0-9]+[+]|^[一二三四五六七八九十两](?!.*(?:行动|工程|计划)$)"
        ),
        compiled(rf"(?:{either(words(data, 'before_heads'))}){{0,2}}(?:{either(words(data, 'heads'))})"),
        compiled(
            r"(?:(?:(?:[、和][^“”，。；：、,等的\n]{0,14})?“[^“”\n]{2,30}”)+等?|等)"
            r"(?:[一二三四五六七八九十两\d]+[大个项款]|一批)?"
            rf"(?:“[^“”\n]{{2,8}}”)?[^，。；：、“”（）的\n]{{0,10}}?(?:{chained})"
        ),
        compiled(rf"[二三四五六七八九十两\d]+[大个项款][^，。；：、“”（）的\n]{{0,10}}?(?:{chained})"),
        compiled(rf"的?(?P<noun>[一-鿿]{{0,6}}?(?:{either(words(data, 'called'))}))"),
        compiled(f"(?:{either(words(data, 'called_before'))})$"),
        words(data, "short_before"),
        compiled(rf"(?:是|由)[^，。；：、“”\n]{{2,24}}?(?:{either(words(data, 'made_by'))})"),
    )


def find_quoted(around: Surroundings, knowledge: Knowledge) -> list[Candidate]:
    """Projects and goals whose name is what stands in quotation marks."""
    text, tokens, known = around.text, around.tokens, around.known
    rules, campaigns = _rules(), words(load_rules("quoted"), "campaigns")
    listed = {(c.start, c.end) for c in known if c.source != "weak"}
    found = []
    for match in _QUOTED.finditer(text):
        inner = match[1]
        start, end = match.span()
        campaign = campaign_end(around, start, end)
        if campaign > end and (start + 1, end - 1) not in listed and not is_counted(text, start):
            begin = _owner_before(around, start)
            found.append(Candidate(begin, campaign, "Project", text[begin:campaign], "quoted", 2))
            continue
        if (start + 1, end - 1) in listed or rules.slogans.search(inner) or text[end : end + 1] in _LIKENED:
            continue
        before = text[max(0, start - 14) : start]
        if before.endswith(rules.short) or inner[0] in _CLAUSAL:
            continue
        if rules.goal_ends.search(inner):
            if rules.made.search(before):
                found.append(Candidate(start, end, "Goal", inner, "quoted", 2))
            continue
        if rules.called_before.search(before) and (noun := rules.called.match(text, end)):
            found.append(_called(text, start, end, noun))
            continue
        named_before = _noun_before(around, start)
        if named_before is not None and len(inner) <= _LONGEST and "“" not in text[named_before:start]:
            end += text.startswith(_UNITS, end) and end + 1 in tokens.ends  # 气象卫星“江城一号”星
            found.append(Candidate(named_before, end, "Project", text[named_before:end], "quoted", 2))
            continue
        head = _head_behind(text, end, rules, tokens)
        named = _ends_with_head(inner, knowledge)
        if head is not None and head[0].endswith(campaigns) and is_counted(text, start):
            continue
        if head is not None and (rules.made.search(before) or not named):
            begin = _owner_before(around, start) if head[0].endswith(campaigns) else start
            found.append(Candidate(begin, head.end(), "Project", text[begin : head.end()], "quoted", 2))
        elif kind := _kind_alone(text, match, rules, tokens, named=named):
            found.append(Candidate(start, end, kind, inner, "quoted", 2))
    return [*found, *_again(text, found, listed, knowledge)]


def _owner_before(around: Surroundings, start: int) -> int:
    """Where the place or the body begins that stands directly before a mark, else the mark: 江城|“书香人家”活动."""
    owner = around.by_end.get(start)
    return owner.start if owner is not None else start


def _head_behind(text: str, end: int, rules: _Rules, tokens: Tokens) -> re.Match[str] | None:
    """The noun behind a closing mark that completes the name; in “江城一号”星|期三 there is none."""
    head = rules.heads.match(text, end)
    return head if head is not None and head.end() in tokens.ends else None


def _kind_alone(text: str, match: re.Match[str], rules: _Rules, tokens: Tokens, *, named: bool) -> str:
    """The class of what stands in quotation marks without a head behind them, "" if it is no name.

    `named` says that it ends with a head itself.
    """
    inner, (start, end) = match[1], match.span()
    last = text.endswith(_SIDE_BY_SIDE, 0, start) and rules.counted.match(text, end)
    if last or rules.chain.match(text, end) or (rules.made_by.match(text, end) and _is_made(inner)):
        return "Project"
    if text.endswith(words(load_rules("quoted"), "firm_before"), 0, start) and len(inner) <= _LONGEST:
        return "Firm"
    if is_sum(inner):
        return ""
    made = rules.made.search(text[max(0, start - 14) : start]) and _is_made(inner)
    called = named or (made and (text[end : end + 1] in _CLOSING or _does_something(text, start, end, tokens)))
    return "Project" if called else ""


def _does_something(text: str, start: int, end: int, tokens: Tokens) -> bool:
    """Whether what somebody made, as 的 before the mark tells, does or is something: 推出的“江城码”|覆盖全市."""
    if not text.endswith("的", 0, start) or end >= len(text):
        return False
    token = tokens.items[tokens.index_at(end)]
    rated = token.word in words(load_rules("quoted"), "rating")
    starts = token.start == end and token.tag in _PREDICATES and not rated
    return starts or text.startswith(words(load_rules("quoted"), "made"), end)


def _called(text: str, start: int, end: int, noun: re.Match[str]) -> Candidate:
    """What is called by a phrase in quotation marks, of the kind that the noun behind it says."""
    firm = noun["noun"].endswith(words(load_rules("quoted"), "called_firm"))
    return Candidate(start, end, "Firm" if firm else "Project", text[start + 1 : end - 1], "quoted", 2)


def _is_made(inner: str) -> bool:
    """Whether words in quotation marks can name what somebody made, rather than what he does: “江城码”, “爱e行”."""
    rules = load_rules("quoted")
    if len(inner) < 3 or " " in inner or inner.endswith(words(rules, "no_names")) or is_word(inner):
        return False
    if "的" in inner or "·" in inner:
        return False
    odd = any(ch.isascii() and ch.isalnum() for ch in inner)
    return inner.endswith(words(rules, "name_ends")) or odd or (len(inner) < 5 and not _all_words(inner))


def _all_words(inner: str) -> bool:
    """Whether the dictionary has every word of it: a phrase rather than a coined name."""
    return all(is_word(token.word) and len(token.word) > 1 for token in segment(inner).items)


def _again(
    text: str, found: Sequence[Candidate], listed: set[tuple[int, int]], knowledge: Knowledge
) -> list[Candidate]:
    """What was named once is named wherever it stands in quotation marks: “慧眼” after “慧眼”平台."""
    taken = covered(found)
    projects = (c for c in found if c.kind == "Project")
    cores = {match[1] for c in projects for match in _QUOTED.finditer(text, c.start, c.end)}
    cores = {core for core in cores if core not in knowledge.concepts_by_name}
    return [
        Candidate(match.start(), match.end(), "Project", match[1], "quoted", 2)
        for match in _QUOTED.finditer(text)
        if match[1] in cores and match.start() not in taken and (match.start() + 1, match.end() - 1) not in listed
    ]


def _noun_before(around: Surroundings, start: int) -> int | None:
    """Where the description that a quoted name follows begins (语音助手 in 语音助手“小林”), None if there is none."""
    if start == 0:
        return None
    token = around.tokens.items[around.tokens.index_at(start - 1)]
    if token.end != start:
        return None
    nouns = words(load_rules("quoted"), "nouns_before")
    head = max((noun for noun in nouns if around.text.endswith(noun, 0, start)), key=len, default="")
    if not head:
        return None
    begin = left_border(around, start - len(head), "Project")
    return begin if begin < start - len(head) else None


def _ends_with_head(inner: str, knowledge: Knowledge) -> bool:
    """Whether the words end with the head noun of a project; one of a single character needs a known name before it."""
    heads, inner = knowledge.names.heads, _VERSION.sub("", inner)
    if len(inner) >= _SHORTEST_CAMPAIGN and inner.endswith(words(load_rules("quoted"), "seasons")):
        return segment(inner).items[0].tag[0] != "v"  # “开展志愿服务活动” is done rather than named
    sizes = [size for size in range(1, len(inner) + 1) if heads.get(inner[-size:]) == "Project"]
    return max(sizes, default=0) > 1 or bool(sizes and knowledge.entry_matcher.in_name(inner))
