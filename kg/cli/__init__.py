"""The command `kg`: each command parses, calls the package and prints."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from importlib import import_module
from typing import Annotated, Any, Final

import typer

from kg.allocation import look_seldom
from kg.cli.console import Loudness, encode_all, fail
from kg.cli.help import Command, Group
from kg.errors import KgError

MODULES: Final = ("build", "show", "query", "stats", "view", "export", "explain", "review", "remove", "check")

# What a shell makes of a program that the signal SIGPIPE ended.
_UNREAD: Final = 128 + 13
_LOUDNESS: Final = frozenset({"-q", "--quiet", "-v", "--verbose"})


class Anywhere(Group):
    """A group whose --quiet and --verbose may stand before or after the command."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Move the two to the front; what follows `--` stays."""
        end = args.index("--") if "--" in args else len(args)
        front = [arg for arg in args[:end] if arg in _LOUDNESS]
        rest = [arg for arg in args[:end] if arg not in _LOUDNESS]
        return super().parse_args(ctx, front + rest + args[end:])


app = typer.Typer(
    cls=Anywhere,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Turn Chinese news about smart cities into a knowledge graph. 把智慧城市新闻变成知识图谱。\n\n"
    "Example: kg build seeds/articles && kg show 桂林市",
)


def _version(asked: bool) -> None:
    if asked:
        from kg import __version__

        typer.echo(f"kg {__version__}")
        raise typer.Exit


@app.callback()
def loudness(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and end.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print results, warnings and errors only.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Tell more of what is done.")] = False,
) -> None:
    """Options of every command."""
    del version
    Loudness.quiet, Loudness.verbose = quiet, verbose


for _module in MODULES:
    import_module(f"kg.cli.{_module}").register(app)
for _command in app.registered_commands:
    _command.cls = Command


def main() -> None:
    """Run the command line. Exit status: 0 done, 1 failed, 2 wrong usage; others are told by each command."""
    # What a command loads it keeps to its end: to look it through for garbage, on the way and once more at the end,
    # would take a third of the time that a small build takes.
    encode_all()
    look_seldom()
    atexit.register(gc.freeze)
    try:
        app(prog_name="kg")
    except KgError as error:
        fail(str(error))
        sys.exit(1)
    except SystemExit as end:
        if not isinstance(end.__context__, BrokenPipeError):
            raise
        _end_unread()
    except BrokenPipeError:
        _end_unread()


def _end_unread() -> None:
    """End as other tools do where whoever read has gone; the interpreter is not to complain when it flushes."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(_UNREAD)
