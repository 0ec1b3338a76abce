"""Where the data that comes with the package lies: `ontology/` and `seeds/`."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from kg.errors import LexiconError, OntologyError

PACKAGE: Final = Path(__file__).parent
"""Where the code lies."""


def data_path(relative: str) -> Path:
    """The path of a file or folder below `ontology/` or `seeds/`, installed or in a checkout.

    Raises OntologyError or LexiconError, by the folder, where it is missing.
    """
    for root in (PACKAGE / "_data", PACKAGE.parent):
        path = root / relative
        if path.exists():
            return path
    what = f"missing 缺少数据文件: neither in {PACKAGE / '_data'} nor in {PACKAGE.parent}"
    error = OntologyError if relative.startswith("ontology") else LexiconError
    raise error(what, where=relative, remedy="restore it, or install the package anew 请恢复该文件或重新安装")


def is_installed(path: Path) -> bool:
    """Whether a path lies inside the installed package, where the next version takes the place of what is written."""
    return path.is_relative_to(PACKAGE / "_data")
