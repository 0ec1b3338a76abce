"""How an article is read, whatever signs it is written with: ５Ｇ as 5G, "云" and 「雲」 as “云”.

Sign stands for sign, so that what is found at a place in the text as it is read stands there in the text as printed.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import cycle
from typing import Final

from kg.extractor.rules import load_rules
from kg.model import Article, Entity, Mention, Statement
from kg.script import is_traditional, simplified

# Letters, digits and signs as wide as hanzi, save the marks that belong to Chinese; radicals that look like hanzi.
_WIDE: Final = [chr(code) for code in range(0xFF01, 0xFF5F) if chr(code) not in "！（），：；？～"]
_RADICALS: Final = [chr(code) for code in range(0x2F00, 0x2FD6)]
# Beside these a mark of ASCII is one of a Chinese text.
_CHINESE: Final = "[\u4e00-\u9fff“”‘’（）《》【】、。%]"
_IN_CHINESE: Final = re.compile(_CHINESE)
_BRACKETS: Final = re.compile(r"\((?P<inner>[^()\n]{1,60})\)")
# The dot behind the number of a paragraph that begins with a date: 3.2023年5月, 3.5月6日.
_NUMBER: Final = re.compile(r"(?m)(?:(?<=^\d)|(?<=^\d\d))\.(?=(?:19|20)\d\d年|\d{1,2}月\d{1,2}日)")
_QUOTE: Final = re.compile('"')
_SINGLE: Final = re.compile(r"(?<![A-Za-z0-9])'(?P<inner>[^'\"\n]{1,40})'(?![A-Za-z0-9])")
_DOUBLED: Final = str.maketrans("‘’", "“”")


def as_read(article: Article) -> Article:
    """The article with every sign as the patterns have it; itself, where all are so."""
    simplify = simplified if is_traditional(article.text) else str
    text, title, publisher = (_read(simplify(own)) for own in (article.text, article.title, article.publisher))
    return article if text == article.text else replace(article, text=text, title=title, publisher=publisher)


def as_printed(statement: Statement, article: Article) -> Statement:
    """A statement of the article as it is read, with its evidence as the article has it."""
    evidence, text = statement.evidence, article.text
    before, after = evidence.start - len(evidence.prefix), evidence.end + len(evidence.suffix)
    printed = replace(
        evidence,
        quote=text[evidence.start : evidence.end],
        prefix=text[before : evidence.start],
        suffix=text[evidence.end : after],
    )
    return replace(statement, evidence=printed)


def with_printed_names(
    things: tuple[Entity, ...], mentions: Iterable[Mention], printed: str, read: str
) -> tuple[Entity, ...]:
    """The things of an article with their names also as it has them; its text is given as printed and as read."""
    if printed == read:
        return things
    forms = defaultdict[tuple[str, str], set[str]](set)
    for mention in mentions:
        place = slice(mention.start, mention.end)
        forms[mention.iri, read[place]].add(printed[place])
    return tuple(
        replace(thing, names=tuple(sorted({form for name in thing.names for form in (name, *forms[thing.iri, name])})))
        for thing in things
    )


def _read(text: str) -> str:
    """The text as it is read, as long as it is."""
    rules = _rules()
    text = text.translate(rules.signs) if rules.sign.search(text) else text
    text = "\n".join(map(_with_quotes, text.split("\n"))) if '"' in text else text
    text = _SINGLE.sub(r"‘\g<inner>’", text) if "'" in text else text
    # Where there are no double marks, the single ones stand for them.
    text = text if "“" in text or "‘" not in text else text.translate(_DOUBLED)
    text = _BRACKETS.sub(_bracketed, text) if "(" in text else text
    text = _NUMBER.sub("、", text) if "." in text else text
    return rules.mark.sub(lambda mark: rules.marks[mark[0]], text)


def _bracketed(match: re.Match[str]) -> str:
    """What stands in brackets, in those of Chinese if it is Chinese or stands in Chinese."""
    around = match.string[max(0, match.start() - 1) : match.end() + 1]
    return f"（{match['inner']}）" if _IN_CHINESE.search(around) else match[0]


def _with_quotes(line: str) -> str:
    """The line with straight marks as opening and closing ones, if each has its other."""
    if line.count('"') % 2:
        return line
    marks = cycle("“”")
    return _QUOTE.sub(lambda _: next(marks), line)


@dataclass(frozen=True, slots=True)
class _Rules:
    """`signs` are read as others wherever they stand, and `marks` beside Chinese; `sign` and `mark` find them."""

    sign: re.Pattern[str]
    signs: Mapping[int, str]
    mark: re.Pattern[str]
    marks: Mapping[str, str]


@cache
def _rules() -> _Rules:
    rules = load_rules("typography")
    told = {sign: unicodedata.normalize("NFKC", sign) for sign in [*_WIDE, *_RADICALS]}
    signs, marks = {**told, **rules["radicals"], **rules["signs"]}, rules["marks"]
    any_mark = f"[{re.escape(''.join(marks))}]"
    return _Rules(
        sign=re.compile(f"[{re.escape(''.join(signs))}]"),
        signs=str.maketrans(signs),
        # The mark first, for which the text is searched at once.
        mark=re.compile(f"{any_mark}(?:(?<={_CHINESE}.)|(?={_CHINESE}))"),
        marks=marks,
    )
