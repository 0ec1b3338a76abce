"""What of an article becomes a symbol: its things, and the times and figures between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from kg.extractor.kinds import is_organisation, is_place
from kg.extractor.knowledge import Knowledge
from kg.extractor.linking.linked import LinkedMention
from kg.extractor.mentions.quantities import QuantityMention
from kg.extractor.mentions.times import TimeMention
from kg.extractor.rules import either, load_rules, words

_OPENING: Final = ("“", "‘")
_CLOSING: Final = ("”", "’")
# How many characters the name of a field has at least before such a noun.
_SHORTEST: Final = 2


def mark(
    text: str,
    mentions: Sequence[LinkedMention],
    times: Sequence[TimeMention],
    quantities: Sequence[QuantityMention],
    knowledge: Knowledge,
) -> list[LinkedMention]:
    """All that the patterns see of an article, in text order; a time or figure within a name is a part of it."""
    things = [
        _with_quotes(_without_noun(m, text), text)
        for m in _without_outer_places(mentions, knowledge)
        if not _is_title(m, text)
    ]
    taken = {i for m in things for i in range(m.start, m.end)}
    extra = [LinkedMention(t.start, t.end, (("Time", t.span.value),), "") for t in times if t.start not in taken]
    extra += [
        LinkedMention(q.start, q.end, (("Quantity", q.quantity.unit),), "") for q in quantities if q.start not in taken
    ]
    return sorted([*things, *extra], key=lambda m: (m.start, -m.end))


def _without_noun(mention: LinkedMention, text: str) -> LinkedMention:
    """A field without the noun that says it is one, which patterns look for behind it: 光伏|产业."""
    if mention.kind != "Sector":
        return mention
    noun, goes_on = _trade_nouns()
    found = None if goes_on.match(text, mention.end) else noun.search(text, mention.start + _SHORTEST, mention.end)
    return replace(mention, end=found.start()) if found else mention


@cache
def _trade_nouns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What a field is called at the end of its name, and what behind it shows that the noun belongs to more."""
    rules = load_rules("fields")
    return re.compile(f"(?:{either(words(rules, 'nouns'))})$"), re.compile(either(words(rules, "goes_on")))


def _with_quotes(mention: LinkedMention, text: str) -> LinkedMention:
    """A name with the quotation marks that stand around it alone; those of names side by side keep them apart."""
    start, end = mention.start - 1, mention.end + 1
    if text[start:end][:1] not in _OPENING or text[end - 1 : end] not in _CLOSING:
        return mention
    if text[start - 1 : start] in _CLOSING or text[end : end + 1] in _OPENING:
        return mention
    return replace(mention, start=start, end=end)


def _is_title(mention: LinkedMention, text: str) -> bool:
    """Whether an organisation only says what somebody is: 中国工程院院士, 全国政协委员."""
    return is_organisation(mention.kind) and bool(_titles().match(text, mention.end))


@cache
def _titles() -> re.Pattern[str]:
    """The titles of those whom a body has, and who do not act for it."""
    rules = load_rules("people")
    return re.compile(either([*words(rules, "titles_of_bodies"), *words(rules, "members")]))


def _without_outer_places(mentions: Sequence[LinkedMention], knowledge: Knowledge) -> list[LinkedMention]:
    """江城市滨河区 is one mention, of 滨河区: the places before it only say where that is."""
    kept: list[LinkedMention] = []
    for mention in mentions:
        if kept and _leads_to(kept[-1], mention, knowledge):
            start = kept.pop().start
            mention = LinkedMention(start, mention.end, mention.readings, mention.reason, mention.specific)
        kept.append(mention)
    return kept


def _leads_to(outer: LinkedMention, inner: LinkedMention, knowledge: Knowledge) -> bool:
    """Whether a place stands directly before one that lies in it, or a country before its ministry."""
    if outer.end == inner.start and outer.kind == "Country" and inner.kind == "Government":
        return True
    places = outer.end == inner.start and is_place(outer.kind) and is_place(inner.kind)
    unlisted = inner.kind in ("District", "Zone") and inner.iri not in knowledge.lexicon.entries
    return places and (unlisted or knowledge.lexicon.lies_in(inner.iri, outer.iri))
