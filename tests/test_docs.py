"""The documents are true: what they type runs and prints what they show, and what they name exists."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

from kg import ontology
from kg.exporters.registry import FORMATS
from tests import readme
from tests.command_lines import parse_command
from tests.conftest import ROOT
from tests.readme import README, Session, Step, blocks, steps
from tests.test_architecture import COMMANDS

TEXT = README.read_text(encoding="utf-8")
# An article is no document of ours, though it may be Markdown.
DOCUMENTS = [
    README,
    *(path for top in ("exports", "ontology", "seeds") for path in sorted((ROOT / top).rglob("README.md"))),
]


def _rows(heading: str) -> list[str]:
    """The first cells of the tables below a heading."""
    section = TEXT.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    rows = [line.split("|")[1] for line in section.splitlines() if line.startswith("|")]
    return [row for row in rows if "`" in row and row.strip() != "`kg export`"]


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    return Session(tmp_path_factory.mktemp("readme"))


def test_what_is_typed_prints_what_is_shown(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    # In one test, as each command builds upon those before it.
    shown = [step for block in blocks("console") for step in steps(block)]
    assert shown[0].command == "kg build seeds/articles"
    wrong = [(step.command, printed) for step in shown if not step.same(printed := session.run(step.command))]
    assert wrong == [], "python -m tests.readme writes down what is printed now"
    # What these print differs from day to day, but none may fail; what installs or tests is run by others.
    for line in (line for block in blocks("bash") for line in block.splitlines() if line.startswith("kg ")):
        session.run(line)
    monkeypatch.chdir(session.folder)
    _run_python()


def _run_python() -> None:
    parser, runner = doctest.DocTestParser(), doctest.DocTestRunner(verbose=False)
    told: list[str] = []
    for block in blocks("python"):
        runner.run(parser.get_doctest(block, {}, "README.md", str(README), 0), out=told.append)
    assert (runner.summarize(verbose=False).failed, "".join(told)) == (0, "")


@pytest.mark.parametrize("block", [*blocks("bash"), *blocks("console")])
def test_commands_that_are_named_exist(block: str) -> None:
    for line in [step.command for step in steps(block)] or block.splitlines():
        parse_command(line)


def test_every_command_is_listed() -> None:
    listed = {f"kg {name}" for row in _rows("Commands") for name in re.findall(r"`kg (\w+)", row)}
    assert listed == set(COMMANDS) - {"kg"}


def test_every_format_is_listed() -> None:
    # The page is written by the view, not by an exporter.
    assert {name for row in _rows("Exports") for name in re.findall(r"`(\w+)`", row)} == {*FORMATS, "html"}


def test_every_class_and_link_is_listed() -> None:
    known = ontology.load()
    section = TEXT.partition("\n## What the graph records\n")[2].partition("\n## ")[0]
    classes = {name for line in section.splitlines() for name in re.findall(r"\b[A-Z][a-z]+\b", line)}
    links = {(name, label) for name, label in re.findall(r"^\| `(\w+)` (\S+) \|", section, re.MULTILINE)}
    assert {name for name, term in known.classes.items() if term.group} <= classes | {"Place", "Organization"}
    assert links == {(name, term.label_zh) for name, term in known.predicates.items()}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(path: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", path.read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (path.parent / link).exists()] == []


def test_lines_fit() -> None:
    prose = re.sub(r"^```.*?^```$", "", TEXT, flags=re.DOTALL | re.MULTILINE).splitlines()
    assert [line for line in prose if len(line) > 120 and not line.startswith("|")] == []


def test_a_step_is_a_command_with_what_it_prints() -> None:
    first, second = steps("$ kg a '\n> b'\none\ntwo\n$ kg c\n")
    assert (first, second) == (Step("kg a '\nb'", "one\ntwo"), Step("kg c", ""))
    assert first.same("one  \ntwo\n")
    assert not first.same("one")
    assert Step("kg a", "3 rows · 0.12 s").same("3 rows · 1.50 s")
    assert readme.README.name == "README.md"
