"""Writing the table of judgements: rows are added and taken back, everything else in the file stays as it is."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from kg.errors import LexiconError
from kg.resources import data_path
from kg.store import judgements as judged
from kg.store.judgements import DIFFERENT, SAME, Judgements

DEFAULT = "seeds/judgements.tsv"
COLUMNS = (*judged.COLUMNS, "a_label", "b_label")


@dataclass(frozen=True, slots=True)
class Decision:
    """A judgement as it is written: the two IRIs with their names for the reader, who, when (ISO 8601) and why."""

    judgement: str
    a: str
    b: str
    who: str
    when: str
    why: str
    a_label: str = ""
    b_label: str = ""


def place(given: Path | None) -> Path:
    """The table to write: what was given, else that of the package.

    Raises LexiconError where the package is installed, since what is written there would go with the next version.
    """
    if given is not None:
        return given
    try:
        folder = data_path("seeds")
    except FileNotFoundError:
        folder = Path("_data")
    if "_data" in folder.parts:
        remedy = "give --judgements FILE, here and to kg build"
        raise LexiconError("judgements cannot be kept inside the installed package", where=str(folder), remedy=remedy)
    return folder / Path(DEFAULT).name


def decide(path: Path, decision: Decision) -> Judgements:
    """Write a decision, in place of every earlier one about the same two things, and return what holds now.

    Raises LexiconError if the file is malformed, cannot be written, or holds other rows that the decision contradicts;
    the file is then as it was.
    """
    lines = _lines(path)
    kept = _without(lines, decision.a, decision.b)
    cells = [_cell(getattr(decision, name)) for name in COLUMNS]
    return _write(path, [*kept, "\t".join(cells)])


def begin(path: Path) -> None:
    """Make the table where there is none: a header and no row. Raises LexiconError."""
    if not path.exists():
        _write(path, _lines(path))


def take_back(path: Path, a: str, b: str) -> Judgements:
    """Remove every row about the two things, and return what holds now. Raises LexiconError."""
    return _write(path, _without(_lines(path), a, b))


def links(judgements: Judgements, a: str, b: str) -> list[judged.Row]:
    """The rows that make the two one, as a chain from the one to the other; empty if they are not."""
    same = [row for row in judgements.rows if row.judgement == SAME]
    paths: dict[str, list[judged.Row]] = {a: []}
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


def written(path: Path, a: str, b: str) -> list[judged.Row]:
    """The rows of a table about just these two, which a new decision replaces. Raises LexiconError."""
    return [row for row in judged.read(path) if {row.a, row.b} == {a, b}] if path.exists() else []


def rows_between(judgements: Judgements, a: str, b: str) -> list[judged.Row]:
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
        raise LexiconError(what, where=str(path), remedy="give --judgements FILE") from error
    finally:
        part.unlink(missing_ok=True)
    return found
