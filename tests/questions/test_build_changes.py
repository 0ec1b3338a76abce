"""The question that asks what a build has changed."""

from __future__ import annotations

from pathlib import Path

from kg.questions import run_query
from kg.store import open_store
from tests.questions.answers import LOG
from tests.questions.answers.facts import BIG, shown
from tests.questions.sample import extractions


def test_a_build_tells_what_it_added_and_withdrew(tmp_path: Path) -> None:
    lanzhou, tianshui, again, xining = extractions()
    with open_store(tmp_path) as store:
        store.add_many((lanzhou, tianshui, xining))
    assert run_query(tmp_path, LOG).rows == ()
    with open_store(tmp_path) as store:
        store.add(again)
        store.remove("xining.md")
    table = run_query(tmp_path, LOG)
    named = [(row[0], row[1], *row[3:6]) for row in shown(table)]
    assert ("added", 2, "浪潮", "投资", BIG) in named
    assert ("withdrawn", 2, "西宁市", "追求目标") in [row[:4] for row in named]
    # Known before: the city's undertaking and its partnership.
    assert ("added", 2, "浪潮", "合作", "兰州市") not in named
    assert {row[0] for row in named} == {"added", "withdrawn"}
    assert len([row for row in named if row[0] == "added"]) == 7
    assert len([row for row in named if row[0] == "withdrawn"]) == 3
    assert run_query(tmp_path, LOG, {"run": "1"}).rows == ()
    assert run_query(tmp_path, LOG, {"run": "2"}).rows == table.rows
    in_lanzhou = run_query(tmp_path, LOG, {"place": "兰州"})
    assert 0 < len(in_lanzhou.rows) < 7
