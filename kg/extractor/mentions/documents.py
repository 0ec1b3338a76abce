"""Documents with a title: 《某市“十四五”数字经济发展规划（2021—2025年）》, 《…倡议》, 政府工作报告.

Newspapers, books, films and songs stand in 《》 too; the noun that ends the title, or the words around it, decide.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.extractor.rules import either, load_rules, words


@dataclass(frozen=True, slots=True)
class DocumentMention:
    """A document at `start` to `end`, 《 and 》 included.

    `name` is the title; for a short form (《规划》, 《行动方案》) it is the title told before, which ends alike.
    """

    start: int
    end: int
    name: str


# One level of 《》 within 《》; quotation marks and 〈〉 within are characters like others.
_TITLE: Final = re.compile(r"《((?:[^《》\n]|《[^《》\n]*》){1,120})》")
_EDITION: Final = re.compile(
    r"[（(\[〔][^（()）\]〕]*[）)\]〕]$|[12][0-9]{3}(?:[—–－\-~～至][12][0-9]{3})?年?版?$|[0-9]+[.．][0-9]+$"
)
_SUBTITLE: Final = re.compile(r"[：:]|——|—")
_SPACES: Final = re.compile(r"\s+")


def find_documents(text: str) -> list[DocumentMention]:
    """The documents of a text, from left to right; they do not overlap.

    A short form whose full title does not stand before it is left out, as is a title that could be anybody's
    (《战略合作协议》).
    """
    mentions: list[DocumentMention] = []
    for found in _titles().finditer(text):
        title = _SPACES.sub("", found[1] or found[0])
        if not found[1]:
            mentions.append(DocumentMention(*found.span(), title))
            continue
        core = _core(title)
        name: str | None = title
        if _is_generic(core):
            name = next((m.name for m in reversed(mentions) if _core(m.name).endswith(core)), None)
        elif not _is_document(text, found, core):
            name = None
        if name:
            mentions.append(DocumentMention(*found.span(), name))
    return mentions


@cache
def _titles() -> re.Pattern[str]:
    """Titles in 《》 and without; most characters begin none, and two looks at what stands around pass over them."""
    rules = load_rules("documents")
    opened, given_out = ("|".join(words(rules, key)) for key in ("unquoted", "given_out"))
    return re.compile(
        rf"(?=[《{rules['unquoted_begin']}])(?:{_TITLE.pattern}|{opened})|(?<=[{rules['given_out_after']}])(?:{given_out})"
    )


def _core(title: str) -> str:
    """A title without what may follow its head noun: years, editions, 试行."""
    tails = words(load_rules("documents"), "tails")
    while True:
        shorter = _EDITION.sub("", title)
        shorter = next((shorter.removesuffix(tail) for tail in tails if shorter.endswith(tail)), shorter)
        if shorter == title or not shorter:
            return title
        title = shorter


def _is_generic(core: str) -> bool:
    """Whether a title has nothing of its own before the head noun."""
    rules = load_rules("documents")
    heads = [head for head in words(rules, "heads") if core.endswith(head)]
    if not heads:
        return False
    rest = core.removesuffix(max(heads, key=len))
    return not _generic_words().sub("", rest)


@cache
def _generic_words() -> re.Pattern[str]:
    rules = load_rules("documents")
    return re.compile(either(map(re.escape, {*words(rules, "generic"), *words(rules, "heads")})))


def _is_document(text: str, found: re.Match[str], core: str) -> bool:
    rules = load_rules("documents")
    before = text[max(0, found.start() - 5) : found.start()].rstrip("“：: 了的")
    if core.endswith(words(rules, "not_heads")) or core in words(rules, "not_exactly"):
        return False
    if before.endswith(words(rules, "not_before")) or text.startswith(words(rules, "not_after"), found.end()):
        return False
    if core.endswith(words(rules, "heads")):
        return True
    if any(_core(part).endswith(words(rules, "before_subtitle")) for part in _SUBTITLE.split(core)[:-1]):
        return True
    return before.endswith(words(rules, "before")) or text.startswith(words(rules, "after"), found.end())
