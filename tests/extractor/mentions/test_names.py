"""Open names by grammar: the head noun, the left border, and what is no name."""

from __future__ import annotations

import pytest

from tests.extractor.mentions.samples import names, told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("昨天，瑞驰云控科技有限公司开业。", ("Firm", "瑞驰云控科技有限公司")),
        ("国网甘肃省电力公司兰州供电公司启用新系统。", ("Firm", "国网甘肃省电力公司兰州供电公司")),
        ("他毕业于滨州理工职业学院。", ("Institution", "滨州理工职业学院")),
        ("由遵义市大数据发展局牵头。", ("Government", "遵义市大数据发展局")),
        ("参观了株洲市轨道交通展示中心。", ("Project", "株洲市轨道交通展示中心")),
        ("承建遵义轨道交通项目。", ("Project", "遵义轨道交通项目")),
        ("走进瑞驰（宁夏）物联科技有限公司。", ("Firm", "瑞驰（宁夏）物联科技有限公司")),
        ("成立“慧眼”联合实验室。", ("Project", "“慧眼”联合实验室")),
    ],
)
def test_the_borders_of_a_name(text: str, name: tuple[str, str]) -> None:
    assert name in told(names(text))


def test_places_that_the_segmenter_takes_for_verbs_stay_in_the_name() -> None:
    for place in ("遵义", "包头", "自贡", "开封"):
        assert ("Project", f"{place}云计算中心") in told(names(f"正在建设{place}云计算中心。"))


def test_coordinated_names_are_apart() -> None:
    found = told(names("建设咸阳湖数据中心和渭河云计算中心。"), "Project")
    assert found == [("Project", "咸阳湖数据中心"), ("Project", "渭河云计算中心")]


@pytest.mark.parametrize(
    "text", ["大型企业和平台企业参加。", "有关部门和相关机构负责。", "由本公司负责。", "工程师来了。"]
)
def test_kinds_are_no_names(text: str) -> None:
    assert [c for c in names(text) if c.specific] == []


def test_a_project_told_by_common_words_needs_its_context() -> None:
    assert [c.specific for c in names("打造智慧停车服务平台。")] == [False]


def test_a_place_in_a_trailing_bracket_belongs_to_the_name() -> None:
    assert ("Project", "广东数字政务平台（惠州）") in told(names("启用广东数字政务平台（惠州）。"))


def test_a_listed_technology_is_no_new_one() -> None:
    assert told(names("融合区块链技术建设平台。"), "Technology") == []
    assert told(names("引入竹木改性技术。"), "Technology") == [("Technology", "竹木改性技术")]


def test_a_place_and_a_trade_make_a_firm() -> None:
    assert ("Firm", "惠州移动") in told(names("惠州移动开通基站。"))
    assert told(names("惠州移动支付普及。"), "Firm") == []
