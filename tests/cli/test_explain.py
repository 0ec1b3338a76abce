"""`kg explain` from the command line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kg.cli import app
from tests.conftest import ROOT

TEXT = "2023年5月8日，湖州市与华为签署战略合作协议。\n春天到了，花开了。"


def _run(*args: str, text: str | bytes | None = None) -> Result:
    return CliRunner().invoke(app, ["explain", *args], input=text, catch_exceptions=False)


@pytest.fixture(name="file")
def _file(tmp_path: Path) -> Path:
    path = tmp_path / "news.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_file_is_shown(file: Path) -> None:
    done = _run(str(file))
    assert done.exit_code == 0
    assert "news.txt" in done.stdout
    assert "合作 partners with" in done.stdout
    assert "无陈述 no statement" in done.stdout


def test_standard_input_is_read_in_any_encoding() -> None:
    texts = [_run("-", text=TEXT.encode(name)).stdout for name in ("utf-8", "gb18030")]
    assert texts[0] == texts[1]
    assert "standard input" in texts[0]


def test_json_has_the_content() -> None:
    (article,) = json.loads(_run("-", "--json", text=TEXT).stdout)["articles"]
    assert [sentence["text"] for sentence in article["sentences"]] == TEXT.split("\n")
    told = next(t for t in article["sentences"][0]["statements"] if t["predicate"] == "partnersWith")
    assert told["pattern"] in [rule["name"] for rule in article["rules"]]


def test_emoji_codes_in_json_stay_as_they_are() -> None:
    (article,) = json.loads(_run("-", "--json", text="湖州市的比分是:100:。").stdout)["articles"]
    assert article["sentences"][0]["text"] == "湖州市的比分是:100:。"


def test_a_page_is_written_in_a_new_folder(file: Path, tmp_path: Path) -> None:
    page = tmp_path / "pages" / "news.html"
    done = _run(str(file), "-o", str(page))
    assert done.exit_code == 0
    assert str(page) in done.stdout.replace("\n", "")
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_page_and_json_together(file: Path, tmp_path: Path) -> None:
    page = tmp_path / "news.html"
    assert json.loads(_run(str(file), "-o", str(page), "--json").stdout)["articles"]
    assert page.exists()


def test_several_articles_in_one_file(tmp_path: Path) -> None:
    lines = [{"title": "甲", "text": "湖州市与华为合作。"}, {"title": "乙", "text": "绍兴市与中兴通讯合作。"}]
    path = tmp_path / "two.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    articles = json.loads(_run(str(path), "--json").stdout)["articles"]
    assert [article["source"] for article in articles] == ["two.jsonl#1", "two.jsonl#2"]


def test_a_bad_article_among_good_ones_is_told_and_the_rest_shown(tmp_path: Path) -> None:
    path = tmp_path / "two.jsonl"
    path.write_text('{"title": "甲", "text": "湖州市与华为合作。"}\n{"text": 3', encoding="utf-8")
    done = _run(str(path))
    assert done.exit_code == 3
    assert "湖州市与华为合作。" in done.stdout
    assert "two.jsonl" in done.stderr


@pytest.mark.parametrize("name", ["missing.txt", "empty.txt"])
def test_what_cannot_be_read_is_named_with_a_remedy(name: str, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    command = [sys.executable, "-m", "kg", "explain", str(tmp_path / name)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith(f"kg: {tmp_path / name}: ")
    assert " — " in done.stderr
    assert "Traceback" not in done.stderr
