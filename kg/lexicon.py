"""The things known beforehand: places, zones, organisations of all kinds and products, with their names.

Everything known stands in the tables and word lists of `seeds/lexicon/`; this module reads and checks them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from kg import ids
from kg.errors import LexiconError
from kg.resources import data_path
from kg.tables import Where, items, numbered_lines, table_rows, told

# Which table makes which class; the class of a place stands in its row.
_ORGANIZATIONS: Final = {
    "firms.tsv": "Firm",
    "institutions.tsv": "Institution",
    "associations.tsv": "Association",
    "agencies.tsv": "Government",
    "media.tsv": "Media",
}
_PLACE_KINDS: Final = frozenset({"Country", "Region", "City", "District"})
# The columns of every table, in this order; those of a place, an organisation and a firm follow.
_COLUMNS: Final = ("id", "label", "label_en", "parent", "names", "weak")
_PLACE_COLUMNS: Final = (*_COLUMNS, "kind", "lat", "lon")
_ORGANIZATION_COLUMNS: Final = (*_COLUMNS, "place")
_REGION_COLUMNS: Final = ("region", "members")
_FIRM_COLUMNS: Final = (*_ORGANIZATION_COLUMNS, "tickers")
_PLACE: Final = f"{ids.ID}place/"
_ORGANIZATION: Final = f"{ids.ID}organization/"
_PRODUCT: Final = f"{ids.ID}project/"


# A named tuple, as there are many thousands: those are made in a third of the time.
class Entry(NamedTuple):
    """A known thing.

    `names` may be matched anywhere in a text; `weak_names` are also common words, surnames or names of several
    things, and need support from what stands around them. The label is in one of the two. `parent` is the IRI of the
    containing place or of the organisation that this one is part of, `place` that of an organisation's home; both
    "" where there is none. `details` are pairs of an ontology property's local name and a value: code, lat and long of
    a place, each ticker of a firm.
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
        return _words(self.folder, file)

    def ancestors(self, iri: str) -> list[str]:
        """The IRIs of what contains a place, or of what an organisation is part of, nearest first."""
        found: list[str] = []
        while iri in self.entries and (iri := self.entries[iri].parent):
            found.append(iri)
        return found

    def lies_in(self, inner: str, outer: str) -> bool:
        """Whether a place is another one or lies in it."""
        return inner == outer or outer in self.ancestors(inner)

    def media_home(self, name: str) -> str:
        """The IRI of the place whose paper, portal or office this is, "" for national media and where nothing tells.

        What is not listed is taken by its name: 某某日报 is the paper of the place that its name begins with.
        """
        for entry in self.by_name.get(name, ()):
            if entry.kind == "Media":
                return entry.place
        if not name.endswith(tuple(self.words("media_suffixes.txt"))):
            return ""
        for end in range(len(name) - 1, 1, -1):
            places = [e for e in self.by_name.get(name[:end], ()) if name[:end] in e.names]
            if places:
                if len(places) > 1 or places[0].kind not in {"Region", "City", "District"}:
                    return ""
                # 江城市滨河区人民政府网: the inner place is the one whose site it is.
                return self.media_home(name[end:]) or places[0].iri
        return ""


@cache
def load(folder: Path | None = None) -> Lexicon:
    """Read the lexicons, once for each folder (by default those of the package).

    Raises LexiconError that names file and line for a missing file or column, an unknown kind, parent, home place or
    member of a region, an id used twice, a thing that contains itself, or a name that two entries claim as
    theirs alone.
    """
    root = folder or data_path("seeds/lexicon")
    entries: dict[str, Entry] = {}
    rows: dict[str, Where] = {}
    for entry, where in _read_all(root):
        if entry.iri in entries:
            remedy = f"see {told(rows[entry.iri])}; choose another"
            raise LexiconError(f"the id of {entry.label} is taken", where=told(where), remedy=remedy)
        entries[entry.iri] = entry
        rows[entry.iri] = where
    _check_links(entries, rows)
    for (region, members), where in table_rows(root / "regions.tsv", _REGION_COLUMNS):
        for key in (region, *items(members)):
            if _PLACE + key not in entries:
                raise LexiconError(f"unknown place {key!r}", where=told(where), remedy="give the id of a place")
    return Lexicon(entries, _index(entries, rows), root)


@cache
def members(iri: str, folder: Path | None = None) -> tuple[str, ...]:
    """The IRIs of the places that make up a region of several (长三角), none for any other place.

    Membership is no containment: a province lies in one country, and is a member of many regions.
    """
    return _regions(folder or data_path("seeds/lexicon")).get(iri, ())


@cache
def _regions(root: Path) -> Mapping[str, tuple[str, ...]]:
    """The members of each region; read apart from the rest, which takes a hundred times as long."""
    rows = (fields for fields, _ in table_rows(root / "regions.tsv", _REGION_COLUMNS))
    return {_PLACE + region: tuple(_PLACE + key for key in items(listed)) for region, listed in rows}


def _read_all(root: Path) -> Iterator[tuple[Entry, Where]]:
    for fields, where in table_rows(root / "places.tsv", _PLACE_COLUMNS):
        yield _place(fields, where), where
    for fields, where in table_rows(root / "zones.tsv", _COLUMNS):
        yield _entry(fields, "Zone", _PLACE), where
    for fields, where in table_rows(root / "products.tsv", _COLUMNS):
        yield _entry(fields, "Project", _PRODUCT), where
    for file, kind in _ORGANIZATIONS.items():
        for fields, where in table_rows(root / file, _FIRM_COLUMNS if kind == "Firm" else _ORGANIZATION_COLUMNS):
            place, *tickers = fields[6:]
            details = tuple(("ticker", ticker) for ticker in items(tickers[0])) if tickers else ()
            yield _entry(fields, kind, _ORGANIZATION, _iri(_PLACE, place), details), where


def _place(fields: list[str], where: Where) -> Entry:
    kind, lat, lon = fields[6:]
    if kind not in _PLACE_KINDS:
        remedy = f"use one of {', '.join(sorted(_PLACE_KINDS))}"
        raise LexiconError(f"{kind!r} is no kind of place", where=told(where), remedy=remedy)
    key = fields[0]
    # Only official codes are numbers; a named region or a foreign city has a slug.
    code = (("code", key),) if key.isdigit() else ()
    coordinates = (("lat", lat), ("long", lon)) if lat else ()
    return _entry(fields, kind, _PLACE, "", code + coordinates)


def _entry(
    fields: list[str], kind: str, base: str, place: str = "", details: tuple[tuple[str, str], ...] = ()
) -> Entry:
    key, label, label_en, parent, names, weak = fields[:6]
    weak_names = items(weak)
    strong = items(names) if label in weak_names else (label, *items(names))
    return Entry(base + key, kind, label, strong, weak_names, label_en, _iri(base, parent), place, details)


def _iri(base: str, key: str) -> str:
    return base + key if key else ""


def _check_links(entries: Mapping[str, Entry], rows: Mapping[str, Where]) -> None:
    """Every parent and every home must be an entry itself."""
    known = {"", *entries}
    for entry in entries.values():
        if entry.parent not in known or entry.place not in known:
            column, iri = ("place", entry.place) if entry.parent in known else ("parent", entry.parent)
            what = f"unknown {column} {iri.rpartition('/')[2]!r} of {entry.label}"
            raise LexiconError(what, where=told(rows[entry.iri]), remedy="add a row for it or correct the field")
    # What stands above itself is above something.
    safe = {""}
    for iri in dict.fromkeys(entry.parent for entry in entries.values()):
        if iri not in safe:
            _check_chain(entries[iri], entries, rows, safe)


def _check_chain(entry: Entry, entries: Mapping[str, Entry], rows: Mapping[str, Where], safe: set[str]) -> None:
    """What contains an entry must not lie in it. `safe` are those of which that is known."""
    above = {entry.iri: entry.label}
    while entry.parent not in safe:
        if entry.parent in above:
            what = f"{' in '.join((*above.values(), entries[entry.parent].label))}: it contains itself"
            raise LexiconError(what, where=told(rows[entry.iri]), remedy="correct the parent of one of them")
        entry = entries[entry.parent]
        above[entry.iri] = entry.label
    safe.update(above)


def _index(entries: Mapping[str, Entry], rows: Mapping[str, Where]) -> dict[str, tuple[Entry, ...]]:
    """Who bears a name. A strong name is one entry's own, save full names of places: there are a dozen 和平区."""
    found: dict[str, tuple[Entry, ...]] = {}
    for entry in entries.values():
        for name in entry.names:
            others = found.get(name, ())
            for other in others:
                if not (name == entry.label == other.label and entry.kind == other.kind in _PLACE_KINDS):
                    remedy = f"{other.label} in {told(rows[other.iri])} has it too; make it weak in one or both"
                    raise LexiconError(
                        f"{name} is no safe name of {entry.label}", where=told(rows[entry.iri]), remedy=remedy
                    )
            found[name] = (*others, entry) if others else (entry,)
    for entry in entries.values():
        for name in entry.weak_names:
            found[name] = (*found.get(name, ()), entry)
    return found


@cache
def _words(folder: Path, file: str) -> frozenset[str]:
    return frozenset(line.strip() for _, line in numbered_lines(folder / file) if line.strip())
