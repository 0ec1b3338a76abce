from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.console import Console

from kg.model import Extraction
from kg.questions import Limits, Worker
from kg.questions.charts.terminal import bar, render
from kg.questions.stats import NOT_SAID, Stats, every_year, stats


@pytest.fixture(scope="module")
def counts(worker: Worker) -> Stats:
    return stats(worker, Limits())


def test_the_totals_are_those_of_the_sample(counts: Stats) -> None:
    assert {total.label_en: total.number for total in counts.totals} == {
        "articles": 4,
        "independent origins": 4,
        "publishers": 4,
        "things": 21,
        "statements": 25,
        "pieces of evidence": 27,
    }


def test_each_chart_counts_what_its_title_says(counts: Stats) -> None:
    charts = {chart.title_en: chart.bars for chart in counts.charts}
    assert charts["Cities with most statements"] == (("兰州市", 6), ("天水市", 5), ("西宁市", 3))
    assert charts["Firms with most statements"] == (("浪潮", 4), ("科大讯飞", 3))
    assert charts["Articles by year"] == (("2022", 2), ("2023", 2))
    assert charts["Statements by link"][0] == ("合作 partners with", 5)
    assert dict(charts["Statements by status"]) == {
        NOT_SAID: 15, "已完成 completed": 5, "进行中 underway": 3, "计划 planned": 2,
    }  # fmt: skip
    assert [number for _, number in charts["Statements by confidence"]] == [0, 0, 0, 0, 0, 1, 0, 2, 20, 2]
    assert charts["Statements by number of origins"] == (("1", 23), ("2", 2), ("3", 0), ("4", 0), ("5+", 0))
    assert ("城市 City", 3) in charts["Things by class"]
    assert not any("Statement" in label or "Article" in label for label, _ in charts["Things by class"])


def test_what_is_not_stated_stands_last_and_has_a_bar_of_its_own(counts: Stats) -> None:
    status = next(chart for chart in counts.charts if chart.title_en == "Statements by status")
    assert status.unsaid == [status.bars[-1]] == [(NOT_SAID, 15)]
    assert status.largest == 15
    console = Console(width=80, file=io.StringIO(), color_system=None)
    console.print(render(replace(counts, charts=(status,)), console))
    assert isinstance(console.file, io.StringIO)
    last = console.file.getvalue().splitlines()[-1]
    assert last.startswith(NOT_SAID) and "░░░" in last and last.endswith("15")


def test_what_there_is_no_room_for_is_counted() -> None:
    from kg.reader import article_of
    from kg.store import open_store

    papers = [f"{paper}日报" for paper in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午"]
    with open_store() as store, Worker(store) as worker:
        for number, paper in enumerate(papers):
            store.add(Extraction(article_of(f"第{number}篇。", source=paper, publisher=paper), (), (), ()))
        store.add(Extraction(article_of("无报纸的一篇。"), (), (), ()))
        found = stats(worker, Limits())
    chart = next(chart for chart in found.charts if chart.title_en == "Articles by publisher")
    assert (len(chart.said), chart.more, chart.unsaid) == (15, 2, [(NOT_SAID, 1)])
    console = Console(width=80, file=io.StringIO(), color_system=None)
    console.print(render(replace(found, charts=(chart,)), console))
    assert isinstance(console.file, io.StringIO)
    assert "另有 2 个  and 2 more" in console.file.getvalue()


def test_years_without_an_article_are_shown_too() -> None:
    rows = [("2019", 1, "2019"), (NOT_SAID, 3, None), ("2021", 2, "2021")]
    assert every_year(rows) == [("2019", 1), ("2020", 0), ("2021", 2), (NOT_SAID, 3)]
    assert every_year([("1066", 1, ""), ("2021", 2, "")]) == [("1066", 1), ("2021", 2)]


def test_an_empty_store_has_empty_charts() -> None:
    from kg.store import open_store

    with open_store() as store, Worker(store) as worker:
        found = stats(worker, Limits())
    assert {total.number for total in found.totals} == {0}
    assert all(sum(number for _, number in chart.bars) == 0 for chart in found.charts)


@pytest.mark.parametrize(("share", "expected"), [(0, ""), (0.001, "▏"), (0.5, "██"), (0.53, "██▏"), (1, "████")])
def test_bars_are_exact_to_an_eighth_and_never_vanish(share: float, expected: str) -> None:
    assert bar(share, 4) == expected.ljust(4)


@pytest.mark.parametrize("width", [50, 80, 200])
def test_the_terminal_shows_every_bar_within_its_width(counts: Stats, width: int) -> None:
    console = Console(width=width, file=io.StringIO(), color_system=None)
    console.print(render(counts, console))
    assert isinstance(console.file, io.StringIO)
    lines = console.file.getvalue().splitlines()
    from rich.cells import cell_len

    assert all(cell_len(line) <= width for line in lines)
    assert any(line.startswith("兰州市") and line.rstrip().endswith("6") for line in lines)
