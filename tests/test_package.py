"""The installed package: the wheel holds all data, and `kg` works from any folder."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.conftest import ROOT

DATA = ("ontology", "seeds")
_PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the checkout, built without a network where hatchling is installed."""
    folder = tmp_path_factory.mktemp("wheel")
    isolation = ["--no-build-isolation"] if find_spec("hatchling") else []
    subprocess.run([*_PIP, "wheel", "--no-deps", *isolation, "--wheel-dir", folder, ROOT], check=True)
    (path,) = folder.glob("smartcity_kg-*.whl")
    return path


def test_the_wheel_holds_the_code_and_all_data(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    code = {path.relative_to(ROOT).as_posix() for path in (ROOT / "kg").rglob("*.*") if path.suffix != ".pyc"}
    data = {f"kg/_data/{_name(path)}" for top in DATA for path in (ROOT / top).rglob("*") if path.is_file()}
    assert (code | data) - names == set()
    assert {name for name in names if not name.startswith("kg/")} == {
        f"{wheel.name.partition('-py3')[0]}.dist-info/{name}"
        for name in ("METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE")
    }


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_the_installed_command_works_from_any_folder(wheel: Path, tmp_path: Path) -> None:
    site, folder = tmp_path / "site", tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "报道.txt").write_text("2023年5月，临沂市与中国移动签署战略合作协议。", encoding="utf-8")
    subprocess.run([*_PIP, "install", "--no-deps", "--no-index", "--target", site, wheel], check=True)

    # Only what was installed is on the path, not the checkout.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("KG_")}
    environment |= {"PYTHONPATH": str(site), "PYTHONUTF8": "1", "COLUMNS": "100"}

    def kg(*words: str) -> str:
        command = [sys.executable, site / "bin" / "kg", *words]
        return subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=True
        ).stdout

    where = "import kg, kg.resources; print(kg.resources.data_path('ontology'))"
    found = subprocess.run([sys.executable, "-c", where], cwd=folder, env=environment, capture_output=True, text=True)
    assert Path(found.stdout.strip()) == site / "kg" / "_data" / "ontology"
    assert kg("--version").startswith("kg ")
    assert "已读" in kg("build", "报道.txt")
    assert "中国移动" in kg("show", "临沂市")
    assert (folder / "exports" / "graph.html").stat().st_size > 100_000
