from __future__ import annotations

import pytest

from kg.review.likeness import Likeness, Surroundings, is_abbreviation, likeness
from kg.review.things import Link, Thing

AROUND = Surroundings(
    places={"桂林": "place/gl", "柳州": "place/lz", "广西": "place/gx", "七星": "place/qx"},
    within={"place/gl": "place/gx", "place/lz": "place/gx", "place/qx": "place/gl"},
    degrees={"place/gl": 2, "project/x": 2, "sector/y": 500},
)


def thing(
    iri: str, *names: str, group: str = "organization", links: tuple[Link, ...] = (), known: bool = False
) -> Thing:
    return Thing(iri, "Firm", group, names, frozenset(links), known)


def compare(a: str, b: str, group: str = "organization") -> Likeness:
    return likeness(thing("a", a, group=group), thing("b", b, group=group), AROUND)


def names(found: Likeness) -> list[str]:
    return [reason.name for reason in found.reasons]


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        ("云帆科技", "云帆 科技", "same name"),
        ("云帆科技", "云帆科技股份有限公司", "same but for the legal form"),
        ("云帆", "云帆集团", "same but for the legal form"),
        ("桂林云帆软件", "云帆软件", "same but for the place"),
        ("广西云帆软件有限公司", "云帆", "same but for place and trade"),
        ("桂林电子大学", "桂电", "abbreviation"),
        ("云帆智慧出行", "云帆智慧出行服务", "one name holds the other"),
        ("云帆科技城", "云凡科技城", "same sound"),
        ("云帆数字产业园", "云帆数字产业", "one name holds the other"),
        ("云帆数字产业研究", "云帆数产业研究", "one sign apart"),
    ],
)
def test_each_way_to_be_alike_is_found(a: str, b: str, reason: str) -> None:
    found = compare(a, b)
    assert reason in names(found)
    assert found.score > 0
    assert likeness(thing("b", b), thing("a", a), AROUND).score == found.score


@pytest.mark.parametrize(
    ("a", "b", "group"),
    [
        ("桂林银行", "柳州银行", "organization"),
        ("广西银行", "桂林银行", "organization"),
        ("云帆集团", "云帆集团南宁分公司", "organization"),
        ("智慧园区一期", "智慧园区二期", "project"),
        ("2021年示范企业名单", "2022年示范企业名单", "award"),
        ("东湖智慧水务平台", "西湖智慧水务平台", "project"),
        ("云帆科技", "海蓝软件", "organization"),
        ("集团", "集团有限公司", "organization"),
    ],
)
def test_what_is_meant_to_differ_is_not_alike(a: str, b: str, group: str) -> None:
    assert compare(a, b, group).score == 0


def test_a_long_name_that_two_bear_says_more_than_a_short_one() -> None:
    short, long = "充电站", "七星区智慧充电站示范工程"
    assert compare(short, short, "project").score < compare(long, long, "project").score


def test_two_that_the_graph_links_are_two() -> None:
    whole, part = thing("a", "云帆集团"), thing("b", "云帆", links=(("partOf", "a"),))
    found = likeness(part, whole, AROUND)
    assert found.score == 0
    assert "the graph links them to one another" in names(found)
    assert str(found.reasons[0]) == "图谱中两者有关联 the graph links them to one another: 隶属 part of"
    turned = likeness(thing("a", "云帆集团", links=(("^partOf", "b"),)), thing("b", "云帆"), AROUND)
    assert str(turned.reasons[0]) == str(found.reasons[0])


def test_two_that_the_lexicons_know_are_two() -> None:
    found = likeness(thing("a", "云帆", known=True), thing("b", "云帆集团", known=True), AROUND)
    assert found.score == 0


def test_two_in_different_places_are_two_and_one_within_the_other_is_not() -> None:
    def at(iri: str, place: str) -> Thing:
        return thing(iri, "智慧停车平台", group="project", links=(("locatedIn", place),))

    assert likeness(at("a", "place/gl"), at("b", "place/lz"), AROUND).score == 0
    assert likeness(at("a", "place/gl"), at("b", "place/qx"), AROUND).score > 0


def test_shared_links_add_and_rare_ones_add_more() -> None:
    rare, common = ("undertakes", "project/x"), ("inSector", "sector/y")
    bare = compare("云帆", "云帆智慧").score

    def with_link(link: Link) -> float:
        return likeness(thing("a", "云帆智", links=(link,)), thing("b", "云帆智慧", links=(link,)), AROUND).score

    assert bare < with_link(common) < with_link(rare) < 1


def test_reasons_are_told_in_both_languages() -> None:
    link = ("undertakes", "project/x")
    found = likeness(thing("a", "云帆智", links=(link,)), thing("b", "云帆智慧", links=(link,)), AROUND)
    assert [str(reason) for reason in found.reasons] == [
        "一名包含另一名 one name holds the other: 云帆智 · 云帆智慧",
        "共同关联 1 项 shared links: 1",
    ]


def test_shared_links_alone_make_nothing_one() -> None:
    link = ("undertakes", "project/x")
    assert likeness(thing("a", "云帆", links=(link,)), thing("b", "海蓝", links=(link,)), AROUND).score == 0


@pytest.mark.parametrize(("short", "long"), [("桂电", "桂林电子大学"), ("中科院", "中国科学院院部")])
def test_abbreviations(short: str, long: str) -> None:
    assert is_abbreviation(short, long)


@pytest.mark.parametrize(
    ("short", "long"), [("电桂", "桂林电子大学"), ("桂林", "桂林电子大学"), ("AB", "Apple Bank"), ("桂", "桂林市")]
)
def test_no_abbreviations(short: str, long: str) -> None:
    assert not is_abbreviation(short, long)
