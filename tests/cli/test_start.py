"""What starts fast stays fast: a command loads no library that it does without."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

TEXT = "6月11日，百色市与华为技术有限公司签署战略合作协议。"
# To read articles and to draw the page takes the heaviest of all.
READING = {"ahocorasick_rs", "bs4", "charset_normalizer", "lxml", "rjieba", "yaml"}
DRAWING = {"IPython", "jinja2", "networkx", "numpy", "pypinyin", "pyvis"}
OTHERS = {"jieba", "openpyxl", "pandas", "pyarrow", "pyshacl", "rdflib"}


def loaded(*args: str, folder: Path) -> set[str]:
    """The packages in memory when a command has ended."""
    code = (
        "import sys\nfrom kg.cli import main\n"
        "try:\n    main()\n"
        "finally:\n    print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, *args]
    environment = {"PYTHONPATH": str(ROOT), "PATH": "", "LANG": "C.UTF-8"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=True)
    return set(done.stderr.split())


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, set[str]]:
    """A folder with a small graph, and what was loaded to build it."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    return folder, loaded("--quiet", "build", "a.txt", "--jobs", "1", folder=folder)


def test_help_needs_none_of_them(tmp_path: Path) -> None:
    assert loaded("--help", folder=tmp_path).isdisjoint(READING | DRAWING | OTHERS | {"pyoxigraph"})


@pytest.mark.parametrize(
    "args",
    [
        ("show", "百色市"),
        ("stats",),
        ("query", "--list"),
        ("query", "firms-in-city", "--set", "city=百色市"),
        ("export", "turtle"),
        ("export", "jsonl"),
        ("check",),
    ],
    ids=lambda args: " ".join(args[:2]),
)
def test_what_looks_at_the_graph_neither_reads_nor_draws(built: tuple[Path, set[str]], args: tuple[str, ...]) -> None:
    assert loaded(*args, folder=built[0]).isdisjoint(READING | DRAWING | OTHERS)


def test_a_build_of_plain_text_parses_no_markup(built: tuple[Path, set[str]]) -> None:
    assert built[1].isdisjoint(OTHERS | {"bs4", "charset_normalizer", "lxml"})
    assert built[1] > {"rjieba", "pyvis"}, "what it needs is seen here"
