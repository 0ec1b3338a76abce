"""学校, 高新区, 园区: the only thing of its kind that the text has named before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from kg.extractor.beginnings import compiled
from kg.extractor.linking.drafts import Draft
from kg.extractor.linking.linked import LinkedMention
from kg.extractor.rules import either, load_rules, words
from kg.extractor.spans import within


@cache
def _classes() -> dict[str, frozenset[str]]:
    """The classes that each noun can mean."""
    by_class = load_rules("anaphora")["only_ones"]
    nouns = {noun for listed in by_class.values() for noun in listed}
    return {noun: frozenset(kind for kind, listed in by_class.items() if noun in listed) for noun in nouns}


@cache
def _alone() -> re.Pattern[str]:
    """Such a noun as a subject at the head of a clause (`subject`), as a place, or as who does it."""
    rules = load_rules("anaphora")
    openers, then, place, in_place, doing = (
        either(words(rules, key)) for key in ("openers", "then", "before_place", "behind_place", "behind_doer")
    )
    noun = either(_classes())
    return compiled(
        rf"(?:(?:(?<=[。；，！？\n：“】])|^)(?:{openers})?，?(?<!该)(?P<subject>{noun})(?=[内里]|{then})"
        rf"|(?:{place})(?P<place>{noun})(?={in_place})"
        rf"|由(?P<doer>{noun})(?={then}|{doing}))"
    )


def with_definite_descriptions(
    text: str, mentions: Sequence[LinkedMention], drafts: Mapping[str, Draft]
) -> list[LinkedMention]:
    """The mentions and those of nouns that stand alone; one that could mean several things means none."""
    return sorted([*mentions, *_definite_descriptions(text, mentions, drafts)], key=lambda m: m.start)


def _definite_descriptions(
    text: str, mentions: Sequence[LinkedMention], drafts: Mapping[str, Draft]
) -> Iterator[LinkedMention]:
    taken = {i for m in mentions for i in range(m.start, m.end)}
    for match in _alone().finditer(text):
        role = match.lastgroup or ""
        noun, (start, end) = match[role], match.span(role)
        if start in taken or end - 1 in taken:
            continue
        block = text.rfind("\n", 0, start) + 1
        near = [m for m in within(mentions, block, start) if _is_a(noun, text, m, drafts)]
        near = near or [m for m in mentions if m.end <= block and _is_a(noun, text, m, drafts)]
        if len({m.iri for m in near}) != 1:
            continue
        yield LinkedMention(start, end, near[-1].readings, "only one of kind", near[-1].specific)


def _is_a(noun: str, text: str, mention: LinkedMention, drafts: Mapping[str, Draft]) -> bool:
    """Whether a thing is called by a noun: as it is named here, by its label, or by the short form of either."""
    if mention.kind not in _classes()[noun]:
        return False
    draft = drafts.get(mention.iri)
    names = [text[mention.start : mention.end].rstrip("”"), draft.label.rstrip("”") if draft else ""]
    return any(_is_called(noun, name) for name in names)


@lru_cache(maxsize=4096)
def _is_called(noun: str, name: str) -> bool:
    ends = (noun, *load_rules("anaphora")["other_ends"].get(noun, ()))
    return name.endswith(ends)
