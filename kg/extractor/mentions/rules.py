"""Reads the word lists of the recognisers: seeds/patterns/*.yaml."""

from __future__ import annotations

from functools import cache
from typing import Any

import yaml

from kg.errors import LexiconError
from kg.resources import data_path


@cache
def load_rules(name: str) -> dict[str, Any]:
    """The contents of `seeds/patterns/NAME.yaml`, read once; its lists are tuples of strings.

    Raises LexiconError if the file is missing, is no YAML, or is not a mapping at the top.
    """
    where = f"seeds/patterns/{name}.yaml"
    try:
        text = data_path(where).read_text(encoding="utf-8")
        rules = yaml.load(text, Loader=yaml.CSafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise LexiconError(
            f"cannot be read: {error}", where=where, remedy="restore the file or mend its YAML"
        ) from error
    if not isinstance(rules, dict):
        raise LexiconError("is not a mapping of lists", where=where, remedy="compare it with the other pattern files")
    return {str(key): _fixed(value) for key, value in rules.items()}


def _fixed(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _fixed(inner) for key, inner in value.items()}
    return tuple(str(item) for item in value) if isinstance(value, list) else value


def words(rules: dict[str, Any], *keys: str) -> tuple[str, ...]:
    """The list below the given keys, fit for `str.endswith` and `str.startswith`. Raises KeyError without it."""
    value: Any = rules
    for key in keys:
        value = value[key]
    found: tuple[str, ...] = value
    return found
