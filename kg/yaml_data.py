"""Reads the YAML files that come with the package."""

from __future__ import annotations

from typing import Any

import yaml

from kg.errors import LexiconError
from kg.resources import data_path

# The fast loader where libyaml is there.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load(where: str) -> Any:
    """The contents of a file by its path below `seeds/` or `ontology/`.

    Raises LexiconError that names file and line if it is missing or is no YAML.
    """
    remedy = "restore the file or mend its YAML"
    try:
        return yaml.load(data_path(where).read_text(encoding="utf-8"), Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        line = f":{error.problem_mark.line + 1}" if error.problem_mark else ""
        raise LexiconError(f"not YAML: {error}", where=where + line, remedy=remedy) from error
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise LexiconError(f"cannot be read: {error}", where=where, remedy=remedy) from error
