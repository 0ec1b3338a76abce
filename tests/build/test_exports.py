"""The files that a build leaves."""

from __future__ import annotations

import multiprocessing

import pytest

from kg.build import build
from kg.store import open_store
from tests.build.running import run, write


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


def test_what_a_build_wrote_into_a_folder_of_articles_is_no_article(folder):
    (folder / "report.pdf").write_bytes(b"%PDF")
    places = {"exports": folder / "exports"}
    with open_store(folder / "exports" / "store") as store:
        assert run(store, folder, **places).new == 3
    with open_store(folder / "exports" / "store") as store:
        for exports in (folder / "exports", None):
            report = run(store, folder, exports=exports)
            assert (report.unchanged, report.skipped, report.passed_over) == (3, (), ("report.pdf",))


def test_a_page_of_that_name_that_somebody_gives_or_has_elsewhere_is_read(folder, tmp_path):
    with open_store(tmp_path / "store") as store:
        run(store, folder, exports=tmp_path / "exports")
        write(tmp_path / "other" / "graph.html", "<article><p>百色市与云帆科技签约。</p></article>")
        assert run(store, tmp_path / "other").new == 1
        # That one is no article, which is to be told whoever wrote it.
        assert len(run(store, tmp_path / "exports" / "graph.html").skipped) == 1
