"""The rules behind statements, as their files have them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.extractor.relations.notation import word_groups
from kg.extractor.relations.rulebook import rulebook
from kg.extractor.rules import load_items
from kg.resources import data_path
from kg.wording import Words

_FOLDER: Final = "seeds/patterns/relations"
_GROUP: Final = re.compile(r"<([a-z-]+)>")


@dataclass(frozen=True, slots=True)
class RuleText:
    """A rule: the source of its pattern, "" if it is none; what it emits; and its file.

    `words` are the word groups that the source names, each with its words; `looks_at` tells what a rule that is no
    pattern goes by.
    """

    name: str
    source: str
    emits: tuple[str, ...]
    file: str
    words: tuple[tuple[str, tuple[str, ...]], ...] = ()
    looks_at: Words | None = None


def rules_of(names: Iterable[str]) -> tuple[RuleText, ...]:
    """The rules of these names, each once and sorted; one that no file knows has a name alone."""
    return tuple(_rule(name) for name in sorted(set(names)))


def _rule(name: str) -> RuleText:
    if name in _patterns():
        return _patterns()[name]
    told = next((rule for start, rule in rulebook().items() if name.startswith(start)), None)
    return RuleText(name, "", (), told.made_in, looks_at=told.looks_at) if told else RuleText(name, "", (), "")


@cache
def _patterns() -> dict[str, RuleText]:
    found = {}
    for path in sorted(data_path(_FOLDER).glob("*.yaml")):
        for item in load_items(f"relations/{path.stem}"):
            groups = dict.fromkeys(_GROUP.findall(item["match"]))
            words = tuple((group, word_groups()[group]) for group in groups)
            found[item["name"]] = RuleText(
                item["name"], item["match"], tuple(item["emit"]), f"{_FOLDER}/{path.name}", words
            )
    return found
