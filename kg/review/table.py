"""Writing the table of judgements: rows are added and taken back, everything else in the file stays as it is."""

from __future__ import annotations

import os
from pathlib import Path

from kg.errors import LexiconError
from kg.resources import is_installed
from kg.store import judgements as judged
from kg.store.judgements import COLUMNS, DIFFERENT, SAME, Judgements, Row


def place(judgements: Judgements) -> Path:
    """The table in which to write what is added to some judgements: their own, or `judgements.home` for want of one.

    What is written into an installed package would go with its next version.
    """
    table = judgements.table
    return table if table and table.is_file() and not is_installed(table) else judged.home()


def decide(path: Path, decision: Row) -> Judgements:
    """Write a decision, in place of every earlier one about the same two things, and return what holds now.

    Raises LexiconError if the file is malformed, cannot be written, or holds other rows that the decision contradicts;
    the file is then as it was.
    """
    lines = _lines(path)
    kept = _without(lines, decision.a, decision.b)
    cells = [_cell(getattr(decision, name)) for name in COLUMNS]
    return _write(path, [*kept, "\t".join(cells)])


def begin(path: Path, judgements: Judgements) -> None:
    """Let a table that is about to be written have what holds now, else it would be undone with the next decision.

    The table is made where there is none; of rows about the same two things, its own stays. Raises LexiconError.
    """
    lines = _lines(path)
    pairs = {row.pair for row in judged.of_lines(lines)}
    missing = [str(row) for row in judgements.rows if row.pair not in pairs]
    if missing or not path.exists():
        _write(path, [*lines, *missing])


def take_back(path: Path, a: str, b: str) -> Judgements:
    """Remove every row about the two things, and return what holds now. Raises LexiconError."""
    return _write(path, _without(_lines(path), a, b))


def links(judgements: Judgements, a: str, b: str) -> list[Row]:
    """The rows that make the two one, as a chain from the one to the other; empty if they are not."""
    same = [row for row in judgements.rows if row.judgement == SAME]
    paths: dict[str, list[Row]] = {a: []}
    fresh = [a]
    while fresh and b not in paths:
        reached = []
        for row in same:
            for here, there in ((row.a, row.b), (row.b, row.a)):
                if here in fresh and there not in paths:
                    paths[there] = [*paths[here], row]
                    reached.append(there)
        fresh = reached
    return paths.get(b, [])


def written(path: Path, a: str, b: str) -> list[Row]:
    """The rows of a table about just these two, which a new decision replaces. Raises LexiconError."""
    return [row for row in judged.read(path) if row.pair == {a, b}] if path.exists() else []


def rows_between(judgements: Judgements, a: str, b: str) -> list[Row]:
    """The rows that say that the two, or things that they are one with, are different."""
    sides = {judgements.canonical(a), judgements.canonical(b)}
    return [
        row
        for row in judgements.rows
        if row.judgement == DIFFERENT and {judgements.canonical(row.a), judgements.canonical(row.b)} == sides
    ]


def _lines(path: Path) -> list[str]:
    """The lines of the file; of a new one, the header."""
    if not path.exists():
        return ["\t".join(COLUMNS)]
    judged.load(path)
    return path.read_text(encoding="utf-8-sig").splitlines()


def _without(lines: list[str], a: str, b: str) -> list[str]:
    """The lines that are no judgement of the two."""
    return [line for line in lines if {cell.strip() for cell in line.split("\t")[1:3]} != {a, b}]


def _cell(text: str) -> str:
    """A text that cannot leave its cell."""
    return " ".join(text.split())


def _write(path: Path, lines: list[str]) -> Judgements:
    """Replace the file when the new one is complete and holds no contradiction."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
        found = judged.load(part)
        part.replace(path)
    except LexiconError as error:
        where = error.where.replace(str(part), str(path))
        raise LexiconError(error.what, where=where, remedy=error.remedy) from error
    except OSError as error:
        what = f"cannot be written: {error.strerror or error}"
        raise LexiconError(what, where=str(path), remedy="give --judgements FILE 请用 --judgements 指定文件") from error
    finally:
        part.unlink(missing_ok=True)
    return found
