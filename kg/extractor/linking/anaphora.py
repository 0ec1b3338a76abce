"""Anaphora: 该平台, 该公司, 该规划 mean the thing of that sort named last; 该储能电站 the last so called."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.extractor.linking.linked import LinkedMention, Reason
from kg.extractor.rules import compiled_rules, either, load_rules, words
from kg.extractor.sentences import behind_last
from kg.extractor.spans import within

# What only a bank or a broker is called, and an agency or a builder.
_BANK: Final = "行"
_BUREAU: Final = "局"
# How far back, in characters, an anaphor may reach: about three sentences.
_REACH: Final = 240
# A noun of so many characters stands for a thing only if it stands in its name: 创新中心 for 江城稀土创新中心.
_TELLING: Final = 4
# What a word of a name can mean by itself.
_FIELDS: Final = ("Sector", "Technology", "Goal")
# From a thing that tells what something is to the anaphor to that: 的首期工程，.
_LEADS_TO: Final = re.compile("[^，。；\n]{0,24}，")
# What is said of a firm right behind its name: 明远集团，一家….
_APPOSED: Final = re.compile("[，,—（(][^，。；！？\n]*")
# What stands between such a noun and a figure of it: 园区投资规模近850亿元.
_FIGURE: Final = r"[^，。；：、的\d]{1,10}[0-9]"


@dataclass(frozen=True, slots=True)
class _Rules:
    """The expressions made of `seeds/patterns/anaphora.yaml`; their groups are named after the classes.

    `bare` calls the noun `noun` besides, and `anaphor` what stands before it `told`; `any_name` are the nouns for a
    thing whatever its name ends with, `houses` those that institutes are called by too, `ends` those that end a name in
    quotation marks, `adviser` is found in the names of firms that help another one, `banks` in those of banks,
    `speaking` fits what stands behind one that speaks of itself, `unnamed` a firm without a name.
    """

    anaphor: re.Pattern[str]
    bare: re.Pattern[str]
    any_name: tuple[str, ...]
    houses: tuple[str, ...]
    ends: tuple[str, ...]
    adviser: re.Pattern[str]
    banks: re.Pattern[str]
    speaking: re.Pattern[str]
    unnamed: re.Pattern[str]


@cache
def _rules() -> _Rules:
    rules = load_rules("anaphora")
    nouns, bare_nouns = _by_kind(rules["nouns"]), _by_kind(rules["bare_nouns"])
    firms = either(rules["bare_nouns"]["Firm"])
    return compiled_rules(
        "anaphora",
        _Rules,
        {
            "anaphor": f"{{pointing}}(?P<told>[一-鿿]{{0,4}}?)(?:{nouns})(?![一-鿿]?{{not_before}})",
            "bare": (
                rf"(?:(?<=[。；，！？\n：:“】])|(?<=[为是系])(?=公司)|^){{openers}}?[，]?"
                rf"(?P<told>(?:[一-鿿]{{1,4}}?(?!{firms}))??)(?P<noun>{bare_nouns})"
                rf"(?={{then}}|(?!{{no_measure}}){_FIGURE})"
            ),
            "adviser": "{advisers}",
            "banks": "{banks}",
            "speaking": r"[^，。；！？\n]{0,30}{speaking}[^，。；！？\n]{0,8}[，：]?[“]?",
            "unnamed": "{unnamed}",
        },
        any_name=words(rules, "any_name"),
        houses=words(rules, "houses"),
        ends=tuple(f"{noun}”" for noun in rules["nouns"]["Project"]),
    )


def _by_kind(nouns: dict[str, tuple[str, ...]]) -> str:
    return "|".join(f"(?P<{kind}>{either(listed)})" for kind, listed in nouns.items())


def with_anaphors(text: str, mentions: Sequence[LinkedMention], firm: LinkedMention | None) -> list[LinkedMention]:
    """The mentions and those that an anaphor makes; one that could mean several things of its paragraph means none.

    `firm` is the one that the article is about: it is meant where several are near.
    """
    taken = {i for m in mentions for i in range(m.start, m.end)}
    added = []
    for match in _rules().anaphor.finditer(text):
        if match.start() in taken:
            continue
        kind = match.lastgroup or ""
        before = _near(text, mentions, kind, match[kind], match.start(), firm)
        if match["told"]:
            # 该上市公司: before a noun for firms such words only say of what sort it is.
            before = [] if kind == "Firm" else _named_so(text, before, match["told"] + match[kind])
        if match[kind] == _BUREAU:
            before = _with_builders(text, before, mentions, match.start())
        if kind == "Firm" and _is_of_unnamed(text, before, match.start()):
            taken.update(range(*match.span()))
            continue
        before = [m for m in before if not _tells_what_it_is(text, m, match.start())]
        before = [m for m in before if "\n" not in text[m.end : match.start()]] or before
        before = [m for m in before if m.specific] or before
        named = _named_so(text, before, match[kind]) or before
        if kind == "Project":
            named = _of_sort(text, named, match[kind])
        elif match[kind] == _BANK:
            named = [m for m in named if _rules().banks.search(text, m.start, m.end)]
        last = _meant(named, firm, kind)
        if last is not None:
            reason: Reason = "main firm" if _is_open(named, kind) else "kind named last"
            added.append(LinkedMention(match.start(), match.end(), last.readings, reason, last.specific))
    mentions = _without_words_of(added, mentions)
    taken.update(i for m in added for i in range(m.start, m.end))
    alone = [m for m in _bare(text, mentions, firm) if m.start not in taken]
    return sorted([*_without_words_of(alone, mentions), *added, *alone], key=lambda m: m.start)


def _without_words_of(anaphors: Sequence[LinkedMention], mentions: Sequence[LinkedMention]) -> list[LinkedMention]:
    """The mentions but those in an anaphor: in 该储能电站 the field is no more than a word of the thing's name."""
    return [m for m in mentions if not any(p.start <= m.start and m.end <= p.end for p in anaphors)]


def _tells_what_it_is(text: str, mention: LinkedMention, offset: int) -> bool:
    """Whether a thing only says what the anaphor's own is part of: 作为江城产业园的首期工程，该项目…."""
    opening = behind_last(text, "。，；\n", 0, mention.start)
    return text.startswith("作为", opening) and _LEADS_TO.fullmatch(text, mention.end, offset) is not None


def _with_builders(
    text: str, before: Sequence[LinkedMention], mentions: Sequence[LinkedMention], offset: int
) -> list[LinkedMention]:
    """Bureaus, and the builders that are called so too: 明远四局…，该局…."""
    near = [m for m in _in_reach(mentions, offset) if m.kind == "Firm"]
    return sorted([*before, *(m for m in near if text[m.end - 1] == _BUREAU)], key=lambda m: m.start)


def _is_of_unnamed(text: str, before: Sequence[LinkedMention], offset: int) -> bool:
    """Whether the firm told of last before an offset has no name: 明远集团收购一家公司，该公司…."""
    named = before[-1].end if before else max(0, offset - _REACH)
    apposed = _APPOSED.match(text, named, offset)
    return _rules().unnamed.search(text[apposed.end() if apposed else named : offset]) is not None


def _of_sort(text: str, before: Sequence[LinkedMention], noun: str) -> list[LinkedMention]:
    """Those that a noun can name though it does not stand in their names: 该项目 any, 该中心 what ends alike.

    A name in quotation marks tells no sort unless it ends like one itself (“青禾园区”).
    """
    if noun in _rules().any_name or len(noun) < 2:
        return list(before)
    return [m for m in before if noun in text[m.start : m.end] or _may_be_a(noun, text[m.start : m.end])]


def _may_be_a(noun: str, name: str) -> bool:
    untold = name[-1] in "”P" and not name.endswith(_rules().ends)
    return untold or bool(set(noun) & set(name.rstrip("”")[-2:]))


def _in_reach(mentions: Sequence[LinkedMention], offset: int) -> list[LinkedMention]:
    # A mention itself is shorter than the reach.
    return [m for m in within(mentions, offset - 2 * _REACH, offset) if m.end >= offset - _REACH]


def _before(
    text: str, mentions: Sequence[LinkedMention], kind: str, offset: int, main: LinkedMention | None
) -> list[LinkedMention]:
    """The mentions of a class that end within reach before an offset; of firms, advisers of the main one are none."""
    near = [m for m in _in_reach(mentions, offset) if m.kind == kind]
    if kind != "Firm":
        return near
    adviser = _rules().adviser
    return [m for m in near if (main and m.iri == main.iri) or not adviser.search(text, m.start, m.end)]


def _near(
    text: str, mentions: Sequence[LinkedMention], kind: str, noun: str, offset: int, main: LinkedMention | None
) -> list[LinkedMention]:
    """The things near that a noun can mean, in their order: those of its class, and the institutes called by it."""
    found = (*_before(text, mentions, kind, offset, main), *_houses(text, mentions, noun, offset))
    return sorted(found, key=lambda m: m.end)


def _named_so(text: str, mentions: Sequence[LinkedMention], called: str) -> list[LinkedMention]:
    return [m for m in mentions if called in text[m.start : m.end]]


def _houses(text: str, mentions: Sequence[LinkedMention], noun: str, offset: int) -> list[LinkedMention]:
    """The institutes near that are called by a noun for works: 江城稀土研究中心…，该中心…."""
    if noun not in _rules().houses:
        return []
    near = (m for m in _in_reach(mentions, offset) if m.kind == "Institution")
    return [m for m in near if text.endswith(noun, m.start, m.end)]


def _meant(near: Sequence[LinkedMention], main: LinkedMention | None, kind: str) -> LinkedMention | None:
    """Which of the things near is meant: the last; of firms the one that the article is about, whichever is nearer.

    Where it is about none, only a firm that stands alone is meant.
    """
    if kind == "Firm" and (main is not None or _is_open(near, kind)):
        return main
    return near[-1] if near else None


def _is_open(near: Sequence[LinkedMention], kind: str) -> bool:
    """Whether what stands near does not settle which firm is meant."""
    return kind == "Firm" and len({m.iri for m in near}) != 1


def _speaking(text: str, near: Sequence[LinkedMention], offset: int) -> LinkedMention | None:
    """The firm whose word the sentence gives: 明远储能称，公司…."""
    last = near[-1] if near and near[-1].kind == "Firm" else None
    return last if last is not None and _rules().speaking.fullmatch(text, last.end, offset) else None


def _bare(text: str, mentions: Sequence[LinkedMention], firm: LinkedMention | None) -> list[LinkedMention]:
    """The things that bare nouns stand for: the last specific one, of a sort that the noun can name."""
    found = []
    for match in _rules().bare.finditer(text):
        told, noun, start, end = match["told"], match["noun"], match.start("told"), match.end("noun")
        kind = next(name for name, value in match.groupdict().items() if value and name not in ("told", "noun"))
        if told and any(m.start < end and start < m.end and m.kind not in _FIELDS for m in mentions):
            continue
        before = [m for m in _near(text, mentions, kind, noun, start, firm) if m.specific]
        before = [m for m in before if not _tells_what_it_is(text, m, match.start())]
        if told:
            before = _named_so(text, before, told + noun)
        named = _named_so(text, before, noun)
        if noun in _rules().any_name:
            named = named or before
        elif len(noun) < _TELLING:
            named = [m for m in before if set(noun) & set(text[m.end - 2 : m.end])]
        speaking = _speaking(text, named, start)
        last = speaking or _meant(named, firm, kind)
        if last is not None:
            to_main = speaking is None and _is_open(named, kind)
            reason: Reason = "main firm" if to_main else "kind alone"
            found.append(LinkedMention(start, end, last.readings, reason))
    return found
