"""Bodies that a place, a level of government or another body directly before them names."""

from __future__ import annotations

import pytest

from kg.extractor import knowledge
from kg.extractor.mentions.bodies import find_bodies
from kg.extractor.mentions.known import find_known
from kg.extractor.segmentation import segment


def bodies(text: str) -> list[tuple[str, str]]:
    known, tokens = knowledge.load(), segment(text)
    return [(c.kind, c.name) for c in find_bodies(text, tokens, known, find_known(text, tokens, known))]


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("宜昌市数字创新局相关负责人说。", "Government", "宜昌市数字创新局"),
        ("昨天，省委军民融合办主任来访。", "Government", "省委军民融合办"),
        ("由省工信厅与宜昌市共同主办。", "Government", "省工信厅"),
        ("宜昌市公益联合总会收到捐款。", "Association", "宜昌市公益联合总会"),
        ("清华大学国际联合学院成立。", "Institution", "清华大学国际联合学院"),
        ("清华大学江海治理研究中心水权研究室主任说。", "Institution", "清华大学江海治理研究中心水权研究室"),
        ("国家能源局宜昌信息中心知道。", "Institution", "国家能源局宜昌信息中心"),
        ("经开区数字创新局发布通知。", "Government", "经开区数字创新局"),
        ("宜昌市数字创新局、水利局和文旅局参加。", "Government", "宜昌市水利局"),
        ("宜昌市数字创新局、水利局和文旅局参加。", "Government", "宜昌市文旅局"),
    ],
)
def test_what_opens_a_name_tells_where_it_begins(text: str, kind: str, name: str) -> None:
    assert (kind, name) in bodies(text)


@pytest.mark.parametrize(
    "text", ["宜昌市优化产业布局。", "宜昌市民走进政务服务大厅。", "在全省举办比赛。", "市委联合各方举办活动。"]
)
def test_other_words_with_the_same_end_are_none(text: str) -> None:
    assert bodies(text) == []
