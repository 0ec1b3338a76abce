"""`kg query`: ask the graph a ready question, or one's own in SPARQL."""

from __future__ import annotations

import os
import sys
from codecs import BOM_UTF8
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from kg.cli.console import Loudness, fail, warn
from kg.cli.options import StoreOption, spoken
from kg.cli.output import STANDARD_OUTPUT
from kg.errors import QueryError

if TYPE_CHECKING:
    from kg.questions import Question, Table

_FORMATS: Final = ("table", "csv", "tsv", "json", "xlsx", "parquet")
_BINARY: Final = ("xlsx", "parquet")

AskedArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="SPARQL|FILE.rq|NAME",
        show_default=False,
        help="A query, a file with one, the name or Chinese title of a ready question, or - for standard input.",
        callback=spoken,
    ),
]
SetOption = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="NAME=VALUE", help="A parameter of the question; may be given several times."),
]
ConfidenceOption = Annotated[
    float | None,
    typer.Option("--min-confidence", metavar="0…1", min=0, max=1, help="Leave out facts that are less sure than this."),
]
FormatOption = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="|".join(_FORMATS),
        show_default="table, or by the ending of -o FILE",
        help="How the rows are written.",
    ),
]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Write to a file instead of the terminal; - for standard output."
    ),
]
LimitOption = Annotated[int, typer.Option("--limit", min=0, help="At most so many rows; 0 for all.")]
TimeoutOption = Annotated[float, typer.Option("--timeout", min=0, help="Give up after so many seconds; 0 for never.")]
MemoryOption = Annotated[int, typer.Option("--memory", min=0, help="Use at most so many MB; 0 for no limit.")]
ListOption = Annotated[bool, typer.Option("--list", help="List the ready questions and what they need to be told.")]
PagerOption = Annotated[
    bool, typer.Option("--pager/--no-pager", help="Page what is longer than the terminal (on a terminal only).")
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("query")(query)


def query(
    asked: AskedArgument = None,
    settings: SetOption = None,
    min_confidence: ConfidenceOption = None,
    name: FormatOption = None,
    output: OutputOption = None,
    store: StoreOption = None,
    limit: LimitOption = 10_000,
    timeout: TimeoutOption = 60.0,
    memory: MemoryOption = 2_048,
    list_all: ListOption = False,
    pager: PagerOption = True,
) -> None:
    """Ask the graph a ready question, or one of your own in SPARQL. 向图谱提问。

    Queries only read, and never reach the network. The usual prefixes need not be declared.

    Example: kg query firms-in-city --set city=桂林市

    Example: kg query 哪些项目使用一项技术 --set 技术=云计算

    Example: kg query 'SELECT ?firm { ?city rdfs:label "桂林市"@zh ; sc:partnersWith ?firm }'
    """
    if list_all:
        _list()
        return
    if asked is None:
        raise typer.BadParameter("nothing was asked; give a query or a name, or see kg query --list")
    output = None if output == STANDARD_OUTPUT else output
    chosen = _format(name, output)
    try:
        table = _answer(asked, _given(settings, min_confidence), store, limit, timeout, memory)
    except QueryError as error:
        if picture := getattr(error, "picture", ""):
            warn(picture)
        fail(str(error))
        raise typer.Exit(1) from error
    if chosen == "table":
        _show(table, output, pager)
    else:
        _write(table, chosen, output)


def _answer(
    asked: str, given: dict[str, str], store: str | None, limit: int, timeout: float, memory: int
) -> Table:  # fmt: skip
    from kg.questions import Limits, doubts, run_query
    from kg.store import place

    text = sys.stdin.read() if asked == "-" else asked
    limits = Limits(seconds=timeout or None, rows=limit or None, megabytes=memory or None)
    table = run_query(place(store), text, given, limits)
    for doubt in doubts(text):
        warn(doubt)
    return table


def _given(settings: list[str] | None, min_confidence: float | None) -> dict[str, str]:
    """The parameters by name."""
    given = {}
    for setting in settings or []:
        name, sign, value = setting.partition("=")
        if not sign or not name.strip():
            raise typer.BadParameter(f"--set takes NAME=VALUE, not {setting}")
        given[name.strip().replace("-", "_")] = value
    if min_confidence is not None:
        given["min_confidence"] = str(min_confidence)
    return given


def _format(name: str | None, output: Path | None) -> str:
    from kg.questions.formats import format_of

    if name is not None and name not in _FORMATS:
        raise typer.BadParameter(f"no format is called {name}; one of {', '.join(_FORMATS)}")
    if name is None and output is not None:
        return "table" if output.suffix == ".txt" else format_of(output)
    if name in _BINARY and output is None and sys.stdout.isatty():
        raise typer.BadParameter(f"{name} is not for the terminal; give -o FILE.{name}")
    return name or "table"


def _write(table: Table, name: str, output: Path | None) -> None:
    """Write for other programs."""
    from kg.exporters.atomic import new_file
    from kg.questions.formats import FORMATS, terminal

    if output is None:
        FORMATS[name](table, sys.stdout.buffer)
        sys.stdout.flush()
    else:
        with new_file(output) as part, part.open("wb") as stream:
            if name == "csv":
                # As in the CSV of kg export: without it Excel garbles Chinese. A pipe goes to programs, which may not
                # expect it.
                stream.write(BOM_UTF8)
            FORMATS[name](table, stream)
        if not Loudness.quiet:
            typer.echo(f"{output}: {terminal.summary(table)}", err=True)
    if table.truncated and (output is None or Loudness.quiet):
        warn(f"kg: {terminal.summary(table)}")


def _show(table: Table, output: Path | None, pager: bool) -> None:
    """Print for people: as wide as the terminal on one, as wide as the table needs elsewhere."""
    from rich.console import Console
    from rich.pager import SystemPager

    from kg.exporters.atomic import new_file
    from kg.questions.formats import terminal

    if output is not None:
        with new_file(output) as part, part.open("w", encoding="utf-8") as stream:
            console = Console(file=stream, width=terminal.UNLIMITED, no_color=True)
            console.print(terminal.render(table, console), soft_wrap=True)
        return
    if not sys.stdout.isatty():
        console = Console(width=terminal.UNLIMITED)
        console.print(terminal.render(table, console), soft_wrap=True)
        return
    console = Console()
    with console.capture() as shown:
        console.print(terminal.render(table, console))
    if pager and shown.get().count("\n") >= console.height:
        # Colours through, no pager for what fits after all, and the last page left standing.
        os.environ.setdefault("LESS", "-RFX")
        SystemPager().show(shown.get())
    else:
        typer.echo(shown.get(), nl=False)


def _list() -> None:
    from rich.console import Console

    from kg.questions import ready
    from kg.questions.formats import terminal

    console = Console() if sys.stdout.isatty() else Console(width=terminal.UNLIMITED)
    for question in ready():
        console.print(question.name, style="bold cyan", markup=False, highlight=False)
        for line in (question.title_zh, question.title_en, *_settings(question)):
            console.print(f"  {line}", markup=False, highlight=False, soft_wrap=True)


def _settings(question: Question) -> list[str]:
    """One line for each parameter, with a value to try."""
    lines = []
    for parameter in question.parameters:
        need = "" if parameter.default is None else f"  [{parameter.default or 'optional'}]"
        value = parameter.example or parameter.default
        lines.append(f"--set {parameter.name}={value}  {parameter.label_zh} {parameter.label_en}{need}")
    return lines
