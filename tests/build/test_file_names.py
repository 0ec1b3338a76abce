"""Which name a file is known by, wherever it is found."""

from __future__ import annotations

import os
from itertools import permutations

import pytest

from kg import read
from kg.build.file_names import source_at
from kg.errors import ReadError
from kg.store import open_store
from tests.build.running import run, write


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
