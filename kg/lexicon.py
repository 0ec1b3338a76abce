"""The things known beforehand: places, zones, firms, institutions, agencies, associations and media, with their names.

Everything known stands in the tables and word lists of `seeds/lexicon/`; this module reads and checks them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg import ids
from kg.errors import LexiconError
from kg.resources import data_path

# Which table makes which class; the class of a place stands in its row.
_ORGANIZATIONS = {
    "firms.tsv": "Firm",
    "institutions.tsv": "Institution",
    "associations.tsv": "Association",
    "agencies.tsv": "Government",
    "media.tsv": "Media",
}
_PLACE_KINDS = frozenset({"Country", "Region", "City", "District"})
_COLUMNS = ("id", "label", "label_en", "parent", "names", "weak")


@dataclass(frozen=True, slots=True)
class Entry:
    """A known thing.

    `names` may be matched anywhere in a text; `weak_names` are also common words, surnames or names of several
    things, and need support from what stands around them. The label is in one of the two. `parent` is the IRI of the
    containing place or of the organisation that this one is part of, `place` that of an organisation's home; both
    "" where there is none. `details` are pairs of an ontology property's local name and a value: code, lat, long, ticker.
    """

    iri: str
    kind: str
    label: str
    names: tuple[str, ...]
    weak_names: tuple[str, ...] = ()
    label_en: str = ""
    parent: str = ""
    place: str = ""
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All entries by IRI, and by every name they have, strong or weak.

    Where several bear a name, those come first for which it is strong, then the order of the files decides.
    """

    entries: Mapping[str, Entry]
    by_name: Mapping[str, tuple[Entry, ...]]
    folder: Path

    def words(self, file: str) -> frozenset[str]:
        """The lines of a word list such as "surnames.txt"; raises LexiconError if there is no such list."""
        return _words(self.folder / file)

    def chain(self, iri: str) -> tuple[str, ...]:
        """The IRIs of what contains a place, or of what an organisation is part of, nearest first."""
        found: list[str] = []
        while iri in self.entries and (iri := self.entries[iri].parent):
            found.append(iri)
        return tuple(found)

    def media_home(self, name: str) -> str:
        """The IRI of the place whose paper or portal this is, "" for national media and where nothing tells.

        A medium that is not listed is taken by its name: 某某日报 is the paper of the place that its name begins with.
        """
        for entry in self.by_name.get(name, ()):
            if entry.kind == "Media":
                return entry.place
        if not name.endswith(tuple(self.words("media_suffixes.txt"))):
            return ""
        for end in range(len(name) - 1, 1, -1):
            places = [e for e in self.by_name.get(name[:end], ()) if name[:end] in e.names]
            if places:
                local = len(places) == 1 and places[0].kind in {"Region", "City", "District"}
                return places[0].iri if local else ""
        return ""


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of a table by its columns, and where it stands."""

    where: str
    cells: Mapping[str, str]

    def items(self, column: str) -> tuple[str, ...]:
        """The parts of a list field."""
        cell = self.cells.get(column, "")
        return tuple(cell.split("|")) if cell else ()


@cache
def load(folder: Path | None = None) -> Lexicon:
    """Read the lexicons, once for each folder (by default those of the package).

    Raises LexiconError that names file and line for a missing file or column, an unknown kind, parent or home place,
    an id used twice, or a name that two entries claim as theirs alone.
    """
    root = folder or data_path("seeds/lexicon")
    rows: dict[str, tuple[Entry, _Row]] = {}
    for entry, row in _read_all(root):
        if entry.iri in rows:
            first = rows[entry.iri][1].where
            raise LexiconError(
                f"the id of {entry.label} is taken", where=row.where, remedy=f"see {first}; choose another"
            )
        rows[entry.iri] = (entry, row)
    _check_links(rows)
    return Lexicon({iri: entry for iri, (entry, _) in rows.items()}, _index(rows.values()), root)


def _read_all(root: Path) -> Iterator[tuple[Entry, _Row]]:
    for row in _rows(root / "places.tsv", (*_COLUMNS, "kind", "lat", "lon")):
        yield _place(row), row
    for row in _rows(root / "zones.tsv", _COLUMNS):
        yield _entry(row, "Zone", _place_iri(row.cells["id"]), _place_iri(row.cells["parent"])), row
    for file, kind in _ORGANIZATIONS.items():
        for row in _rows(root / file, (*_COLUMNS, "place")):
            yield _entry(row, kind, _organization_iri(row.cells["id"]), _organization_iri(row.cells["parent"])), row


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[_Row]:
    """The lines of a table, without comments, each checked to have as many fields as the header."""
    header: list[str] = []
    for number, line in _lines(path):
        where = f"{path}:{number}"
        fields = line.split("\t")
        if not header:
            header = fields
            if missing := [column for column in columns if column not in header]:
                raise LexiconError(f"no column {', '.join(missing)}", where=where, remedy="add it to the header row")
        elif len(fields) != len(header):
            raise LexiconError(
                f"{len(fields)} fields, the header has {len(header)}",
                where=where,
                remedy="separate fields by one tab each",
            )
        else:
            row = _Row(where, dict(zip(header, fields, strict=True)))
            if not row.cells["id"] or not row.cells["label"]:
                raise LexiconError("no id or no label", where=where, remedy="fill in both columns")
            yield row


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        remedy = "restore it; every table and list that the lexicon's README names must be there"
        raise LexiconError("the file is missing", where=str(path), remedy=remedy) from None
    for number, line in enumerate(text.split("\n"), start=1):
        if line and not line.startswith("#"):
            yield number, line


def _place(row: _Row) -> Entry:
    cells = row.cells
    if cells["kind"] not in _PLACE_KINDS:
        remedy = f"use one of {', '.join(sorted(_PLACE_KINDS))}"
        raise LexiconError(f"{cells['kind']!r} is no kind of place", where=row.where, remedy=remedy)
    # Only official codes are numbers; a named region or a foreign city has a slug.
    code = [("code", cells["id"])] if cells["id"].isdigit() else []
    coordinates = [("lat", cells["lat"]), ("long", cells["lon"])] if cells["lat"] else []
    entry_iri = _place_iri(cells["id"])
    return _entry(row, cells["kind"], entry_iri, _place_iri(cells["parent"]), (*code, *coordinates))


def _entry(row: _Row, kind: str, iri: str, parent: str, details: tuple[tuple[str, str], ...] = ()) -> Entry:
    cells = row.cells
    label, weak = cells["label"], row.items("weak")
    names = row.items("names") if label in weak else (label, *row.items("names"))
    tickers = tuple(("ticker", ticker) for ticker in row.items("tickers"))
    place = _place_iri(cells.get("place", ""))
    return Entry(iri, kind, label, names, weak, cells["label_en"], parent, place, (*details, *tickers))


def _place_iri(key: str) -> str:
    return f"{ids.ID}place/{key}" if key else ""


def _organization_iri(key: str) -> str:
    return f"{ids.ID}organization/{key}" if key else ""


def _check_links(rows: Mapping[str, tuple[Entry, _Row]]) -> None:
    """Every parent and home must be an entry, and every strong name one entry's own.

    Full names of places are free of the second rule: there are a dozen 鼓楼区 and 和平区.
    """
    owners: dict[str, tuple[Entry, _Row]] = {}
    for entry, row in rows.values():
        for column, iri in (("parent", entry.parent), ("place", entry.place)):
            if iri and iri not in rows:
                remedy = "add a row for it or correct the field"
                raise LexiconError(
                    f"unknown {column} {row.cells[column]!r} of {entry.label}", where=row.where, remedy=remedy
                )
        for name in entry.names:
            other, first = owners.setdefault(name, (entry, row))
            if other is not entry and not (name == entry.label == other.label and entry.kind == other.kind):
                remedy = f"{other.label} in {first.where} has it too; move it to the column weak in one or both"
                raise LexiconError(f"{name} is no safe name of {entry.label}", where=row.where, remedy=remedy)


def _index(rows: Iterable[tuple[Entry, _Row]]) -> dict[str, tuple[Entry, ...]]:
    strong: dict[str, list[Entry]] = {}
    weak: dict[str, list[Entry]] = {}
    for entry, _ in rows:
        for name in entry.names:
            strong.setdefault(name, []).append(entry)
        for name in entry.weak_names:
            weak.setdefault(name, []).append(entry)
    return {name: (*strong.get(name, ()), *weak.get(name, ())) for name in {**strong, **weak}}


@cache
def _words(path: Path) -> frozenset[str]:
    return frozenset(line.strip() for _, line in _lines(path) if line.strip())
