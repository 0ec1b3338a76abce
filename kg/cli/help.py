"""How the help of a command looks: paragraphs as wide as the terminal, and flags that take no value."""

from __future__ import annotations

from typing import Any, Final

from typer.core import TyperCommand, TyperGroup, TyperOption

_AS_IT_IS: Final = "\b"


class Command(TyperCommand):
    """A command whose help is drawn so."""

    def __init__(self, *args: Any, **options: Any) -> None:
        """Undo the line breaks that the source has within a paragraph."""
        options["help"] = running_on(options.get("help") or "")
        super().__init__(*args, **options)

    def get_params(self, ctx: Any) -> list[Any]:
        """The options and arguments, flags without the name of a type."""
        return bare(super().get_params(ctx))


class Group(TyperGroup):
    """A group of commands whose help is drawn so."""

    def get_params(self, ctx: Any) -> list[Any]:
        """The options and arguments, flags without the name of a type."""
        return bare(super().get_params(ctx))


def running_on(text: str) -> str:
    """A text whose paragraphs are a line each, those apart that are marked to stay as they are."""
    paragraphs = text.split("\n\n")
    return "\n\n".join(one if one.startswith(_AS_IT_IS) else " ".join(one.split("\n")) for one in paragraphs)


def bare(params: list[Any]) -> list[Any]:
    """The same options; to name a type behind a flag would say that it wants a value."""
    for param in params:
        if isinstance(param, TyperOption) and param.is_flag:
            param.metavar = ""
    return params
