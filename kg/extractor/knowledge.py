"""All that the extractor knows before it reads: lexicon, ontology, word lists and patterns, loaded once a process."""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg import lexicon, ontology
from kg.extractor import head_nouns
from kg.extractor.matcher import Matcher
from kg.extractor.rules import either, load_rules
from kg.lexicon import Entry, Lexicon
from kg.ontology import Concept, Ontology

_LATIN: Final = frozenset(string.ascii_letters + string.digits)


@dataclass(frozen=True, slots=True)
class NameRules:
    """How open names are built: what several recognisers need of the lists of names.yaml and its like.

    `heads` has the class of each head noun, `no_heads` what only ends like one. `ends` are the last characters of what
    a name may be `ended_by`, which most words are found not to be by.
    """

    heads: Mapping[str, str]
    all_heads: tuple[str, ...]
    stop_words: frozenset[str]
    soft_verbs: frozenset[str]
    organisation_verbs: frozenset[str]
    project_stops: frozenset[str]
    individuating: tuple[str, ...]
    generic: frozenset[str]
    impossible: re.Pattern[str]
    of_china: tuple[str, ...]
    lost_beginnings: tuple[str, ...]
    ended_by: tuple[str, ...]
    ends: frozenset[str]
    common_trades: frozenset[str]
    works: frozenset[str]
    paired_deeds: tuple[str, ...]
    inner_verbs: frozenset[str]
    fixed: Matcher
    no_heads: frozenset[str]
    place_heads: Mapping[str, str]
    place_heads_not_before: tuple[str, ...]
    parties: tuple[str, ...]
    members: frozenset[str]
    head_matcher: Matcher


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The knowledge as the recognisers use it."""

    lexicon: Lexicon
    ontology: Ontology
    names: NameRules
    concepts_by_name: Mapping[str, tuple[Concept, ...]]
    entry_matcher: Matcher
    concept_matcher: Matcher
    sector_matcher: Matcher

    def opening_word(self, name: str) -> str:
        """The name of the lexicon that a longer one begins with, "" if with none: 江城 of 江城发明协会."""
        start, _, word = next(iter(self.entry_matcher.in_name(name)), (0, 0, ""))
        return "" if start else word

    def opening(self, name: str) -> tuple[Entry, ...]:
        """What the lexicon has by the name that a longer one begins with."""
        return self.lexicon.by_name.get(self.opening_word(name), ())


def _name_rules(titles: Iterable[str]) -> NameRules:
    data, generic, bodies = (load_rules(name) for name in ("names", "generic", "bodies"))
    heads, no_heads = head_nouns.load().classes, load_rules("heads")["no_heads"]
    ending = {word for word in titles if len(word) > 1} - {*data["no_titles"]}
    ended_by = (*load_rules("firm_names")["kinds_of_firm"], *sorted(ending))
    return NameRules(
        heads=heads,
        all_heads=tuple(sorted(heads)),
        stop_words=frozenset(data["stop_words"]),
        soft_verbs=frozenset(data["soft_verbs"]),
        organisation_verbs=frozenset(data["organisation_verbs"]),
        project_stops=frozenset(data["project_stops"]),
        individuating=generic["individuating"],
        generic=frozenset(generic["generic_modifiers"]),
        impossible=re.compile(either(data["impossible_inside"])),
        lost_beginnings=tuple(data["lost_beginnings"]),
        of_china=data["of_china"],
        ended_by=ended_by,
        ends=frozenset(word[-1] for word in ended_by),
        common_trades=frozenset(generic["common_trades"]),
        works=frozenset(data["works"]),
        paired_deeds=data["paired_deeds"],
        inner_verbs=frozenset(data["inner_verbs"]),
        fixed=Matcher(data["fixed"]),
        no_heads=frozenset(no_heads),
        place_heads={word: kind for kind, words in bodies["place_heads"].items() for word in words},
        place_heads_not_before=bodies["place_heads_not_before"],
        parties=bodies["opening_committees"],
        members=frozenset(bodies["members"]),
        head_matcher=Matcher([*heads, *no_heads]),
    )


def _is_list_of(name: str, concepts: Mapping[str, object]) -> bool:
    """Whether a name only joins two concepts (碳达峰、碳中和): a text that says so names both."""
    return any(name[:i] in concepts and name[i + 1 :] in concepts for i, ch in enumerate(name) if ch in "、和与")


@cache
def load() -> Knowledge:
    """The knowledge that comes with the package."""
    words, terms = lexicon.load(), ontology.load()
    concepts: dict[str, list[Concept]] = {}
    for concept in terms.concepts.values():
        for name in {concept.label, *concept.names, *concept.hidden}:
            if name:
                concepts.setdefault(name, []).append(concept)
    for name in [n for n in concepts if _is_list_of(n, concepts)]:
        del concepts[name]
    return Knowledge(
        lexicon=words,
        ontology=terms,
        names=_name_rules(words.words("titles.txt")),
        concepts_by_name={n: tuple(sorted(c, key=lambda c: c.iri)) for n, c in concepts.items()},
        entry_matcher=Matcher(words.by_name),
        concept_matcher=Matcher(concepts),
        sector_matcher=Matcher(n for n, found in concepts.items() if any(c.kind == "Sector" for c in found)),
    )


def head_kind(name: str, heads: Mapping[str, str]) -> str:
    """The class that the longest head noun a name ends with tells, "" if it ends with none."""
    return next((heads[name[i:]] for i in range(len(name)) if name[i:] in heads), "")


def borders_latin(text: str, start: int, end: int) -> bool:
    """Whether a name that begins or ends with a Latin letter or digit is cut out of a longer one (AI in CHAIN)."""
    before = start > 0 and text[start] in _LATIN and text[start - 1] in _LATIN
    return before or (end < len(text) and text[end - 1] in _LATIN and text[end] in _LATIN)


def names_no_field(text: str, start: int, name: str) -> bool:
    """Whether the word for a field or an aim is part of another noun, or a picture (健康|加油站, 可持续发展|贷款)."""
    behind = text.endswith(_around_other("not_behind").get(name, ()), 0, start)
    return behind or text.startswith(_around_other("not_before").get(name, ()), start + len(name))


@cache
def _around_other(side: str) -> Mapping[str, tuple[str, ...]]:
    """By the word for a field, what makes it a part of another noun on that side."""
    return {name: tuple(others) for name, others in load_rules("fields")[side].items()}
