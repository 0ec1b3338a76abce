"""Relation patterns: files in `seeds/patterns/relations/` become regular expressions over coded sentences.

A line of `emit` is a predicate, the roles of subject and object, and perhaps a factor for the confidence; S:project
takes only subjects of that sort. Roles that the match does not fill come from the clause and those before it; the head
of `seeds/patterns/context.yaml` lists their letters, and what is filled in some alternatives of a match only has
another one. `status` is how far what is told has come where the clause does not say so, or `standing` if it stands
whatever the clause plans (总部位于江城的甲公司将上市); `fields`, `unclaimed` and `given` are told of at `Pattern`.

A pattern's `match` is a regular expression with these additions:

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

A pattern that opens with a word or a group is found at once; one that opens with a look or a gap is tried at each
character. So `和(?<!总和)` is better than `(?<!总)和`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain
from typing import Any

from kg import ontology
from kg.errors import LexiconError
from kg.extractor.relations.coding import ROLE_SORTS, ROLES, symbol_class
from kg.extractor.rules import either, load_items, load_rules, words
from kg.resources import data_path

# How sure a pattern is that does not say so.
_USUAL = 0.8
# The status of what stands as it is: no plan in its clause is about it, and no time.
STANDING = "standing"
# From so many words on it is worth a look at the first character.
_MANY = 20
_SPAN = re.compile(r"\{([A-Z]):\*(\d+)(?:-([^{}]+))?\}")
_ROLE = re.compile(r"(\[\^)?\{([A-Z]?):([a-z|]+)(\+?)\}")
_GROUP = re.compile(r"(?P<barred>\(\?!)?<(?P<name>[a-z-]+)>")
# The characters that a word may begin with, or an expression for words, behind what may not stand before it.
_BEGINS = re.compile(r"(?:/(?:\(\?<!\[?\w+\]?\))*)?(?:(\w)(?![?*{])|\[(\w+)\](?![?*{]))")
# A bar that no brackets hold.
_BAR = re.compile(r"\|(?![^()]*\))")
_GAP = re.compile(r"(~,|~~|~:|~)(\d+)(!?)")
_ANY = symbol_class("any")
_NAMES = symbol_class("org|work|document|award|person")
_CLAUSE = "，。；：！？,;:!?…\n"
_SENTENCE = "。！？!?\n"
# The kind named after 等 may itself be a mention that names nothing in particular.
_KIND = "[" + symbol_class("unspecific|sector") + "]"
_COUNT = "[" + symbol_class("quantity") + "]"
# A member of a list that is no mention, and one that a joint follows.
_UNKNOWN, _LAST_UNKNOWN = (f"[{symbol_class('place')}]?[^、，。；：的{joint}{_ANY}]{{1,8}}" for joint in ("", "以和及"))
# What may stand between the members of a list, after the short name of the one before (甲（乙）、丙) or who acts for it
# (甲党委、乙党委), with up to two members in between (%s), or one at the end, that are no mentions; or what closes a
# first list that a second one follows (甲等互联网企业以及乙).
_AND = (
    r"(?:党委|党组|党支部|党总支|团委|工会|[一二三四五六七八九十]+期)?(?:[（(][^（）()，。]{1,12}[）)])?"
    r"(?:、(?:%s、){0,2}(?:" + _LAST_UNKNOWN + r"(?:以及|和|及))?|，?以及|和|与|及|暨|[+＋](?=\S)|(?<=[”》])(?=[“《])"
    f"|等(?![待于级])(?:[^，。；：、的以和及{_ANY}]|{_KIND}){{0,10}}(?:以及|和|及)"
    # “甲”“乙” side by side: the marks belong to the names.
    f"|(?<=[{symbol_class('project')}])(?=[{symbol_class('project')}]))"
)
_JOINT = _AND.replace("%s", _UNKNOWN)
# The names of works are long, and before one stands where it is (江城甲项目、滨河乙项目).
_WORKS_JOINT = (
    _AND.replace("%s", f"[^、，。；：的{_NAMES}]{{1,16}}")
    + f"(?:[{symbol_class('place')}]{{1,2}}[^、，。；：的{_NAMES}]{{0,4}})?"
)


@dataclass(frozen=True, slots=True)
class Emission:
    """One statement that a match makes: predicate, and the roles of its subject and object.

    `kinds` are the classes that the subject may have, none if any that the predicate allows will do.
    """

    predicate: str
    subject: str
    object: str
    factor: float = 1.0
    kinds: tuple[str, ...] = ()


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
            return re.compile(self.expanded)
        except re.error as error:
            raise LexiconError(f"not a regular expression: {error}", where=self.where, remedy="mend it") from error


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern; `fields` tells that what it lists are fields of activity, technologies among them.

    `unclaimed` tells that it counts only where nothing else says who runs the thing, `given` that it names in passing
    whose a thing is: how far that has come, and when, its match tells and what stands right behind, not the clause.
    """

    name: str
    expression: Expression
    emissions: tuple[Emission, ...]
    confidence: float
    status: str
    fields: bool
    unclaimed: bool
    given: bool


@cache
def word_groups() -> dict[str, tuple[str, ...]]:
    """The groups of trigger words of `seeds/patterns/words.yaml`, the longest word first; a group may name others."""
    data = load_rules("words")
    groups: dict[str, tuple[str, ...]] = {}
    for name, listed in data.items():
        flat: list[str] = []
        for word in listed:
            flat.extend(groups[word[1:-1]] if word.startswith("<") else [word])
        groups[name] = tuple(sorted(set(flat), key=lambda w: (-len(w), w)))
    return groups


def _first_like(sorts: str) -> str:
    """What may open a list before the first of its sorts: what is only named like a project."""
    return f"(?:[{symbol_class('unspecific')}]{_WORKS_JOINT}){{0,4}}" if sorts == "project" else ""


def _more_like(sorts: str) -> str:
    """The further members of a list: of its sorts, and beside a work another one, however it is named."""
    if sorts in ("project", "work"):
        return f"(?:{_WORKS_JOINT}[{symbol_class('work')}])*"
    return f"(?:{_JOINT}[{symbol_class(sorts)}])*"


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


def _begins(listed: Sequence[str]) -> str:
    """A look at the first character: where it begins none of many words they need not be tried one by one."""
    found = [None if _BAR.search(word) else _BEGINS.match(word) for word in listed]
    if len(found) < _MANY or not all(found):
        return ""
    return f"(?=[{''.join(sorted({ch for one in found if one for ch in one[1] or one[2]}))}])"


def expand(source: str, where: str = "") -> str:
    """The regular expression that a pattern's `match` stands for. Raises LexiconError for an unknown group or sort."""

    def role(match: re.Match[str]) -> str:
        negated, name, sorts, many = match.groups()
        unknown = [s for s in sorts.split("|") if s not in ROLES]
        if unknown:
            raise LexiconError(
                f"no sort of mention is called {unknown[0]}",
                where=where,
                remedy="see kg/extractor/relations/coding.py for the sorts",
            )
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
            raise LexiconError(f"no word group is called {match['name']}", where=where, remedy="add it to words.yaml")
        return f"(?!{_begins(listed)}{_any_of(listed)}" if match["barred"] else _any_of(listed)

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


def _pattern(data: Mapping[str, Any], where: str) -> Pattern:
    place = f"{where}: {data.get('name', '?')}"
    try:
        expression = _expression(data["match"], place)
        emissions = tuple(_emission(line, place) for line in data["emit"])
        return Pattern(
            data["name"],
            expression,
            emissions,
            confidence=float(data.get("confidence", _USUAL)),
            status=data.get("status", ""),
            fields=bool(data.get("fields", False)),
            unclaimed=bool(data.get("unclaimed", False)),
            given=bool(data.get("given", False)),
        )
    except KeyError as error:
        raise LexiconError(f"lacks {error}", where=place, remedy="a pattern has name, match and emit") from error


def _expression(source: str, where: str) -> Expression:
    return Expression(source, expand(source, where), where)


def _emission(line: str, where: str) -> Emission:
    parts = line.split()
    if len(parts) not in (3, 4) or parts[0] not in ontology.load().predicates:
        raise LexiconError(f"not an emission: {line}", where=where, remedy="write: predicate SUBJECT OBJECT [factor]")
    subject, _, sort = parts[1].partition(":")
    kinds = ROLE_SORTS[sort] if sort else ()
    return Emission(parts[0], subject, parts[2], float(parts[3]) if len(parts) == 4 else 1.0, kinds)


@cache
def load_patterns() -> tuple[Pattern, ...]:
    """All patterns of `seeds/patterns/relations/`, by file and place in the file."""
    patterns: list[Pattern] = []
    for path in sorted(data_path("seeds/patterns/relations").glob("*.yaml")):
        patterns += [_pattern(item, path.name) for item in load_items(f"relations/{path.stem}")]
    names = [p.name for p in patterns]
    twice = next((n for n in names if names.count(n) > 1), None)
    if twice:
        raise LexiconError(f"two patterns are called {twice}", where="seeds/patterns/relations", remedy="rename one")
    return tuple(patterns)


@cache
def load_context() -> dict[str, tuple[Expression, ...]]:
    """The expressions that find the roles around a match: subject, partners, beneficiary, place, means."""
    return {
        role: tuple(_expression(line, f"context.yaml: {role}") for line in lines)
        for role, lines in load_rules("context").items()
    }


@cache
def compile_all() -> None:
    """Compile every pattern and expression now, so that no article has to wait for one. Raises LexiconError."""
    expressions = [pattern.expression for pattern in load_patterns()]
    for expression in (*expressions, *chain.from_iterable(load_context().values())):
        _ = expression.regex
