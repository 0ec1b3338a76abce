"""Reads the YAML files that come with the package."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import yaml

from kg.errors import LexiconError
from kg.resources import data_path

# The fast loader where libyaml is there.
_Fastest: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Fastest):  # type: ignore[misc]  # which of the two it is, is known when it runs
    """A loader to which two equal headings are a mistake: YAML keeps what stands below the last and says nothing."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        made: dict[Hashable, Any] = super().construct_mapping(node, deep=deep)
        if len(made) < len(node.value):
            seen: set[Hashable] = set()
            for key, _ in node.value:
                if key.value in seen:
                    raise yaml.MarkedYAMLError(problem=f"{key.value} stands here twice", problem_mark=key.start_mark)
                seen.add(key.value)
        return made


def load(where: str) -> Any:
    """The contents of a file by its path below `seeds/` or `ontology/`.

    Raises LexiconError that names file and line if it is missing, is no YAML, or has a heading twice in one place.
    """
    remedy = "restore the file or mend its YAML"
    try:
        return yaml.load(data_path(where).read_text(encoding="utf-8"), Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = f":{error.problem_mark.line + 1}" if error.problem_mark else ""
        raise LexiconError(f"not YAML: {error}", where=where + line, remedy=remedy) from error
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise LexiconError(f"cannot be read: {error}", where=where, remedy=remedy) from error


def line_of(where: str, *path: str | int) -> int:
    """The line in which a file has what stands below some headings, or the one before that where it is not there.

    In a list a number is the place, and a word the `name` of a mapping. Takes a hundred times as long as `load`.
    """
    node: yaml.Node | None = yaml.compose(data_path(where).read_text(encoding="utf-8"), Loader=_Loader)
    for step in path:
        node = _below(node, step) or node
    return int(node.start_mark.line) + 1 if node is not None else 1


def _below(node: yaml.Node | None, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode):
        if isinstance(step, int):
            return node.value[step] if step < len(node.value) else None
        return next((item for item in node.value if getattr(_below(item, "name"), "value", None) == step), None)
    return None
