"""Command lines of `kg` in examples and documents, parsed as `kg` would parse them, and not run."""

from __future__ import annotations

import shlex

import typer

from kg.cli import app

_BETWEEN = frozenset("&|;<>")


def parse_command(line: str) -> None:
    """Parse every `kg …` of a line; raises a usage error of click's for a command or option that does not exist."""
    lexer = shlex.shlex(line, posix=True, punctuation_chars=True)
    lexer.whitespace_split = True
    words = [*lexer, ";"]
    while words:
        end = next(index for index, word in enumerate(words) if set(word) <= _BETWEEN)
        if words[:1] == ["kg"]:
            _parse(words[1:end])
        del words[: end + 1]


def _parse(words: list[str]) -> None:
    command = typer.main.get_command(app)
    try:
        context = command.make_context("kg", list(words))
    except typer.Exit:  # --version and --help end where they stand
        return
    while hasattr(command, "commands"):
        name, command, rest = command.resolve_command(context, [*context._protected_args, *context.args])
        context = command.make_context(name, rest, parent=context)
