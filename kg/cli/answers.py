"""Answers to one question asked again and again: typed at a terminal, or a line each from a pipe."""

from __future__ import annotations

import sys
from typing import Final

import typer

from kg.cli.console import somebody_is_there, warn
from kg.errors import QueryError

END: Final = ""
"""What stands for an answer where no more come."""

_FIRST_SIGNS: Final = {"y": "y", "是": "y", "n": "n", "否": "n", "s": "s", "跳": "s", "q": "q", "退": "q"}
_CHOICES: Final = "[y]es 是 [n]o 否 [s]kip 跳过 [q]uit 退出"


def answer_to(question: str) -> str:
    """One of y, n, s and q; nothing typed is s, and the end of a pipe END.

    Raises QueryError for a line of a pipe that is none of them: the next may be meant for another question.
    """
    if not somebody_is_there():
        line = sys.stdin.readline()
        return _meant(line) if line else END
    while True:
        try:
            return _meant(typer.prompt(f"{question} {_CHOICES}", default="s", show_default=False))
        except QueryError as error:
            warn(str(error))


def _meant(typed: str) -> str:
    answer = typed.strip().lower()
    if answer and answer[0] not in _FIRST_SIGNS:
        raise QueryError(f"not an answer 无法识别的回答: {answer}", remedy="y 是, n 否, s 跳过 or q 退出")
    return _FIRST_SIGNS[answer[0]] if answer else "s"
