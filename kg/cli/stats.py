"""`kg stats`: the graph at a glance."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import StoreOption
from kg.errors import ExportError

if TYPE_CHECKING:
    from kg.questions.stats import Stats

OutputOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Draw into FILE.html or FILE.png instead."),
]
TimeoutOption = Annotated[float, typer.Option("--timeout", min=0, help="Seconds for each count; 0 for any.")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("stats")(stats)


def stats(store: StoreOption = None, output: OutputOption = None, timeout: TimeoutOption = 120.0) -> None:
    """Show the graph at a glance: counts, top cities and firms, coverage, status, confidence. 图谱概览。

    Example: kg stats -o stats.html
    """
    from kg.questions import Limits, Worker
    from kg.questions.stats import stats as count
    from kg.store import place

    location = place(store)
    with Worker(location) as worker:
        found = count(worker, Limits(seconds=timeout or None))
    if output is None:
        from rich.console import Console

        from kg.questions.charts.terminal import render

        console = Console() if sys.stdout.isatty() else Console(width=100)
        console.print(render(found, console))
        return
    data = _drawn(found, output, str(location))
    from kg.exporters.atomic import new_file

    with new_file(output) as part:
        part.write_bytes(data)
    typer.echo(str(output), err=True)


def _drawn(found: Stats, output: Path, location: str) -> bytes:
    """The file's content, in the format that its ending asks for."""
    from kg.questions.charts import page, picture

    ending = output.suffix.lower()
    if ending in (".html", ".htm"):
        return page.page(found, location).encode("utf-8")
    if ending == ".png":
        return picture.picture(found)
    remedy = "end the name in .html or .png 文件名请以 .html 或 .png 结尾"
    raise ExportError(f"no picture has the ending {output.suffix or '(none)'}", where=str(output), remedy=remedy)
