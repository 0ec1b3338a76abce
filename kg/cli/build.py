"""`kg build`: from articles to a graph."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from kg.cli.changing import exports_folder, writable
from kg.cli.console import Loudness, count, detail, progress, say, warn
from kg.cli.options import ExportsOption, JudgementsOption, NoExportsOption, StoreOption

if TYPE_CHECKING:
    from rich.table import Table

    from kg.build import BuildReport
    from kg.store import Store

SKIPPED: Final = 3
"""Exit status of a build that left something out."""
INTERRUPTED: Final = 130
"""Exit status of what Ctrl-C ended, as shells have it."""

_SHOWN: Final = 20
_NAMED: Final = 5

PathsArgument = Annotated[
    list[Path], typer.Argument(metavar="PATH...", show_default=False, help="Files and folders with articles.")
]
JobsOption = Annotated[
    int | None, typer.Option("--jobs", "-j", min=1, metavar="N", show_default="one a core", help="Processes to use.")
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("build")(build)


def build(
    paths: PathsArgument,
    store: StoreOption = None,
    exports: ExportsOption = None,
    no_exports: NoExportsOption = False,
    jobs: JobsOption = None,
    judgements: JudgementsOption = None,
) -> None:
    """Read articles, extract what they state and write the graph. 读取文章，抽取事实，生成图谱。

    Read are Markdown, plain text, HTML, JSON Lines, CSV and feeds, in folders down to the bottom; files of other kinds
    there are left out, and named. Files that are in the store already, unchanged, are left alone. Exit status: 0 all is
    in, 3 something was skipped (the rest is in), 1 failed, 2 wrong usage, 130 interrupted (what was finished is in).

    Example: kg build seeds/articles 新闻.html
    """
    from kg.build import build as run
    from kg.store import place

    with writable(store, judgements, create=True) as opened:
        folder = None if no_exports else exports_folder(opened, exports)
        report = None
        with suppress(KeyboardInterrupt), progress("Reading articles 读取文章") as tell:
            report = run(
                paths, store=opened, exports=folder, jobs=jobs or _cores(), progress=tell, on_large=_tell_large
            )
        if report is None:
            warn(_interrupted(opened))
            raise typer.Exit(INTERRUPTED)
        _summarise(report, str(place(store)), opened)
        if folder and not report.files and not Loudness.quiet:
            say(_too_large(report))
    if report.skipped:
        raise typer.Exit(SKIPPED)


def _tell_large(source: str, size: int) -> None:
    remedy = "split it into articles, one a file or one a line of a .jsonl file 请拆分为单篇文章"
    warn(f"{source}: {size / 1e6:.1f} MB is large for one article and will be slow 文件过大 — {remedy}")


def _interrupted(store: Store) -> str:
    stored = f"{count(len(store.sources()), 'article')} in the store 已存入"
    return f"interrupted 已中断: {stored}; the same kg build goes on from there 再次运行即可继续"


def _cores() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def _summarise(report: BuildReport, where: str, store: Store) -> None:
    for skip in report.skipped[: None if Loudness.verbose else _SHOWN]:
        warn(f"skipped 跳过 {skip.source}: {skip.reason}" + (f" — {skip.remedy}" if skip.remedy else ""))
    if len(report.skipped) > _SHOWN and not Loudness.verbose:
        warn(f"… and {len(report.skipped) - _SHOWN} more; -v names them all 另有，-v 全部列出")
    if gone := report.vanished:
        told = f"{count(len(gone), 'article')} kept, though the file is gone 文件已不在，文章仍保留"
        warn(f"{told}: {_first_of(gone)} — kg remove NAME takes one out 可移除")
    if others := report.passed_over:
        warn(f"{count(len(others), 'file')} of other kinds left out 其他格式未读: {_first_of(others)}")
    if Loudness.quiet:
        return
    from rich.columns import Columns

    from kg import ontology

    labels = ontology.load().labels
    say(_headline(report))
    if report.entities:
        tables = [_counts("things", "事物", report.entities, labels)]
        tables += [_counts("statements", "陈述", report.statements, labels)] if report.statements else []
        say(Columns(tables, padding=(0, 4)))
    say(_places(report, where, store))
    detail(f"{report.read / report.seconds:.1f} articles a second" if report.seconds else "")


def _first_of(names: Sequence[str]) -> str:
    """The first few of some names; with -v all."""
    if Loudness.verbose or len(names) <= _NAMED:
        return ", ".join(names)
    return f"{', '.join(names[:_NAMED])} …; -v names them all 全部列出"


def _too_large(report: BuildReport) -> str:
    number = count(sum(report.statements.values()), "statement")
    remedy = (
        "kg export FORMAT writes what you need of it 可按需导出, "
        "kg view --focus NAME shows what surrounds one thing 可看单个事物"
    )
    return f"No exports, for {number} are more than a page or a graph tool opens 图谱过大，未导出 — {remedy}"


def _headline(report: BuildReport) -> str:
    parts = [f"{count(report.read, 'article')} read 已读"]
    for number, words in (
        (report.new, "new 新增"),
        (report.replaced, "replaced 更新"),
        (report.removed, "removed 移除"),
        (report.unchanged, "unchanged 未变"),
        (len(report.skipped), "skipped 跳过"),
    ):
        parts += [f"{number} {words}"] if number else []
    return f"{', '.join(parts)} — {report.seconds:.1f} s"


def _counts(title: str, chinese: str, counts: Mapping[str, int], labels: Mapping[str, tuple[str, str]]) -> Table:
    from rich.table import Table

    table = Table(title=f"{sum(counts.values())} {title} {chinese}", title_justify="left", box=None, pad_edge=False)
    table.show_header = False
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(justify="right")
    for name, number in counts.items():
        label_zh, label_en = labels[name]
        table.add_row(label_en, label_zh, str(number))
    return table


def _places(report: BuildReport, where: str, store: Store) -> str:
    made: Iterable[Path | str] = (*report.files, where) if report.written or not report.files else (where,)
    hints = ["kg query --list", "kg check"]
    if name := _best_known(store):
        hints.insert(0, f"kg show {name}")
    return f"Written 已写入: {', '.join(map(str, made))}\nTry next 接下来: {' · '.join(hints)}"


def _best_known(store: Store) -> str:
    """The city of which most is stated, as far as a look at some statements tells: it is only to be a good example."""
    query = """SELECT ?label (COUNT(?s) AS ?n) {
      { SELECT ?s ?city { ?s rdf:subject|rdf:object ?city . ?city a sc:City } LIMIT 5000 }
      ?city rdfs:label ?label FILTER(LANG(?label) = "zh")
    } GROUP BY ?label ORDER BY DESC(?n) ?label LIMIT 1"""
    return next((str(label.value) for label, _ in store.select(query)), "")
