"""Which files are articles."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg.errors import ReadError
from kg.reader import find_files, find_sources
from kg.reader.files import passed_over


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.MD", "c.pdf", ".hidden.txt", "sub/d.jsonl", "sub/deep/e.html", ".git/f.txt", "g.xml"):
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("甲", encoding="utf-8")
    return tmp_path / "news"


def test_a_folder_gives_its_articles_under_their_paths(folder: Path) -> None:
    assert [source for _, source in find_sources([folder])] == [
        "a.MD",
        "b.txt",
        "g.xml",
        "sub/d.jsonl",
        "sub/deep/e.html",
    ]


def test_a_lone_path_is_one_path_and_not_its_characters(folder: Path) -> None:
    for alone in (folder / "b.txt", str(folder / "b.txt")):
        assert find_sources(alone) == [(folder / "b.txt", "b.txt")]


def test_a_file_is_taken_whatever_its_suffix(folder: Path) -> None:
    assert find_sources([folder / "c.pdf", folder / ".hidden.txt"]) == [
        (folder / ".hidden.txt", ".hidden.txt"),
        (folder / "c.pdf", "c.pdf"),
    ]


def test_each_file_is_taken_once_in_one_order(folder: Path) -> None:
    files = find_files([folder, folder / "b.txt", folder / "sub" / ".." / "b.txt"])
    assert len(files) == 5
    assert files == find_files([folder / "b.txt", folder])


def test_what_is_no_article_by_its_suffix_is_told(folder: Path) -> None:
    (folder / "page_files").mkdir()
    (folder / "page_files" / "logo.png").write_bytes(b"")
    (folder / "sub" / "report.docx").write_bytes(b"")
    assert passed_over(folder) == ["c.pdf", "sub/report.docx"]


def test_what_is_no_plain_file_is_never_opened(folder: Path) -> None:
    before = find_files([folder])
    os.mkfifo(folder / "pipe.txt")
    (folder / "endless.txt").symlink_to("/dev/zero")
    (folder / "broken.txt").symlink_to("nowhere")
    assert find_files([folder]) == sorted([*before, folder / "broken.txt"])
    assert {"pipe.txt", "endless.txt"} < set(passed_over(folder))
    with pytest.raises(ReadError, match="a pipe, a socket or a device"):
        find_files([folder / "pipe.txt"])


def test_a_missing_path_and_a_folder_without_articles_are_named(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no such file") as missing:
        find_files([tmp_path / "nowhere"])
    with pytest.raises(ReadError, match="holds no articles") as empty:
        find_files([tmp_path])
    assert missing.value.where == str(tmp_path / "nowhere")
    assert empty.value.where == str(tmp_path)
    assert ".jsonl" in empty.value.remedy
