"""`kg remove`: take articles out of the graph."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.changing import refresh, tell_outdated, writable
from kg.cli.console import fail, say
from kg.cli.options import JudgementsOption, NoExportsOption, StoreOption

if TYPE_CHECKING:
    from kg.store import Store

ArticlesArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="ARTICLE...",
        show_default=False,
        help="Articles by name, as kg build gave it, by their file or IRI; of a file of several, all.",
    ),
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("remove")(remove)


def remove(
    articles: ArticlesArgument,
    store: StoreOption = None,
    no_exports: NoExportsOption = False,
    judgements: JudgementsOption = None,
) -> None:
    """Take articles out of the graph, with all that only they state. 从图谱中移除文章。

    The files themselves stay; building from them again brings the articles back. Exports that kg build made of the
    store are written anew. Exit status: 1 if one was not found.

    Example: kg remove 桂林签约.md
    """
    from kg.build.file_names import source_at

    missing = 0
    with writable(store, judgements) as opened:
        for article in articles:
            if number := _take_out(opened, article) or _take_out(opened, source_at(opened, Path(article))):
                say(f"removed 已移除 {article}" + (f": {number} articles 篇" if number > 1 else ""))
                continue
            missing += 1
            near = [source for source in opened.sources() if Path(source).name == Path(article).name]
            fail(f"{article}: no such article 没有这篇文章" + (f" — perhaps {', '.join(near[:3])}" if near else ""))
        (tell_outdated if no_exports else refresh)(opened)
    if missing:
        raise typer.Exit(1)


def _take_out(store: Store, name: str) -> int:
    """Remove the article of a name or IRI, else all those of a file of several; how many they were."""
    if not name or store.remove(name):
        return int(bool(name))
    return sum(store.remove(source) for source in store.sources(f"{name}#"))
