"""The rules behind statements, as their files have them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from kg.extractor.relations.notation import word_groups
from kg.extractor.rules import load_items
from kg.resources import data_path

_FOLDER = "seeds/patterns/relations"
_GROUP = re.compile(r"<([a-z-]+)>")
# Rules that are no pattern, by how their names begin: what each looks at, and where to change it.
_BY_HAND = {
    "name-": ("what the name itself carries: its place, its firm, its field", "kg/extractor/relations/names/naming.py"),
    "aim-field": ("the field that an aim names, for whoever pursues it", "kg/extractor/relations/names/naming.py"),
    "site-of-maker": (
        "what a place or a body of it builds or runs is there, if nothing tells that it is elsewhere",
        "kg/extractor/relations/sites.py",
    ),
    "position-": ("a person's name beside a title, and the body before it", "seeds/patterns/people.yaml"),
    "headed-unit": (
        "a title whose body stands behind the organisation that it is a unit of",
        "kg/extractor/relations/offices/people.py",
    ),
    "figure": ("a figure whose clause names its owner and what it counts", "seeds/patterns/measurements.yaml"),
}


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: the source of its pattern or, if it is none, what it looks at; what it emits; and its file.

    `words` are the word groups that the source names, each with its words.
    """

    name: str
    source: str
    emits: tuple[str, ...]
    file: str
    words: tuple[tuple[str, tuple[str, ...]], ...] = ()


def rules_of(names: Iterable[str]) -> tuple[Rule, ...]:
    """The rules of these names, each once and sorted; one that no file knows has an empty source."""
    return tuple(_rule(name) for name in sorted(set(names)))


def _rule(name: str) -> Rule:
    if name in _patterns():
        return _patterns()[name]
    source, file = next((told for start, told in _BY_HAND.items() if name.startswith(start)), ("", ""))
    return Rule(name, source, (), file)


@cache
def _patterns() -> dict[str, Rule]:
    found = {}
    for path in sorted(data_path(_FOLDER).glob("*.yaml")):
        for item in load_items(f"relations/{path.stem}"):
            groups = dict.fromkeys(_GROUP.findall(item["match"]))
            words = tuple((group, word_groups()[group]) for group in groups)
            found[item["name"]] = Rule(
                item["name"], item["match"], tuple(item["emit"]), f"{_FOLDER}/{path.name}", words
            )
    return found
