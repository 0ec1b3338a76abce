"""The build: what is new, changed, gone or bad among the files."""

from __future__ import annotations

import json

import pytest

from kg.build import build
from kg.errors import LexiconError, ReadError
from kg.store import open_store
from tests.build.extract import pairs
from tests.build.running import run, write


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
