"""Which files are articles, and under which name each is known."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from stat import S_ISREG
from typing import Final

from kg.errors import ReadError

PLAIN: Final = frozenset((".txt", ".text", ".md", ".markdown"))
PAGES: Final = frozenset((".html", ".htm", ".shtml", ".xhtml", ".jsp"))
RECORDS: Final = frozenset((".jsonl", ".ndjson"))
FEEDS: Final = frozenset((".xml", ".rss", ".atom"))
TABLES: Final = frozenset((".csv", ".tsv"))
SUFFIXES: Final = PLAIN | PAGES | RECORDS | FEEDS | TABLES
# How browsers end the name of the folder beside a page, in English and in Chinese.
_FURNITURE: Final = ("_files", ".files", "_文件")

Paths = Path | str | Iterable[Path | str]
"""A file or folder, or several."""


def find_sources(paths: Paths) -> list[tuple[Path, str]]:
    """Every article file below the path or paths with the name that it is known by, sorted, each file once.

    A file is taken whatever its suffix, under its own name; a folder gives its files of a known suffix, down to the
    bottom, without hidden ones, under their path within it. Pipes, sockets and devices are no files. Raises ReadError
    for a path that is not there, and for a folder without articles.
    """
    found: dict[str, tuple[Path, str]] = {}
    for path in listed(paths):
        for place, pair in located(Path(path)).items():
            found.setdefault(place, pair)
    return in_order(found.values())


def listed(paths: Paths) -> list[Path | str]:
    """The paths in a list, one of them if it is one.

    A text is a row of texts too, and its characters would be taken for paths: `/` for the whole disk.
    """
    return [paths] if isinstance(paths, Path | str) else list(paths)


def check_name(source: str) -> None:
    """Raise ReadError where a name is not UTF-8: an article is known by its name, in the graph and in all exports."""
    if (shown := printable(source)) != source:
        raise ReadError(
            "the name of the file is not UTF-8 文件名不是 UTF-8 编码", where=shown, remedy="rename it 请改名"
        )


def printable(path: str) -> str:
    """A path in characters that can be written down: each byte that is not UTF-8 as \\xNN."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def in_order(found: Iterable[tuple[Path, str]]) -> list[tuple[Path, str]]:
    """Files with their names, by name."""
    return sorted(found, key=lambda pair: (pair[1], str(pair[0])))


def find_files(paths: Paths) -> list[Path]:
    """The files of `find_sources`, without their names."""
    return [file for file, _ in find_sources(paths)]


def located(path: Path) -> dict[str, tuple[Path, str]]:
    """The article files of one path with their names, by where they really are. Raises ReadError as `find_sources`."""
    if path.is_file():
        return {os.path.realpath(path): (path, path.name)}
    if path.exists() and not path.is_dir():
        raise ReadError(
            "this is a pipe, a socket or a device, not a file 不是普通文件",
            where=str(path),
            remedy="save what it gives in a file 请另存为文件",
        )
    if not path.is_dir():
        raise ReadError(
            "there is no such file or folder 没有这个文件或文件夹",
            where=str(path),
            remedy="check the spelling of the path 请检查路径",
        )
    found: dict[str, tuple[Path, str]] = {}
    for source, file, place in sorted(_files_in(path)):
        found.setdefault(place, (file, source))
    if not found:
        remedy = f"give a folder with files that end in {', '.join(sorted(SUFFIXES))}"
        raise ReadError("the folder holds no articles 文件夹中没有文章", where=str(path), remedy=remedy)
    return found


def passed_over(path: Path) -> list[str]:
    """The files below a folder that are taken for no articles by their kind, hidden ones left out, by path within it.

    What a browser puts beside a page that it saves, in a folder of its own, is no more than the page's furniture.
    """
    found = []
    for parent, folders, names in os.walk(path, onerror=_refuse):
        folders[:] = [name for name in folders if not name.startswith(".") and not name.endswith(_FURNITURE)]
        folder, within = Path(parent), Path(parent).relative_to(path)
        shown = (name for name in names if not name.startswith("."))
        found += [printable((within / name).as_posix()) for name in shown if not _is_article(folder / name)]
    return sorted(found)


def _files_in(top: Path) -> Iterator[tuple[str, Path, str]]:
    """The name of each file below the top, its path, and where it really is."""
    for parent, folders, names in os.walk(top, onerror=_refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        # Once for a folder, as it takes longer than all the rest.
        folder, place, within = Path(parent), os.path.realpath(parent), Path(parent).relative_to(top).as_posix()
        for name in names:
            file = folder / name
            if not _is_article(file):
                continue
            real = os.path.realpath(file) if file.is_symlink() else place + os.sep + name
            yield name if within == "." else f"{within}/{name}", file, real


def _is_article(file: Path) -> bool:
    """Whether a file is one by its suffix, and can be read to its end: a pipe waits for somebody to write."""
    name = file.name
    if name.startswith(".") or name[name.rfind(".") :].lower() not in SUFFIXES:
        return False
    try:
        return S_ISREG(file.stat().st_mode)
    except OSError:
        # The reader will say what is wrong with it.
        return True


def _refuse(error: OSError) -> None:
    remedy = "check that you may read it 请检查读取权限"
    raise ReadError(
        f"the folder cannot be read 无法读取文件夹: {error.strerror}", where=str(error.filename), remedy=remedy
    )
