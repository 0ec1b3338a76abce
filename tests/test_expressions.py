"""Regular expressions are compiled once for all processes, and are the same as those that Python compiles."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import expressions

ROOT = Path(__file__).resolve().parents[1]
SHORT = "[一-鿿]{2,4}市"
PIECES = (
    "市",
    "[一-鿿]{2,4}",
    "[^，。；]",
    "(?P<who>甲|乙方)",
    "(丙)?",
    "(?:丁|戊己)+",
    "(?<!庚)",
    "(?=辛)",
    "[a-f]",
    "^",
    "$",
)

COMPILE = f"""
import re, sys
from kg import expressions
if sys.argv[1] == "only kept":
    re._compiler._code = None
found = expressions.compiled({SHORT!r})
print(found.fullmatch("江城市") is not None)
expressions.keep()
"""


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Where processes that are started keep what they compile; a function that starts one, and gives what it says."""
    monkeypatch.setenv("PYTHONPYCACHEPREFIX", str(tmp_path))
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)

    def run(how: str, *options: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, *options, "-c", COMPILE, how]
        return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8")

    return run


def file(folder: Path) -> Path | None:
    found = [file for file in folder.rglob("expressions.*") if file.suffix != ".pyc"]
    assert len(found) <= 1
    return found[0] if found else None


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=5).map("".join), st.sampled_from((0, re.IGNORECASE)))
def test_what_comes_out_is_what_python_compiles(expression: str, flags: int):
    if expression.count("who") > 1:
        with pytest.raises(re.error, match="redefinition"):
            expressions.compiled(expression, flags)
        return
    for _ in range(2):
        found, expected = expressions.compiled(expression, flags), re.compile(expression, flags)
        assert found == expected
        assert (found.flags, found.groups, found.groupindex) == (expected.flags, expected.groups, expected.groupindex)


def test_another_process_need_not_compile_what_one_has_compiled(kept):
    assert kept("only kept").returncode != 0
    assert kept("anew").stdout == "True\n"
    assert kept("only kept").stdout == "True\n"


def test_what_is_not_whole_is_compiled_anew(kept, tmp_path):
    assert kept("anew").stdout == "True\n"
    place = file(tmp_path)
    assert place is not None
    whole = place.read_bytes()
    for damaged in (b"", whole[:-7], whole[:40] + bytes([whole[40] ^ 1]) + whole[41:], b"nonsense"):
        place.write_bytes(damaged)
        assert kept("anew").stdout == "True\n"
        assert place.read_bytes() == whole


def test_where_python_keeps_no_modules_none_are_kept(kept, tmp_path):
    assert kept("anew", "-B").stdout == "True\n"
    assert file(tmp_path) is None


def test_a_folder_that_may_not_be_written_does_no_harm(kept, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("PYTHONPYCACHEPREFIX", str(tmp_path / "file"))
    assert kept("anew").stdout == "True\n"


def test_a_python_that_compiles_in_another_way_does_so(monkeypatch):
    monkeypatch.setattr(expressions, "_compiler", None)
    expressions._is_known.cache_clear()
    assert expressions.compiled("江城[县区]") == re.compile("江城[县区]")
    expressions._is_known.cache_clear()


def test_the_command_keeps_what_it_compiled(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONPYCACHEPREFIX", str(tmp_path / "kept"))
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    article = tmp_path / "a.txt"
    article.write_text("江城市与华为签署协议。", encoding="utf-8")
    subprocess.run([sys.executable, "-m", "kg", "explain", str(article)], cwd=ROOT, check=True, capture_output=True)
    assert file(tmp_path / "kept") is not None
