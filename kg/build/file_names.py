"""Which name a file was given first: a folder and one inside it give the same file different names.

An article is known by its name, so under a second one it would be stored twice, and stay when the first is removed.
The store notes where each file really lies; wherever it is found again, it keeps its name.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping
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


def named(found: Files, known: Mapping[str, str]) -> dict[str, tuple[Path, str]]:
    """The files under the names by which they are known, save where another of them has a right to the same name."""
    names = {place: known.get(place, source) for place, (_, source) in found.items()}
    taken = Counter([*names.values(), *(source for place, (_, source) in found.items() if names[place] != source)])
    return {
        place: (file, names[place] if taken[names[place]] == 1 else source) for place, (file, source) in found.items()
    }


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
