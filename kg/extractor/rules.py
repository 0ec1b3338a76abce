"""Reads what the recognisers go by: the word lists, expressions and patterns of `seeds/patterns/`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, Final, TypeVar

from kg import ontology, pattern_files, yaml_data
from kg.extractor.beginnings import compiled
from kg.mistakes import CLASS, Shape, check_choice, mistake

T = TypeVar("T")
# An item of a list that stands for all words of a list above it in the same file: <facing>.
_ABOVE: Final = re.compile(r"<([a-z][a-z_-]*)>")
# A part of an expression that stands for any word of a list, or of several: {heads}, {held_before+held}.
_LISTED: Final = re.compile(r"\{([a-z_]+(?:\+[a-z_]+)*)\}")


@cache
def load_rules(name: str) -> dict[str, Any]:
    """The contents of `seeds/patterns/NAME.yaml`, read once; its lists are tuples of strings.

    Raises LexiconError as `pattern_files.load` does, where a heading must be a class of the ontology and is none, and
    where a list takes in another one (`<facing>`) that does not stand above it.
    """
    rules, where = pattern_files.load(name), f"seeds/patterns/{name}.yaml"
    _check_classes(rules, pattern_files.shape_of(name), where)
    fixed: dict[str, Any] = {}
    for key, value in rules.items():
        fixed[str(key)] = _fixed(value, fixed, f"{where}: {key}")
    return fixed


def _check_classes(rules: Mapping[str, Any], shape: Shape, where: str) -> None:
    for key, inner in shape.items() if isinstance(shape, Mapping) else ():
        if key == CLASS:
            for name in rules:
                check_choice(name, ontology.load().classes, f"{where}: {name}")
        else:
            _check_classes(rules.get(key, {}), inner, f"{where}: {key}")


@cache
def load_items(name: str) -> tuple[dict[str, Any], ...]:
    """The contents of a `seeds/patterns/NAME.yaml` that is a list of patterns, as they stand there, read once.

    Raises LexiconError that names file and line if the file is missing, is no YAML, or is not a list of mappings.
    """
    where = f"seeds/patterns/{name}.yaml"
    items = yaml_data.load(where)
    remedy = "write a list of patterns, each with name, match and emit"
    if not isinstance(items, list):
        raise mistake("is not a list of patterns", where, remedy)
    for place, item in enumerate(items):
        if not isinstance(item, dict):
            raise mistake(f"{item!r} is not a pattern", f"{where}: {place}", remedy)
    return tuple(items)


def _fixed(value: Any, above: Mapping[str, Any], where: str) -> Any:
    if isinstance(value, dict):
        return {str(key): _fixed(inner, above, f"{where}: {key}") for key, inner in value.items()}
    if not isinstance(value, list):
        return value
    return tuple(word for item in value for word in _spelt(str(item), above, where))


def _spelt(item: str, above: Mapping[str, Any], where: str) -> tuple[str, ...]:
    """The words that an item of a list stands for."""
    named = _ABOVE.fullmatch(item) if item.startswith("<") else None
    if named is None:
        return (item,)
    taken = above.get(named[1])
    if not isinstance(taken, tuple):
        raise mistake(f"no list above is called {item}", where, "spell it as a list above, or move that one up")
    return taken


def words(rules: Mapping[str, Any], *keys: str) -> tuple[str, ...]:
    """The list below the given keys, fit for `str.endswith` and `str.startswith`. Raises KeyError without it."""
    value: Any = rules
    for key in keys:
        value = value[key]
    found: tuple[str, ...] = value
    return found


def either(expressions: Iterable[str]) -> str:
    """One regular expression for any of several, the longest first; brackets around it are the caller's."""
    return "|".join(sorted(expressions, key=lambda item: (-len(item), item)))


def compiled_rules(name: str, made: Callable[..., T], expressions: Mapping[str, str], **others: object) -> T:
    """What a module goes by: its class, filled with expressions and with whatever else it has.

    In each expression `{heads}` stands for any word of that list of `seeds/patterns/NAME.yaml`, or for the expression
    that is there instead of a list, and `{held_before+held}` for any word of both lists.
    """
    rules = load_rules(name)

    def listed(match: re.Match[str]) -> str:
        told = [rules[key] for key in match[1].split("+")]
        return f"(?:{either(word for one in told for word in ((one,) if isinstance(one, str) else one))})"

    filled = {field: compiled(_LISTED.sub(listed, expression)) for field, expression in expressions.items()}
    return made(**filled, **others)
