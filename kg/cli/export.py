"""`kg export`: write the graph for another tool."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Final

import typer

from kg.cli.console import say, show
from kg.cli.options import ConfidenceOption, StoreOption
from kg.cli.output import STANDARD_OUTPUT, written_out
from kg.exporters.registry import DEFAULT_FOLDER, FORMATS

# The page is written by kg.view, which stands above the exporters.
_PAGE: Final = "html"
_TOOLS: Final = {_PAGE: "any browser, also without network", **{name: one.tool for name, one in FORMATS.items()}}
_NO_TEXT: Final = {"xlsx", *(name for name, one in FORMATS.items() if one.folder)}

_HELP: Final = """Write the graph for another tool. 把图谱导出为其他工具的格式。

The file goes to exports/graph.<ending>, where an older one stays whole until the new one is complete.

\b
{formats}

Example: kg export gexf -o 智慧城市.gexf"""


def _complete(start: str) -> Iterator[str]:
    return (name for name in _TOOLS if name.startswith(start))


FormatArgument = Annotated[
    str, typer.Argument(metavar="FORMAT", show_default=False, help="One of those above.", autocompletion=_complete)
]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        show_default="exports/graph.<ending>",
        help="Where to write; a folder for neo4j, csv and parquet; - for standard output.",
    ),
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    width = max(map(len, _TOOLS))
    formats = "\n".join(f"{name:{width}}  {tool}" for name, tool in _TOOLS.items())
    app.command("export", help=_HELP.format(formats=formats))(export_graph)


def export_graph(
    format_: FormatArgument,
    output: OutputOption = None,
    store: StoreOption = None,
    min_confidence: ConfidenceOption = 0.0,
) -> None:
    """Write the graph in a format, and print where it is."""
    if format_ not in _TOOLS:
        raise typer.BadParameter(f"{format_!r} is not one of {', '.join(_TOOLS)}", param_hint="FORMAT")
    if output == STANDARD_OUTPUT:
        if format_ in _NO_TEXT:
            what, where = ("a folder", "FOLDER") if FORMATS[format_].folder else ("binary", "FILE")
            raise typer.BadParameter(f"{format_} is {what}; use -o {where}", param_hint="-o")
        with written_out(f"graph.{format_}") as path:
            _export(store, format_, path, min_confidence)
        return
    path = _export(store, format_, output, min_confidence)
    show(str(path))
    say(f"{_size(path) / 1e6:.1f} MB, for {_TOOLS[format_]}")


def _export(store: str | None, format_: str, output: Path | None, min_confidence: float) -> Path:
    from kg.store import open_store, place

    with open_store(place(store), read_only=True) as opened:
        if format_ == _PAGE:
            from kg.view import write_page

            return write_page(opened, output or DEFAULT_FOLDER / "graph.html", min_confidence=min_confidence)
        from kg.exporters import export

        return export(opened, format_, output, min_confidence=min_confidence)


def _size(path: Path) -> int:
    return sum(file.stat().st_size for file in ([path] if path.is_file() else path.iterdir()))
