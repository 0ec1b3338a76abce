"""What people have decided of two things: the same, or different. Rows of a table, applied as a view.

The table is `seeds/judgements.tsv` where one works, or one that somebody names. A store notes which it was opened
with, and its rows (`remembering`), so that what was decided holds for whoever opens it next, from wherever.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from kg.errors import LexiconError
from kg.resources import data_path, is_installed

COLUMNS: Final = ("judgement", "a", "b", "who", "when", "why", "a_label", "b_label")
TABLE: Final = Path("seeds/judgements.tsv")
SAME: Final = "same"
DIFFERENT: Final = "different"

# An id that no lexicon gave: sixteen hexadecimal digits.
_MINTED: Final = re.compile(r"/[0-9a-f]{16}$")


@dataclass(frozen=True, slots=True)
class Row:
    """One judgement: two IRIs with their names for the reader; `line` is its line in the file, for messages."""

    judgement: str
    a: str
    b: str
    who: str = ""
    when: str = ""
    why: str = ""
    a_label: str = ""
    b_label: str = ""
    line: int = field(default=0, kw_only=True)

    @property
    def pair(self) -> frozenset[str]:
        """The two things, whichever comes first."""
        return frozenset((self.a, self.b))

    def __str__(self) -> str:
        """The row as a line of the table."""
        return "\t".join(getattr(self, name) for name in COLUMNS)


@dataclass(frozen=True, slots=True)
class Judgements:
    """The rows and what follows from them: who stands for whom.

    The one that stands for its group is a thing with a lexicon's id if there is one, and then the smallest IRI.
    `table` is the file that the rows are of, None where they are of none; a store may keep rows of one that is gone.
    """

    rows: tuple[Row, ...] = ()
    _canonical: Mapping[str, str] = field(default_factory=dict)
    _members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    _different: frozenset[frozenset[str]] = frozenset()
    table: Path | None = None

    def canonical(self, iri: str) -> str:
        """The IRI of the thing that this one was merged into; itself if nobody judged it."""
        return self._canonical.get(iri, iri)

    def members(self, iri: str) -> tuple[str, ...]:
        """All IRIs that stand for the same thing, itself among them, in order."""
        return self._members.get(self.canonical(iri), (iri,))

    def merged(self) -> Mapping[str, str]:
        """Every IRI that was merged into another, with that other."""
        return {iri: whole for iri, whole in self._canonical.items() if iri != whole}

    def different(self, a: str, b: str) -> bool:
        """Whether somebody judged the two, or things they are the same as, to be different."""
        return frozenset((self.canonical(a), self.canonical(b))) in self._different


def here() -> Path | None:
    """The table that holds where nobody names one: that of the working folder, else the one that came with us."""
    if TABLE.is_file():
        return TABLE.absolute()
    try:
        return data_path(TABLE.as_posix())
    except LexiconError:
        return None


def home() -> Path:
    """The table in which rows are written where nobody names one, there or not.

    It is that of the working folder, or that of a checkout which the program runs from.
    """
    found = here()
    return found if found and not is_installed(found) else TABLE.absolute()


def load(path: Path | None = None) -> Judgements:
    """The judgements of a file, by default the table that holds `here`; none where there is none.

    Raises LexiconError naming the lines of a malformed row or of two rows that contradict one another.
    """
    path = path or here()
    return replace(of(read(path), str(path)), table=path.absolute()) if path else Judgements()


def kept(table: str, lines: Iterable[str]) -> Judgements:
    """The judgements of a store that keeps the rows of a table: as they are there now, else those kept of it.

    Raises LexiconError as `load` does.
    """
    path = Path(table)
    if os.path.isfile(path):  # noqa: PTH113 (false, not an error, where one may not look)
        return load(path)
    return replace(of(of_lines(lines, table), table), table=path)


def read(path: Path) -> tuple[Row, ...]:
    """The rows of a file, in order. Raises LexiconError."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"cannot be read 无法读取: {error}", where=str(path), remedy="give a UTF-8 table") from error
    return tuple(of_lines(lines, str(path)))


def of_lines(lines: Iterable[str], where: str = "judgements") -> Iterator[Row]:
    """The rows that lines of a table hold. Raises LexiconError, naming `where` they are from, for a malformed one."""
    for number, line in enumerate(lines, 1):
        cells = line.split("\t")
        if not line.strip() or line.startswith("#") or cells[0] == COLUMNS[0]:
            continue
        if cells[0] not in (SAME, DIFFERENT) or len(cells) < 3 or not all(":" in cell for cell in cells[1:3]):
            raise LexiconError(
                f"not a judgement: {line!r}",
                where=f"{where}:{number}",
                remedy=f"write {' <tab> '.join(COLUMNS)}, the first either same or different, a and b IRIs",
            )
        stripped = [cell.strip() for cell in cells[: len(COLUMNS)]]
        yield Row(*stripped, line=number)


def of(rows: Iterable[Row], where: str = "judgements") -> Judgements:
    """What follows from the rows. Raises LexiconError where a pair is judged to be both."""
    rows = tuple(rows)
    groups = _groups(row for row in rows if row.judgement == SAME)
    canonical = {iri: min(group, key=_rank) for group in groups for iri in group}
    for row in rows:
        if row.judgement == DIFFERENT and canonical.get(row.a, row.a) == canonical.get(row.b, row.b):
            whole = canonical.get(row.a, row.a)
            lines = ", ".join(str(r.line) for r in rows if r.judgement == SAME and canonical[r.a] == whole)
            raise LexiconError(
                f"{row.a} and {row.b} are said to be different here and the same in line {lines}",
                where=f"{where}:{row.line}",
                remedy="delete the row that is wrong 请删去错误的一行",
            )
    apart = frozenset(
        frozenset((canonical.get(row.a, row.a), canonical.get(row.b, row.b)))
        for row in rows
        if row.judgement == DIFFERENT
    )
    members = {min(group, key=_rank): tuple(sorted(group)) for group in groups}
    return Judgements(rows, canonical, members, apart)


def from_mapping(merged: Mapping[str, str]) -> Judgements:
    """The judgements of which only the outcome is known: each merged IRI and the one that it was merged into."""
    groups: dict[str, set[str]] = {}
    for iri, whole in merged.items():
        groups.setdefault(whole, {whole}).add(iri)
    canonical = {iri: whole for whole, group in groups.items() for iri in group}
    return Judgements((), canonical, {whole: tuple(sorted(group)) for whole, group in groups.items()})


def _rank(iri: str) -> tuple[bool, str]:
    return bool(_MINTED.search(iri)), iri


def _groups(rows: Iterable[Row]) -> list[set[str]]:
    """The connected components of the pairs."""
    group: dict[str, set[str]] = {}
    for row in rows:
        whole = group.get(row.a, {row.a}) | group.get(row.b, {row.b})
        for iri in whole:
            group[iri] = whole
    return list({id(whole): whole for whole in group.values()}.values())
