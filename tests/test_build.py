from __future__ import annotations

import json
import multiprocessing
import os
import shutil
import subprocess
import sys
from itertools import permutations
from pathlib import Path

import pytest

from kg import read
from kg.build import BuildReport, build
from kg.build.file_names import source_at
from kg.build.workers import FEW
from kg.errors import KgError, LexiconError, ReadError
from kg.store import Store, open_store
from tests.build_extract import pairs, pairs_if_ready
from tests.conftest import ROOT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(1, 4):
        write(tmp_path / "news" / f"{number}.txt", f"百色市与云帆科技签署第{number}份协议。")
    return tmp_path / "news"


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def run(store: Store, *paths: Path, **more) -> BuildReport:
    return build(paths, store=store, extract=pairs, **more)


def test_a_report_counts_what_was_done(folder):
    with open_store() as store:
        report = run(store, folder)
        assert (report.read, report.new, report.unchanged, report.skipped) == (3, 3, 0, ())
        assert report.entities == {"City": 1, "Firm": 1}
        assert report.statements == {"partnersWith": 1}


def test_what_has_not_changed_is_not_read_again(folder):
    def refuse(article):
        raise AssertionError(article.source)

    with open_store() as store:
        run(store, folder)
        before = list(store.lines())
        report = build([folder], store=store, extract=refuse)
        assert (report.read, report.unchanged, report.skipped) == (0, 3, ())
        assert list(store.lines()) == before


def test_what_changed_is_replaced_and_what_is_new_is_added(folder):
    with open_store() as store:
        run(store, folder)
        write(folder / "2.txt", "百色市与龙腾数据签署协议。")
        write(folder / "sub" / "4.txt", "百色市与龙腾数据再签协议。")
        report = run(store, folder)
        assert (report.read, report.new, report.replaced, report.unchanged) == (2, 1, 1, 2)
        assert store.sources() == ["1.txt", "2.txt", "3.txt", "sub/4.txt"]
    with open_store() as fresh, open_store() as again:
        run(fresh, folder)
        run(again, *sorted(folder.glob("*.txt"), reverse=True), folder)
        assert list(fresh.lines()) == list(again.lines())


def test_an_article_that_was_removed_comes_back_with_the_next_build(folder):
    with open_store() as store:
        run(store, folder)
        store.remove("1.txt")
        assert run(store, folder).new == 1


def test_one_bad_article_is_skipped_with_the_reason(folder):
    write(folder / "bad.txt", "坏消息。")
    write(folder / "empty.txt", "")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 20)
    with open_store() as store:
        report = run(store, folder)
        assert report.new == 3
        reasons = {skip.source: skip.reason for skip in report.skipped}
        assert set(reasons) == {"bad.txt", "binary.txt", "empty.txt"}
        assert "ValueError" in reasons["bad.txt"]
        assert all(skip.remedy for skip in report.skipped)


def test_a_skipped_article_does_not_cost_what_was_stored_of_it(folder):
    with open_store() as store:
        run(store, folder)
        write(folder / "1.txt", "")
        assert [skip.source for skip in run(store, folder).skipped] == ["1.txt"]
        assert "1.txt" in store.sources()


def test_a_statement_that_does_not_quote_its_article_is_refused(folder):
    from dataclasses import replace

    def misquoting(article):
        found = pairs(article)
        (one,) = found.statements
        return replace(found, statements=(replace(one, evidence=replace(one.evidence, end=one.evidence.end - 1)),))

    with open_store() as store:
        report = build([folder], store=store, extract=misquoting)
        assert len(report.skipped) == 3
        assert "does not stand" in report.skipped[0].reason
        assert not store.sources()


def test_a_wrong_lexicon_stops_the_build(folder):
    def wrong(article):
        raise LexiconError("wrong", where=article.source)

    with open_store() as store, pytest.raises(LexiconError):
        build([folder], store=store, extract=wrong)


def test_a_missing_path_is_skipped_among_others_and_an_error_alone(folder, tmp_path):
    with open_store() as store:
        report = run(store, folder, tmp_path / "none")
        assert report.new == 3
        assert [skip.source for skip in report.skipped] == [str(tmp_path / "none")]
        with pytest.raises(ReadError, match="no such file"):
            run(store, tmp_path / "none")


def test_files_of_one_name_are_called_by_the_folders_that_tell_them_apart(folder, tmp_path):
    other = write(tmp_path / "other" / "1.txt", "百色市与龙腾数据签署协议。").parent
    deep = write(tmp_path / "other" / "more" / "1.txt", "百色市与龙腾数据再签协议。").parent
    orders = list(permutations([folder, other, deep]))
    graphs = []
    for order in orders:
        with open_store() as store:
            report = run(store, *order)
            assert (report.new, report.skipped) == (5, ())
            assert store.sources() == ["2.txt", "3.txt", "more/1.txt", "news/1.txt", "other/1.txt"]
            assert run(store, folder, other).unchanged == 5
            graphs.append(list(store.lines()))
    assert graphs == [graphs[0]] * len(orders)


@pytest.mark.parametrize("together", [True, False])
def test_a_stored_file_keeps_its_name_beside_a_new_one_of_that_name(folder, tmp_path, together):
    other = write(tmp_path / "other" / "1.txt", "百色市与龙腾数据签署协议。").parent
    with open_store() as store:
        run(store, folder)
        report = run(store, other, *([folder] if together else []))
        assert (report.new, report.replaced, report.skipped) == (1, 0, ())
        assert store.sources() == ["1.txt", "2.txt", "3.txt", "other/1.txt"]
        assert source_at(store, other / "1.txt") == "other/1.txt"


def test_a_file_that_was_moved_keeps_its_name(folder, tmp_path):
    with open_store() as store:
        run(store, folder)
        moved = folder.rename(tmp_path / "moved")
        assert run(store, moved).unchanged == 3
        assert store.sources() == ["1.txt", "2.txt", "3.txt"]


def test_a_file_whose_name_is_not_utf_8_is_named_and_the_rest_goes_on(folder, tmp_path):
    write(folder / os.fsdecode(b"\xd0\xc2.txt"), "百色市与龙腾数据签署协议。")
    with open_store() as store:
        report = run(store, folder, exports=tmp_path / "out")
        assert report.new == 3
        assert [(skip.source, "not UTF-8" in skip.reason) for skip in report.skipped] == [(r"\xd0\xc2.txt", True)]
    with pytest.raises(ReadError, match="not UTF-8"):
        list(read([folder / os.fsdecode(b"\xd0\xc2.txt")]))


def test_the_folder_that_articles_lie_in_may_have_any_name(folder, tmp_path):
    odd = folder.rename(tmp_path / os.fsdecode(b"\xd0\xc2"))
    with open_store() as store:
        assert run(store, odd, exports=odd / "out").new == 3
        assert source_at(store, odd / "1.txt") == "1.txt"
        assert run(store, odd / "1.txt", exports=odd / "out").unchanged == 1


def test_a_file_keeps_its_name_whichever_folder_it_is_found_from(folder):
    sub = write(folder / "sub" / "4.txt", "百色市与龙腾数据签署协议。")
    with open_store() as store:
        run(store, sub.parent)
        assert store.sources() == ["4.txt"]
        assert run(store, folder).unchanged == 1
        write(sub, "百色市与龙腾数据再签协议。")
        assert run(store, folder.parent).replaced == 1
        assert run(store, sub).unchanged == 1
        assert store.sources() == ["1.txt", "2.txt", "3.txt", "4.txt"]
        assert source_at(store, sub) == "4.txt"


def test_it_does_so_though_another_is_called_by_that_name_in_a_folder_above(folder):
    sub = write(folder / "sub" / "1.txt", "百色市与龙腾数据签署协议。")
    with open_store() as store:
        run(store, sub.parent)
        report = run(store, folder)
        assert (report.new, report.unchanged, report.skipped) == (3, 1, ())
        assert store.sources() == ["1.txt", "2.txt", "3.txt", "news/1.txt"]
        assert source_at(store, sub) == "1.txt"


def lines(*texts: str) -> str:
    return "".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts)


def test_a_file_of_several_articles_gives_up_those_that_it_lost(tmp_path):
    file = write(tmp_path / "all.jsonl", lines("百色市与云帆科技签约。", "百色市与龙腾数据签约。"))
    with open_store() as store:
        assert run(store, file).new == 2
        assert run(store, file).unchanged == 1
        write(file, lines("百色市与云帆科技签约。"))
        report = run(store, file)
        assert (report.removed, report.unchanged) == (1, 1)
        assert store.sources() == ["all.jsonl#1"]
        with open_store() as fresh:
            run(fresh, file)
            assert fresh.stamps() == store.stamps()


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
    from tests.build_extract import pairs
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


def test_exports_are_written_when_they_are_out_of_date_only(folder, tmp_path):
    place = tmp_path / "exports"

    def written() -> bool:
        with open_store(tmp_path / "store") as store:
            report = run(store, folder, exports=place)
            assert [file.name for file in report.files] == ["graph.ttl", "graph.graphml", "graph.html"]
            return report.written

    assert written() and not written()
    old = (place / "graph.ttl").read_bytes()
    write(folder / "4.txt", "百色市与龙腾数据签署协议。")
    assert written() and not written()
    assert (place / "graph.ttl").read_bytes() != old
    (place / "graph.html").unlink()
    assert written() and not written()
    write(place / "graph.graphml", "something else")
    assert written() and not written()
    with open_store(tmp_path / "store") as store:
        store.remove("4.txt")
    (folder / "4.txt").unlink()
    assert written() and not written()
    assert (place / "graph.ttl").read_bytes() == old


def kill_children(_done: int, _total: int) -> None:
    for child in multiprocessing.active_children():
        child.kill()
        child.join()


@pytest.mark.parametrize("progress", [None, kill_children], ids=["whole", "killed"])
def test_a_page_drawn_by_another_process_is_the_same(folder, tmp_path, progress):
    for name, more in (("here", {}), ("there", {"jobs": 2, "progress": progress})):
        with open_store() as store:
            assert run(store, folder, exports=tmp_path / name, **more).written
    assert (tmp_path / "there" / "graph.html").read_bytes() == (tmp_path / "here" / "graph.html").read_bytes()


def test_exports_follow_what_one_program_writes_after_them(folder, tmp_path):
    with open_store() as store:
        assert run(store, folder, exports=tmp_path / "out").written
        store.remove("1.txt")
        assert run(store, folder / "2.txt", exports=tmp_path / "out").written
        assert not run(store, folder / "2.txt", exports=tmp_path / "out").written


def test_a_graph_too_large_for_graph_tools_is_not_exported(folder, tmp_path, monkeypatch):
    monkeypatch.setattr("kg.build.MOST_STATEMENTS", 0)
    with open_store() as store:
        report = run(store, folder, exports=tmp_path / "out")
        assert report.new == 3 and report.files == ()
    assert not (tmp_path / "out").exists()


def test_the_samples_are_built_with_the_real_extractor_and_exported(sample_articles, tmp_path):
    with open_store() as store:
        report = build([sample_articles], store=store, exports=tmp_path)
        assert not report.skipped
        assert report.entities["City"] > 5
        assert [file.name for file in report.files] == ["graph.ttl", "graph.graphml", "graph.html"]
        assert all(file.stat().st_size for file in report.files)
