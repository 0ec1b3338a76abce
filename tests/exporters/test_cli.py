from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.exporters import FORMATS
from kg.store import open_store
from tests.exporters.sample import extractions

RUN = CliRunner()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store on disk."""
    location = tmp_path_factory.mktemp("store")
    with open_store(location) as store:
        store.add_many(extractions())
    return location


def test_help_lists_every_format_and_its_tool() -> None:
    text = RUN.invoke(app, ["export", "--help"], terminal_width=200).output
    for name, exporter in FORMATS.items():
        assert any(line.split()[:1] == [name] and exporter.tool in line for line in text.splitlines()), name
    assert "html" in text
    assert "Example: kg export gexf" in text


def test_export_writes_the_file_and_says_where(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "图谱.ttl"
    result = RUN.invoke(app, ["export", "turtle", "-o", str(target), "--store", str(folder)])
    assert result.exit_code == 0, result.output
    assert str(target) in result.output
    assert "贺州市" in target.read_text(encoding="utf-8")


def test_quiet_prints_the_path_alone(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "tables"
    result = RUN.invoke(app, ["-q", "export", "csv", "-o", str(target), "--store", str(folder)])
    assert result.output == f"{target}\n"
    assert (target / "statements.csv").exists()


def test_the_page_is_one_of_the_formats(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    result = RUN.invoke(app, ["export", "html", "-o", str(target), "--store", str(folder)])
    assert result.exit_code == 0, result.output
    assert "贺州市" in target.read_text(encoding="utf-8")


def test_doubtful_facts_can_be_left_out(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "sure.jsonl"
    RUN.invoke(app, ["export", "jsonl", "-o", str(target), "--store", str(folder), "--min-confidence", "0.9"])
    assert len(target.read_text(encoding="utf-8").splitlines()) == 3


def test_an_unknown_format_is_wrong_usage(folder: Path) -> None:
    result = RUN.invoke(app, ["export", "dot", "--store", str(folder)])
    assert result.exit_code == 2
    assert "gexf" in result.output


@pytest.mark.parametrize("name", ["jsonl", "turtle", "html", "gexf"])
def test_a_dash_is_standard_output_where_nothing_else_is_said(
    name: str, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    piped = RUN.invoke(app, ["export", name, "-o", "-", "--store", str(folder)])
    RUN.invoke(app, ["export", name, "-o", "file", "--store", str(folder)])
    assert piped.exit_code == 0
    assert piped.stdout_bytes == Path("file").read_bytes()
    assert not Path("-").exists()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("xlsx", "xlsx is binary; use -o FILE"),
        ("csv", "csv is a folder; use -o FOLDER"),
        ("parquet", "parquet is a folder; use -o FOLDER"),
        ("neo4j", "neo4j is a folder; use -o FOLDER"),
    ],
)
def test_what_is_no_text_is_not_for_standard_output(name: str, told: str, folder: Path) -> None:
    refused = RUN.invoke(app, ["export", name, "-o", "-", "--store", str(folder)])
    assert refused.exit_code == 2
    assert told in refused.stderr
    assert refused.stdout == ""
