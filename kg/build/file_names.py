"""Which name a file was given first: a folder and one inside it give the same file different names.

An article is known by its name, so under a second one it would be stored twice, and stay when the first is removed.
The store notes where each file really lies; wherever it is found again, it keeps its name. Nor may two files share
one, or each would oust the other's article.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from kg.reader.files import printable
from kg.store import Store

Files = Mapping[str, tuple[Path, str]]
"""Files with their names, by where they really are."""

_NOTE: Final = "read "


def noted(store: Store, found: Files) -> dict[str, str]:
    """The names by which the store knows files, by where they are; those that were never read are missing."""
    notes = {place: _note(place) for place in found}
    stamps = store.stamps(list(notes.values()))
    return {place: stamps[note] for place, note in notes.items() if note in stamps}


def elsewhere(store: Store, found: Files, known: Mapping[str, str]) -> dict[str, str]:
    """The names of files that are not among those found, lie where they were read, and are called as a new one is."""
    new = {source for place, (_, source) in found.items() if place not in known}
    taken = new & store.stamps(new).keys()
    if not taken:
        return {}
    noted = ((name.removeprefix(_NOTE), source) for name, source in store.stamps().items() if name.startswith(_NOTE))
    return {
        place: source for place, source in noted if source in taken and place not in found and Path(place).is_file()
    }


def named(found: Files, known: Mapping[str, str], others: Mapping[str, str]) -> dict[str, tuple[Path, str]]:
    """The files, each under a name of its own: the one by which it is known, else the one that its folder gives it.

    New ones that would be called as another is are named by their paths from the folder above all such, as they would
    be had it been built. `others` are the names of files that are not among them, by where they are.
    """
    first = {name: place for place, name in sorted(known.items(), reverse=True) if place in found}
    settled = {**others, **{place: name for name, place in first.items()}}
    names = {place: source for place, (_, source) in found.items() if place not in settled}
    alike: set[str] = set()
    told: set[str] = set()
    above = 0
    while clash := _clashing({**settled, **names}):
        # Where no other file has joined them, the folder above all is not enough.
        above += clash.isdisjoint(names.keys() - told)
        alike |= clash
        told |= clash & names.keys()
        start = max(0, _common([Path(place).parent.parts for place in alike]) - above)
        names |= {place: printable("/".join(Path(place).parts[start:])) for place in told}
    return {place: (file, (settled | names)[place]) for place, (file, _) in found.items()}


def _common(paths: Sequence[tuple[str, ...]]) -> int:
    """With how many parts all of some paths begin."""
    levels = zip(*paths, strict=False)
    return next((n for n, level in enumerate(levels) if len(set(level)) > 1), min(map(len, paths)))


def _clashing(names: Mapping[str, str]) -> set[str]:
    """The places of files that are called as others are."""
    times = Counter(names.values())
    return {place for place, name in names.items() if times[name] > 1}


def note(store: Store, found: Files, known: Mapping[str, str]) -> None:
    """Note where files lie that were built from, as far as it is not known."""
    store.stamp({_note(place): source for place, (_, source) in found.items() if known.get(place) != source})


def vanished(store: Store, folders: Iterable[Path], found: Files) -> list[str]:
    """The articles of the store whose files lay below some folders and are there no more, nor anywhere else found."""
    tops = tuple(_note(f"{folder.resolve()}{os.sep}") for folder in folders)
    if not tops:
        return []
    present = {source for _, source in found.values()}
    lying, noted = set(map(_note, found)), store.stamps().items()
    gone = {source for name, source in noted if name.startswith(tops) and name not in lying}
    gone -= present
    return [one for one in store.sources() if one in gone or one.rpartition("#")[0] in gone] if gone else []


def source_at(store: Store, file: Path) -> str:
    """The name by which the store knows the file at a path, "" if it was never read."""
    name = _note(str(file.resolve()))
    return store.stamps([name]).get(name, "")


def _note(place: str) -> str:
    return _NOTE + printable(place)
