"""`kg explain`: an article with what was found in it, and why."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from kg.cli.build import SKIPPED
from kg.cli.console import count, detail, say, show, warn
from kg.cli.output import STANDARD_OUTPUT
from kg.errors import ReadError

if TYPE_CHECKING:
    from kg.model import Article

_STDIN: Final = "-"
_STDIN_NAME: Final = "standard input"

FileArgument = Annotated[
    str, typer.Argument(metavar="FILE|-", show_default=False, help="A file with articles, or - for standard input.")
]
OutputOption = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="PAGE", help="Write an HTML page, and show nothing here.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON with the same content.")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("explain")(explain)


def explain(file: FileArgument, output: OutputOption = None, as_json: JsonOption = False) -> None:
    """Show what was found in an article, and why. 显示文章中找到的提及、链接理由与每条陈述所用的模式。

    Each sentence with its mentions, what they were linked to and why, its times and figures, and its statements with
    the pattern that made them. Sentences without a statement are marked: ! where a relation could join two of the
    things named, · elsewhere. Exit status: 0 done, 3 some of several articles could not be read, 1 failed.

    Example: kg explain seeds/articles/01-guilin-huawei.md

    Example: echo 桂林市与华为签署合作协议。 | kg explain - -o page.html
    """
    from kg import explain as explaining

    unread: list[ReadError] = []
    explained = (explaining.explain(article) for article in _articles(file, unread))
    if output or as_json:
        found = list(explained)
        if output:
            _write(output, explaining.render_page(found))
        if as_json:
            typer.echo(explaining.as_json(found))  # rich would read :words: between colons as emoji
        elif output and output != STANDARD_OUTPUT:
            show(str(output))
            say(f"{count(len(found), 'article')} 篇; works without network or server 离线可用")
    else:
        for one in explained:
            show(*explaining.view(one))
    for error in unread:
        warn(str(error))
    if unread:
        raise typer.Exit(SKIPPED)


def _articles(file: str, unread: list[ReadError]) -> Iterator[Article]:
    """The articles of a file; an error after the first good one goes into `unread`, one before it is raised."""
    any_read = False
    try:
        for article in _read(file):
            any_read = True
            detail(f"{article.source}: {len(article.text)} characters")
            yield article
    except ReadError as error:
        if not any_read:
            raise
        unread.append(error)


def _read(file: str) -> Iterator[Article]:
    from kg.reader import read_path, read_string
    from kg.reader.encoding import decode

    if file == _STDIN:
        return read_string(decode(sys.stdin.buffer.read(), _STDIN_NAME), _STDIN_NAME)
    return read_path(file)


def _write(path: Path, text: str) -> None:
    if path == STANDARD_OUTPUT:
        typer.echo(text.encode("utf-8"), nl=False)
        return
    from kg.exporters.atomic import new_file

    with new_file(path) as part:
        part.write_text(text, encoding="utf-8", newline="\n")
