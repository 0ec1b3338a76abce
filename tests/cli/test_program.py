"""What holds of every command: its errors, its streams, its store."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from kg import __version__
from kg.store import open_store
from tests.cli.running import kg, program
from tests.conftest import ROOT


def test_version_and_help():
    assert kg("--version").stdout == f"kg {__version__}\n"
    for command in ("build", "show", "remove", "check"):
        done = kg(command, "--help")
        assert done.exit_code == 0
        assert f"Example: kg {command}" in done.stdout


def test_an_error_is_one_line_without_a_traceback(folder):
    done = program("build", "nowhere", cwd=folder)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("kg: nowhere: there is no such file or folder 没有这个文件或文件夹 — ")


def test_wrong_usage_has_a_status_of_its_own(folder):
    assert kg("build").exit_code == 2
    assert kg("build", "news", "--jobs", "0").exit_code == 2
    assert kg("no-such-command").exit_code == 2
    assert not (folder / "exports").exists()


def test_a_store_in_use_is_told(folder):
    with open_store(folder / "exports" / "store"):
        done = program("build", "news", cwd=folder)
    assert done.returncode == 1
    assert "in use by another process" in done.stderr and "--store" in done.stderr


def test_the_store_may_come_from_the_environment(folder, monkeypatch):
    monkeypatch.setenv("KG_STORE", "elsewhere")
    kg("build", "news", "-q")
    assert (folder / "elsewhere" / "quads").is_dir()


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("encoding", ["gbk", "ascii", "latin-1"])
def test_what_a_stream_cannot_encode_is_written_otherwise(encoding, folder):
    """As where the output of a command is redirected on Windows."""
    done = program("explain", "news/a.txt", cwd=folder, env={"PYTHONIOENCODING": encoding}, encoding=encoding)
    assert done.returncode == 0, done.stderr
    assert "=>" in done.stdout
    assert ("百色市" if encoding == "gbk" else r"\u767e\u8272\u5e02") in done.stdout


def test_a_name_in_utf_8_is_understood_in_a_locale_of_ascii(folder):
    kg("build", "news", "-q")
    done = program("show", "百色市", cwd=folder, env={"LC_ALL": "C", "PYTHONUTF8": "0"})
    assert done.returncode == 0, done.stderr
    assert "Baise" in done.stdout


def test_a_broken_pipe_is_no_news(folder):
    kg("build", "news", "-q")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = f"{sys.executable} -m kg show 百色市 | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, encoding="utf-8", env=environment, cwd=folder)
    assert done.stderr == ""
    assert done.returncode == 141, "as of other tools that SIGPIPE ends"
