"""What the store costs, and what one would use instead costs: a table in Markdown.

    python -m tests.benchmarks.bench_store --articles 1000 10000 100000 --rdflib 1000 --extract 1000

Made-up articles of ten statements each (`generator.py`) are merged and written (**load**: their triples are worked
out before, which `prepare` counts); the same quads are then loaded by pyoxigraph from N-Quads, and up to --rdflib
articles by rdflib's own memory store too. All are asked the 25 ready questions, the fastest of --repeat counting, kg
through the process that guards its limits and pyoxigraph directly, with its tables as loaded and joined by
`optimize()`. One article is read, extracted, stored and taken out again, in a program that runs and by commands (with
their start); some are removed and added again, the graph is exported and checked (up to --check articles). The load
ends with joining the tables, so it is compared with pyoxigraph's load alone and with load and `optimize()`. --extract
articles are built from text files by the real extractor with one and two processes.

Each step is a process of its own, and so is each question (`MB` is the most that one of them needed); its memory is the
peak beyond what it began with. On a machine that does other work, compare processor time (`CPU s`, all threads) rather
than the clock. --folder keeps the files, and a load that is found there is not done again. 10^5 articles need 35 GB of
disk and, on two idle cores, about an hour.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from tests.benchmarks import steps
from tests.benchmarks.measuring import Measured, measured

NEW = 10_000_000
"""The number of an article that is in no store yet."""

_HEAD = ("step", "seconds", "CPU s", "peak MB", "more")


def rows(folder: Path, articles: int, args: argparse.Namespace) -> Iterator[tuple[str, Measured]]:
    """The steps of one size, as they are done."""
    yield "load: merge and write", _loaded(folder, articles)
    yield "dump N-Quads", measured(steps.dump, folder)
    yield "pyoxigraph: bulk load", measured(steps.plain_load, folder)
    if articles <= args.as_loaded:
        yield "questions, pyoxigraph as loaded", measured(steps.ask, folder, args.repeat)
    yield "pyoxigraph: optimize", measured(steps.plain_optimize, folder)
    yield "questions, pyoxigraph optimized", measured(steps.ask, folder, args.repeat)
    if articles <= args.rdflib:
        yield "rdflib: load", measured(steps.rdflib_load, folder)
        yield "questions, rdflib", measured(steps.ask_rdflib, folder)
    for form in args.export:
        yield f"export {form}", measured(steps.export_as, folder, form)
    if articles <= args.check:
        yield "check", measured(steps.check_all, folder)
    # Last, as what is small stays beside the joined tables, and questions take a third longer afterwards.
    yield "add one article", measured(steps.add_one, folder, NEW)
    yield "kg build of one more", measured(steps.build_one, folder, NEW)
    yield "remove and add 20", measured(steps.replace_some, folder, 20, articles // 2)


def extracting(folder: Path, articles: int) -> Iterator[tuple[str, Measured]]:
    """What is read and extracted, by one process and by two."""
    for jobs in (1, 2):
        yield f"build {articles:,} files, jobs {jobs}", measured(steps.read_and_build, folder, articles, jobs)


def _loaded(folder: Path, articles: int) -> Measured:
    """The load, or what it needed when it was done into this folder."""
    noted = folder / "load.json"
    if noted.exists():
        return Measured(**json.loads(noted.read_text(encoding="utf-8")))
    done = measured(steps.load, folder, articles)
    noted.write_text(json.dumps(asdict(done)), encoding="utf-8")
    return done


def shown(table: Iterator[tuple[str, Measured]]) -> dict[str, Measured]:
    """Print each row as soon as it is measured; all of them by name."""
    print(f"| {' | '.join(_HEAD)} |\n|---|--:|--:|--:|---|")
    found = {}
    for name, one in table:
        more = ", ".join(
            f"{key} {value:,.3g}" if value < 100 else f"{key} {value:,.0f}" for key, value in one.more.items()
        )
        print(f"| {name} | {one.wall:,.2f} | {one.cpu:,.2f} | {one.peak:,.0f} | {more} |", flush=True)
        found[name] = one
    return found


def ratios(articles: int, found: dict[str, Measured]) -> str:
    """One line for a size: kg against pyoxigraph, and what one article costs."""
    load, plain = found["load: merge and write"], found["pyoxigraph: bulk load"]
    joined = plain.cpu + found["pyoxigraph: optimize"].cpu
    asked = found["questions, pyoxigraph optimized"].more
    one = found["add one article"]
    cells = (
        f"{articles:,}",
        f"{found['dump N-Quads'].more['statements']:,.0f}",
        f"{load.cpu / plain.cpu:.2f}",
        f"{load.cpu / joined:.2f}",
        f"{load.wall / plain.wall:.2f}",
        f"{asked['kg CPU'] / asked['pyoxigraph CPU']:.2f}",
        f"{asked['kg'] / asked['pyoxigraph']:.2f}",
        f"{one.wall:.2f}",
        f"{found['kg build of one more'].wall:.1f}",
        f"{found['remove and add 20'].more['remove one']:.3f}",
        f"{load.peak:,.0f}",
        f"{1e3 * load.cpu / articles:.1f}",
    )
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="*", default=[1_000, 10_000])
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--export", nargs="*", default=["turtle", "jsonl"], help="formats")
    parser.add_argument("--rdflib", type=int, default=0, help="most articles that rdflib is given")
    parser.add_argument("--check", type=int, default=10_000, help="most articles that are checked")
    parser.add_argument("--as-loaded", type=int, default=10_000, help="most articles asked of tables as loaded")
    parser.add_argument("--extract", type=int, default=0, help="articles to be built from text files")
    parser.add_argument("--folder", type=Path, help="where to work, and to leave everything")
    args = parser.parse_args()
    lines = []
    if args.folder:
        args.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=args.folder) as spare:
        for articles in args.articles:
            folder = (args.folder or Path(spare)) / str(articles)
            folder.mkdir(parents=True, exist_ok=True)
            print(f"\n## {articles:,} articles\n")
            lines.append(ratios(articles, shown(rows(folder, articles, args))))
        if args.extract:
            print(f"\n## {args.extract:,} text files\n")
            done = shown(extracting(Path(spare), args.extract))
            one, two = (done[f"build {args.extract:,} files, jobs {jobs}"].wall for jobs in (1, 2))
            print(f"\n--jobs 2 is {one / two:.2f} times as fast as --jobs 1")
    compared = ("load, CPU ratio", "both joined", "clock ratio", "questions, CPU ratio", "clock ratio")
    head = (
        "articles",
        "statements",
        *compared,
        "add one s",
        "kg build one s",
        "remove one s",
        "load peak MB",
        "load ms an article",
    )
    print(f"\n| {' | '.join(head)} |\n|{'--:|' * len(head)}")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
