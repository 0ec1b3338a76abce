"""The help of the commands."""

from __future__ import annotations

from itertools import pairwise

import pytest
import typer
from rich.cells import cell_len
from typer.testing import CliRunner

from kg.cli import app

COMMANDS = sorted(typer.main.get_command(app).commands)


def told(*args: str) -> list[str]:
    """The lines of a help text on a terminal of 80 columns."""
    done = CliRunner().invoke(app, [*args, "--help"], env={"COLUMNS": "80", "TERMINAL_WIDTH": "80"})
    assert done.exit_code == 0
    return [line.strip() for line in done.stdout.splitlines()]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_paragraph_fills_its_lines(command: str) -> None:
    """A line ends where the next word has no room, not where the source has a line break."""
    lines = told(command)
    prose = lines[: next(place for place, line in enumerate(lines) if line.startswith("╭"))]
    listed = [line for line in prose if "  " in line]
    for line, after in pairwise(prose):
        if line and after and not {line, after} & set(listed):
            assert cell_len(f" {line} {after.split()[0]} ") > 80, (line, after)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_a_flag_is_not_shown_with_a_value(command: str) -> None:
    shown = "\n".join(told(*([command] if command else [])))
    assert "--help" in shown
    assert "bool" not in shown.lower()


def test_a_list_keeps_its_lines() -> None:
    assert any(line.startswith("gexf ") for line in told("export"))
