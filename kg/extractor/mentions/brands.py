"""Firms whose name has no head noun and stands in no lexicon, found by what the text does with it.

明远智行 is a firm if the article says 明远智行董事长, 与明远智行签署, 明远智行推出 …, or puts a stock code behind it.
One such place may be chance; two of different kinds, or three, are not.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Sequence

from kg.extractor.conjunctions import JOINTS
from kg.extractor.kinds import is_organisation, is_place
from kg.extractor.knowledge import Knowledge
from kg.extractor.matcher import Matcher
from kg.extractor.mentions.brand_endings import by_characters, by_ending, found_trades, of_trade
from kg.extractor.mentions.brand_rules import BrandRules, brand_rules, is_coined, is_name
from kg.extractor.mentions.candidates import Candidate, covered
from kg.extractor.mentions.glued import PREPOSITIONS, may_begin
from kg.extractor.mentions.joints import ends
from kg.extractor.mentions.titles import PersonMention
from kg.extractor.segmentation import Token, Tokens, is_word

_NAME_TAGS = ("nr", "nz", "nt", "x", "j", "eng", "n", "ns", "zg", "g", "vg", "ng", "a", "v", "i", "l")
_RARE_TAGS = ("nr", "nrt", "nz", "x", "eng", "j", "zg")
_CODE = re.compile(r"[（(](?:股票代码[：:]?|代码[：:]?)?(?:\d{6}|0\d{4})(?:\.(?:SH|SZ|HK|BJ))?[）)，,]")
# A firm and the mark of its class of shares; how many characters that can be.
_BEFORE_CODE, _LONGEST_BEFORE_CODE = re.compile(r"(?P<name>[一-鿿A-Za-z]{2,8})(?:-[A-Z]{1,3})?$"), 12
_LONGEST, _SHORTEST_GLUED = 8, 3
# 明远（Ming Yuan）董事长: the original of a foreign name.
_GLOSS, _LONGEST_GLOSS = re.compile(r"[（(][A-Z][A-Za-z0-9 .&-]+[）)]$"), 32
# What ends before a firm whose officer is named, and the first words of a name in Latin letters (Mingyuan |Marine).
_BEFORE_NAMES, _LATIN_BEFORE = "pcuvdtf", re.compile(r"[A-Za-z] $")
# How far behind a partner, in the same clause, it may be said what is signed.
_FAR, _CLAUSE = 12, re.compile(r"[^，。；：、\n]*")
# One such place is enough.
_SURE = ("code", "glossed", "ending", "facing", "headed", "listed", "led", "among")


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
        *by_ending(text, tokens, knowledge, taken, trades),
        *by_characters(text, tokens, knowledge, taken, trades),
        *_signs(text, tokens, knowledge, taken),
        *_facing(text, tokens, knowledge, others, taken),
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


def _signs(text: str, tokens: Tokens, knowledge: Knowledge, taken: set[int]) -> list[tuple[str, str]]:
    rules, found = brand_rules(), []
    for start, end, word in rules.matcher.find(text):
        if word in rules.after:
            sort = rules.after[word]
            gloss = _GLOSS.search(text, max(0, start - _LONGEST_GLOSS), start) if sort == "title" else None
            signs = _before_sign(text, tokens, gloss.start() if gloss else start, sort, taken, knowledge)
            found += [(name, "glossed" if gloss else sort) for name, sort in signs]
        if word in rules.before:
            run = _run(tokens, end, 1, taken, rules, knowledge)
            sort = rules.before[word]
            behind = end + len(run)
            among = sort == "among" and rules.among.match(text, behind) is not None
            if run and (sort in ("kind", "owned") or among or text.startswith(rules.then, behind)):
                found.append((run, sort))
    return found


def _before_sign(
    text: str, tokens: Tokens, start: int, sort: str, taken: set[int], knowledge: Knowledge
) -> list[tuple[str, str]]:
    """The name before what only firms have or do. A coined one of four characters before a title is sure."""
    rules = brand_rules()
    run = _run(tokens, start, -1, taken, rules, knowledge)
    if not run and sort == "listed":
        run = of_trade(text, tokens, start, taken, rules, knowledge)
    begin = start - len(run)
    opens = begin == 0 or not text[begin - 1].isalnum()
    if not run or not (opens or sort != "subject"):
        return []
    named = len(run) > 3 and not run.endswith(rules.parts)
    if sort == "title" and named and any(is_coined(t) for t in tokens.within(begin, start)):
        sort = "headed"
    return [(run, sort)]


def _facing(
    text: str, tokens: Tokens, knowledge: Knowledge, others: Sequence[Candidate], taken: set[int]
) -> list[tuple[str, str]]:
    """The names before 与 and a known organisation with which something is done."""
    rules, found = brand_rules(), []
    for other in others:
        actor = is_organisation(other.kind) or (other.source == "lexicon" and is_place(other.kind))
        if other.source not in ("lexicon", "brand", "grammar") or not actor:
            continue
        # Few bodies have a joint beside them, so that it is looked for at once before it is told which one it is.
        before, behind = text.endswith(rules.facing, 0, other.start), text.startswith(rules.facing, other.end)
        if not before and not behind:
            continue
        joint = next((w for w in rules.facing if text.endswith(w, 0, other.start)), "") if before else ""
        rest = text[other.end : other.end + 8]
        clause = _CLAUSE.match(text, other.end, other.end + _FAR)
        binds = clause is not None and any(word in clause[0] for word in rules.binding)
        firm = other.source != "grammar" and is_organisation(other.kind)
        if joint and (binds or (firm and any(word in rest for word in rules.then))):
            run = _run(tokens, other.start - len(joint), -1, taken, rules, knowledge, plain=binds)
            begin = other.start - len(joint) - len(run)
            if binds and run and not (begin and text[begin - 1].isalnum()):
                found.append((run, "facing"))
            place = next((c.name for c in others if run and c.end == begin and c.kind in ("City", "Region")), "")
            if firm and (len(place + run) > 2 or _is_brand(tokens, begin, run, knowledge)):
                found.append((place + run, "facing"))
        joint = next((w for w in rules.facing if text.startswith(w, other.end)), "") if behind else ""
        if joint:
            begin = other.end + len(joint)
            place = next((c.name for c in others if c.start == begin and c.kind in ("City", "Region")), "")
            run = _run(tokens, begin + len(place), 1, taken, rules, knowledge, plain=True)
            if text.startswith(run, begin + len(place)) and run and rules.binds.match(text, begin + len(place + run)):
                found.append((place + run, "facing"))
            run = _run(tokens, begin + len(place), 1, taken, rules, knowledge)
            long = len(place + run) > 2 or _is_brand(tokens, begin, run, knowledge)
            long = long and text.startswith(place + run, begin)  # 与|兆云 may be one word to the segmenter
            if firm and long and text.startswith(rules.then, begin + len(place + run)):
                found.append((place + run, "facing"))
    surnames = knowledge.lexicon.words("surnames.txt")
    return [(name, sort) for name, sort in found if not _is_person_or_house(name, surnames)]


def _is_person_or_house(name: str, surnames: Container[str]) -> bool:
    """Whether what faces a body is rather a person, or a word of the dictionary for a sort of body: 敬老院."""
    person = len(name) == _SHORTEST_GLUED and name[0] in surnames and not is_word(name)
    return person or (is_word(name) and name.endswith(ends()))


def _is_brand(tokens: Tokens, begin: int, run: str, knowledge: Knowledge) -> bool:
    """Whether a name of two characters is a word of no dictionary, and no person."""
    coined = len(run) > 1 and any(is_coined(t) for t in tokens.within(begin, begin + len(run)))
    return coined and run[0] not in knowledge.lexicon.words("surnames.txt")


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
        run = _run(tokens, person.org_end, -1, taken, rules, knowledge)
        if not run or run.endswith(rules.parts):
            continue
        begin = person.org_end - len(run)
        if text.count(run[1:]) > text.count(run):
            continue  # 据明远
        place = places.get(begin, "")
        index = tokens.index_at(begin - len(place)) - 1
        before = tokens.items[index] if index >= 0 else None
        opens = before is None or not before.word.isalnum() or before.tag[0] in _BEFORE_NAMES
        if opens and not _LATIN_BEFORE.search(text, max(0, begin - 2), begin):
            found.append((place + run, "led"))
    return found


def _run(
    tokens: Tokens,
    offset: int,
    step: int,
    taken: set[int],
    rules: BrandRules,
    knowledge: Knowledge,
    *,
    plain: bool = False,
) -> str:
    """The word, or the words of one or two characters, that border on an offset and can be a name; "" if none.

    It must be a rare one, unless `plain` names of the dictionary will do.
    """
    index = tokens.index_at(offset if step > 0 else offset - 1)
    words: list[Token] = []
    while 0 <= index < len(tokens.items) and len(words) < 3:
        token = tokens.items[index]
        if token.start in taken or not token.tag.startswith(_NAME_TAGS) or not token.word.isalnum():
            break
        if token.word in knowledge.names.stop_words or token.word in rules.never or token.word in rules.after:
            break
        if rules.before.get(token.word) == "kind":
            break  # 投行|明远
        words.append(token)
        index += step
    if not words:
        return ""
    words = words[::step] if step < 0 else words
    name = "".join(t.word for t in words)
    if name.endswith(JOINTS):
        return ""  # 明|维与|江城
    glued = len(name) > _SHORTEST_GLUED and name[0] in PREPOSITIONS
    if glued and len(words[0].word) > 1 and not is_word(words[0].word):
        name = name[1:]  # 由明远 is one word to the segmenter
    rare = any(t.tag in _RARE_TAGS or is_coined(t) for t in words) or (plain and _is_plain(words, knowledge))
    return name if rare and 2 <= len(name) <= _LONGEST and is_name(name, rules, knowledge) else ""


def _is_plain(words: Sequence[Token], knowledge: Knowledge) -> bool:
    """Whether words of the dictionary can be a name: one there too, and no trade, or two single characters."""
    word = words[0].word
    if len(words) == 1:
        body = word.endswith(ends()) or word in knowledge.names.common_trades
        return len(word) > 1 and words[0].tag in ("nz", "ns", "i") and not body
    return all(len(t.word) == 1 and t.tag[0] in "nagj" for t in words)
