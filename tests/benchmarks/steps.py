"""The steps that `bench_store` measures, each run in a process of its own on the folder of one size.

The folder holds `store` (kg's), `graph.nq` (the same quads), `plain` (the quads as pyoxigraph loads them) and
`articles` (text files, for what is read and extracted).
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from time import perf_counter, process_time

import pyoxigraph as ox

from kg.allocation import look_seldom
from kg.build import build
from kg.check import check
from kg.exporters import export
from kg.extractor import extract
from kg.store import batches, open_store
from kg.store.prepared import Prepared, prepare
from tests.benchmarks.bench_questions import measure, total
from tests.benchmarks.generator import extraction, extractions
from tests.benchmarks.measuring import Clock, cpu_time, peak

Figures = dict[str, float]


def load(folder: Path, articles: int) -> Figures:
    """Merge and write made-up articles; making them and turning them into triples is counted apart."""
    making, preparing = Clock(), Clock()
    held: list[float] = []

    def prepared() -> Iterator[Prepared]:
        source = extractions(articles)
        for number in range(articles):
            with making:
                one = next(source)
            with preparing:
                ready = prepare(one)
            yield ready
            # What a batch needs is held by then, so that what comes on top of it is growth.
            if number in (articles // 2, articles - 1):
                held.append(peak())

    # To make the articles takes longer than to store them; a batch is to end when it is full, not when it is late.
    batches.SECONDS = 1e9  # type: ignore[misc]
    # As the command does.
    look_seldom()
    wall, cpu = perf_counter(), process_time()
    with open_store(folder / "store") as store:
        store.add_many(prepared())
    apart = (making.wall + preparing.wall, making.cpu + preparing.cpu)
    size = sum(file.stat().st_size for file in (folder / "store").rglob("*") if file.is_file())
    return {
        "wall": perf_counter() - wall - apart[0],
        "cpu": process_time() - cpu - apart[1],
        "prepare": preparing.cpu,
        "second half MB": held[1] - held[0],
        "disk MB": size / 1e6,
    }


def dump(folder: Path) -> Figures:
    """Write the quads of the store as N-Quads, and count."""
    store = ox.Store.read_only(str(folder / "store" / "quads"))
    store.dump(str(folder / "graph.nq"), format=ox.RdfFormat.N_QUADS)
    (statements,) = store.query("SELECT (COUNT(*) AS ?n) { ?s <https://w3id.org/smartcity-kg/ontology#support> ?x }")  # type: ignore[misc]
    with (folder / "graph.nq").open("rb") as lines:
        quads = sum(block.count(b"\n") for block in iter(partial(lines.read, 1 << 24), b""))
    return {"quads": quads, "statements": float(statements[0].value)}


def ask(folder: Path, repeat: int) -> Figures:
    """Ask the ready questions of kg, and of pyoxigraph with its tables as they are."""
    whole = total(measure(folder / "store", folder / "plain", repeat))
    cpu = {"kg CPU": whole.kg_cpu, "pyoxigraph CPU": whole.direct_cpu}
    return {"kg": whole.kg, "pyoxigraph": whole.direct, **cpu, "rows": whole.rows, "MB": whole.megabytes}


def ask_rdflib(folder: Path) -> Figures:
    """Ask the ready questions of rdflib's memory store; one not answered within a minute counts as a minute."""
    whole = total(measure(folder / "store", folder / "plain", 1, folder / "graph.nq"))
    return {"rdflib": whole.rdflib or 0.0}


def plain_load(folder: Path) -> Figures:
    """What pyoxigraph needs to load the same quads."""
    shutil.rmtree(folder / "plain", ignore_errors=True)
    wall, cpu = perf_counter(), process_time()
    store = ox.Store(str(folder / "plain"))
    store.bulk_load(path=str(folder / "graph.nq"), format=ox.RdfFormat.N_QUADS)
    store.flush()
    return {"wall": perf_counter() - wall, "cpu": process_time() - cpu}


def plain_optimize(folder: Path) -> None:
    """What joining pyoxigraph's tables takes, which kg does by itself after a build."""
    ox.Store(str(folder / "plain")).optimize()


def rdflib_load(folder: Path) -> None:
    """What rdflib's own memory store needs."""
    import rdflib

    rdflib.Dataset().parse(folder / "graph.nq", format="nquads")


def add_one(folder: Path, number: int) -> Figures:
    """Read, extract and store one more article, in a program that runs already; then take it out again."""
    file = folder / "one" / f"new{number}.txt"
    file.parent.mkdir(exist_ok=True)
    file.write_text(extraction(number).article.text, encoding="utf-8")
    # The extractor's knowledge is loaded before, as it is when the second of two articles is read.
    extract(extraction(number + 1).article)
    opening = perf_counter()
    with open_store(folder / "store") as store:
        adding = perf_counter()
        assert build([file], store=store).new == 1
        added = perf_counter()
    closed = perf_counter()
    with open_store(folder / "store") as store:
        removing = perf_counter()
        assert store.remove(file.name)
        removed = perf_counter()
    return {
        "wall": closed - opening,
        "open": adding - opening,
        "build": added - adding,
        "remove": removed - removing,
    }


def build_one(folder: Path, number: int) -> Figures:
    """The same as one types it: `kg build FILE`, which exports a graph that is not too large, and `kg remove`."""
    file = folder / "one" / f"new{number}.txt"
    file.write_text(extraction(number).article.text, encoding="utf-8")
    kg, store = [sys.executable, "-m", "kg", "-q"], ["--store", str(folder / "store")]
    wall = perf_counter()
    subprocess.run([*kg, "build", str(file), *store, "--exports", str(folder / "exports")], check=True)
    built = perf_counter()
    subprocess.run([*kg, "remove", file.name, *store], check=True)
    return {"wall": built - wall, "kg remove": perf_counter() - built}


def replace_some(folder: Path, count: int, start: int) -> Figures:
    """Remove articles one by one, and add them again in one go, so that the store is as before."""
    with open_store(folder / "store") as store:
        wall = perf_counter()
        for number in range(start, start + count):
            assert store.remove(f"{number:07d}.txt")
        removed = perf_counter()
        assert store.add_many(extractions(count, start)).new == count
        return {"remove one": (removed - wall) / count, "add again": (perf_counter() - removed) / count}


def export_as(folder: Path, form: str) -> None:
    """Write the whole graph in a format."""
    with open_store(folder / "store", read_only=True) as store:
        export(store, form, folder / f"export.{form}")


def check_all(folder: Path) -> None:
    """Look the whole store over."""
    with open_store(folder / "store", read_only=True) as store:
        check(store)


def read_and_build(folder: Path, articles: int, jobs: int) -> Figures:
    """Build from text files with the real extractor, as one types it, exports included.

    The processor time is that of the command, not what making the files takes.
    """
    texts = folder / "articles"
    if not texts.exists():
        texts.mkdir()
        for one in extractions(articles):
            (texts / one.article.source).write_text(one.article.text, encoding="utf-8")
    places = ["--store", str(folder / f"built{jobs}"), "--exports", str(folder / f"exports{jobs}")]
    wall, cpu = perf_counter(), cpu_time()
    subprocess.run([sys.executable, "-m", "kg", "-q", "build", str(texts), *places, "--jobs", str(jobs)], check=True)
    return {"wall": perf_counter() - wall, "cpu": cpu_time() - cpu}
