"""The header between two `---` lines, YAML where it is YAML, line by line where it is not; or TOML between `+++`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import Final

import yaml

from kg.reader.labels import words_of

_HEADER: Final = re.compile(r"\s*(?P<rule>---|\+\+\+)[ \t]*\n(?P<header>.*?)\n(?P=rule)[ \t]*(?:\n|\Z)", re.DOTALL)
_PAIR: Final = re.compile(r"(?P<key>[A-Za-z_][\w-]*|[\u4e00-\u9fff]{1,6})\s*[:：](?:\s+(?P<value>.*))?")
_ITEM: Final = re.compile(r"\s*-\s+(?P<value>.*)")
# Without libyaml the C loader is missing, and its slow twin reads the same.
_LOADER: Final = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
# A header is a few lines; more than this is an article that happens to begin with a rule.
_LONGEST: Final = 20_000

Header = Mapping[str, str | tuple[str, ...]]


def split_header(text: str) -> tuple[Header, str]:
    """The front matter's values and the text after it; an empty header and the whole text where there is none.

    Keys are in lower case; values are strings, or tuples of strings for lists. Dates stay as they were written. Text
    before the first `---` other than white space means that there is no header. Line ends must be `\\n`.
    """
    match = _HEADER.match(text, 0, _LONGEST)
    if match is None:
        return {}, text
    header = _by_toml(match["header"]) if match["rule"] == "+++" else _by_yaml(match["header"])
    if header is None:
        header = _by_line(match["header"])
    return (header, text[match.end() :]) if header else ({}, text)


def first(header: Header, *keys: str) -> str:
    """The first of `keys` that has a value, as a string; a list gives its last item, the most special one."""
    for key in keys:
        value = header.get(key, "")
        if isinstance(value, tuple):
            value = next(filter(None, reversed(value)), "")
        if value:
            return value
    return ""


def _by_yaml(header: str) -> dict[str, str | tuple[str, ...]] | None:
    try:
        if "*" in header and any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(header, Loader=_LOADER)):
            # A few lines of references to references stand for more than fits into any memory.
            return None
        # The base loader makes strings only: no date is guessed, no object made.
        loaded = yaml.load(header, Loader=_LOADER)
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    if not isinstance(loaded, dict) or not all(isinstance(key, str) for key in loaded):
        return None
    return {key.strip().lower(): _plain(value) for key, value in loaded.items()}


def _by_toml(header: str) -> dict[str, str | tuple[str, ...]] | None:
    try:
        return {key.lower(): _plain(value) for key, value in tomllib.loads(header).items()}
    except (tomllib.TOMLDecodeError, RecursionError):
        return None


def _plain(value: object) -> str | tuple[str, ...]:
    return tuple(map(words_of, value)) if isinstance(value, list) else words_of(value)


def _by_line(header: str) -> dict[str, str | tuple[str, ...]]:
    """What can be saved of a header that is not YAML: `title: "让"数字"翅膀"`, `title: 甲: 乙`."""
    found: dict[str, str | tuple[str, ...]] = {}
    last = ""
    for line in header.split("\n"):
        if match := _PAIR.match(line):
            last = match["key"].lower()
            found[last] = _unquoted(match["value"] or "")
        elif last and (match := _ITEM.match(line)):
            before = found[last]
            found[last] = (*(before if isinstance(before, tuple) else ()), _unquoted(match["value"]))
    return found


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].strip()
    return value
