"""`kg view`: write the page that shows the graph."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from kg.cli.console import say, show
from kg.cli.options import ConfidenceOption, StoreOption
from kg.cli.output import STANDARD_OUTPUT, written_out

_PAGE: Final = Path("exports/graph.html")

OutputOption = Annotated[
    Path, typer.Option("--output", "-o", metavar="FILE", help="Where to write the page; - for standard output.")
]
FocusOption = Annotated[
    str | None,
    typer.Option("--focus", metavar="NAME|IRI", help="Open on this thing and what surrounds it, two steps far."),
]
OpenOption = Annotated[bool, typer.Option("--open", help="Open the page in the browser.")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("view")(view)


def view(
    output: OutputOption = _PAGE,
    store: StoreOption = None,
    focus: FocusOption = None,
    min_confidence: ConfidenceOption = 0.0,
    open_page: OpenOption = False,
) -> None:
    """Write one HTML file that shows the graph, with the sentence behind every fact. 生成可离线浏览的图谱网页。

    The file needs no network and no server: open it from disk, send it, keep it.

    Example: kg view --focus 桂林市 --open
    """
    if output == STANDARD_OUTPUT:
        with written_out(_PAGE.name) as page:
            _write(page, store, focus, min_confidence)
        return
    path = _write(output, store, focus, min_confidence)
    show(str(path))
    say(f"{path.stat().st_size / 1e6:.1f} MB; works without network or server 离线可用")
    if open_page:
        typer.launch(path.absolute().as_uri())


def _write(output: Path, store: str | None, focus: str | None, min_confidence: float) -> Path:
    from kg.store import open_store, place
    from kg.view import write_page

    with open_store(place(store), read_only=True) as graph:
        return write_page(graph, output, focus=focus, min_confidence=min_confidence)
