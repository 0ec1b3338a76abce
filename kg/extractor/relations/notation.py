"""The notation of the pattern files, which becomes regular expressions over coded sentences.

An expression is a regular expression with these additions:

    {O:project+}   a mention of a sort, or (+) a list of them; O is the role it fills, or nothing ({:time})
    {O:*60}        up to sixty characters within the clause, every fitting mention in them
    {O:*60-的与}   the same without any of these characters
    [^{:any}，]    inside a class of characters, all symbols of a sort
    <build>        one of the words of a group in `words.yaml`
    ~8             up to eight characters that are neither a mention nor the end of a clause
    ~:8            up to eight characters or mentions of concepts, places, times and figures, within the clause
    ~~8            up to eight characters or mentions, within the clause
    ~,20           up to twenty characters or mentions, within the sentence
    ~~20!          any of these gaps without a word of the group `halts`

One that opens with a word is found at once, and one that opens with a look or an alternative at the characters that
it may begin with; one that opens with a gap is tried at each character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final

from kg.extractor.beginnings import compiled, first_look
from kg.extractor.relations.coding import ROLES, symbol_class
from kg.extractor.rules import either, load_rules, words
from kg.mistakes import check_brackets, fault_of, mistake, nearest

_WORDS_FILE: Final = "seeds/patterns/words.yaml"
_SPAN: Final = re.compile(r"\{([A-Z]):\*(\d+)(?:-([^{}]+))?\}")
_ROLE: Final = re.compile(r"(\[\^)?\{([A-Z]?):([a-z|]+)(\+?)\}")
_GROUP: Final = re.compile(r"(?P<barred>\(\?!)?<(?P<name>[a-z-]+)>")
_GAP: Final = re.compile(r"(~,|~~|~:|~)(\d+)(!?)")
_ANY: Final = symbol_class("any")
_NAMES: Final = symbol_class("org|work|document|award|person")
_CLAUSE: Final = "，。；：！？,;:!?…\n"
_SENTENCE: Final = "。！？!?\n"
# The kind named after 等 may itself be a mention that names nothing in particular.
_KIND: Final = "[" + symbol_class("unspecific|sector") + "]"
_COUNT: Final = "[" + symbol_class("quantity") + "]"
# A member of a list that is no mention, though it may be called after a place or its trade (云岭新能源发展集团), and
# one that a joint follows.
_UNKNOWN, _LAST_UNKNOWN = (
    f"(?:[{symbol_class('place')}]?{plain}{{1,8}}|{plain}{{1,4}}[{symbol_class('sector|tech')}]{plain}{{2,6}})"
    for plain in (f"[^、，。；：的{joint}{_ANY}]" for joint in ("", "以和及"))
)


@dataclass(frozen=True)
class Expression:
    """An expression as a pattern file writes it, and `expanded` to a regular one; `where` is its place.

    It is compiled when it is first tried: one article needs a part of them only.
    """

    source: str
    expanded: str
    where: str

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The regular expression. Raises LexiconError if it is none."""
        try:
            return compiled(self.expanded)
        except re.error as error:
            where = next(_faulty_groups(self.source), self.where)
            raise mistake(f"not a regular expression: {error}", where, "mend it") from error


def _faulty_groups(source: str) -> Iterator[str]:
    """Where the words stand that no expression can be made of, in the groups that an expression names."""
    for name in (match["name"] for match in _GROUP.finditer(source)):
        if any(fault_of(expand(_escaped(word))) for word in word_groups().get(name, ())):
            yield f"{_WORDS_FILE}: {name}"


@cache
def word_groups() -> dict[str, tuple[str, ...]]:
    """The groups of trigger words of `seeds/patterns/words.yaml`, the longest word first."""
    groups = load_rules("words")
    for name, listed in groups.items():
        for word in listed:
            if word.startswith("/"):
                check_brackets(word, f"{_WORDS_FILE}: {name}")
    return {name: tuple(sorted(set(listed), key=lambda w: (-len(w), w))) for name, listed in groups.items()}


def _joint(unknown: str) -> str:
    """What may stand between the members of a list, as a regular expression.

    It may open with the short name of the member before (甲（乙）、丙) or with who acts for that (甲党委、乙党委), and
    take in up to two members that are no mentions but `unknown`, or one at the end; or it closes a first list that a
    second one follows (甲等互联网企业以及乙).
    """
    acting = either(words(load_rules("lists"), "acting"))
    return (
        rf"(?:{acting}|[一二三四五六七八九十]+期)?(?:[（(][^（）()，。]{{1,12}}[）)])?"
        rf"(?:、(?:{unknown}、){{0,2}}(?:{_LAST_UNKNOWN}(?:以及|和|及))?|，?以及|和|与|及|暨|[+＋](?=\S)|(?<=[”》])(?=[“《])"
        f"|等(?![待于级])(?:[^，。；：、的以和及{_ANY}]|{_KIND}){{0,10}}(?:以及|和|及)"
        # “甲”“乙” side by side: the marks belong to the names.
        f"|(?<=[{symbol_class('project')}])(?=[{symbol_class('project')}]))"
    )


@cache
def _works_joint() -> str:
    """The same of works: their names are long, and before one stands where it is (江城甲项目、滨河乙项目)."""
    other = f"[^、，。；：的{_NAMES}]"
    return _joint(f"{other}{{1,16}}") + f"(?:[{symbol_class('place')}]{{1,2}}{other}{{0,4}})?"


def _first_like(sorts: str) -> str:
    """What may open a list before the first of its sorts: what is only named like a project."""
    return f"(?:[{symbol_class('unspecific')}]{_works_joint()}){{0,4}}" if sorts == "project" else ""


def _more_like(sorts: str) -> str:
    """The further members of a list: of its sorts, and beside a work another one, however it is named."""
    if sorts in ("project", "work"):
        return f"(?:{_works_joint()}[{symbol_class('work')}])*"
    return f"(?:{_joint(_UNKNOWN)}[{symbol_class(sorts)}])*"


@cache
def _and_so_on() -> str:
    """What may close a list (等, 等企业, 等首批4家企业, 等大数据平台, 、明远中学|联合主办), as a regular expression."""
    kinds, together = (either(words(load_rules("lists"), key)) for key in ("hypernyms", "together"))
    plain = f"[^，。；：、的{_ANY}]"
    closed = f"(?:、{_UNKNOWN})?等(?![待于级])(?:{_KIND}|(?:{plain}{{0,4}}{_COUNT})?{plain}{{0,10}}?(?:{kinds}))?"
    return f"(?:{closed}|[、和与及]{plain}{{2,12}}?(?={together}))?"


def _escaped(word: str) -> str:
    """A word as a regular expression; one that begins with / is one already."""
    return word[1:] if word.startswith("/") else re.escape(word)


def _any_of(listed: Sequence[str]) -> str:
    """One regular expression for all words of a group."""
    return f"(?:{'|'.join(map(_escaped, listed))})"


def expand(source: str, where: str = "") -> str:
    """The regular expression that a pattern's `match` stands for. Raises LexiconError for an unknown group or sort."""

    def role(match: re.Match[str]) -> str:
        negated, name, sorts, many = match.groups()
        unknown = [s for s in sorts.split("|") if s not in ROLES]
        if unknown:
            raise mistake(f"no sort of mention is called {unknown[0]}", where, nearest(unknown[0], ROLES))
        symbols = symbol_class(sorts)
        if negated:
            return f"[^{symbols}"
        opening = f"(?P<{name}>" if name else "(?:"
        if not many:
            return f"{opening}[{symbols}])"
        return f"{opening}{_first_like(sorts)}[{symbols}]{_more_like(sorts)}){_and_so_on()}"

    def group(match: re.Match[str]) -> str:
        listed = word_groups().get(match["name"])
        if listed is None:
            remedy = f"{nearest(match['name'], word_groups())}, or add it to words.yaml"
            raise mistake(f"no word group is called {match['name']}", where, remedy)
        if not match["barred"]:
            return _any_of(listed)
        # Where none of its words can begin they need not be tried one by one.
        barred = expand(_any_of(listed), where)
        return f"(?!{first_look(barred)}{barred}"

    def gap(match: re.Match[str]) -> str:
        if match[2] == "0":
            return ""
        barred = {"~": _CLAUSE + "、" + _ANY, "~:": _CLAUSE + _NAMES, "~~": _CLAUSE, "~,": _SENTENCE}[match[1]]
        if match[3]:
            return f"(?:{expand('(?!<halts>)', where)}[^{barred}]){{0,{match[2]}}}?"
        return f"[^{barred}]{{0,{match[2]}}}?"

    def span(match: re.Match[str]) -> str:
        return f"(?P<{match[1]}>[^{match[3] or ''}{_CLAUSE}]{{1,{match[2]}}}?)"

    return _GAP.sub(gap, _ROLE.sub(role, _GROUP.sub(group, _SPAN.sub(span, source))))
