"""Who holds which office where."""

from __future__ import annotations

import pytest

from tests.extractor.linking.samples import analysis


def offices(text: str, publisher: str = "") -> list[tuple[str, str, str]]:
    seen = analysis(text, publisher)
    drafts = seen.linking.drafts
    return [
        (drafts[s.subject].label, s.title, drafts[s.obj].label)
        for s in seen.statements
        if s.predicate == "holdsPosition" and isinstance(s.obj, str)
    ]


def test_of_a_city() -> None:
    assert offices("绵阳市市长赵建国介绍了情况。") == [("赵建国", "市长", "绵阳市")]


def test_of_a_firm() -> None:
    assert offices("海康威视总经理刘汉民出席。") == [("刘汉民", "总经理", "海康威视")]


def test_of_the_home() -> None:
    assert offices("市长赵建国介绍了情况。", "绵阳日报") == [("赵建国", "市长", "绵阳市")]


def test_of_nobody_named() -> None:
    assert offices("总经理刘汉民出席。") == []


def test_each_body_of_stacked_titles() -> None:
    assert offices("全国政协委员、绵阳市政协副主席、西南科技大学校长赵建国到会。") == [
        ("赵建国", "委员", "中国人民政治协商会议全国委员会"),
        ("赵建国", "副主席", "绵阳市政协"),
        ("赵建国", "校长", "西南科技大学"),
    ]


def test_titles_at_one_body_are_one_office() -> None:
    assert offices("海康威视党委书记、董事长刘汉民出席。") == [("刘汉民", "党委书记、董事长", "海康威视")]


def test_a_unit_of_an_organisation_is_a_body() -> None:
    seen = analysis("西南科技大学土木工程学院教授赵建国介绍了情况。")
    labels = {(s.predicate, seen.linking.drafts[s.obj].label) for s in seen.statements if isinstance(s.obj, str)}
    assert {("holdsPosition", "西南科技大学土木工程学院"), ("partOf", "西南科技大学")} <= labels


def test_a_department_is_a_part_of_the_title() -> None:
    assert offices("海康威视市场部经理刘汉民出席。") == [("刘汉民", "市场部经理", "海康威视")]


def test_the_next_person_is_of_the_same_body() -> None:
    assert offices("海康威视董事长刘汉民，研发部主管赵建国到场。") == [
        ("刘汉民", "董事长", "海康威视"),
        ("赵建国", "研发部主管", "海康威视"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "绵阳市原市长赵建国到会。",
        "原海康威视总经理刘汉民到会。",
        "绵阳市工程师赵建国到会。",
        "海康威视邀请专家赵建国到会。",
    ],
)
def test_no_office(text: str) -> None:
    assert offices(text) == []


def test_one_person_holds_two_offices() -> None:
    seen = analysis("绵阳市市长赵建国到会。会上，绵阳商会会长赵建国发言。")
    assert len({s.subject for s in seen.statements if s.predicate == "holdsPosition"}) == 1


def test_namesakes_of_two_articles_are_two() -> None:
    seen = [analysis("绵阳市市长赵建国到会。"), analysis("海康威视总经理赵建国到会。")]
    assert len({s.subject for a in seen for s in a.statements if s.predicate == "holdsPosition"}) == 2
