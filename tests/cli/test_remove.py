"""`kg remove`, and what becomes of the exports."""

from __future__ import annotations

import json
import shutil

import pytest

from kg.store import open_store
from tests.cli.running import TEXT, kg


@pytest.mark.usefixtures("folder")
def test_remove_takes_articles_out():
    kg("build", "news", "-q")
    done = kg("remove", "a.txt", "b.txt")
    assert done.exit_code == 1
    assert "removed 已移除 a.txt" in done.stdout
    assert "b.txt: no such article" in done.stderr
    assert kg("show", "百色市").exit_code == 1
    assert "1 new" in kg("build", "news").stdout


@pytest.mark.usefixtures("folder")
def test_an_article_may_be_removed_by_the_path_of_its_file():
    kg("build", "news", "-q")
    assert kg("remove", "news/a.txt").exit_code == 0
    assert kg("show", "百色市").exit_code == 1


def test_all_articles_of_a_file_may_be_removed_at_once(folder):
    lines = (json.dumps({"text": f"{TEXT}{number}"}) + "\n" for number in range(3))
    (folder / "news" / "many.jsonl").write_text("".join(lines), encoding="utf-8")
    for name in ("many.jsonl", "news/many.jsonl"):
        kg("build", "news", "-q")
        assert "3 articles" in kg("remove", name).stdout
        with open_store(folder / "exports" / "store", read_only=True) as store:
            assert store.sources() == ["a.txt"]
    kg("build", "news", "-q")
    kg("remove", "many.jsonl#2")
    assert "2 articles" in kg("remove", "many.jsonl").stdout
    assert kg("remove", "many.jsonl").exit_code == 1


def test_remove_brings_the_exports_up_to_date_wherever_they_are(folder, monkeypatch):
    kg("build", "news", "-q", "--exports", "out")
    page = folder / "out" / "graph.html"
    before = page.read_bytes()
    told = kg("remove", "a.txt", "--no-exports")
    assert "out of date" in told.stderr and page.read_bytes() == before
    kg("build", "news", "-q", "--exports", "out")
    monkeypatch.chdir(folder / "news")
    assert "Written" in kg("remove", "a.txt", "--store", "../exports/store").stdout
    assert "百色市" not in (folder / "out" / "graph.ttl").read_text(encoding="utf-8")


def test_remove_writes_over_no_file_that_others_wrote_since(folder):
    kg("build", "news", "-q")
    (folder / "exports" / "graph.html").unlink()
    for name in ("graph.ttl", "graph.graphml"):
        (folder / "exports" / name).write_text("another's", encoding="utf-8")
    kg("remove", "a.txt")
    assert (folder / "exports" / "graph.ttl").read_text(encoding="utf-8") == "another's"
    assert not (folder / "exports" / "graph.html").exists()


def test_a_change_to_a_copy_of_a_store_leaves_the_exports_of_the_original_alone(folder):
    kg("build", "news", "-q", "--exports", "out")
    kg("build", "news", "-q")
    shutil.copytree("exports/store", "copy")
    before = {file: file.read_bytes() for file in folder.glob("*/graph.*")}
    assert len(before) == 6
    done = kg("remove", "a.txt", "--store", "copy")
    assert done.exit_code == 0 and "Written" not in done.stdout and "out of date" not in done.stderr
    assert {file: file.read_bytes() for file in folder.glob("*/graph.*")} == before
    assert "Written" in kg("remove", "a.txt").stdout


def test_a_store_that_is_moved_takes_its_exports_along(folder):
    kg("build", "news", "-q", "--exports", "out")
    (folder / "exports" / "store").rename(folder / "moved")
    kg("remove", "a.txt", "--store", "moved")
    assert "百色市" not in (folder / "out" / "graph.ttl").read_text(encoding="utf-8")
