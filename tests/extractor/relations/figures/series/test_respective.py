"""Figures told one by one of things named before them."""

from __future__ import annotations

from kg.extractor.relations.figures.measures.measure_names import Indicator
from kg.extractor.relations.figures.series.respective import one_by_one


def names(before: str, after: str, count: int, row: tuple[Indicator, ...] = ()) -> list[str] | None:
    found = one_by_one(before, after, count, row)
    return [one.name for one in found] if found is not None else None


def test_what_the_last_member_spells_out_belongs_to_all() -> None:
    assert names("国内市场、海外市场营业收入分别为", "，", 2) == ["国内市场营业收入", "海外市场营业收入"]


def test_a_noun_behind_belongs_to_all() -> None:
    assert names("国内市场和海外市场分别实现", "的营业收入。", 2) == ["国内市场营业收入", "海外市场营业收入"]


def test_changes_of_the_figures_before() -> None:
    row = (Indicator("出口额", "出口额", "level"), Indicator("进口额", "进口额", "level"))
    assert names("同比分别增长", "。", 2, row) == ["出口额同比增长", "进口额同比增长"]


def test_lists_of_unequal_length_are_left() -> None:
    assert names("出口额、进口额分别增长", "。", 3) == []


def test_one_thing_at_several_times() -> None:
    found = one_by_one("实现营业收入分别为", "。", 3, ())
    assert found is not None
    assert [(one.name, one.form) for one in found] == [("营业收入", "series")] * 3


def test_shares_of_a_whole() -> None:
    assert names("累计里程和时长分别占全省的", "。", 2) == ["里程占全省比重", "时长占全省比重"]
    row = (Indicator("出口额", "出口额", "level"), Indicator("进口额", "进口额", "level"))
    assert names("占外贸总额的比例分别为", "。", 2, row) == ["出口额占外贸总额比重", "进口额占外贸总额比重"]
    assert names("占外贸总额的比例分别为", "。", 2) == []


def test_what_stands_behind_each_is_measured() -> None:
    assert names("国内、海外分别实现营业收入", "。", 2) == ["国内营业收入", "海外营业收入"]
    assert names("分别实现营业收入", "。", 3) == ["营业收入"] * 3


def test_a_list_of_as_many_measures_needs_no_each() -> None:
    assert names("出口额、进口额增长", "。", 2) == ["出口额增长", "进口额增长"]
    assert names("出口额、进口额增长", "。", 3) is None
    assert names("游客、市民增长", "。", 2) is None
