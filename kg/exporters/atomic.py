"""A finished export replaces the old one only when complete: written beside it under another name, then renamed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import ExportError


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """The place to write a file's new content to; on success it becomes `path`, on failure `path` stays as it was.

    Missing folders above are made. Raises ExportError if `path` is a folder, or the disk refuses.
    """
    if path.is_dir():
        raise ExportError(
            "is a folder, not a file", where=str(path), remedy="give the name of a file with -o 请用 -o 给出文件名"
        )
    part = _beside(path)
    with _explained(path), _removed_at_the_end(part, lambda: part.unlink(missing_ok=True)):
        path.parent.mkdir(parents=True, exist_ok=True)
        yield part
        part.replace(path)


@contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """The folder to write several files to; on success it becomes `path`, on failure `path` stays as it was.

    An older folder is replaced only if it holds nothing but files of the same names: an export never deletes what it
    did not write. Raises ExportError otherwise, and if the disk refuses.
    """
    if path.exists() and not path.is_dir():
        raise ExportError(
            "is a file, not a folder", where=str(path), remedy="give the name of a folder with -o 请用 -o 给出文件夹"
        )
    part = _beside(path)
    with _explained(path), _removed_at_the_end(part, lambda: shutil.rmtree(part, ignore_errors=True)):
        path.parent.mkdir(parents=True, exist_ok=True)
        part.mkdir()
        yield part
        _swap(part, path)


def _swap(part: Path, path: Path) -> None:
    """Put the new folder in the place of the old one, and the old one back if that fails."""
    if not path.exists():
        part.rename(path)
        return
    foreign = sorted({entry.name for entry in path.iterdir()} - {entry.name for entry in part.iterdir()})
    if foreign:
        what = f"holds {foreign[0]}, which is no part of this export"
        raise ExportError(
            what, where=str(path), remedy="give another folder with -o, or empty this one 请换一个文件夹或清空它"
        )
    old = _beside(path, "old")
    path.rename(old)
    try:
        part.rename(path)
    except OSError:
        old.rename(path)
        raise
    shutil.rmtree(old)


def _beside(path: Path, end: str = "part") -> Path:
    """A hidden name in the same folder, so that the rename stays on one disk; the process id keeps two runs apart."""
    return path.absolute().with_name(f".{path.absolute().name}.{os.getpid()}.{end}")


@contextmanager
def _removed_at_the_end(part: Path, remove: Callable[[], None]) -> Iterator[None]:
    try:
        yield
    finally:
        if part.exists():
            remove()


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """What the disk says, as an ExportError that names the file."""
    try:
        yield
    except OSError as error:
        what = f"cannot be written: {error.strerror or error}"
        raise ExportError(
            what, where=str(path), remedy="check the path, its permissions and the free space 请检查路径、权限和空间"
        ) from error
