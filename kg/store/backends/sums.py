"""What the table files of the engine were when they were written, so that damage to them is found before it is met.

The engine looks at a piece of a table when it reads it, and a piece that no question reads may lie damaged for long.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

SUMS: Final = "SHA256SUMS"
"""The file in the folder of the tables; `sha256sum --check` reads it too."""


def note(folder: Path) -> None:
    """Write down what the tables in a folder hold; no table ever changes, so only those not yet known are read."""
    known, lines = dict(_noted(folder)), []
    for table in sorted(folder.glob("*.sst")):
        # The engine may be deleting some that it has joined.
        with suppress(FileNotFoundError):
            lines.append(f"{known.get(table.name) or _sum(table)}  {table.name}\n")
    half = folder / f"{SUMS}.new"
    half.write_text("".join(lines), encoding="ascii")
    half.replace(folder / SUMS)


def damaged(folder: Path) -> list[Path]:
    """The tables that no longer hold what was written; those that are not noted are taken for sound."""
    found = []
    for name, digest in _noted(folder):
        with suppress(FileNotFoundError):
            if _sum(folder / name) != digest:
                found.append(folder / name)
    return found


def _noted(folder: Path) -> Iterator[tuple[str, str]]:
    with suppress(FileNotFoundError):
        for line in (folder / SUMS).read_text(encoding="ascii", errors="replace").splitlines():
            digest, _, name = line.partition("  ")
            yield name, digest


def _sum(table: Path) -> str:
    with table.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
