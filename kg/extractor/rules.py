"""Reads what the recognisers go by: the word lists, expressions and patterns of `seeds/patterns/`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from kg import yaml_data
from kg.errors import LexiconError

_COMPARE = "compare it with the other pattern files"


@cache
def load_rules(name: str) -> dict[str, Any]:
    """The contents of `seeds/patterns/NAME.yaml`, read once; its lists are tuples of strings.

    Raises LexiconError that names file and line if the file is missing, is no YAML, or is not a mapping at the top.
    """
    where, rules = _content(name)
    if not isinstance(rules, dict):
        raise LexiconError("is not a mapping of lists", where=where, remedy=_COMPARE)
    return {str(key): _fixed(value) for key, value in rules.items()}


@cache
def load_items(name: str) -> tuple[dict[str, Any], ...]:
    """The contents of a `seeds/patterns/NAME.yaml` that is a list of patterns, as they stand there, read once.

    Raises LexiconError as `load_rules` does.
    """
    where, items = _content(name)
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise LexiconError("is not a list of patterns", where=where, remedy=_COMPARE)
    return tuple(items)


def _content(name: str) -> tuple[str, Any]:
    where = f"seeds/patterns/{name}.yaml"
    return where, yaml_data.load(where)


def _fixed(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _fixed(inner) for key, inner in value.items()}
    return tuple(str(item) for item in value) if isinstance(value, list) else value


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
