"""Where a person's name ends, or begins, next to a title: 市长|张工|会见了, 董事长|戴炜|在会上."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from kg.extractor.rules import either, load_rules, words
from kg.extractor.segmentation import Token, Tokens, is_word

_DOTS: Final = "·•‧・･"
_FOREIGN: Final = re.compile(rf"(?!的)[一-龥]{{1,8}}(?:[—-][一-龥]{{1,8}})?(?:[{_DOTS}][一-龥]{{1,8}})+")
_FOREIGN_BEFORE: Final = re.compile(rf"[一-龥]{{1,8}}(?:[{_DOTS}][一-龥]{{1,8}})+$")
_LATIN: Final = re.compile(r"[A-Z][A-Za-z]+(?:[ .·-]+[A-Z][A-Za-z]*\.?){1,3}")
_HANZI: Final = re.compile("[一-龥]+")
_BORDERS: Final = frozenset("，。、；：！？,;:!?（）()“”\"'‘’《》〈〉【】[]|/ 　\t\n\r…—-@#0123456789")
# A name in Chinese with the original behind it: 朗文（Ann Lang）.
_GLOSSED: Final = re.compile(r"[一-龥]{2,5}(?=[（(][A-Z][A-Za-z]+[ .][^（()）]{1,30}[）)])")
_NAME_TAGS: Final = ("nr", "nrfg", "nrt")
_PROPER_TAGS: Final = ("ns", "nz", "x")
_PLAIN_TAGS: Final = ("n", "a", "z", "i", "l", "b", "q", "vn", "an", "ad")
_FUNCTION_TAGS: Final = ("r", "m", "c", "u", "uj", "ul", "t", "f")
# 张志和 may go on with 和: these end a name rather than belong to it.
_LINKS: Final = frozenset("和与等及在")
# Of these the one that joins two people.
_JOINS_PEOPLE: Final = "和"
# What it tells that a name stands elsewhere in the article.
_SEEN: Final = 0.75
_SHORTEST_RENDERED: Final = 3
# What a reading must score to count: a border behind it and nothing against it.
_ENOUGH: Final = 2.0


def name_end(text: str, start: int, tokens: Tokens, surnames: frozenset[str]) -> int | None:
    """The end of the name that begins at `start`, or None if no name begins there."""
    foreign = _FOREIGN.match(text, start)
    if foreign:
        return _foreign_end(text, foreign, tokens)
    latin = _LATIN.match(text, start)
    if latin:
        return latin.end()
    glossed = _GLOSSED.match(text, start)
    if glossed and not is_word(glossed[0]):
        return glossed.end()
    scores = {stop: _score(text, start, stop, tokens) for stop in _stops(text, start, tokens, surnames)}
    stops = [stop for stop, score in scores.items() if score + _repeated(text, start, stop) >= _ENOUGH]
    if stops:
        return max(stops, key=lambda stop: (scores[stop] + _repeated(text, start, stop), -stop))
    rendered = _rendered().match(text, start)
    ends = range(start + _SHORTEST_RENDERED, rendered.end() + 1) if rendered else ()
    return next((stop for stop in ends if _border(text, stop) > 0), None)


def _repeated(text: str, start: int, stop: int) -> float:
    """What the rest of the article tells of where a name of two or three characters ends.

    Where 张灿 always goes on with 明 it is 张灿明; where it stands with something else too, 张灿 is the name.
    """
    if stop - start not in (2, 3):
        return 0.0
    short = text.count(text[start : start + 2])
    long = text.count(text[start : start + 3])
    if short < 2 or (long > 1 and long != short):
        return 0.0
    return _SEEN if (long == short) == (stop - start == 3) else -_SEEN


def name_before(text: str, end: int, tokens: Tokens, surnames: frozenset[str]) -> tuple[int, int] | None:
    """Beginning and end of the name that ends at `end`, or with 先生 or 博士 behind it; None if no name ends there.

    Here nothing tells where the name begins but its words, so only names that the segmentation knows, or that it left
    in single characters, count.
    """
    end -= next((len(word) for word in words(load_rules("people"), "honorifics") if text.endswith(word, 0, end)), 0)
    foreign = _FOREIGN_BEFORE.search(text[max(0, end - 20) : end])
    if foreign:
        first = end - len(foreign[0])
        dot = min(foreign[0].find(dot) for dot in _DOTS if dot in foreign[0])
        starts = [token.start for token in tokens.within(first, first + dot)]
        heard = _followers().search(text, first + dot + 2, end)
        if heard is not None and len(heard[0]) > 1:
            return None  # 弗朗茨·韦伯|担任: he is somebody's object or subject, and the title is not his
        return (starts[-1] if starts else first), end
    for size in (3, 2, 4):
        first = end - size
        if first < 0 or not _HANZI.fullmatch(text, first, end) or not tokens.begins(first):
            continue
        if end not in tokens.ends and not _runs_on(end, tokens):
            continue
        if text.startswith(_not_names(), first, end):
            continue
        if text.endswith(words(load_rules("people"), "houses_like_names"), first, end):
            continue
        if _surname(text, first, size, surnames) and _is_unbroken(tokens.within(first, end)):
            return first, end
    return None


def _runs_on(end: int, tokens: Tokens) -> bool:
    """Whether the word across the end of a name is the name with what leads to an office: 王甲任 of 王甲任局长."""
    over = tokens.items[tokens.index_at(end)]
    return over.tag in _NAME_TAGS and over.end == end + 1 and over.word[-1] in _to_office()


def _is_unbroken(parts: tuple[Token, ...]) -> bool:
    """Whether words can be one name: a name that the dictionary has, or single characters and unknown words.

    王甲|为 and 王甲|曾 are a name and what leads to an office.
    """
    if len(parts) == 1:
        return parts[0].tag in _NAME_TAGS
    if len(parts) == 2 and parts[0].tag in _NAME_TAGS and len(parts[0].word) > 1 and parts[1].word in _to_office():
        return False
    return all(
        part.tag in (*_NAME_TAGS, "x") or (len(part.word) == 1 and part.tag not in _FUNCTION_TAGS) for part in parts
    )


def _stops(text: str, start: int, tokens: Tokens, surnames: frozenset[str]) -> Iterator[int]:
    """Where a Chinese name that begins at `start` may end."""
    for size in (2, 3, 4):
        stop = start + size
        if stop <= len(text) and _HANZI.fullmatch(text, start, stop) and _surname(text, start, size, surnames):
            yield stop
    if tokens.begins(start) and text[start] not in surnames:
        token = tokens.items[tokens.index_at(start)]
        # A foreign name without dots, as the dictionary knows it (马斯克, 默克尔).
        if token.tag in _NAME_TAGS and 2 <= len(token.word) <= 6 and token.end - start > 1:
            yield token.end


def _surname(text: str, start: int, size: int, surnames: frozenset[str]) -> bool:
    """Whether a name of `size` characters has a surname that leaves one or two for the given name."""
    return (size > 2 and text[start : start + 2] in surnames) or (size < 4 and text[start] in surnames)


def _score(text: str, start: int, stop: int, tokens: Tokens) -> float:
    """How well a stretch of text reads as a name: its words, and what follows it."""
    name = text[start:stop]
    if name.startswith(_not_names()) or _takes_in(text, stop):
        return 0.0
    border = _border(text, stop)
    link = 0.5 if name[-1] in _LINKS else 0.0
    parts = tokens.within(start, stop)
    if len(parts) == 1 and parts[0].start == start and parts[0].end == stop:
        if parts[0].tag in _NAME_TAGS:
            return border + 2.5 - (0.0 if border else 1.0 if _goes_on(stop, tokens) else 0.25)
        if parts[0].tag in _PROPER_TAGS or not is_word(name):
            return border
        return border - (0.5 if parts[0].tag in _PLAIN_TAGS and border >= 3 else 2.0)
    if stop not in tokens.ends:
        return border - _across(text, start, stop, border, tokens)
    given = [part for part in parts if part.start > start]
    if text[start] in load_rules("people")["doubtful_surnames"] and any(map(_is_plain, given)):
        return border - (0.5 if _acts(text, start, stop, border) else 2.0)
    return border + 0.25 - link


def _takes_in(text: str, stop: int) -> bool:
    """Whether a name would take in a word that follows one: 左青|等参加, 王甲|为江城公司揭牌."""
    last = text[stop - 1]
    if last in "说称等" and text[stop : stop + 1] in _BORDERS:
        return True
    together = _followers().match(text, stop - 1) if last == "等" else None
    return (together is not None and len(together[0]) > 1) or (
        last == "为" and _for_others().match(text, stop) is not None
    )


def _across(text: str, start: int, stop: int, border: float, tokens: Tokens) -> float:
    """What it takes from a name that a word runs across its border (工会 in 张工会见, 友说 in 洪家友说)."""
    if border >= 3:
        return 0.5
    over = tokens.items[tokens.index_at(stop)]
    if over.start == stop - 1 and over.word.endswith(_JOINS_PEOPLE) and over.end == stop + 1:
        return -0.5  # 吴靖|平和 says nothing, 吴靖平|和 goes on with the next one
    unknown = border > 0 and not is_word(over.word) and text[start] not in _never_surnames()
    return 0.0 if text[stop] in _LINKS or unknown else 2.0


def _is_plain(part: Token) -> bool:
    """Whether a part of a given name is a longer word of the language."""
    return len(part.word) > 1 and part.tag not in (*_NAME_TAGS, *_PROPER_TAGS) and is_word(part.word)


def _acts(text: str, start: int, stop: int, border: float) -> bool:
    """Whether a name of three characters is followed by a verb, and begins with what can be a surname."""
    return stop - start == 3 and text[start] not in _never_surnames() and border >= 3


def _goes_on(stop: int, tokens: Tokens) -> bool:
    """Whether a single character or an unknown word follows, as the rest of a name or of a firm does (奥博|穆)."""
    index = tokens.index_at(stop)
    return index >= len(tokens.items) or len(tokens.items[index].word) == 1 or not is_word(tokens.items[index].word)


def ends_name(text: str, stop: int) -> bool:
    """Whether what follows at `stop` can follow a name: a mark, a verb of saying, a small word."""
    return _border(text, stop) > 0


def _border(text: str, stop: int) -> float:
    """How sure the end of a name is by what follows: a verb of saying, a mark, a small word, anything."""
    if stop >= len(text) or text[stop] in _BORDERS:
        return 2.5
    longest = _followers().match(text, stop)
    if longest is None:
        return 0.0
    if longest[0] == "为" and _for_others().match(text, stop + 1):
        return 3.0
    marked = text[stop + 1 : stop + 2] in _BORDERS
    if longest[0] in "和与及在" and marked and text[stop + 1 : stop + 2] not in "《“":
        return 0.0
    told = longest[0] in "说称" and marked
    others = longest[0] == "等" and _followers().match(text, stop + 1)
    return 3.0 if len(longest[0]) > 1 or told or others else 2.0


def _foreign_end(text: str, found: re.Match[str], tokens: Tokens) -> int:
    """The end of a name with dots: the first word border in its last part that something like a verb follows."""
    last = max(found[0].rfind(dot) for dot in _DOTS) + found.start() + 1
    if text[found.end() : found.end() + 1] in _BORDERS:
        for stop in range(last + 2, found.end()):
            if _said().fullmatch(text, stop, found.end()):
                return stop
    stops = [stop for stop in range(last + 1, found.end() + 1) if stop in tokens.ends]
    for stop in stops:
        if _border(text, stop) > 0:
            return stop
    heard = _followers().search(text, last + 1, found.end())
    if heard:
        return heard.start()
    return stops[0] if stops else found.end()


@cache
def _followers() -> re.Pattern[str]:
    return re.compile(either(map(re.escape, words(load_rules("people"), "followers"))))


@cache
def _for_others() -> re.Pattern[str]:
    """What stands between 为 and what somebody does for others at a ceremony."""
    return re.compile(f"[^，。；！？\n]{{0,40}}?(?:{either(words(load_rules('people'), 'done_for_others'))})")


@cache
def _said() -> re.Pattern[str]:
    """What may stand between a name with dots and a mark: 说, 回忆说, 表示."""
    followers = words(load_rules("people"), "followers")
    longer = either(re.escape(word) for word in followers if len(word) > 1)
    return re.compile(f"(?:{longer})*[说称道]|(?:{longer})+")


@cache
def _rendered() -> re.Pattern[str]:
    """A foreign name without dots, all in the characters that render sounds: 奥博穆, 哈西洛夫."""
    return re.compile(f"[{load_rules('people')['sounds']}]{{{_SHORTEST_RENDERED},6}}")


@cache
def _never_surnames() -> frozenset[str]:
    return frozenset(words(load_rules("people"), "never_surnames"))


@cache
def _to_office() -> frozenset[str]:
    return frozenset(words(load_rules("people"), "to_office"))


@cache
def _not_names() -> tuple[str, ...]:
    return words(load_rules("people"), "not_names")
