"""`kg check`: look the graph over, and save what can be saved of a damaged store."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Final

import typer

from kg.cli.console import Loudness, count, detail, fail, say, show
from kg.cli.options import JudgementsOption, StoreOption

if TYPE_CHECKING:
    from pathlib import Path

    from kg.check import CheckReport, Findings

JsonOption = Annotated[bool, typer.Option("--json", help="Print the report as JSON.")]
RepairOption = Annotated[
    bool, typer.Option("--repair", help="First make the store anew from every article that can be read whole.")
]

_SHOWN: Final = 5


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("check")(check)


def check(
    store: StoreOption = None,
    as_json: JsonOption = False,
    repair: RepairOption = False,
    judgements: JudgementsOption = None,
) -> None:
    """Check the graph: files, shapes, quotes, orphans, dangling links, contradictions. 检查图谱的一致性。

    Every quote is compared with its article. Contradictions between sources are warnings. Exit status: 0 no errors,
    1 errors were found or the store cannot be read.

    Example: kg check --json > 检查.json
    """
    from kg.check import check as run
    from kg.store import open_store, place

    where = place(store)
    if repair:
        _repair(where, judgements)
    with open_store(where, read_only=True) as opened:
        report = run(opened, tell=detail)
    if as_json:
        show(json.dumps(report.as_json(), ensure_ascii=False, indent=2))
    else:
        _print(report)
    if report.errors:
        raise typer.Exit(1)


def _repair(where: str | Path, judgements: Path | None) -> None:
    from kg.store.repair import repair

    done = repair(where, judgements)
    say(f"{count(done.saved, 'article')} saved 已保全 · the damaged quads are in {done.aside}")
    if done.lost:
        fail(f"{count(done.lost, 'article')} could not be read; kg build brings back what is missing, from the files")
    elif not done.saved:
        fail("nothing could be read whole; kg build brings the articles back from their files")
        raise typer.Exit(1)


def _print(report: CheckReport) -> None:
    for found in report.findings:
        _print_findings(found)
    say(
        f"{count(report.articles, 'article')} 文章, {count(report.statements, 'statement')} 陈述, "
        f"{count(report.quotes, 'quote')} 引文 checked in {report.seconds:.1f} s: "
        f"{count(report.errors, 'error')} 错误, {count(report.warnings, 'warning')} 警告"
    )


def _print_findings(found: Findings) -> None:
    from rich.text import Text

    first = found.named[0]
    colour = "red" if first.severity == "error" else "yellow"
    line = Text(f"{first.severity} ", style=f"bold {colour}")
    line.append(f"{first.check}: {first.what} {first.what_zh}", style="default")
    line.append(f"  ×{found.count}", style="bold")
    show(line)
    shown = found.named if Loudness.verbose else found.named[:_SHOWN]
    for one in shown:
        show("    " + "  ".join(part for part in (one.node, one.detail, one.article) if part))
    if found.count > len(shown):
        show(f"    … and {found.count - len(shown)} more" + ("" if Loudness.verbose else "; -v names more"))
