"""Projects that no head noun tells, as objects of a verb of making."""

from __future__ import annotations

from kg.extractor import knowledge
from kg.extractor.mentions.made import find_made
from kg.extractor.segmentation import segment
from tests.extractor.mentions.samples import known, names, quoted


def projects(text: str) -> set[str]:
    others = [*known(text), *names(text), *quoted(text)]
    return {c.name for c in find_made(text, segment(text), knowledge.load(), others)}


def test_what_stands_beside_a_project_in_a_list_is_one() -> None:
    found = projects("咸宁市正在打造“双江”未来科技园、桂花慢空间、香泉智慧溪谷等平台。")
    assert {"桂花慢空间", "香泉智慧溪谷"} <= found


def test_a_list_without_a_project_tells_nothing() -> None:
    assert not projects("咸宁市正在打造优质景区、美丽街区和特色社区。")


def test_what_is_the_first_of_its_kind_is_a_thing() -> None:
    assert "车路协同环境" in projects("嘉定区建成全国首个规模化的车路协同环境。")
    assert "车路协同环境" not in projects("嘉定区建成规模化的车路协同环境。")


def test_what_begins_with_quotation_marks_is_named() -> None:
    assert "“标准地”改革" in projects("咸宁市深入推进“标准地”改革，成效明显。")


def test_what_a_project_becomes_is_no_other_project() -> None:
    assert "城市投资服务市场" not in projects("咸宁市将桂花产业园建成城市投资服务市场、品牌展示中心。")


def test_one_of_its_kind_and_what_two_make_together_are_things() -> None:
    assert "低空社区治理研究基地" in projects("双方将联合建设一个低空社区治理研究基地。")
    assert "科创投资合作平台" in projects("双方将共同推动设立科创投资合作平台。")
    assert "科创投资合作平台" not in projects("各地都在设立科创投资合作平台。")


def test_what_two_make_together_needs_no_name() -> None:
    assert "机械臂联合实验室" in projects("双方将共建机械臂联合实验室。")
    assert "机械臂联合实验室" not in projects("高校都要建设机械臂联合实验室。")


def test_what_goes_before_the_name_is_left_out() -> None:
    assert "车路协同环境" in projects("嘉定区建成首个轻量化、规模化车路协同环境。")
