"""Fields and technologies that no list knows."""

from __future__ import annotations

import pytest

from kg.extractor import knowledge
from kg.extractor.mentions.known import find_known
from kg.extractor.mentions.unlisted_fields import find_fields
from kg.extractor.segmentation import segment


def found(text: str) -> list[tuple[str, str]]:
    tokens, known = segment(text), knowledge.load()
    return [(c.kind, c.name) for c in find_fields(text, tokens, known, find_known(text, tokens, known))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("双方在光伏、户用储能、氢能等领域合作。", ["户用储能"]),
        ("聚焦数字经济、绿色弹性材料两大特色产业。", ["绿色弹性材料"]),
        ("双方拓展在家用锅具、光伏领域的合作。", ["家用锅具"]),
        ("聚焦光伏、供应链安全两大方向。", ["供应链安全"]),  # an aim elsewhere
        ("形成“光伏、家用锅具”两大业务板块。", ["家用锅具"]),
        ("布局光伏、水质监测服务等更多领域。", ["水质监测服务"]),
        ("布局储能、芯片应用开发、光伏等领域。", ["芯片应用开发"]),
        ("培育光伏、现代物流、水产品零部件三大产业。", ["水产品零部件"]),
        ("项目主要涉及光伏、碳中和、竹木餐具等方向。", ["竹木餐具", "碳中和"]),
        ("布局车用锂电池、固态锂电池、锂电池梯次利用三大产业。", ["锂电池梯次利用", "固态锂电池", "车用锂电池"]),
        ("推动光伏、干散货两大核心业务发展。", ["干散货"]),
        ("壮大光伏、储能两大产业和总部经济、餐具洗涤两个行业。", []),
        ("公司专业从事水产饲料的研发、生产和销售。", ["水产饲料"]),
        ("为客户提供物业管理、会务接待等服务。", ["会务接待"]),
    ],
)
def test_members_of_a_list_of_fields(text: str, names: list[str]) -> None:
    assert found(text) == [("Sector", name) for name in names]


def test_members_of_a_list_of_technologies() -> None:
    assert found("企业运用大数据、卡通渲染等技术。") == [("Technology", "卡通渲染")]


@pytest.mark.parametrize(
    "text",
    [
        "双方在会务接待、餐具洗涤等领域合作。",  # nothing in the list is a field that we know
        "双方在光伏、人才培养等领域合作。",
        "公司提供光伏、结算等核心业务系统。",
        "双方在光伏、经济等领域合作。",
        "用新技术赋予物流、金融等行业活力。",
        "园区集钢材剪切、仓储配送于一体。",  # what a place offers is no trade of its owner
    ],
)
def test_what_is_no_field(text: str) -> None:
    assert found(text) == []
