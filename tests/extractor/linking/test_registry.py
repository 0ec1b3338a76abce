"""One identity for each open thing of an article."""

from __future__ import annotations

import pytest

from kg.extractor import knowledge
from kg.extractor.linking.registry import Registry
from kg.extractor.mentions.candidates import Candidate
from tests.extractor.linking.samples import analysis, iris


def candidate(kind: str, name: str, start: int = 0) -> Candidate:
    return Candidate(start, start + len(name), kind, name, "grammar", 2)


def registry(*candidates: Candidate, scope: str = "scope", **defined: str) -> Registry:
    found = Registry(knowledge.load(), scope)
    found.add_open(candidates, defined)
    return found


def test_a_short_form_finds_the_long_name() -> None:
    found = registry(candidate("Firm", "星野智能"), candidate("Firm", "宜昌星野智能科技有限公司"))
    assert found.find("Firm", "星野智能") == found.find("Firm", "宜昌星野智能科技有限公司")


def test_a_defined_short_name_is_the_full_one_and_has_short_forms_itself() -> None:
    full = candidate("Firm", "宜昌星野环保投资集团有限公司")
    found = registry(full, candidate("Firm", "宜昌星投集团"), 宜昌星投集团=full.name)
    assert found.find("Firm", "宜昌星投集团") == found.find("Firm", full.name) == found.short_names()["星投集团"]


def test_a_form_that_two_share_means_neither() -> None:
    found = registry(candidate("Firm", "星野智能有限公司"), candidate("Firm", "星野通信有限公司"))
    assert "星野" not in found.short_names()


def test_places_in_names_are_compared_in_their_short_form() -> None:
    found = registry(candidate("Project", "宜昌市科技展览馆"), candidate("Project", "宜昌科技展览馆"))
    assert found.find("Project", "宜昌市科技展览馆") == found.find("Project", "宜昌科技展览馆")


def test_and_so_are_firms_in_names_by_their_label() -> None:
    found = registry(candidate("Firm", "建行宜昌市分行"), candidate("Firm", "建设银行宜昌分行"))
    assert found.find("Firm", "建行宜昌市分行") == found.find("Firm", "建设银行宜昌分行")


def test_a_known_firm_with_its_legal_form_is_the_known_one() -> None:
    found = registry(candidate("Firm", "海康威视有限公司"))
    assert (found.find("Firm", "海康威视有限公司") or "").endswith("organization/haikangweishi")


def test_and_so_is_one_named_with_the_country_it_comes_from() -> None:
    found = registry(candidate("Firm", "德国西门子公司"))
    assert (found.find("Firm", "德国西门子公司") or "").endswith("organization/ximenzi")
    here = registry(candidate("Firm", "中国西门子公司"))
    assert not next(iter(here.drafts())).endswith("organization/ximenzi")


@pytest.mark.parametrize(
    ("kind", "name", "known"),
    [
        ("Institution", "成都四川大学", True),
        ("Institution", "中国四川大学", True),
        ("Government", "中国工业和信息化部", True),
        ("Institution", "鹤壁四川大学", False),
        ("Firm", "北京农业银行", False),
    ],
)
def test_a_known_body_behind_the_place_where_it_is(kind: str, name: str, known: bool) -> None:
    iri = registry(candidate(kind, name)).find(kind, name)
    assert (iri in knowledge.load().lexicon.entries) == known


def test_a_listed_firm_by_its_registered_name_is_the_known_one() -> None:
    found = registry(candidate("Firm", "杭州海康威视精密机械股份有限公司"))
    assert (found.find("Firm", "杭州海康威视精密机械股份有限公司") or "").endswith("/haikangweishi")
    other = registry(candidate("Firm", "杭州海康威视精密机械有限公司"))
    assert not next(iter(other.drafts())).endswith("/haikangweishi")


def test_a_project_without_a_name_of_its_own_is_kept_apart_by_scope() -> None:
    plain = candidate("Project", "智慧停车平台")
    assert registry(plain, scope="a").find("Project", plain.name) != registry(plain, scope="b").find(
        "Project", plain.name
    )
    placed = candidate("Project", "宜昌智慧停车平台")
    assert registry(placed, scope="a").find("Project", placed.name) == registry(placed, scope="b").find(
        "Project", placed.name
    )


CENTRE = "研发中心建设项目"


def _centre(firm: str, news: str) -> str:
    """The IRI of a project of a plain name in a report from Beijing on what a firm raises money for."""
    return iris(f"北京5月10日讯 {firm}发布公告。{firm}募集资金将用于{CENTRE}。{news}")[CENTRE]


def test_the_projects_of_plain_names_are_those_of_the_firm_that_is_reported_on() -> None:
    assert _centre("比亚迪", "比亚迪昨日上市。") == _centre("比亚迪", "比亚迪股价上涨。")
    assert _centre("比亚迪", "比亚迪昨日上市。") != _centre("宁德时代", "宁德时代昨日上市。")


def test_the_order_of_the_names_does_not_matter() -> None:
    one = [candidate("Firm", "星野智能"), candidate("Firm", "宜昌星野智能科技有限公司", 9)]
    assert registry(*one).drafts().keys() == registry(*reversed(one)).drafts().keys()


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("鹤壁市科学技术协会成立，鹤壁市科协揭牌。", "鹤壁市科学技术协会", "鹤壁市科协"),
        ("鹤壁市经济和信息化局介绍，鹤壁经信局支持。", "鹤壁市经济和信息化局", "鹤壁经信局"),
        ("中国电信鹤壁分公司启动，鹤壁电信参与。", "中国电信鹤壁分公司", "鹤壁电信"),
        ("鹤壁明远文化实业有限公司启动，鹤壁明远文化公司参与。", "鹤壁明远文化实业有限公司", "鹤壁明远文化公司"),
        ("云轨科技集团有限责任公司启动，云轨集团参与。", "云轨科技集团有限责任公司", "云轨集团"),
        ("清华大学鹤壁研究院启动，鹤壁研究院参与。", "清华大学鹤壁研究院", "鹤壁研究院"),
    ],
)
def test_two_ways_to_name_one_body(text: str, first: str, second: str) -> None:
    found = iris(text)
    assert found[first] == found[second]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("鹤壁市科学技术协会成立，鹤壁市文联揭牌。", "鹤壁市科学技术协会", "鹤壁市文联"),
        ("鹤壁明远文化实业有限公司启动，鹤壁青禾文化公司参与。", "鹤壁明远文化实业有限公司", "鹤壁青禾文化公司"),
        ("中国电信鹤壁分公司启动，鹤壁移动参与。", "中国电信鹤壁分公司", "鹤壁移动"),
    ],
)
def test_two_bodies_stay_two(text: str, first: str, second: str) -> None:
    found = iris(text)
    assert found[first] != found[second]


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("Document", "公民生态环境行为规范十条"),
        ("Project", "慧眼数字影视创作与制作基地"),
        ("Document", "宜昌物业管理服务与停车位使用协议"),
        ("Project", "宜昌年处理三十万吨废旧电池回收项目"),
        ("Award", "国家高新技术企业"),
        ("Award", "高新技术企业"),
    ],
)
def test_a_telling_name_is_one_thing_in_every_article(kind: str, name: str) -> None:
    one = candidate(kind, name)
    assert registry(one, scope="a").find(kind, name) == registry(one, scope="b").find(kind, name)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("Document", "三年行动计划"),
        ("Document", "物业管理服务与停车位使用协议"),
        ("Project", "年处理三十万吨废旧电池回收项目"),
        ("Award", "先进集体"),
    ],
)
def test_what_everybody_has_is_not(kind: str, name: str) -> None:
    one = candidate(kind, name)
    assert registry(one, scope="a").find(kind, name) != registry(one, scope="b").find(kind, name)


def test_a_project_is_called_by_the_place_before_it_too() -> None:
    seen = analysis("会上签约的有四川绵阳云岭材料项目。")
    names = [draft.names for draft in seen.linking.drafts.values() if draft.kind == "Project"]
    assert names == [{"绵阳云岭材料项目", "四川绵阳云岭材料项目", "云岭材料项目"}]


def test_a_hospital_of_a_known_university_is_named_without_it() -> None:
    text = "复旦大学附属妇产科医院开诊。妇产科医院采用人工智能。"
    assert len({iri for name, iri in iris(text).items() if name.endswith("妇产科医院")}) == 1
