"""Measuring one step in a process of its own: time, processor time and the memory it came to need."""

from __future__ import annotations

import multiprocessing as mp
import os
import resource
import signal
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from time import perf_counter, process_time, thread_time
from typing import Any


@dataclass(slots=True)
class Measured:
    """Seconds by the clock, seconds of all cores, megabytes at the peak beyond what the process began with.

    The cores work for the processes that the step starts too; the memory is its own.
    `more` are further figures of the step, by name.
    """

    wall: float
    cpu: float
    peak: float
    more: dict[str, float] = field(default_factory=dict)


class Clock:
    """Time that is to be counted apart: what this thread does inside `with clock`."""

    def __init__(self) -> None:
        """Nothing was counted yet."""
        self.wall = self.cpu = 0.0

    def __enter__(self) -> None:
        """Start."""
        self.wall -= perf_counter()
        self.cpu -= thread_time()

    def __exit__(self, *error: object) -> None:
        """Stop."""
        self.wall += perf_counter()
        self.cpu += thread_time()


def peak() -> float:
    """The most memory that this process ever held, in megabytes."""
    with suppress(OSError):
        # Not what getrusage says, which counts in the parent at the time of the fork.
        status = Path("/proc/self/status").read_text(encoding="ascii")
        return int(status.partition("VmHWM:")[2].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def cpu_time() -> float:
    """The seconds of all cores that this process and the ended ones that it started have taken.

    What a fork server starts (the workers of a build with several) is its own, and not counted: look at the clock.
    """
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return process_time() + children.ru_utime + children.ru_stime


def measured(step: Callable[..., Mapping[str, float] | None], *args: Any, seconds: float | None = None) -> Measured:
    """What a step needs; it runs in a new process, and may return further figures.

    `wall` and `cpu` among them replace those of the whole step. Raises RuntimeError if the process fails, TimeoutError
    if it takes more than so many seconds: it is ended then, with all processes that it started.
    """
    context = mp.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(theirs, step, args))
    process.start()
    theirs.close()
    try:
        if not ours.poll(seconds):
            os.killpg(process.pid, signal.SIGKILL)
            raise TimeoutError(f"{step.__name__}{args} did not end")
        found: Measured = ours.recv()
    except EOFError as error:
        raise RuntimeError(f"{step.__name__}{args} failed") from error
    finally:
        process.join()
    return found


def _run(pipe: Connection, step: Callable[..., Mapping[str, float] | None], args: tuple[Any, ...]) -> None:
    os.setsid()
    before, wall, cpu = peak(), perf_counter(), cpu_time()
    more = dict(step(*args) or {})
    done = Measured(perf_counter() - wall, cpu_time() - cpu, peak() - before, more)
    done.wall, done.cpu = more.pop("wall", done.wall), more.pop("cpu", done.cpu)
    pipe.send(done)
