"""The build: files are read, their statements extracted and stored, the exports written.

Files that are in the store as they stand are left alone. A bad file or article is skipped and reported, and the rest
goes on. What the store holds afterwards does not depend on the order of files or the number of processes.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, nullcontext
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Final

from kg import ontology
from kg.build import drawing, file_names
from kg.build.counts import entities_by_class, statements_by_predicate
from kg.build.exports import MOST_STATEMENTS, own_files, update
from kg.build.stamps import stamp_of
from kg.build.workers import Extract, Outcome, Skip, outcomes
from kg.errors import ReadError
from kg.reader.files import FEEDS, RECORDS, TABLES, Paths, check_name, listed, located, passed_over, printable
from kg.store import Store
from kg.store.prepared import Prepared

__all__ = ["BuildReport", "Skip", "build", "openable"]

Progress = Callable[[int, int], None]
"""Is told how many files of how many are done."""

# In bytes: an article of such a size takes half a minute, and is hardly one.
LARGE: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did.

    `read` counts the articles that were read, `unchanged` files and articles that the store held already, `removed`
    articles that a file of several no longer has. `vanished` are the articles whose files in folders are there no more;
    they stay until they are removed. `passed_over` are the files in folders that are of other kinds than those that are
    read, and that no build has written. `entities` counts things by class and `statements` by predicate, in the whole
    store afterwards. `files` are the exports, none if the graph is larger than what such files are good for; `written`
    tells that they had to be written, as they were not up to date.
    """

    read: int
    new: int
    replaced: int
    unchanged: int
    removed: int
    skipped: tuple[Skip, ...]
    vanished: tuple[str, ...]
    passed_over: tuple[str, ...]
    entities: Mapping[str, int]
    statements: Mapping[str, int]
    seconds: float
    files: tuple[Path, ...]
    written: bool


def build(
    paths: Paths,
    *,
    store: Store,
    exports: Path | None = None,
    jobs: int = 1,
    extract: Extract | None = None,
    progress: Progress | None = None,
    on_large: Callable[[str, int], None] | None = None,
) -> BuildReport:
    """Bring the articles of a file or folder, or of several, into a store, and export it.

    `exports` is the folder to write into (nothing is exported without one), `jobs` the number of processes, `extract`
    a function in place of the extractor, `progress` is told how many files of how many are done, `on_large` beforehand
    of each file to be read that is too large for an article, with its size in bytes. Raises ReadError if there is
    nothing to read at all, StoreError, ExportError, and LexiconError or OntologyError before anything is written.
    """
    started = monotonic()
    paths = listed(paths)
    _ = ontology.load().concepts  # a faulty ontology is told before anything is read
    is_own = own_files(store, exports)
    found, skipped = _found(paths, is_own)
    known = file_names.noted(store, found)
    lying = file_names.named(found, known, file_names.elsewhere(store, found, known))
    files = list(lying.values())
    todo = _changed(files, store.stamps([source for _, source in files]))
    if on_large:
        for source, size in _large(todo):
            on_large(source, size)
    tally = _Tally(len(files) - len(todo), skipped)
    apart = exports and todo and jobs > 1 and openable(statements_by_predicate(store))
    with (
        drawing.elsewhere() if apart else nullcontext(drawing.here) as draw,
        closing(outcomes(todo, jobs, extract)) as done,
    ):
        added = store.add_many(_articles(done, store, tally, _counted(progress, len(todo))))
        file_names.note(store, lying, known)
        statements = statements_by_predicate(store)
        exported, written = update(store, exports, draw) if exports and openable(statements) else ((), False)
    return BuildReport(
        read=tally.read,
        new=added.new,
        replaced=added.replaced,
        unchanged=tally.left_alone + added.unchanged,
        removed=tally.removed,
        skipped=tuple(sorted(tally.skipped, key=lambda skip: (skip.source, skip.reason))),
        vanished=tuple(file_names.vanished(store, (Path(path) for path in paths if Path(path).is_dir()), lying)),
        passed_over=tuple(_passed_over((Path(path) for path in paths), is_own)),
        entities=entities_by_class(store),
        statements=statements,
        seconds=monotonic() - started,
        files=exported,
        written=written,
    )


def openable(statements: Mapping[str, int]) -> bool:
    """Whether a graph of so many statements is one that the exports are good for."""
    return sum(statements.values()) <= MOST_STATEMENTS


@dataclass(slots=True)
class _Tally:
    """What is counted while articles stream by."""

    left_alone: int
    skipped: list[Skip]
    read: int = 0
    removed: int = 0


def _passed_over(paths: Iterable[Path], is_own: Callable[[str], bool]) -> Iterator[str]:
    for path in paths:
        if path.is_dir():
            top = os.path.realpath(path)
            yield from (file for file in passed_over(path) if not is_own(f"{top}{os.sep}{file}"))


def _found(paths: Iterable[Path | str], is_own: Callable[[str], bool]) -> tuple[file_names.Files, list[Skip]]:
    """The files below some paths but our own; a path that gives none is skipped unless it is the only one."""
    found: dict[str, tuple[Path, str]] = {}
    skipped: list[Skip] = []
    errors: list[ReadError] = []
    for path in paths:
        try:
            is_folder = Path(path).is_dir()
            for place, pair in located(Path(path)).items():
                if is_folder and is_own(place):
                    continue
                # Of a folder and one inside it, the outer one gives the name, whichever comes first.
                found[place] = max(found.get(place, pair), pair, key=_from_outside)
        except ReadError as error:
            errors.append(error)
            skipped.append(Skip(printable(str(path)), error.what, error.remedy))
    if errors and not found:
        raise errors[0]
    return _named_well(found, skipped), skipped


def _from_outside(pair: tuple[Path, str]) -> tuple[int, str, str]:
    return pair[1].count("/"), pair[1], str(pair[0])


def _named_well(found: file_names.Files, skipped: list[Skip]) -> file_names.Files:
    """The files whose names can be stored; the others are skipped."""
    kept = {}
    for place, (file, source) in found.items():
        try:
            check_name(source)
        except ReadError as error:
            skipped.append(Skip(error.where, error.what, error.remedy))
        else:
            kept[place] = (file, source)
    return kept


def _changed(files: list[tuple[Path, str]], stamps: Mapping[str, str]) -> list[tuple[Path, str]]:
    return [(file, source) for file, source in files if source not in stamps or stamps[source] != _stamp(file)]


def _large(files: Iterable[tuple[Path, str]]) -> Iterator[tuple[str, int]]:
    """The files of one article each that are too large for that, by name, with their sizes."""
    for file, source in files:
        if file.suffix.lower() not in RECORDS | TABLES | FEEDS and file.is_file():
            size = file.stat().st_size
            if size > LARGE:
                yield source, size


def _stamp(file: Path) -> str:
    try:
        return stamp_of(file)
    except OSError:
        # The reader will say what is wrong with it.
        return ""


def _articles(found: Iterable[Outcome], store: Store, tally: _Tally, done: Callable[[], None]) -> Iterator[Prepared]:
    for outcome in found:
        tally.read += len(outcome.articles)
        tally.skipped += outcome.skipped
        if not outcome.skipped:
            tally.removed += _drop_vanished(store, outcome)
        yield from outcome.articles
        done()


def _drop_vanished(store: Store, outcome: Outcome) -> int:
    """Remove what a file of several articles no longer has."""
    present = {prepared.source for prepared in outcome.articles}
    if present == {outcome.source}:
        return 0
    vanished = [source for source in store.sources(f"{outcome.source}#") if source not in present]
    return sum(store.remove(source) for source in vanished)


def _counted(progress: Progress | None, total: int) -> Callable[[], None]:
    done = 0

    def step() -> None:
        nonlocal done
        done += 1
        if progress:
            progress(done, total)

    return step
