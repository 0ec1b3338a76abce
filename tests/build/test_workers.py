"""Reading and extracting in several processes."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import subprocess
import sys

import pytest

from kg.build import build
from kg.build.workers import FEW
from kg.errors import KgError
from kg.store import open_store
from tests.build.extract import pairs_if_ready
from tests.build.running import run, write
from tests.conftest import ROOT


@pytest.mark.parametrize("seed", ["1", "2"])
def test_any_number_of_processes_gives_the_same_graph(tmp_path, seed):
    for number in range(FEW + 20):
        write(
            tmp_path / "many" / f"{number}.txt", f"百色市与{'龙腾数据' if number % 3 else '云帆科技'}签第{number}份约。"
        )
    write(tmp_path / "many" / "bad.txt", "坏消息。")
    shutil.copytree(tmp_path / "many", tmp_path / "again")
    with open_store() as one:
        report = run(one, tmp_path / "many")
        expected = list(one.lines())
    code = f"""
if __name__ == "__main__":
    from pathlib import Path
    from kg.build import build
    from kg.store import open_store
    from tests.build.extract import pairs
    with open_store() as store:
        report = build([Path({str(tmp_path / "again")!r})], store=store, jobs=2, extract=pairs)
        print(report.new, [skip.source for skip in report.skipped])
        print("".join(store.lines()), end="")
"""
    script = write(tmp_path / "script.py", code)
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, script], env=environment, capture_output=True, encoding="utf-8", check=True)
    counts, _, graph = done.stdout.partition("\n")
    assert counts == f"{report.new} ['bad.txt']"
    assert graph == "".join(expected)


@pytest.mark.skipif("forkserver" not in multiprocessing.get_all_start_methods(), reason="the system cannot fork")
def test_processes_share_what_the_extractor_knows(tmp_path):
    for number in range(FEW + 1):
        write(tmp_path / f"{number}.txt", "百色市与云帆科技签约。")
    with open_store() as store:
        report = build([tmp_path], store=store, jobs=2, extract=pairs_if_ready)
        assert (report.new, report.skipped) == (FEW + 1, ())


def dies(article):
    os._exit(len(article.source))


def test_a_process_that_dies_is_told(tmp_path):
    for number in range(FEW + 1):
        write(tmp_path / f"{number}.txt", "百色市与云帆科技签约。")
    with open_store() as store, pytest.raises(KgError, match="--jobs 1"):
        build([tmp_path], store=store, jobs=2, extract=dies)
