"""Where the data that comes with the package lies: `ontology/` and `seeds/`."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent
"""Where the code lies."""


def data_path(relative: str) -> Path:
    """The path of a file or folder below `ontology/` or `seeds/`, installed or in a checkout.

    Raises FileNotFoundError if the package was installed without its data.
    """
    for root in (PACKAGE / "_data", PACKAGE.parent):
        path = root / relative
        if path.exists():
            return path
    raise FileNotFoundError(f"{relative}: not in {PACKAGE / '_data'} nor in {PACKAGE.parent}")


def is_installed(path: Path) -> bool:
    """Whether a path lies inside the installed package, where the next version takes the place of what is written."""
    return path.is_relative_to(PACKAGE / "_data")
