"""Reads the tables and word lists of `seeds/lexicon/`: tabs between fields, a header, and # before a comment line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg.errors import LexiconError

Where = tuple[Path, int]
"""File and line."""


def told(where: Where) -> str:
    """A place in a file as an error tells it."""
    return f"{where[0]}:{where[1]}"


def items(cell: str) -> tuple[str, ...]:
    """The parts of a field that is a list."""
    return tuple(cell.split("|")) if cell else ()


def table_rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[list[str], Where]]:
    """The lines of a table, without header and comments, each checked to have a field for every column.

    Raises LexiconError that names file and line if the table is missing, its columns are others, a line has more or
    fewer fields, or one of the first two is empty.
    """
    numbered = numbered_lines(path)
    number, header = next(numbered, (1, ""))
    if tuple(header.split("\t")) != columns:
        missing = [column for column in columns if column not in header.split("\t")]
        what = f"no column {', '.join(missing)}" if missing else "the columns are not in order"
        raise LexiconError(what, where=f"{path}:{number}", remedy=f"make the header {' '.join(columns)}, with tabs")
    for number, line in numbered:
        fields, where = line.split("\t"), (path, number)
        if len(fields) != len(columns):
            what = f"{len(fields)} fields, the header has {len(columns)}"
            raise LexiconError(what, where=told(where), remedy="put one tab between two fields")
        if not fields[0] or not fields[1]:
            what = f"no {columns[0]} or no {columns[1]}"
            raise LexiconError(what, where=told(where), remedy="fill in both columns")
        yield fields, where


def numbered_lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines of a file with their numbers, without those that are empty or a comment.

    Raises LexiconError if the file is missing.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        remedy = "restore it; every table and list that the lexicon's README names must be there"
        raise LexiconError("the file is missing", where=str(path), remedy=remedy) from None
    for number, line in enumerate(text.split("\n"), start=1):
        if line and not line.startswith("#"):
            yield number, line
