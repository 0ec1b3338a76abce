"""The fields and technologies that a name carries."""

from __future__ import annotations

import pytest

from kg.extractor import knowledge
from kg.extractor.relations.names.fields import aims_in_title, fields_in_name, technologies_in_name, telling_part

KNOWN = knowledge.load()


def fields(label: str, group: str = "project") -> list[str]:
    return [f.wording for f in fields_in_name(label, group, KNOWN)]


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("绵阳生物医药产业园", ["生物医药"]),
        ("绵阳新材料产业园", ["新材料"]),
        ("绵阳人工智能小镇", ["人工智能"]),
        ("绵阳大数据科创城", ["大数据"]),
        ("绵阳人工智能创新应用先导区", ["人工智能"]),
        ("绵阳人工智能计算中心", ["人工智能"]),
        ("绵阳工业互联网平台", ["工业互联网"]),
        ("绵阳陶瓷行业工业互联网平台", ["陶瓷"]),
        ("绵阳云帆啤酒有限公司光伏项目", ["光伏"]),
        ("绵阳体育+会展平台", ["体育", "会展"]),
        ("绵阳园艺机器人产业创新中心", ["园艺机器人"]),
        ("绵阳中医药科技产业园", ["中医药"]),
        ("绵阳国家现代农业产业园", ["现代农业"]),
        ("氢能和储能示范项目", ["氢能", "储能"]),
        ("绵阳光伏发电项目", ["光伏发电"]),
        ("绵阳无人驾驶环卫项目", ["环卫"]),
    ],
)
def test_the_trade_of_a_project(label: str, expected: list[str]) -> None:
    assert fields(label) == expected


@pytest.mark.parametrize(
    "label", ["百亿级新兴产业园", "绵阳工业云平台", "绵阳云谷产业园", "绵阳储能", "绵阳算力服务器基地"]
)
def test_what_tells_no_field(label: str) -> None:
    assert fields(label) == []


def test_an_unlisted_trade_has_a_label_of_its_own() -> None:
    field = fields_in_name("绵阳园艺机器人产业创新中心", "project", KNOWN)[0]
    assert (field.kind, field.label) == ("Sector", "园艺机器人")


def test_a_plan_may_be_about_a_wide_field() -> None:
    assert fields("绵阳市制造业提升计划", "document") == ["制造业"]


@pytest.mark.parametrize(
    ("label", "bearer"),
    [("绵阳云帆能源科技有限公司", "firm"), ("绵阳金融研究院", "organization"), ("绵阳高速公路项目", "project")],
)
def test_what_names_are_filled_up_with_is_no_field(label: str, bearer: str) -> None:
    assert fields(label, bearer) == []


def test_the_same_word_may_tell_something_elsewhere() -> None:
    assert fields("绵阳云帆储能科技有限公司", "firm") == ["储能"]
    assert fields("绵阳绿色金融研究院", "organization") == ["绿色金融"]


def test_the_owner_in_a_name_tells_no_field() -> None:
    assert fields("国家能源集团绵阳氢能示范项目") == ["氢能"]
    assert fields("轮胎事业部南区光伏电站项目") == ["光伏电站"]
    assert telling_part("绵阳师范学院绿色建筑研究院") == "绿色建筑研究院"
    assert telling_part("绵阳市金融学院") == ""


def test_what_a_project_is_built_on() -> None:
    assert [t.wording for t in technologies_in_name("绵阳5G采摘平台", KNOWN)] == ["5G"]
    assert [t.wording for t in technologies_in_name("绵阳5G网络", KNOWN)] == ["5G网络"]
    assert [t.wording for t in technologies_in_name("绵阳人工智能产业园", KNOWN)] == []
    assert [t.wording for t in technologies_in_name("绵阳区块链小镇", KNOWN)] == []
    assert [t.wording for t in technologies_in_name("绵阳大数据科创城", KNOWN)] == []
    assert [t.wording for t in technologies_in_name("绵阳工业互联网平台", KNOWN)] == []
    assert [t.wording for t in technologies_in_name("绵阳区块链", KNOWN)] == []
    assert [t.wording for t in technologies_in_name("绵阳大数据中心", KNOWN)] == []
    assert [t.wording for t in technologies_in_name("涪江一号商业遥感星座", KNOWN)] == []
    assert [t.wording for t in technologies_in_name("绵阳5G零部件扩产项目", KNOWN)] == []
    assert [t.wording for t in technologies_in_name("绵阳5G科普活动", KNOWN)] == []
    assert [t.wording for t in technologies_in_name("绵阳大模型“涪江”", KNOWN)] == []
    assert [t.wording for t in technologies_in_name("北斗计划", KNOWN)] == []
    assert [t.wording for t in technologies_in_name("绵阳鸿蒙系统", KNOWN)] == []
    assert [t.wording for t in technologies_in_name("绵阳无人机系统", KNOWN)] == []
    assert [t.wording for t in technologies_in_name("HarmonyOS 4.0 系统", KNOWN)] == []
    assert [t.wording for t in technologies_in_name("绵阳鸿蒙车机系统", KNOWN)] == ["鸿蒙"]


def test_a_word_in_another_noun_is_no_field() -> None:
    assert fields("绵阳健康加油站项目") == []
    assert fields("绵阳企业文化产品项目") == []
    assert fields("绵阳交通强市示范工程") == []
    assert fields("绵阳新发展戏曲文化产业有限公司", "firm") == ["文化产业"]
    assert fields("绵阳园区建设规划", "document") == []


@pytest.mark.parametrize(
    ("title", "aims"),
    [
        ("绵阳市关于促进乡村振兴的若干措施", ["乡村振兴"]),
        ("绵阳市数字化转型行动方案", ["数字化转型"]),
        ("绵阳市乡村振兴大事记", []),
        ("绵阳市推进新型基础设施建设行动计划", []),
    ],
)
def test_the_aims_that_a_title_sets(title: str, aims: list[str]) -> None:
    assert [a.wording for a in aims_in_title(title, KNOWN)] == aims
