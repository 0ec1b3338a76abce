"""Names of works that begin with a word of their own: 云岭坳|风电场 after a hill, 睿禾|产业园区 after nothing else."""

from __future__ import annotations

from functools import cache
from typing import Final

from kg.extractor.knowledge import Knowledge
from kg.extractor.rules import load_rules
from kg.extractor.segmentation import dictionary_words, is_han

# How many signs make a coined word: of three, most are an abbreviated list (沙戈荒).
_COINED: Final = 2
# How long the name of a hill or river is that the dictionary lacks, and how long what it tells apart at least is.
_NATURE: Final = (3, 4)
_SHORTEST_WORK: Final = 2


def begins_coined(name: str) -> bool:
    """Whether a name begins with two signs of no word of the dictionary, with which no term is made either."""
    word = name[:_COINED]
    if not _of_terms().isdisjoint(word) or not is_han(word):
        return False
    parts = dictionary_words(name)
    alone = next((i for i, part in enumerate(parts) if len(part) > 1), len(parts))
    return alone == _COINED < len(parts) and is_han(parts[alone])


def begins_with_nature(name: str, knowledge: Knowledge) -> bool:
    """Whether a name begins with that of a hill or water, which is in no dictionary; 智慧|湾 is none."""
    nature = load_rules("short_names")["nature"]
    if not any(name[length - 1 : length] in nature for length in _NATURE):
        return False
    parts = dictionary_words(name)
    for i in range(2, len(parts)):
        word = "".join(parts[:i])
        if parts[i - 1] in nature and len(word) in _NATURE:
            common = (knowledge.names.generic, knowledge.concepts_by_name)
            plain = any(len(part) > 1 and part in words for part in parts[:i] for words in common)
            return is_han(word) and not plain and len(name) - len(word) >= _SHORTEST_WORK
    return False


@cache
def _of_terms() -> frozenset[str]:
    return frozenset("".join(load_rules("short_names")["signs_of_terms"]))
