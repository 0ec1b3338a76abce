from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kg.cli import app
from kg.store import open_store
from tests.questions.sample import extractions


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("stats") / "store"
    with open_store(place) as store:
        store.add_many(extractions())
    return place


def kg(*args: str) -> Result:
    return CliRunner().invoke(app, ["stats", *args])


def test_the_terminal_shows_totals_and_bars(folder: Path) -> None:
    found = kg("--store", str(folder))
    assert found.exit_code == 0
    assert "4 文章 articles" in found.stdout
    assert any(line.startswith("兰州市") and "█" in line for line in found.stdout.splitlines())


@pytest.mark.parametrize(("ending", "start"), [("html", b"<!DOCTYPE html>"), ("png", b"\x89PNG")])
def test_a_file_is_drawn_by_its_ending(ending: str, start: bytes, folder: Path, tmp_path: Path) -> None:
    if ending == "png":
        pytest.importorskip("resvg_py")
    file = tmp_path / f"stats.{ending}"
    found = kg("--store", str(folder), "-o", str(file))
    if "no font with Chinese signs" in str(found.exception):
        pytest.skip("no font with Chinese signs is installed")
    assert found.exit_code == 0
    assert file.read_bytes().startswith(start)


def test_another_ending_is_refused(folder: Path, tmp_path: Path) -> None:
    found = kg("--store", str(folder), "-o", str(tmp_path / "stats.gif"))
    assert "end the name in .html or .png" in str(found.exception)
    assert list(tmp_path.iterdir()) == []
