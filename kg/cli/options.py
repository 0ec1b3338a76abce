"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def spoken(name: str | None) -> str | None:
    """What was typed, in UTF-8, where the locale takes every byte beyond ASCII for a mistake."""
    return name and name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


StoreOption = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="DIR|URL",
        envvar="KG_STORE",
        show_default="exports/store",
        help="Where the store is: a folder, or the URL of a SPARQL 1.1 server.",
    ),
]
ExportsOption = Annotated[
    Path | None,
    typer.Option("--exports", metavar="DIR", show_default="exports", help="Where the exported files go."),
]
NoExportsOption = Annotated[
    bool, typer.Option("--no-exports", help="Leave the exported files as they are; kg export and kg view make them.")
]
JudgementsOption = Annotated[
    Path | None,
    typer.Option(
        "--judgements",
        metavar="FILE",
        show_default="the store's last one, else seeds/judgements.tsv",
        help="Which things people judged to be the same or different.",
    ),
]
ConfidenceOption = Annotated[
    float,
    typer.Option("--min-confidence", metavar="0…1", min=0, max=1, help="Leave out facts that are less sure than this."),
]
