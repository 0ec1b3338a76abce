"""Which files are articles, and under which name each is known."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from kg.errors import ReadError

PLAIN = frozenset((".txt", ".text", ".md", ".markdown"))
PAGES = frozenset((".html", ".htm", ".shtml", ".xhtml", ".jsp"))
RECORDS = frozenset((".jsonl", ".ndjson"))
FEEDS = frozenset((".xml", ".rss", ".atom"))
SUFFIXES = PLAIN | PAGES | RECORDS | FEEDS


def find_sources(paths: Iterable[Path | str]) -> list[tuple[Path, str]]:
    """Every article file below the paths with the name that it is known by, sorted, each file once.

    A file is taken whatever its suffix, under its own name; a folder gives its files of a known suffix, down to the
    bottom, without hidden ones, under their path within it. Raises ReadError for a path that is not there, and for a
    folder without articles.
    """
    found: dict[Path, tuple[Path, str]] = {}
    for path in map(Path, paths):
        for file, source in _below(path):
            found.setdefault(file.resolve(), (file, source))
    return sorted(found.values(), key=lambda pair: (pair[1], pair[0].as_posix()))


def find_files(paths: Iterable[Path | str]) -> list[Path]:
    """The files of `find_sources`, without their names."""
    return [file for file, _ in find_sources(paths)]


def _below(path: Path) -> list[tuple[Path, str]]:
    if path.is_file():
        return [(path, path.name)]
    if not path.is_dir():
        raise ReadError("there is no such file or folder", where=str(path), remedy="check the spelling of the path")
    files = [(file, file.relative_to(path).as_posix()) for file in _files_in(path)]
    if not files:
        remedy = f"give a folder with files that end in {', '.join(sorted(SUFFIXES))}"
        raise ReadError("the folder holds no articles", where=str(path), remedy=remedy)
    return files


def _files_in(folder: Path) -> list[Path]:
    files: list[Path] = []
    for parent, folders, names in os.walk(folder, onerror=_refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        files.extend(Path(parent, name) for name in names if _is_article(name))
    return files


def _is_article(name: str) -> bool:
    return not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES


def _refuse(error: OSError) -> None:
    remedy = "check that you may read it"
    raise ReadError(f"the folder cannot be read: {error.strerror}", where=str(error.filename), remedy=remedy)
