from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import ExportError
from kg.exporters import FORMATS, atomic, export
from kg.exporters.reading import property_graph
from kg.store import Store


def content(path: Path) -> dict[str, bytes]:
    files = [path] if path.is_file() else sorted(path.iterdir())
    return {file.name: file.read_bytes() for file in files}


def test_every_format_is_told_for_whom_it_is() -> None:
    assert {"turtle", "jsonl", "graphml", "gexf", "cx2", "neo4j", "csv", "xlsx", "parquet"} < set(FORMATS)
    assert all(exporter.tool and exporter.name == name for name, exporter in FORMATS.items())
    assert len({exporter.ending for exporter in FORMATS.values()}) == len(FORMATS)


def test_an_unknown_format_is_answered_with_the_known_ones(store: Store, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="turtle, trig"):
        export(store, "dot", tmp_path / "x.dot")


def test_without_a_path_it_goes_to_exports(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert export(store, "turtle") == Path("exports/graph.ttl")
    assert (tmp_path / "exports" / "graph.ttl").stat().st_size > 1000


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_store_gives_the_same_bytes(
    name: str, store: Store, exported: Callable[[str], Path], tmp_path: Path
) -> None:
    again = export(store, name, tmp_path / exported(name).name, graph=property_graph(store))
    assert content(again) == content(exported(name))


def test_the_hash_seed_does_not_show() -> None:
    code = (
        "import hashlib, pathlib, tempfile\n"
        "from kg.exporters import FORMATS, export\n"
        "from kg.store import open_store\n"
        "from tests.exporters.sample import extractions\n"
        "store = open_store(); store.add_many(extractions())\n"
        "for name in FORMATS:\n"
        "    path = export(store, name, pathlib.Path(tempfile.mkdtemp()) / 'x')\n"
        "    for file in [path] if path.is_file() else sorted(path.iterdir()):\n"
        "        print(name, file.name, hashlib.sha256(file.read_bytes()).hexdigest())\n"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "7")
    ]
    assert runs[0] == runs[1]
    assert len(runs[0].splitlines()) > len(FORMATS)


def full_disk(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def half_then_fail(part: Path) -> None:
    """What a writer leaves when the disk fills up half way."""
    (part / "statements.csv" if part.is_dir() else part).write_bytes(b"half")
    full_disk()


@pytest.mark.parametrize("name", FORMATS)
def test_a_failure_half_way_leaves_the_old_export_whole(
    name: str, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = export(store, name, tmp_path / "graph")
    before = content(path)
    writer = lambda *args: half_then_fail(next(one for one in args if isinstance(one, Path)))  # noqa: E731
    monkeypatch.setattr(type(FORMATS[name]), "load", lambda _: writer)
    with pytest.raises(ExportError, match="graph: cannot be written: No space left on device"):
        export(store, name, path)
    assert content(path) == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_failing_rename_puts_the_old_folder_back(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = export(store, "csv", tmp_path / "tables")
    before, rename = content(path), Path.rename

    def refuse_new(self: Path, target: Path) -> Path:
        return full_disk() if self.name.endswith(".part") else rename(self, target)  # type: ignore[func-returns-value,return-value]

    monkeypatch.setattr(Path, "rename", refuse_new)
    with pytest.raises(ExportError):
        export(store, "csv", path)
    assert content(path) == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_with_other_files_is_not_replaced(store: Store, tmp_path: Path) -> None:
    (tmp_path / "论文.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(ExportError, match="论文"):
        export(store, "csv", tmp_path)
    assert (tmp_path / "论文.txt").read_text(encoding="utf-8") == "mine"
    assert len(list(tmp_path.iterdir())) == 1
    assert not list(tmp_path.parent.glob(f".{tmp_path.name}*"))


def test_an_older_folder_of_the_same_export_is_replaced(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "tables"
    path.mkdir()
    (path / "nodes.csv").write_text("old", encoding="utf-8")
    export(store, "csv", path)
    assert sorted(content(path)) == ["evidence.csv", "nodes.csv", "statements.csv"]


@pytest.mark.parametrize("name", ["turtle", "csv"])
def test_a_file_and_a_folder_are_not_taken_for_each_other(name: str, store: Store, tmp_path: Path) -> None:
    wrong = tmp_path / "there"
    if FORMATS[name].folder:
        wrong.write_text("a file", encoding="utf-8")
    else:
        wrong.mkdir()
    with pytest.raises(ExportError, match="with -o"):
        export(store, name, wrong)


def test_where_no_file_can_be_made_the_error_names_the_place(store: Store, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ExportError, match=r"file/x\.ttl"):
        export(store, "turtle", tmp_path / "file" / "x.ttl")


def test_an_export_that_is_interrupted_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), atomic.new_file(tmp_path / "x.ttl") as part:
        part.write_text("half", encoding="utf-8")
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


def test_files_get_the_rights_that_new_files_get(store: Store, tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.touch()
    assert export(store, "turtle", tmp_path / "x.ttl").stat().st_mode == plain.stat().st_mode
