"""The shape of the program: arrows between its rooms, small files, light imports, commands that explain themselves."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest
import typer
from importlinter.cli import lint_imports

from kg.cli import app
from tests.command_lines import parse_command
from tests.conftest import ROOT

PACKAGE = ROOT / "kg"
MODULES = sorted(PACKAGE.rglob("*.py"))
WRITTEN = [path for folder in (PACKAGE, ROOT / "tests") for path in folder.rglob("*")]
SOURCES = sorted(path for path in WRITTEN if path.suffix in {".py", ".js", ".css", ".html"})
LINES_MOST, FUNCTION_MOST = 300, 40

# What is longer than it should be, and why.
LONG_FILES: dict[str, str] = {}
LONG_FUNCTIONS: dict[str, str] = {}
# Required but imported nowhere, and why.
UNIMPORTED = {"jieba": "its dictionary and tags are the reference for rjieba, the compiled form that is used"}
# Slow to import and wanted by few commands: `import kg` and `kg --help` do without.
HEAVY = (
    "bs4",
    "jieba",
    "lxml",
    "networkx",
    "numpy",
    "openpyxl",
    "pandas",
    "pyarrow",
    "pyoxigraph",
    "pyshacl",
    "pyvis",
    "rdflib",
)


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_imports_go_one_way() -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


def test_every_room_is_in_the_contract() -> None:
    # One that it does not name could import whatever it likes.
    layers = re.findall(r"kg\.(\w+)", (ROOT / "pyproject.toml").read_text(encoding="utf-8").partition("layers = [")[2])
    rooms = {path.stem for path in PACKAGE.glob("*.py")} | {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert rooms - {"__init__", "__main__"} - set(layers) == set()


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_every_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def test_files_are_small() -> None:
    long = {_name(path) for path in SOURCES if path.read_text(encoding="utf-8").count("\n") > LINES_MOST}
    assert long == set(LONG_FILES)


def _function_lengths(path: Path) -> Iterator[tuple[str, int]]:
    """Each function with its number of lines, docstring and decorators left out."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first, *rest = node.body
            told = ast.get_docstring(node) is not None and rest
            assert node.end_lineno is not None
            yield node.name, node.end_lineno - (rest[0].lineno if told else first.lineno) + 2


def test_functions_are_small() -> None:
    lengths = {f"{_name(path)}:{name}": length for path in MODULES for name, length in _function_lengths(path)}
    assert {name for name, length in lengths.items() if length > FUNCTION_MOST} == set(LONG_FUNCTIONS)


@pytest.mark.parametrize("module", ["kg", "kg.cli"])
def test_importing_is_light(module: str) -> None:
    code = f"import sys, {module}; print(*sorted(set({HEAVY!r}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def _packages(requirements: list[str]) -> set[str]:
    """The packages that requirements name, in their normal form."""
    return {_normal(re.split(r"[<>=\[; ]", requirement)[0]) for requirement in requirements}


def _normal(package: str) -> str:
    return re.sub(r"[-_.]+", "-", package).lower()


def _imported() -> set[str]:
    """The packages from outside that the code imports."""
    names: set[str] = set()
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                names.add((node.module or "").partition(".")[0])
    homes = packages_distributions()
    return {_normal(homes.get(name, [name])[0]) for name in names - sys.stdlib_module_names - {"kg"}}


def test_dependencies_are_what_is_imported() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    needed = _packages(project["dependencies"])
    assert _imported() - needed - _packages([*extras["parquet"], *extras["plots"]]) == set()
    assert needed - _imported() == set(UNIMPORTED)


# Typer brings a click of its own, so that a command is known by what it has, not by its class.
def _commands() -> dict[str, Any]:
    """Every command by its full name, groups too."""
    found: dict[str, Any] = {}
    waiting = [("kg", typer.main.get_command(app))]
    while waiting:
        name, command = waiting.pop()
        found[name] = command
        waiting += [(f"{name} {sub}", below) for sub, below in getattr(command, "commands", {}).items()]
    return found


COMMANDS = _commands()


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_explains_itself_and_its_options(name: str) -> None:
    command = COMMANDS[name]
    assert command.help
    assert re.search(r"[\u4e00-\u9fff]", command.help), "no word of Chinese"
    assert [one.name for one in command.params if one.name != "help" and not getattr(one, "help", "")] == []


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_examples_that_it_understands(name: str) -> None:
    examples = re.findall(r"^Example: (.+)$", COMMANDS[name].help or "", re.MULTILINE)
    assert examples
    for example in examples:
        assert name in example
        parse_command(example)
