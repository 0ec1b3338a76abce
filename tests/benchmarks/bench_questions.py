"""The ready questions through kg, against the same texts given to pyoxigraph and to rdflib's memory store directly.

    python -m tests.benchmarks.bench_questions --articles 1000 --rdflib

All three hold the same quads. Each question has a process of its own and is asked several times if it is quick, and the
fastest counts; one that takes too long is named, and left out of the sums. What kg adds is binding, checking, typed
cells, names for IRIs, and the way from the process that answers. On a machine that does other work, look at the
processor time: it leaves out that way, and the waiting for a turn.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import inf, isfinite
from pathlib import Path
from time import perf_counter, process_time
from typing import Generic, TypeVar

import pyoxigraph as ox

from kg.questions import Limits, Worker, ready
from kg.questions.asking import answer
from kg.questions.binding import bind
from kg.questions.library import find, parse
from kg.questions.values import terms
from kg.store import Store, open_store
from tests.benchmarks.generator import extractions
from tests.benchmarks.measuring import measured

T = TypeVar("T")

MOST = "SELECT ?x { ?x a sc:%s . ?s rdf:subject|rdf:object ?x } GROUP BY ?x ORDER BY DESC(COUNT(?s)) ?x LIMIT 2"
# Whoever is asked first reads the ontology, which is not to be counted.
FIRST = "SELECT * { VALUES ?class { sc:City } }"
# rdflib needs minutes for joins that take the others milliseconds; what it has not answered by then counts as this.
RDFLIB_PATIENCE = 60.0
# What the other two have not answered by then, together and as often as they were asked, is left out.
PATIENCE = 600.0
# After so many seconds a question is not asked again.
LONG = 5.0


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds for one question by the clock, and of the processor: infinite where it was not answered in time.

    Those of rdflib are None where it was not asked. `megabytes` are the most that the process came to need.
    """

    name: str
    rows: int = 0
    kg: float = inf
    direct: float = inf
    kg_cpu: float = inf
    direct_cpu: float = inf
    megabytes: float = 0.0
    rdflib: float | None = None

    @property
    def answered(self) -> bool:
        """Whether there is anything to compare."""
        return isfinite(self.kg + self.direct)

    @property
    def ratio(self) -> float:
        """How many times as long kg takes as the engine alone."""
        return self.kg / self.direct


def parameters(store: Store) -> dict[str, dict[str, str]]:
    """Values for the questions that need some: the things of the graph that most is said of."""
    city, second = _most(store, "City")
    firm, sector, technology = (_most(store, kind)[0] for kind in ("Firm", "Sector", "Technology"))
    partners = store.select(f"SELECT ?x {{ <{city}> sc:partnersWith ?x }} ORDER BY ?x LIMIT 1")
    (partner,) = (term.value for (term,) in partners if isinstance(term, ox.NamedNode))
    return {
        "firms-in-city": {"city": city},
        "firm-by-year": {"firm": firm},
        "agreements-in-period": {"from": "2021", "to": "2021"},
        "behind-an-edge": {"a": city, "b": partner},
        "city-indicators": {"city": city},
        "indicator-across-cities": {"indicator": "5G"},
        "partners-of-partners": {"firm": firm},
        "people-and-positions": {"entity": city},
        "projects-in-place": {"place": city},
        "projects-using-technology": {"technology": technology},
        "sector-players": {"sector": sector},
        "timeline": {"entity": firm},
        "what-two-share": {"a": city, "b": second},
    }


def _most(store: Store, kind: str) -> list[str]:
    return [term.value for (term,) in store.select(MOST % kind) if isinstance(term, ox.NamedNode)]


def measure(
    folder: Path, plain: Path, repeat: int = 3, rdflib: Path | None = None, patience: float = PATIENCE
) -> list[Timing]:
    """Time every question on a store, on pyoxigraph's store of the same quads, and on rdflib's of these N-Quads."""
    with open_store(folder, read_only=True) as store:
        given = parameters(store)
        texts = {q.name: bind(q.text, q.where, terms(q, given.get(q.name, {}), store.backend.query)) for q in ready()}
    graph = _rdflib(rdflib) if rdflib else None
    found = []
    for name, text in texts.items():
        slow = graph(text) if graph else None
        try:
            done = measured(_asked, name, given.get(name, {}), text, folder, plain, repeat, seconds=patience)
            found.append(Timing(name, **done.more, megabytes=done.peak, rdflib=slow))
        except TimeoutError:
            found.append(Timing(name, rdflib=slow))
    return found


def _asked(name: str, given: Mapping[str, str], text: str, folder: Path, plain: Path, repeat: int) -> dict[str, float]:
    """What one question takes in each way."""
    limits, question = Limits(seconds=None, rows=None, megabytes=None), find(name)
    engine = ox.Store.read_only(str(plain))
    direct = _best(lambda: _drained(engine.query(text)), repeat)
    with open_store(folder, read_only=True) as store:
        answer(store.backend, parse(FIRST), {}, limits)
        here = _best(lambda: answer(store.backend, question, given, limits), repeat)
    with Worker(folder) as worker:
        worker.ask(FIRST, limits=limits)
        there = _best(lambda: worker.ask(name, given, limits), repeat)
    rows = len(here.result.rows)
    return {"rows": rows, "kg": there.wall, "kg_cpu": here.cpu, "direct": direct.wall, "direct_cpu": direct.cpu}


def _drained(solutions: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> None:
    assert isinstance(solutions, ox.QuerySolutions)
    # To be of use, the terms have to reach Python.
    for solution in solutions:
        tuple(solution)


@dataclass(frozen=True, slots=True)
class _Best(Generic[T]):
    """The least time by the clock and of the processor, and what came of it."""

    wall: float
    cpu: float
    result: T


def _best(ask: Callable[[], T], repeat: int) -> _Best[T]:
    walls, cpus = [], []
    while len(walls) < repeat and sum(walls) < LONG:
        wall, cpu = perf_counter(), process_time()
        result = ask()
        walls.append(perf_counter() - wall)
        cpus.append(process_time() - cpu)
    return _Best(min(walls), min(cpus), result)


def _rdflib(quads: Path) -> Callable[[str], float]:
    """A function that asks rdflib's memory store, in a process that can be ended."""
    import multiprocessing as mp

    import rdflib

    dataset = rdflib.Dataset()
    dataset.parse(quads, format="nquads")

    def ask(text: str) -> float:
        def work() -> None:
            list(dataset.query(text))

        process = mp.get_context("fork").Process(target=work)
        since = perf_counter()
        process.start()
        process.join(RDFLIB_PATIENCE)
        process.kill()
        process.join()
        return perf_counter() - since

    return ask


def build(articles: int, folder: Path, optimize: bool) -> Path:
    """A store of made-up articles in a folder, pyoxigraph's own of the same quads, and the quads in a file."""
    with open_store(folder / "store") as store:
        store.add_many(extractions(articles))
    quads = folder / "graph.nq"
    engine = ox.Store.read_only(str(folder / "store" / "quads"))
    engine.dump(str(quads), format=ox.RdfFormat.N_QUADS)
    plain = ox.Store(str(folder / "plain"))
    plain.bulk_load(path=str(quads), format=ox.RdfFormat.N_QUADS)
    if optimize:
        plain.optimize()
    plain.flush()
    return quads


def report(timings: list[Timing]) -> str:
    """A table in Markdown."""
    head = ("rows", "kg ms", "pyoxigraph ms", "ratio", "kg CPU ms", "pyoxigraph CPU ms", "rdflib ms")
    lines = [f"| question | {' | '.join(head)} |", f"|---|{'--:|' * len(head)}"]
    for one in [*(one for one in timings if one.answered), total(timings)]:
        other = "" if one.rdflib is None else f"{one.rdflib * 1e3:,.0f}"
        lines.append(
            f"| {one.name} | {one.rows:,} | {one.kg * 1e3:,.1f} | {one.direct * 1e3:,.1f} | {one.ratio:.2f} "
            f"| {one.kg_cpu * 1e3:,.1f} | {one.direct_cpu * 1e3:,.1f} | {other} |"
        )
    late = [one.name for one in timings if not one.answered]
    return "\n".join([*lines, *([f"\nNot answered in time: {', '.join(late)}"] if late else [])])


def total(timings: list[Timing]) -> Timing:
    """All questions together that were answered in time."""
    timings = [one for one in timings if one.answered]
    slow = [one.rdflib for one in timings if one.rdflib is not None]
    return Timing(
        "all",
        sum(one.rows for one in timings),
        sum(one.kg for one in timings),
        sum(one.direct for one in timings),
        sum(one.kg_cpu for one in timings),
        sum(one.direct_cpu for one in timings),
        max((one.megabytes for one in timings), default=0.0),
        sum(slow) if slow else None,
    )


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[1_000])
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--patience", type=float, default=PATIENCE, help="seconds that one question may take in all")
    parser.add_argument("--rdflib", action="store_true", help="ask rdflib's memory store too (slow)")
    parser.add_argument("--as-loaded", action="store_true", help="do not let pyoxigraph join its tables, as kg does")
    args = parser.parse_args()
    for articles in args.articles:
        with tempfile.TemporaryDirectory() as place:
            quads = build(articles, Path(place), not args.as_loaded)
            rdflib = quads if args.rdflib else None
            timings = measure(Path(place) / "store", Path(place) / "plain", args.repeat, rdflib, args.patience)
        print(f"\n## {articles:,} articles\n\n{report(timings)}", flush=True)


if __name__ == "__main__":
    main()
