"""The README's sessions: what stands after `$ ` in a console block is typed, what stands below it is printed.

    python -m tests.readme

runs them all and writes into the README what they print now.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT

README = ROOT / "README.md"

_BLOCK = re.compile(r"^```(?P<kind>\w+)\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE)
_SECONDS = re.compile(r"\d+\.\d+ s\b")
_WIDTH = 100


@dataclass(frozen=True, slots=True)
class Step:
    """A command and what it prints, without what differs from run to run."""

    command: str
    output: str

    def same(self, output: str) -> bool:
        """Whether the command printed the same, whatever time it took."""
        return _lasting(self.output) == _lasting(output)


def _lasting(output: str) -> str:
    return "\n".join(line.rstrip() for line in _SECONDS.sub("… s", output).strip().splitlines())


def blocks(kind: str) -> list[str]:
    """The README's code blocks of a kind: console, python, bash."""
    return [match["body"] for match in _BLOCK.finditer(README.read_text(encoding="utf-8")) if match["kind"] == kind]


def steps(block: str) -> Iterator[Step]:
    """The commands of a console block; one goes on in lines that begin with `> `."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        first, *rest = part.splitlines()
        more = [line[2:] for line in rest if line.startswith("> ")]
        yield Step("\n".join([first, *more]), "\n".join(rest[len(more) :]))


class Session:
    """A folder as a reader of the README has it: the sample articles, a table of judgements, and the command `kg`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "bin").mkdir()
        (folder / "seeds").mkdir()
        (folder / "seeds" / "articles").symlink_to(ROOT / "seeds" / "articles")
        shutil.copy(ROOT / "seeds" / "judgements.tsv", folder / "seeds")
        command = folder / "bin" / "kg"
        command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m kg "$@"\n', encoding="utf-8")
        command.chmod(0o755)

    def run(self, command: str) -> str:
        """What a command prints, errors among it; raises CalledProcessError where it fails."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith("KG_")}
        path = f"{self.folder / 'bin'}{os.pathsep}{environment.get('PATH', '')}"
        environment |= {"PATH": path, "PYTHONPATH": str(ROOT), "COLUMNS": str(_WIDTH), "PYTHONUTF8": "1"}
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=self.folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=True,
        )
        return done.stdout


def _refreshed(text: str, session: Session) -> str:
    def block(match: re.Match[str]) -> str:
        if match["kind"] != "console":
            return match[0]
        told = ""
        for step in steps(match["body"]):
            printed = session.run(step.command)
            output = step.output if step.same(printed) else printed
            told += "\n> ".join([f"$ {step.command}".splitlines()[0], *step.command.splitlines()[1:]])
            told += "\n" + "".join(f"{line.rstrip()}\n" for line in output.strip().splitlines())
        return f"```console\n{told}```"

    return _BLOCK.sub(block, text)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as _folder:
        _text = _refreshed(README.read_text(encoding="utf-8"), Session(Path(_folder)))
    README.write_text(_text, encoding="utf-8")
