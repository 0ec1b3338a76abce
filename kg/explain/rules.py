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
_NAMING = "kg/extractor/relations/names/naming.py"
# Rules that are no pattern, by how their names begin: what each looks at, and where to change it.
_BY_HAND = {
    "name-place": ("the place that a name begins with, or that a listed thing has", _NAMING),
    "name-branch": ("the listed organisation that the name of its part begins with", _NAMING),
    "name-parent": ("the organisation of no list that the name of its part begins with", _NAMING),
    "name-project": ("the project that the name of its part begins with", _NAMING),
    "name-house": ("the organisation told of that the name of a project begins with", _NAMING),
    "name-firm": ("the listed firm that a project is named after", _NAMING),
    "name-field-": ("the field that a name carries", _NAMING),
    "name-aim": ("the aim that the title of a document carries", _NAMING),
    "name-technology": ("the technology that the name of a project carries", _NAMING),
    "name-capacity": (
        "the figure in the name of a project, and what it is a measure of",
        "kg/extractor/relations/names/capacities.py",
    ),
    "aim-field": ("the field that an aim names, for whoever pursues it", _NAMING),
    "site-of-maker": (
        "what a place or a body of it builds or runs is there, if nothing tells that it is elsewhere",
        "kg/extractor/relations/sites.py",
    ),
    "position-": ("a person's name beside a title, and the body before it", "seeds/patterns/people.yaml"),
    "headed-unit": (
        "a title whose body stands behind the organisation that it is a unit of",
        "kg/extractor/relations/writing.py",
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
