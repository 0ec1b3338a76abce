"""How far things have come, and what makes a sentence say nothing."""

from __future__ import annotations

import pytest

from kg.extractor.mentions.times import find_times
from kg.extractor.relations.progress import begun, come_later
from kg.extractor.relations.qualifiers import (
    is_contracted,
    is_denied,
    is_due,
    is_expected,
    is_occasion,
    is_supposed,
    is_talked_over,
    status_of,
    time_of,
)
from kg.model import Status


@pytest.mark.parametrize(
    ("clause", "before", "trigger", "status"),
    [
        ("将建成一个平台", "", "建成", Status.PLANNED),
        ("拟建设一个平台", "", "建设", Status.PLANNED),
        ("已建成一个平台", "", "建成", Status.COMPLETED),
        ("正在建设一个平台", "", "建设", Status.UNDERWAY),
        ("签署协议", "", "签署", Status.COMPLETED),
        ("建设一个平台", "下一步，", "建设", Status.PLANNED),
        ("建设一个平台", "", "建设", None),
        ("实施了一个工程", "", "实施了一个工程", Status.COMPLETED),
        ("即将建成", "", "建成", Status.PLANNED),
        ("项目正式启动", "", "启动", Status.UNDERWAY),
        ("工程全面开工", "", "", Status.UNDERWAY),
        ("正筹备成立推进组", "", "成立", Status.PLANNED),
        ("全年计划完成投资", "", "", Status.PLANNED),
        ("以共创未来为主题举办论坛", "", "举办", Status.COMPLETED),
        ("未来三年建设一个平台", "", "建设", Status.PLANNED),
        ("将军山项目", "", "", None),
        ("近年来将来", "", "", None),
    ],
)
def test_status(clause: str, before: str, trigger: str, status: Status | None) -> None:
    assert status_of(clause, before, trigger) is status


def test_a_pattern_may_fix_the_status_where_the_words_say_nothing() -> None:
    assert status_of("与甲会谈", "", "", "completed") is Status.COMPLETED
    assert status_of("将与甲会谈", "", "", "completed") is Status.PLANNED


@pytest.mark.parametrize(
    ("behind", "status"),
    [
        ("一期主体封顶", Status.UNDERWAY),
        ("、乙平台等项目加快建设", Status.UNDERWAY),
        ("建设现场，塔吊林立", Status.UNDERWAY),
        ("今年3月开工", Status.UNDERWAY),
        ("去年底建成投用", Status.COMPLETED),
        ("项目正式签约", Status.PLANNED),
        ("加快建成", None),
        ("所在的园区建成", None),
    ],
)
def test_what_stands_behind_a_name_tells_how_far_the_thing_has_come(behind: str, status: Status | None) -> None:
    progress = begun(behind)
    assert (progress and progress.status) is status


@pytest.mark.parametrize(
    ("behind", "told", "status"),
    [
        ("，占地80亩，去年8月已全部投产发电", "，去年8月已全部投产", Status.COMPLETED),
        ("，目前已上线“一网”等应用98个", "，目前已上线", Status.COMPLETED),
        ("，总投资5亿元，于2022年5月正式开工", "，于2022年5月正式开工", Status.UNDERWAY),
    ],
)
def test_a_later_clause_tells_how_far_a_thing_has_come(behind: str, told: str, status: Status) -> None:
    progress = come_later(behind)
    assert progress is not None
    assert (behind[progress.start : progress.end], progress.status) == (told, status)


@pytest.mark.parametrize("behind", ["，预计明年建成投用", "，乙平台已建成投用", "，已建成厂房5栋", "，已服务企业980家"])
def test_a_later_clause_of_something_else_tells_nothing_of_it(behind: str) -> None:
    assert come_later(behind) is None


@pytest.mark.parametrize("before", ["没有", "尚未", "不再", "否认将", "取消了", "并未"])
def test_a_denial_before_the_trigger(before: str) -> None:
    assert is_denied(before + "建设平台", before, "建设平台")


@pytest.mark.parametrize("before", ["不断", "不仅", "未来", "在不同场景", "不久前", "不少企业"])
def test_words_that_begin_like_a_denial_are_none(before: str) -> None:
    assert not is_denied(before + "建设平台", before, "建设平台")


def test_a_denial_inside_the_match() -> None:
    assert is_denied("甲没有入驻乙", "", "甲没有入驻乙")


@pytest.mark.parametrize("clause", ["是否建设平台", "如果建设平台", "网传建设平台", "建设平台？", "如何建设平台"])
def test_questions_suppositions_and_rumours(clause: str) -> None:
    assert is_denied(clause, "", "建设平台")


def test_the_last_time_before_the_end_dates_what_is_told() -> None:
    text = "2021年开工，2023年建成，比2020年快"
    times = find_times(text, None)
    assert (time_of(times, len(text), planned=False) or times[0].span).value == "2023"
    assert time_of(times, 0, planned=False) is None


def test_a_deadline_dates_a_plan_only() -> None:
    text = "2026年前建成"
    times = find_times(text, None)
    assert time_of(times, len(text), planned=False) is None
    assert time_of(times, len(text), planned=True) is not None


def test_what_is_only_signed_is_planned() -> None:
    assert is_contracted("甲与乙签约共建智能工厂")
    assert is_contracted("签订了项目投资协议")
    assert not is_contracted("甲与乙签署战略合作协议")
    assert not is_contracted("签订项目投资协议的工厂建成投产")


def test_figures_of_the_time_when_a_thing_will_be_ready() -> None:
    assert is_expected("项目投产后，")
    assert is_expected("达产年")
    assert not is_expected("项目已建成投产，")


def test_a_later_clause_tells_when_it_is_due() -> None:
    assert is_due("，预计明年投产。")
    assert not is_due("，已建成投产。")


def test_a_meeting_at_which_other_things_happen() -> None:
    assert is_occasion("8日，大数据产业大会在绵阳举行")
    assert not is_occasion("8日，数据中心建成投用")


def test_what_reaches_over_clauses() -> None:
    assert is_supposed("据传，", "")
    assert is_supposed("如果双方合作，", "")
    assert is_supposed("", "，但最终放弃。")
    assert not is_supposed("据介绍，", "，并已建成。")


def test_what_is_only_talked_over() -> None:
    assert is_talked_over("就签署协议进行洽谈")
    assert not is_talked_over("在洽谈会上签署协议")
