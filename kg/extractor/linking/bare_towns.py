"""Towns that an article names again without 镇 or 街道: 石桥 for 石桥镇."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from kg.extractor.knowledge import Knowledge
from kg.extractor.linking.registry import Registry
from kg.extractor.mentions.candidates import Candidate
from kg.extractor.rules import load_rules, words
from kg.extractor.segmentation import is_word, segment

# Parts of speech of words that are names; 团结 is none, though there are towns called so.
_NAME_TAGS: Final = ("ns", "nr", "nz", "nt")
_SHORTEST: Final = 2


def bare_towns(text: str, candidates: Iterable[Candidate], registry: Registry, knowledge: Knowledge) -> dict[str, str]:
    """The bare names of the towns of an article, with the IRI meant; none that two share or that means other things."""
    heads = words(load_rules("places")["towns"], "bare_before")
    owners: dict[str, set[str]] = defaultdict(set)
    for candidate in candidates:
        if candidate.kind != "District" or candidate.entries:
            continue
        wording = text[candidate.start : candidate.end]
        bare = next((wording.removesuffix(head) for head in heads if wording.endswith(head)), "")
        if _is_name(bare, knowledge) and (iri := registry.find(candidate.kind, candidate.name)):
            owners[bare].add(iri)
    return {bare: next(iter(iris)) for bare, iris in owners.items() if len(iris) == 1}


def _is_name(bare: str, knowledge: Knowledge) -> bool:
    if len(bare) < _SHORTEST or bare in knowledge.lexicon.by_name or bare in knowledge.concepts_by_name:
        return False
    return not is_word(bare) or segment(bare).items[0].tag.startswith(_NAME_TAGS)
