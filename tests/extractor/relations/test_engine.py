"""Pairs from lists, directions, and the surer of two readings."""

from __future__ import annotations

from tests.extractor.linking.samples import analysis


def pairs(text: str, predicate: str) -> set[frozenset[str]]:
    seen = analysis(text)
    drafts = seen.linking.drafts
    return {
        frozenset((drafts[s.subject].label, drafts[s.obj].label))
        for s in seen.statements
        if s.predicate == predicate and isinstance(s.obj, str)
    }


def test_the_members_of_a_list_share_the_verb() -> None:
    found = pairs("绵阳市与海康威视、西南科技大学签署协议。", "partnersWith")
    assert {frozenset(("绵阳市", "海康威视")), frozenset(("绵阳市", "西南科技大学"))} <= found


def test_a_symmetric_statement_is_given_once() -> None:
    seen = analysis("绵阳市与海康威视签署协议，海康威视与绵阳市合作。")
    statements = [s for s in seen.statements if s.predicate == "partnersWith"]
    assert len(statements) == 1
    assert isinstance(statements[0].obj, str) and statements[0].subject < statements[0].obj


def test_nothing_partners_with_itself() -> None:
    assert pairs("绵阳市与绵阳市人民政府签署协议。", "partnersWith") == set()


def test_a_project_built_by_two() -> None:
    found = pairs("海康威视、西南科技大学联合打造的涪江数据中心启用。", "undertakes")
    assert {frozenset(("海康威视", "涪江数据中心")), frozenset(("西南科技大学", "涪江数据中心"))} <= found


def test_the_place_in_the_name_of_an_unknown_member_is_none_itself() -> None:
    found = pairs("海康威视、绵阳市涪城推进研究所、浪潮集团与宜昌市签署协议。", "partnersWith")
    assert frozenset(("海康威视", "宜昌市")) in found
    assert frozenset(("绵阳市", "宜昌市")) not in found
