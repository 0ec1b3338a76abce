"""The ready questions through kg, against the same texts given to pyoxigraph and to rdflib's memory store directly.

    python -m tests.benchmarks.bench_questions --articles 1000 --rdflib

All three hold the same quads and run in the same process tree; each question is asked several times and the fastest
counts. What kg adds is binding, checking, typed cells, names for IRIs, and the way from the process that answers. On a
machine that does other work, look at the processor time: it leaves out that way, and the waiting for a turn.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time

import pyoxigraph as ox

from kg.questions import Limits, Question, Worker, ready
from kg.questions.asking import answer
from kg.questions.binding import bind
from kg.questions.values import terms
from kg.store import Store, open_store
from tests.benchmarks.generator import extractions

MOST = "SELECT ?x { ?x a sc:%s . ?s rdf:subject|rdf:object ?x } GROUP BY ?x ORDER BY DESC(COUNT(?s)) ?x LIMIT 2"
# rdflib needs minutes for joins that take the others milliseconds; what it has not answered by then counts as this.
PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds for one question by the clock, and of the processor; rdflib's are None where it was not asked."""

    name: str
    rows: int
    kg: float
    direct: float
    kg_cpu: float
    direct_cpu: float
    rdflib: float | None = None

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


def measure(folder: Path, plain: Path, repeat: int = 3, rdflib: Path | None = None) -> list[Timing]:
    """Time every question on a store, on pyoxigraph's store of the same quads, and on rdflib's of these N-Quads."""
    with Worker(folder) as worker, open_store(folder, read_only=True) as store:
        given = parameters(store)
        texts = {q.name: bind(q.text, q.where, terms(q, given.get(q.name, {}), store.backend.query)) for q in ready()}
        direct = ox.Store.read_only(str(plain))
        graph = _rdflib(rdflib) if rdflib else None
        worker.ask("ASK {}")
        asked = _Asked(worker, store, direct, graph, repeat)
        return [_timed(question, given.get(question.name, {}), texts[question.name], asked) for question in ready()]


@dataclass(frozen=True, slots=True)
class _Asked:
    """Who is asked, and how often."""

    worker: Worker
    store: Store
    direct: ox.Store
    graph: Callable[[str], float] | None
    repeat: int


def _timed(question: Question, given: Mapping[str, str], text: str, asked: _Asked) -> Timing:
    limits = Limits(seconds=None, rows=None, megabytes=None)
    rows = len(asked.worker.ask(question.name, given, limits).rows)

    def ours() -> None:
        asked.worker.ask(question.name, given, limits)

    def here() -> None:
        answer(asked.store.backend, question, given, limits)

    def theirs() -> None:
        solutions = asked.direct.query(text)
        assert isinstance(solutions, ox.QuerySolutions)
        # To be of use, the terms have to reach Python.
        for solution in solutions:
            tuple(solution)

    kg, (direct, direct_cpu) = _best(ours, asked.repeat)[0], _best(theirs, asked.repeat)
    slow = asked.graph(text) if asked.graph else None
    return Timing(question.name, rows, kg, direct, _best(here, asked.repeat)[1], direct_cpu, slow)


def _best(ask: Callable[[], None], repeat: int) -> tuple[float, float]:
    """The least time by the clock and of the processor."""
    found = []
    for _ in range(repeat):
        since = perf_counter(), process_time()
        ask()
        found.append((perf_counter() - since[0], process_time() - since[1]))
    return min(wall for wall, _ in found), min(cpu for _, cpu in found)


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
        process.join(PATIENCE)
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
    for one in [*timings, total(timings)]:
        other = "" if one.rdflib is None else f"{one.rdflib * 1e3:,.0f}"
        lines.append(
            f"| {one.name} | {one.rows:,} | {one.kg * 1e3:,.1f} | {one.direct * 1e3:,.1f} | {one.ratio:.2f} "
            f"| {one.kg_cpu * 1e3:,.1f} | {one.direct_cpu * 1e3:,.1f} | {other} |"
        )
    return "\n".join(lines)


def total(timings: list[Timing]) -> Timing:
    """All questions together."""
    slow = [one.rdflib for one in timings if one.rdflib is not None]
    return Timing(
        "all",
        sum(one.rows for one in timings),
        sum(one.kg for one in timings),
        sum(one.direct for one in timings),
        sum(one.kg_cpu for one in timings),
        sum(one.direct_cpu for one in timings),
        sum(slow) if slow else None,
    )


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[1_000])
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--rdflib", action="store_true", help="ask rdflib's memory store too (slow)")
    parser.add_argument("--as-loaded", action="store_true", help="do not let pyoxigraph join its tables, as kg does")
    args = parser.parse_args()
    for articles in args.articles:
        with tempfile.TemporaryDirectory() as place:
            quads = build(articles, Path(place), not args.as_loaded)
            rdflib = quads if args.rdflib else None
            timings = measure(Path(place) / "store", Path(place) / "plain", args.repeat, rdflib)
        print(f"\n## {articles:,} articles\n\n{report(timings)}", flush=True)


if __name__ == "__main__":
    main()
