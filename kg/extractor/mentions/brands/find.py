"""Firms whose name has no head noun and stands in no lexicon, found by what the text does with it.

明远智行 is a firm if the article says 明远智行董事长, 与明远智行签署, 明远智行推出 …, or puts a stock code behind it.
One such place may be chance; two of different kinds, or three, are not.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

from kg.extractor.kinds import is_place
from kg.extractor.knowledge import Knowledge
from kg.extractor.matcher import Matcher
from kg.extractor.mentions.brands.brand_rules import brand_rules, is_coined, is_name
from kg.extractor.mentions.brands.endings import by_characters, by_ending, found_trades
from kg.extractor.mentions.brands.facing import facing
from kg.extractor.mentions.brands.word_runs import run_beside
from kg.extractor.mentions.candidates import Candidate, covered
from kg.extractor.mentions.segmentation_errors import may_begin
from kg.extractor.mentions.titles import PersonMention
from kg.extractor.segmentation import Tokens, is_word

_CODE: Final = re.compile(r"[（(](?:股票代码[：:]?|代码[：:]?)?(?:\d{6}|0\d{4})(?:\.(?:SH|SZ|HK|BJ))?[）)，,]")
# A firm and the mark of its class of shares; how many characters that can be.
_BEFORE_CODE: Final = re.compile(r"(?P<name>[一-鿿A-Za-z]{2,8})(?:-[A-Z]{1,3})?$")
_LONGEST_BEFORE_CODE: Final = 12
# 明远（Ming Yuan）董事长: the original of a foreign name.
_GLOSS: Final = re.compile(r"[（(][A-Z][A-Za-z0-9 .&-]+[）)]$")
_LONGEST_GLOSS: Final = 32
# The first words of a name in Latin letters: Mingyuan |Marine.
_LATIN_BEFORE: Final = re.compile(r"[A-Za-z] $")
# One such place is enough.
_SURE: Final = ("introduced", "code", "glossed", "ending", "facing", "headed", "listed", "led", "among")


def acts_as_firm(text: str, start: int, end: int) -> bool:
    """Whether the words around a stretch of text treat it as a firm: 联想董事长, 联想推出, 与联想签署."""
    rules = brand_rules()
    if any(sort != "subject" and text.startswith(word, end) for word, sort in rules.after.items()):
        return True
    joined = text.endswith(rules.facing, 0, start) or text.startswith(rules.facing, end)
    return joined and any(word in text[end : end + 12] for word in rules.then)


def find_brands(
    text: str,
    tokens: Tokens,
    knowledge: Knowledge,
    others: Sequence[Candidate],
    people: Sequence[PersonMention],
) -> list[Candidate]:
    """The firms that only their surroundings give away, wherever the text names them.

    `people` are those whom the text names with their offices. What faces a firm found so (明远智行与江城联信合作) is
    one too: a second look finds those.
    """
    first = _find(text, tokens, knowledge, others, people)
    return _find(text, tokens, knowledge, [*others, *first], people) + first if first else []


def _find(
    text: str,
    tokens: Tokens,
    knowledge: Knowledge,
    others: Sequence[Candidate],
    people: Sequence[PersonMention],
) -> list[Candidate]:
    sure = [c for c in others if c.source != "concept" and not (c.source == "weak" and is_place(c.kind))]
    taken, trades = covered(sure), found_trades(tokens)
    signs: dict[str, Counter[str]] = defaultdict(Counter)
    for name, sort in [
        *_coded(text, tokens, knowledge, taken),
        *_introduced(text, knowledge, others, taken),
        *by_ending(text, tokens, knowledge, taken, trades),
        *by_characters(text, tokens, knowledge, taken, trades),
        *_signs(text, tokens, knowledge, taken),
        *facing(text, tokens, knowledge, others, taken),
        *_led(text, tokens, knowledge, others, taken, people),
    ]:
        signs[name][sort] += 1
    surnames = knowledge.lexicon.words("surnames.txt")
    for name, found in signs.items():
        if len(name) < 4 and (name[:1] in surnames or name[:2] in surnames):
            for sort in ("subject", "owned", "title"):
                del found[sort]  # rather a person
    names = {
        n
        for n, found in signs.items()
        if any(found[sort] for sort in _SURE) or len(found) > 1 or sum(found.values()) > 2
    }
    if not names:
        return []
    return _occurrences(text, tokens, names)


def _occurrences(text: str, tokens: Tokens, names: set[str]) -> list[Candidate]:
    return [
        Candidate(start, end, "Firm", name, "brand", 2)
        for start, end, name in Matcher(names).find(text)
        if may_begin(text, tokens, start) and end in tokens.ends
    ]


def _coded(text: str, tokens: Tokens, knowledge: Knowledge, taken: set[int]) -> list[tuple[str, str]]:
    """What stands before a stock code, without the verbs before it (维持|明远股份) and without funds."""
    rules, found = brand_rules(), []
    for code in _CODE.finditer(text):
        match = _BEFORE_CODE.search(text, max(0, code.start() - _LONGEST_BEFORE_CODE), code.start())
        if match is None or match.end("name") - 1 in taken:
            continue
        start, end = match.span("name")
        for token in tokens.within(start, end):
            verb = token.tag == "v" and is_word(token.word) and end - token.end > 1
            stop = len(token.word) > 1 and token.word in knowledge.names.stop_words
            if token.start != start or not (verb or stop):
                break
            start = token.end
        name = text[start:end]
        if len(name) > 1 and name not in rules.never and not name.endswith(rules.funds):
            found.append((name, "code"))
    return found


def _introduced(text: str, knowledge: Knowledge, others: Sequence[Candidate], taken: set[int]) -> list[tuple[str, str]]:
    """What a noun for firms introduces by a foreign name, unless the noun ends the name of another (明远公司Azure)."""
    rules, ends = brand_rules(), {c.end for c in others if c.kind in ("Firm", "Institution")}
    return [
        (match["name"], "introduced")
        for match in rules.introduced.finditer(text)
        if match.start() not in ends
        and taken.isdisjoint(range(*match.span()))
        and is_name(match["name"], rules, knowledge)
    ]


def _signs(text: str, tokens: Tokens, knowledge: Knowledge, taken: set[int]) -> list[tuple[str, str]]:
    rules, found = brand_rules(), []
    for start, end, word in rules.matcher.find(text):
        if word in rules.after:
            sort = rules.after[word]
            gloss = _GLOSS.search(text, max(0, start - _LONGEST_GLOSS), start) if sort == "title" else None
            signs = _before_sign(text, tokens, gloss.start() if gloss else start, sort, taken, knowledge)
            found += [(name, "glossed" if gloss else sort) for name, sort in signs]
        if word in rules.before:
            run = run_beside(tokens, end, 1, taken, rules, knowledge)
            sort = rules.before[word]
            if run and (sort in ("kind", "owned") or text.startswith(rules.then, end + len(run))):
                found.append((run, sort))
    return found


def _before_sign(
    text: str, tokens: Tokens, start: int, sort: str, taken: set[int], knowledge: Knowledge
) -> list[tuple[str, str]]:
    """The name before what only firms have or do. A coined one of four characters before a title is sure."""
    rules = brand_rules()
    run = run_beside(tokens, start, -1, taken, rules, knowledge)
    begin = start - len(run)
    opens = begin == 0 or not text[begin - 1].isalnum()
    if not run or not (opens or sort != "subject"):
        return []
    named = len(run) > 3 and not run.endswith(rules.parts)
    if sort == "title" and named and any(is_coined(t) for t in tokens.within(begin, start)):
        sort = "headed"
    return [(run, sort)]


def _led(
    text: str,
    tokens: Tokens,
    knowledge: Knowledge,
    others: Sequence[Candidate],
    taken: set[int],
    people: Sequence[PersonMention],
) -> list[tuple[str, str]]:
    """What a person holds an office of firms in: 明远董事长王甲."""
    rules, found = brand_rules(), []
    places = {c.end: c.name for c in others if c.kind in ("City", "Region")}
    for person in people:
        if not person.org_end or not any(title in person.title for title in rules.titles):
            continue
        run = run_beside(tokens, person.org_end, -1, taken, rules, knowledge)
        if not run or run.endswith(rules.parts):
            continue
        begin = person.org_end - len(run)
        if text.count(run[1:]) > text.count(run):
            continue  # 据明远
        place = places.get(begin, "")
        index = tokens.index_at(begin - len(place)) - 1
        before = tokens.items[index] if index >= 0 else None
        opens = before is None or not before.word.isalnum()
        if opens and not _LATIN_BEFORE.search(text, max(0, begin - 2), begin):
            found.append((place + run, "led"))
    return found
