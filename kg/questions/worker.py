"""The process in which questions are asked, so that one which takes too long or too much can be ended for good.

A thread cannot be stopped from outside, and the engine does not look up from a join; a process can be killed, and
the store, opened for reading only, does not mind.
"""

from __future__ import annotations

import faulthandler
import multiprocessing as mp
import os
import threading
from collections.abc import Mapping
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from kg.errors import KgError, QueryError
from kg.questions.asking import answer, question_of
from kg.questions.library import Question
from kg.questions.limits import DEFAULT, Limits
from kg.questions.table import Table
from kg.store import Store, open_store
from kg.store.backends import Backend
from kg.store.backends.embedded import MEMORY, Embedded

# What to do where a limit was reached.
_REMEDIES: Final = {
    "seconds": "ask for less, or raise --timeout",
    "megabytes": "ask for less, or raise the memory limit",
}


def run_query(
    store: Store | Path | str,
    asked: str,
    given: Mapping[str, str] | None = None,
    limits: Limits = DEFAULT,
) -> Table:
    """The answer to one question.

    `store` is the place of a store, or an open one in memory or for reading; `asked` a query in SPARQL, the path of a
    file or the name of a ready question, `given` its parameters as a person would type them. Raises QueryError for
    what cannot be asked or goes over its limits, StoreError for a store that cannot be opened.
    """
    with Worker(store) as worker:
        return worker.ask(asked, given, limits)


class Worker:
    """A process that answers one question after another; a context manager.

    It is started with the first question and again after one that had to be ended. With `start="spawn"` it begins
    anew instead of as a copy of this process, which is slower but right where other threads run.
    """

    def __init__(self, store: Store | Path | str, start: str = "") -> None:
        """Take an open store, or the place of one that the process opens for itself.

        Raises QueryError for a store on disk that is open for writing, and for one in memory where a process cannot
        be copied.
        """
        self._store = _reachable(store)
        self._start = start or _method(self._store)
        self._process: mp.process.BaseProcess | None = None
        self._pipe: Connection | None = None
        self._megabytes: int | None = None

    def ask(self, asked: str, given: Mapping[str, str] | None = None, limits: Limits = DEFAULT) -> Table:
        """The answer to a question. Raises as `run_query` does."""
        question = question_of(asked)
        pipe = self._running(limits)
        pipe.send((question, dict(given or {}), limits))
        try:
            if not pipe.poll(limits.seconds):
                self.close()
                what = f"the query was ended after {limits.seconds:g} s"
                raise QueryError(what, where=question.name, remedy=_REMEDIES["seconds"])
            found = pipe.recv()
        except (EOFError, ConnectionResetError) as error:
            self.close()
            what = f"the query needed more than {limits.megabytes} MB of memory, and was ended"
            raise QueryError(what, where=question.name, remedy=_REMEDIES["megabytes"]) from error
        except BaseException:
            # Interrupted, it would answer this question when the next one is asked.
            self.close()
            raise
        if isinstance(found, Table):
            return found
        raise found

    def close(self) -> None:
        """End the process at once."""
        if self._process is not None and self._pipe is not None:
            self._process.kill()
            self._process.join()
            self._pipe.close()
        self._process = self._pipe = None

    def _running(self, limits: Limits) -> Connection:
        alive = self._process is not None and self._process.is_alive()
        if not alive or self._pipe is None or self._megabytes != limits.megabytes:
            self.close()
            self._megabytes = limits.megabytes
            context = mp.get_context("spawn") if self._start == "spawn" else mp.get_context("fork")
            self._pipe, theirs = context.Pipe()
            self._process = context.Process(
                target=_serve, args=(self._store, theirs, limits.megabytes), name="kg query", daemon=True
            )
            self._process.start()
            theirs.close()
        return self._pipe

    def __enter__(self) -> Self:
        """The worker itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the process."""
        self.close()


def _reachable(store: Store | Path | str) -> Store | Path | str:
    """What the process can use: a store in memory as it is, and of any other the place, to open it for itself.

    The engine of a store on disk has threads of its own, which a copy of this process would lack while keeping the
    locks that they held: now and then it would wait for ever.
    """
    if not isinstance(store, Store) or store.location == MEMORY:
        return store
    if isinstance(store.backend, Embedded) and not store.backend.read_only:
        remedy = "close it first, or ask it here with Store.select"
        raise QueryError("a store that is open for writing cannot be asked from another process", remedy=remedy)
    return store.location


def _method(store: Store | Path | str) -> str:
    """How to start the process: a copy of this one is quick, and the only way to see a store that lives in it."""
    can_fork = "fork" in mp.get_all_start_methods()
    if isinstance(store, Store) and not can_fork:
        remedy = "give the place of a store on disk instead of an open one"
        raise QueryError("a store that is open in this process cannot be asked from another one here", remedy=remedy)
    # A copy of a process with threads may inherit a lock that nobody will ever release.
    return "fork" if can_fork and (isinstance(store, Store) or _threads() == 1) else "spawn"


def _threads() -> int:
    """How many threads run here: those that Python does not know are counted too where the system tells of them."""
    with suppress(OSError):
        return len(list(Path("/proc/self/task").iterdir()))
    return threading.active_count()


def _serve(store: Store | Path | str, pipe: Connection, megabytes: int | None) -> None:
    """Answer until the other side is gone."""
    _quiet()
    try:
        opened = store if isinstance(store, Store) else open_store(store, read_only=True, create=False)
    except KgError as error:
        pipe.recv()
        pipe.send(error)
        return
    _limit_memory(megabytes)
    with suppress(EOFError):
        while True:
            question, given, limits = pipe.recv()
            pipe.send(_answered(opened.backend, question, given, limits))


def _answered(backend: Backend, question: Question, given: Mapping[str, str], limits: Limits) -> Table | KgError:
    try:
        return answer(backend, question, given, limits)
    except KgError as error:
        return error
    except MemoryError:
        what = f"the query needed more than {limits.megabytes} MB of memory"
        return QueryError(what, where=question.name, remedy=_REMEDIES["megabytes"])


def _quiet() -> None:
    """What the engine says when it dies of hunger is told by the one that asked, in its own words."""
    faulthandler.disable()
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 (a device)
        os.dup2(nowhere.fileno(), 2)


def _limit_memory(megabytes: int | None) -> None:
    """Let the process have so much more memory than it has now; without effect where the system cannot."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if megabytes is not None:
            pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
            now = pages * resource.getpagesize()
            resource.setrlimit(resource.RLIMIT_AS, (now + megabytes * 2**20, resource.RLIM_INFINITY))
