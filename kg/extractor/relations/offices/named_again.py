"""A body known by an office, wherever else the article names it so: 明远智储 after 明远智储董事长王甲."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kg.extractor.linking.drafts import Draft
from kg.extractor.linking.linked import LinkedMention
from kg.extractor.linking.linker import Linking
from kg.extractor.matcher import Matcher
from kg.extractor.mentions.segmentation_errors import may_begin, may_end
from kg.extractor.relations.offices.positions import Position
from kg.extractor.segmentation import Tokens

# A shorter name may be a part of other words.
_SHORTEST: Final = 3
# What the name of a body may hold without being named by itself: 环保 in 明远环保.
_CONCEPTS: Final = ("Sector", "Technology", "Goal")


def with_bodies_of_offices(text: str, tokens: Tokens, linking: Linking, positions: Sequence[Position]) -> Linking:
    """The linking of an article with the mentions of such bodies, each in the place of the concepts within it."""
    bodies = {name: p.body for p in positions for name in _names(linking.drafts[p.body])}
    if not bodies:
        return linking
    inside = {i: m for m in linking.mentions for i in range(m.start, m.end)}
    found: list[LinkedMention] = []
    for start, end, label in Matcher(bodies).find(text):
        others = [inside[i] for i in range(start, end) if i in inside]
        within = all(m.kind in _CONCEPTS and start <= m.start and m.end <= end for m in others)
        if within and may_end(text, tokens, end) and may_begin(text, tokens, start):
            draft = linking.drafts[bodies[label]]
            found.append(LinkedMention(start, end, ((draft.kind, bodies[label]),), draft.reason))
    full = {i for m in found for i in range(m.start, m.end)}
    kept = [m for m in linking.mentions if m.start not in full]
    return replace(linking, mentions=tuple(sorted([*kept, *found], key=lambda m: m.start)))


def _names(draft: Draft) -> set[str]:
    """The names by which a body is looked for; none if something other than its office made it known."""
    if draft.source != "office":
        return set()
    return {name for name in draft.names if len(name) >= _SHORTEST}
