"""Who holds which office where."""

from __future__ import annotations

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


def test_namesakes_of_two_bodies_are_two() -> None:
    seen = analysis("绵阳市市长赵建国到会。海康威视总经理赵建国到会。")
    assert len({s.subject for s in seen.statements if s.predicate == "holdsPosition"}) == 2
