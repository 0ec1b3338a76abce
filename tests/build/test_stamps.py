"""When a file is read again: with every change of what decides how it is read."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from kg.build import stamps
from tests.conftest import ROOT

PACKAGE = ROOT / "kg"
READING = (*(PACKAGE / "reader").rglob("*.py"), *(PACKAGE / "extractor").rglob("*.py"), PACKAGE / "store/prepared.py")
# What these do shows in no triple: memory, messages, places of files, what is kept between processes.
HARMLESS = {"allocation.py", "errors.py", "expressions.py", "mistakes.py", "resources.py", "wording.py"}


def _imported(file: Path) -> Iterator[Path]:
    """The modules of the package that a module names in an import, at its head or later."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "kg":
            place = ROOT.joinpath(*str(node.module).split("."))
            named = [place.with_suffix(".py"), *((place / name.name).with_suffix(".py") for name in node.names)]
            yield from (one for one in named if one.is_file())


def test_all_code_that_decides_what_an_article_says_is_looked_at() -> None:
    waiting, met = list(READING), set(READING)
    while waiting:
        fresh = set(_imported(waiting.pop())) - met
        met |= fresh
        waiting += [file for file in fresh if file.name not in HARMLESS]
    looked_at = [PACKAGE / name for name in stamps._CODE]
    missed = {file for file in met if not any(file == one or one in file.parents for one in looked_at)}
    assert {file.relative_to(PACKAGE).as_posix() for file in missed} == HARMLESS
