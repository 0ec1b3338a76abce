"""`kg build`."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from kg.store import open_store
from tests.cli.running import TEXT, kg
from tests.conftest import ROOT


def test_a_build_writes_store_and_exports_and_says_what_it_did(folder):
    done = kg("build", "news", "--jobs", "1")
    assert done.exit_code == 0, done.output
    assert {path.name for path in (folder / "exports").iterdir()} == {
        "store",
        "graph.ttl",
        "graph.graphml",
        "graph.html",
    }
    assert "1 article read" in done.stdout
    assert "partners with" in done.stdout and "合作" in done.stdout
    assert "exports/graph.html" in done.stdout
    assert "kg show 百色市" in done.stdout


def test_a_second_build_changes_nothing(folder):
    kg("build", "news", "--jobs", "1")
    before = {file.name: file.read_bytes() for file in (folder / "exports").glob("graph.*")}
    done = kg("build", "news")
    assert "0 articles read" in done.stdout and "1 unchanged" in done.stdout
    assert {file.name: file.read_bytes() for file in (folder / "exports").glob("graph.*")} == before


def test_a_build_may_leave_the_exports_alone(folder, monkeypatch):
    done = kg("build", "news", "--no-exports")
    assert {path.name for path in (folder / "exports").iterdir()} == {"store"}
    assert "Written 已写入: exports/store" in done.stdout
    monkeypatch.setattr("kg.build.MOST_STATEMENTS", 0)
    done = kg("build", "news")
    assert "No exports, for 3 statements are more than" in done.stdout
    assert not (folder / "exports" / "graph.ttl").exists()


def test_quiet_says_nothing_and_may_stand_anywhere(folder):
    assert kg("--quiet", "build", "news").stdout == ""
    assert kg("build", "news", "-q").stdout == ""
    assert (folder / "exports" / "graph.ttl").is_file()


def test_what_was_skipped_is_told_by_text_and_status(folder):
    (folder / "news" / "empty.txt").write_bytes(b"")
    done = kg("build", "news", "nowhere", "-q")
    assert done.exit_code == 3
    assert "skipped 跳过 empty.txt: " in done.stderr
    assert "skipped 跳过 nowhere: there is no such file or folder" in done.stderr


def test_articles_whose_files_are_gone_are_named_and_kept(folder):
    for number in range(7):
        (folder / "news" / f"{number}.txt").write_text(TEXT + str(number), encoding="utf-8")
    (folder / "news" / "many.jsonl").write_text(json.dumps({"text": TEXT}) + "\n", encoding="utf-8")
    assert "gone" not in kg("build", "news").stderr
    for name in [*map("{}.txt".format, range(6)), "many.jsonl"]:
        (folder / "news" / name).unlink()
    (folder / "elsewhere").mkdir()
    (folder / "news" / "a.txt").rename(folder / "elsewhere" / "a.txt")
    done = kg("build", "news", "elsewhere")
    assert done.exit_code == 0
    assert "7 articles kept, though the file is gone" in done.stderr
    assert "0.txt, 1.txt" in done.stderr and "many" not in done.stderr and "kg remove" in done.stderr
    assert "many.jsonl#1" in kg("build", "news", "-v").stderr
    kg("remove", *map("{}.txt".format, range(6)), "many.jsonl#1")
    assert "gone" not in kg("build", "news", "elsewhere").stderr
    assert "gone" not in kg("build", "elsewhere").stderr


def test_a_file_too_large_for_an_article_is_read_with_a_warning(folder, monkeypatch):
    monkeypatch.setattr("kg.build.LARGE", 100)
    (folder / "news" / "many.jsonl").write_text(json.dumps({"text": TEXT * 9}) + "\n", encoding="utf-8")
    (folder / "news" / "large.txt").write_text(TEXT * 9, encoding="utf-8")
    done = kg("build", "news", "-q")
    assert done.exit_code == 0
    assert "large.txt: 0.0 MB is large for one article and will be slow" in done.stderr and "split it" in done.stderr
    assert "many.jsonl" not in done.stderr
    assert kg("build", "news", "-q").stderr == ""


def test_files_of_other_kinds_are_counted_and_named(folder):
    for number in range(7):
        (folder / "news" / f"{number}.pdf").write_bytes(b"%PDF")
    done = kg("build", "news")
    assert done.exit_code == 0
    assert "7 files of other kinds left out" in done.stderr and "0.pdf, 1.pdf" in done.stderr
    assert "6.pdf" not in done.stderr and "6.pdf" in kg("build", "news", "-v").stderr


def test_what_is_skipped_is_told_once_and_by_its_own_name(folder):
    (folder / "news" / "odd.csv").write_text(f"标题,Body text\n甲,{TEXT}\n乙,\n", encoding="utf-8")
    (folder / "news" / "bad.xml").write_text("<rss><channel></rss>", encoding="utf-8")
    done = kg("build", "news")
    assert "2 articles read" in done.stdout
    assert "skipped 跳过 odd.csv#2: no text is left" in done.stderr
    (told,) = [line for line in done.stderr.splitlines() if "bad.xml" in line]
    assert told.count("line 1, column") == 1


def test_a_store_elsewhere_leaves_the_exports_of_the_one_here_alone(folder):
    kg("build", "news", "-q")
    before = {file.name: file.read_bytes() for file in (folder / "exports").glob("graph.*")}
    (folder / "b.txt").write_text("百色市与云帆科技合作。", encoding="utf-8")
    done = kg("build", "b.txt", "--store", "elsewhere")
    assert done.exit_code == 0
    assert "exports of another store" in done.stderr
    assert {file.name: file.read_bytes() for file in (folder / "exports").glob("graph.*")} == before
    kg("build", "b.txt", "--store", "elsewhere", "--exports", "other")
    assert (folder / "other" / "graph.ttl").is_file()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupted_build_keeps_what_was_finished_and_tells_so(folder, jobs):
    count = 150
    for number in range(count):
        (folder / "news" / f"{number}.txt").write_text(TEXT * 4 + str(number), encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "kg", "build", "news", "--jobs", jobs]
    # What runs in the background of a shell ignores an interrupt, and so would its children.
    child = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=environment,
        cwd=folder,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    quads = folder / "exports" / "store" / "quads"
    while not quads.is_dir():
        time.sleep(0.05)
    time.sleep(0.4)
    # As Ctrl-C on a terminal: to the program and all that it began.
    os.killpg(child.pid, signal.SIGINT)
    _, told = child.communicate(timeout=60)
    assert child.returncode == 130
    assert told.count("\n") == 1 and "interrupted" in told
    with open_store(folder / "exports" / "store") as store:
        before = len(store.articles())
    assert f"{before} article" in told
    assert kg("build", "news", "-q", "--jobs", "1").exit_code == 0
    with open_store(folder / "exports" / "store") as store:
        assert before <= len(store.articles()) == count + 1
