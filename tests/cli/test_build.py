from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kg import __version__
from kg.cli import app
from kg.store import open_store
from tests.conftest import ROOT

TEXT = "6月11日，百色市与华为技术有限公司签署战略合作协议。双方将在智慧城市领域开展合作。"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with one article below it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KG_STORE", raising=False)
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def kg(*args: str) -> Result:
    return CliRunner().invoke(app, list(args))


def program(*args: str, encoding: str = "utf-8", **options) -> subprocess.CompletedProcess[str]:
    """The program as a user starts it."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **options.pop("env", {})}
    command = [sys.executable, "-m", "kg", *args]
    return subprocess.run(command, capture_output=True, encoding=encoding, env=environment, **options)


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
def test_show_gives_facts_with_sentence_article_and_date():
    kg("build", "news", "-q")
    for name in ("百色市", "百色", "Baise", "https://w3id.org/smartcity-kg/id/place/451000"):
        done = kg("show", name)
        assert done.exit_code == 0, done.output
        assert "百色市 Baise" in done.stdout
        assert "合作 partners with → 华为  已达成 agreed" in done.stdout
        assert "a.txt" in done.stdout


def test_show_lists_the_names_that_contain_what_is_no_name(folder, monkeypatch):
    (folder / "news" / "b.txt").write_text("百色市与华为云计算技术有限公司合作。", encoding="utf-8")
    kg("build", "news", "-q")
    done = kg("show", "华")
    assert done.exit_code == 1
    assert "no thing is called exactly 华" in done.stderr
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["华为", "华为云"]
    monkeypatch.setattr("kg.cli.show._LISTED", 1)
    assert [line.split()[0] for line in kg("show", "华").stdout.splitlines()] == ["华为", "…"]
    assert kg("show", "没有的东西").exit_code == 1


def test_show_lists_the_things_that_bear_one_name(folder):
    (folder / "news" / "b.txt").write_text("南京市鼓楼区与华为技术有限公司签署协议。", encoding="utf-8")
    (folder / "news" / "c.txt").write_text("福州市鼓楼区与华为技术有限公司签署协议。", encoding="utf-8")
    kg("build", "news", "-q")
    done = kg("show", "鼓楼区")
    assert done.exit_code == 1 and "鼓楼区 may be 2 things" in done.stderr
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["鼓楼区", "鼓楼区"]


def test_show_tells_a_figure_once_and_in_words(folder):
    (folder / "news" / "b.txt").write_text("2022年，百色市数字经济产值达57860000000元。", encoding="utf-8")
    kg("build", "news", "-q")
    (told,) = [line for line in kg("show", "百色市").stdout.splitlines() if line.startswith("指标")]
    assert told.count("578.6亿元") == 1
    assert "57860000000" not in told


@pytest.mark.usefixtures("folder")
def test_show_refuses_an_empty_name():
    for name in ("", "  "):
        done = kg("show", name)
        assert done.exit_code == 2
        assert "empty" in done.output


@pytest.mark.usefixtures("folder")
def test_show_finds_a_place_by_who_acts_for_it():
    kg("build", "news", "-q")
    for name in ("百色市政府", "百色市人民政府", "百色市委", "百色市委市政府", "百色政府"):
        assert "百色市 Baise" in kg("show", name).stdout, name


@pytest.mark.usefixtures("folder")
def test_show_tells_what_is_known_without_facts_and_what_names_no_place():
    kg("build", "news", "-q")
    for name in ("拉萨", "拉萨市政府"):
        done = kg("show", name)
        assert done.exit_code == 1
        assert "拉萨市 is known, but the graph states nothing of it" in done.stderr
    for name in ("市政府", "我市", "全市", "县委"):
        done = kg("show", name)
        assert done.exit_code == 1
        assert "name the place" in done.stderr and done.stdout == ""


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


def test_remove_writes_over_no_file_that_others_wrote_since(folder):
    kg("build", "news", "-q")
    (folder / "exports" / "graph.html").unlink()
    for name in ("graph.ttl", "graph.graphml"):
        (folder / "exports" / name).write_text("another's", encoding="utf-8")
    kg("remove", "a.txt")
    assert (folder / "exports" / "graph.ttl").read_text(encoding="utf-8") == "another's"
    assert not (folder / "exports" / "graph.html").exists()


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
def test_check_reports_in_words_and_as_json():
    kg("build", "news", "-q")
    done = kg("check")
    assert done.exit_code == 0
    assert "0 errors" in done.stdout
    report = json.loads(kg("check", "--json").stdout)
    assert report["ok"] and report["articles"] == 1


def test_check_repairs_a_store(folder):
    kg("build", "news", "-q")
    done = kg("check", "--repair")
    assert done.exit_code == 0, done.output
    assert "1 article saved" in done.stdout
    assert (folder / "exports" / "store" / "quads.damaged").is_dir()


def test_check_that_could_save_nothing_is_no_success(folder):
    open_store(folder / "exports" / "store").close()
    done = kg("check", "--repair")
    assert done.exit_code == 1
    assert "kg build brings the articles back" in done.output


def test_check_of_a_missing_store_says_how_to_make_one(folder):
    done = program("check", cwd=folder)
    assert done.returncode == 1
    assert "kg build" in done.stderr


def test_a_sentence_of_an_article_without_title_names_only_what_is_known(folder):
    (folder / "news" / "a.txt").write_text("。\n\n" + TEXT, encoding="utf-8")
    kg("build", "news", "-q")
    shown = kg("show", "百色市").stdout
    assert "— a.txt" in " ".join(shown.split())
    assert "《》" not in shown
    with open_store(folder / "exports" / "store", read_only=True) as store:
        assert [article.title for article in store.articles()] == [""]
        assert not list(store.select("SELECT ?title { ?article dcterms:title ?title }"))
    assert "0 errors" in kg("check").stdout


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


def test_version_and_help():
    assert kg("--version").stdout == f"kg {__version__}\n"
    for command in ("build", "show", "remove", "check"):
        done = kg(command, "--help")
        assert done.exit_code == 0
        assert f"Example: kg {command}" in done.stdout


def test_a_broken_pipe_is_no_news(folder):
    kg("build", "news", "-q")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = f"{sys.executable} -m kg show 百色市 | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, encoding="utf-8", env=environment, cwd=folder)
    assert done.stderr == ""
    assert done.returncode == 141, "as of other tools that SIGPIPE ends"


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
