"""What follows 获评, 入选, 被认定为."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extractor.mentions.awards import find_awards


def awards(text: str) -> list[str]:
    return [c.name for c in find_awards(text)]


def test_the_name_ends_with_its_head() -> None:
    assert awards("去年获评数字乡村示范县，名列前茅。") == ["数字乡村示范县"]


def test_quotation_marks_around_the_whole_go() -> None:
    assert awards("荣获“全国文明城市”。") == ["全国文明城市"]
    assert awards("荣获“全国文明城市”称号。") == ["全国文明城市"]


def test_quoted_names_side_by_side_are_several() -> None:
    assert awards("先后获评“全国文明城市”“国家卫生城市”。") == ["全国文明城市", "国家卫生城市"]
    assert awards("获评国家级智能工厂、河北省绿色工厂。") == ["国家级智能工厂", "河北省绿色工厂"]


def test_who_gives_it_may_stand_before_what_is_in_quotation_marks() -> None:
    assert awards("先后入选行业杂志“年度云平台”“年度算力网”。") == ["年度云平台", "年度算力网"]
    assert awards("获得国际校园协会“绿色书院认证”。") == ["绿色书院认证"]
    assert awards("获得国际校园协会“绿色书院认证”专家支持。") == []


def test_the_head_of_the_name_is_the_longest_that_stands_there() -> None:
    assert awards("入选省级智能工厂揭榜单位。") == ["省级智能工厂揭榜单位"]
    assert awards("获评数字乡村试点地区、智慧农业先行县。") == ["数字乡村试点地区", "智慧农业先行县"]


def test_who_grants_it_may_stand_within_the_verb() -> None:
    assert awards("去年被江城市教育局列为智慧教育标准化中心。") == ["智慧教育标准化中心"]
    assert awards("获得江城市工信局授予的“年度云平台”。") == ["年度云平台"]


def test_a_prize_may_have_a_short_name() -> None:
    assert awards("荣获云岭奖和江城智造奖。") == ["云岭奖", "江城智造奖"]


def test_a_list_that_one_is_on_begins_behind_who_is_on_it() -> None:
    assert awards("江城市入选数字乡村试点预备名单（公示）。") == ["数字乡村试点预备名单"]


def test_a_noun_that_only_honours_have_wins_over_any_other() -> None:
    assert awards("获评全国首批数字乡村试点项目。") == ["数字乡村试点项目"]
    assert awards("获批国家智能制造重大工程。") == ["国家智能制造重大工程"]


def test_a_status_may_be_told_as_what_somebody_is() -> None:
    assert awards("江城是第二批养老服务试点街镇。") == ["第二批养老服务试点街镇"]
    assert awards("这里也是“江城市科普基地”“国家级研学单位”。") == ["江城市科普基地", "国家级研学单位"]
    assert awards("江城作为港口型国家物流枢纽，吞吐量不小。") == ["港口型国家物流枢纽"]
    assert awards("云帆科技是工信部两化融合试点企业、石化行业知识产权示范企业。") == [
        "工信部两化融合试点企业",
        "石化行业知识产权示范企业",
    ]


def test_norms_that_somebody_is_examined_for() -> None:
    assert awards("公司通过了ISO9001、IATF16949等多项认证。") == ["ISO9001", "IATF16949"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("工信部公布全国软件百强企业名单，三家入选", "全国软件百强企业名单"),
        ("昨日，2023中国软件百强榜单揭晓", "2023中国软件百强榜单"),
        ("在发布会上公布的2023中国软件百强榜上", "2023中国软件百强榜"),
        ("“智慧城市十佳案例”日前揭晓", "智慧城市十佳案例"),
        ("《2023中国软件百强榜单》出炉", "2023中国软件百强榜单"),
        ("发布《绿色制造名单（第一批）》，三家位列其中", "绿色制造名单（第一批）"),
        ("入选工信部《绿色制造名单》", "绿色制造名单"),
    ],
)
def test_a_list_that_comes_out(text: str, name: str) -> None:
    assert awards(text) == [name]


def test_a_list_in_brackets_is_else_a_document() -> None:
    assert awards("印发《绿色制造名单》。") == []


@pytest.mark.parametrize("hope", ["力争", "争取到2026年", "有望", "力争年内成功"])
def test_what_is_hoped_for_is_none(hope: str) -> None:
    assert awards(f"{hope}入选国家级数字乡村试点。") == []
    assert awards(f"{hope}突破，入选国家级数字乡村试点。") == ["国家级数字乡村试点"]


def test_words_between_verb_and_name_do_not_belong_to_it() -> None:
    assert awards("入选为全国首批智能工厂名单。") == ["智能工厂名单"]


@pytest.mark.parametrize(
    "text",
    [
        "获得群众好评，获得资金支持。",
        "将获得纪念品等奖励。",
        "为获奖团队颁奖。",
        "获得诸多荣誉，发布了三个项目需求榜单。",
        "获得河北省示范区管委会的支持。",
        "一款新车命名为“青岚X3”。",
    ],
)
def test_what_is_no_honour(text: str) -> None:
    assert awards(text) == []


def test_where_a_name_ends() -> None:
    assert awards("获得行业优秀案例等数十项荣誉。") == ["行业优秀案例"]
    assert awards("获批筹建国家制造业创新中心。") == ["国家制造业创新中心"]


@given(st.text(alphabet="获评入选公布揭晓“”《》称号试点。，国家级示范区、名单\n", max_size=40))
def test_offsets_are_valid_and_nothing_overlaps(text: str) -> None:
    last = 0
    for candidate in find_awards(text):
        assert last <= candidate.start < candidate.end <= len(text)
        assert candidate.name in text[candidate.start : candidate.end]
        last = candidate.end
