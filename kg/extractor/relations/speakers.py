"""我们, 我司, 我校, and the speaker's own name: the body that he serves, as the text tells beside what he says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.extractor.beginnings import compiled
from kg.extractor.kinds import is_place
from kg.extractor.linking.linked import LinkedMention
from kg.extractor.linking.linker import Linking
from kg.extractor.matcher import Matcher
from kg.extractor.relations.offices.positions import Position
from kg.extractor.rules import either, load_rules, words
from kg.extractor.sentences import behind_last

# How far from what is said, in characters, the name of the speaker may stand.
_NEAR: Final = 40
_OPENING: Final = "“"
_CLOSING: Final = "”"
_COLONS: Final = ("：", ":")
# Whom a paragraph of an interview opens with, as who says all of it: 江城公司总经理王甲：….
_ANSWERING: Final = re.compile("[^，。；：:！？“”\n]{2,30}(?=[：:])")
# Behind one of these a clause begins.
_OPENS_CLAUSE: Final = frozenset("\n。，；！？”　 ")


@dataclass(frozen=True, slots=True)
class _Speaker:
    """A person named at `start` to `end`, and the one body that he is known to serve."""

    start: int
    end: int
    body: LinkedMention


@cache
def _own() -> re.Pattern[str]:
    """What a speaker calls the body that he serves."""
    rules = load_rules("anaphora")
    return compiled(f"(?:{either(words(rules, 'own'))})(?!{either(words(rules, 'not_own_before'))})")


@cache
def _saying() -> re.Pattern[str]:
    """That somebody says something."""
    return compiled(either(words(load_rules("anaphora"), "saying")))


@cache
def _saying_so() -> re.Pattern[str]:
    """The same right behind a name, or behind where and how it is said (还, 在致辞中)."""
    rules = load_rules("anaphora")
    before, saying = either(words(rules, "before_saying")), either(words(rules, "saying"))
    return compiled(f"(?:{before}){{0,2}}(?P<saying>{saying})")


def speakers_own(text: str, linking: Linking, positions: Sequence[Position]) -> list[LinkedMention]:
    """The mentions by which speakers speak of the body that they serve; nothing where the speaker is not told.

    A quotation has the speaker named before its colon (王甲说：“…”), behind it (“…”江城公司总经理王甲说) or before it;
    without marks it is the one who says so before in the sentence, or with whose name the paragraph of an interview
    opens (王甲：…).
    """
    found = list(_own().finditer(text)) if positions else []
    if not found:
        return []
    taken = {i for m in linking.mentions for i in range(m.start, m.end)}
    speakers = _speakers(text, _bodies(positions, linking))
    pairs = ((match, _speaker(text, match.start(), speakers)) for match in found if match.start() not in taken)
    return [
        LinkedMention(match.start(), match.end(), who.body.readings, "speaker")
        for match, who in pairs
        if who is not None and _may_call(match[0], who.body)
    ]


def _may_call(wording: str, body: LinkedMention) -> bool:
    """Whether 公司 can be the body of a speaker; 我们 can be any."""
    return body.kind == "Firm" or wording not in words(load_rules("anaphora"), "bare_nouns", "Firm")


def speakers_named(text: str, linking: Linking, positions: Sequence[Position]) -> list[LinkedMention]:
    """The names of speakers that open a clause (李乙表示，…), as mentions of the body that each of them speaks for."""
    if not positions:
        return []
    return [
        LinkedMention(who.start, who.end, who.body.readings, "speaker")
        for who in _speakers(text, _bodies(positions, linking))
        if (is_place(who.body.kind) or who.body.kind == "Firm")
        and text[who.start - 1 : who.start] in _OPENS_CLAUSE
        and _saying_so().match(text, who.end)
    ]


def _bodies(positions: Sequence[Position], linking: Linking) -> Mapping[str, LinkedMention]:
    """The body of each person of an article by name; one who serves several speaks for none of them."""
    served: dict[str, set[str]] = {}
    for position in positions:
        outer = {p.outer for p in positions if p.mention is position.mention}
        served.setdefault(position.mention.name, set()).update({position.body} - outer)
    alone = {name: next(iter(bodies)) for name, bodies in served.items() if len(bodies) == 1}
    return {name: LinkedMention.unplaced(linking.drafts[iri].kind, iri, "speaker") for name, iri in alone.items()}


def _speakers(text: str, bodies: Mapping[str, LinkedMention]) -> list[_Speaker]:
    """Wherever such a person is named, in text order."""
    return [_Speaker(start, end, bodies[name]) for start, end, name in Matcher(bodies).find(text)]


def _speaker(text: str, offset: int, speakers: Sequence[_Speaker]) -> _Speaker | None:
    """Who says what stands at an offset."""
    paragraph = text.rfind("\n", 0, offset) + 1
    answering = _ANSWERING.match(text, paragraph)
    if answering is not None and (named := next((s for s in speakers if s.end == answering.end()), None)):
        return named
    opening = text.rfind(_OPENING, paragraph, offset)
    quoted = opening >= 0 and text.rfind(_CLOSING, paragraph, offset) < opening
    if not quoted:
        sentence = behind_last(text, "。！？", paragraph, offset)
        return _before(text, max(paragraph, sentence), offset, speakers)
    before = _before(text, max(paragraph, opening - 2 * _NEAR), opening, speakers)
    if before is not None and text.startswith(_COLONS, opening - 1):
        return before
    closing = text.find(_CLOSING, offset)
    behind = next((s for s in speakers if closing >= 0 and closing < s.start <= closing + _NEAR), None)
    if behind is not None and _says(text, closing, behind):
        return behind
    return before


def _before(text: str, start: int, end: int, speakers: Sequence[_Speaker]) -> _Speaker | None:
    """The last who says something between two offsets."""
    last = next((s for s in reversed(speakers) if start <= s.start and s.end <= end), None)
    if last is None or end - last.end > _NEAR or not _saying().search(text, last.end, end):
        return None
    return last


def _says(text: str, closing: int, speaker: _Speaker) -> bool:
    """Whether it says of a speaker behind a quotation, in the same sentence, that it is his."""
    return "。" not in text[closing : speaker.start] and _saying().match(text, speaker.end) is not None
