"""Reading and extracting, in this process or in several: files go in, articles ready to be stored come out."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kg.build.interrupts import held_back, ignore, ignored
from kg.build.stamps import stamp_of
from kg.errors import KgError, LexiconError, ReadError
from kg.model import Article, Extraction
from kg.reader import read_path
from kg.store.chunks import chunks
from kg.store.prepared import Prepared, prepare

if TYPE_CHECKING:
    from concurrent.futures import Future
    from multiprocessing.context import BaseContext

Extract = Callable[[Article], Extraction]

Outcomes = Generator["Outcome", None, None]

# So many files are read sooner by this process than others are ready to.
FEW: Final = 32
CHUNK: Final = 8
# Chunks under way for each process: enough that none waits while a batch is stored, which takes seconds; what they give
# is held by this process meanwhile, some 70 kB an article.
_AHEAD: Final = 64


@dataclass(frozen=True, slots=True)
class Skip:
    """An article or file that was left out: its name, the reason and place, and the remedy."""

    source: str
    reason: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file, known by its source."""

    source: str
    articles: tuple[Prepared, ...]
    skipped: tuple[Skip, ...]


def outcomes(files: Sequence[tuple[Path, str]], jobs: int = 1, extract: Extract | None = None) -> Outcomes:
    """What becomes of each file (path and source), in order; to be closed where it is not read to its end.

    `extract` must be importable by name when there are several jobs. Raises LexiconError if the program's own data is
    wrong, KgError if a process dies.
    """
    few = len(files) <= FEW
    chosen = extract or (_extract_few if few else _extract_many)
    if jobs <= 1 or few:
        return (outcome(file, source, chosen) for file, source in files)
    return _in_processes(files, jobs, chosen, _context())


# The extractor is imported where it is used: of several processes, the one that stores does without.
def _extract_many(article: Article) -> Extraction:
    from kg.extractor import extract

    return extract(article)


def _extract_few(article: Article) -> Extraction:
    from kg.extractor import analyse, extraction

    return extraction(analyse(article))


def outcome(file: Path, source: str, extract: Extract) -> Outcome:
    """Read one file and extract its articles."""
    articles: list[Prepared] = []
    skipped: list[Skip] = []
    try:
        stamp = stamp_of(file)
        for article in read_path(file, source):
            if isinstance(done := _attempt(article, extract), Prepared):
                articles.append(done)
            else:
                skipped.append(done)
    except OSError as error:
        skipped.append(Skip(source, f"cannot be read 无法读取: {error.strerror}", "check that you may read it"))
    except ReadError as error:
        skipped.append(_skip(error, source, file))
    if articles and not skipped:
        articles[-1] = replace(articles[-1], stamp=(source, stamp))
    return Outcome(source, tuple(articles), tuple(skipped))


def _attempt(article: Article, extract: Extract) -> Prepared | Skip:
    try:
        return prepare(extract(article))
    except LexiconError:
        raise
    except KgError as error:
        return Skip(article.source, error.what, error.remedy)
    except Exception as error:
        # Whatever one odd article does to the extractor must not cost the others.
        return Skip(article.source, f"the extractor failed: {type(error).__name__}: {error}", "report it with the file")


def _skip(error: ReadError, source: str, file: Path) -> Skip:
    """What an error leaves out: one article of several (news.csv#2), or the file, with the place that it tells of."""
    place = error.where.removeprefix(str(file)).removeprefix(source)
    if place.startswith("#"):
        return Skip(source + place, error.what, error.remedy)
    place = place.lstrip(":, ")
    return Skip(source, f"{error.what} ({place})" if place else error.what, error.remedy)


def _context() -> BaseContext:
    """How processes are made: not as forks of this one, which would hold on to the lock of an open store.

    They are forks of one that loads what the extractor knows, from now on, where the system can do that.
    """
    import multiprocessing

    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    from multiprocessing import forkserver

    forkserver.set_forkserver_preload(["kg.build.preload"])
    with ignored():
        forkserver.ensure_running()
    return multiprocessing.get_context("forkserver")


def _in_processes(files: Sequence[tuple[Path, str]], jobs: int, extract: Extract, context: BaseContext) -> Outcomes:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    others = set(multiprocessing.active_children())
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=ignore)
    tasks = (pool.submit(_work, chunk, extract) for chunk in chunks(files, CHUNK))
    under_way: deque[Future[list[Outcome]]] = deque()
    try:
        with held_back():
            under_way.extend(islice(tasks, jobs * _AHEAD))
        while under_way:
            done = under_way.popleft().result()
            under_way.extend(islice(tasks, 1))
            yield from done
    except BrokenProcessPool as error:
        remedy = "try again with --jobs 1; what was stored stays"
        raise KgError("a worker process died, perhaps for want of memory", remedy=remedy) from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        if under_way:
            # Nobody waits for what they still read.
            for worker in set(multiprocessing.active_children()) - others:
                worker.terminate()


def _work(chunk: Iterable[tuple[Path, str]], extract: Extract) -> list[Outcome]:
    return [outcome(file, source, extract) for file, source in chunk]
