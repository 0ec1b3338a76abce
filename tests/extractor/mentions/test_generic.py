"""What is counted, or a place and a trade, names nothing."""

from __future__ import annotations

import pytest

from tests.extractor.mentions.samples import names, told


@pytest.mark.parametrize(
    "text",
    [
        "全省建成10个现代农业产业园。",
        "引进三家新电池工厂。",
        "洛阳上市公司增多。",
        "西班牙光伏公司来访。",
        "他在洛阳市中心租房。",
        "建设银行开封分行和洛阳分行。",
        "测算2021Q3公司增收，2021H1公司减亏。",
        "该桥是洛阳市重点民生项目。",
        "保荐人子公司参与配售。",
        "这座计算中心由两校共建。",
    ],
)
def test_no_name(text: str) -> None:
    assert all("开封" in name for _, name in told(names(text), "Firm", "Project"))


def test_one_of_them_is_told_by_its_number() -> None:
    assert told(names("建成第二座甘泉光伏电站。"), "Project")


def test_what_a_thing_is_said_to_be_is_no_other_thing() -> None:
    assert told(names("甘泉光伏电站是开封最大的储能示范项目。"), "Project") == [("Project", "甘泉光伏电站")]
    assert ("Project", "储能示范项目") in told(names("一是建成储能示范项目。"), "Project")
    assert told(names("其中一项是打造领先的甘泉储能示范项目。"), "Project")


def test_what_a_sum_is_put_into_is_a_particular_work() -> None:
    assert told(names("甘泉集团拟在开封投资近20亿元建设产业园项目。"), "Project") == [("Project", "产业园项目")]
    assert told(names("投资8亿元，实施智慧水利工程。"), "Project") == [("Project", "智慧水利工程")]
    assert told(names("总投资20亿元，开工建设产业园项目。"), "Project") == []
    assert told(names("甘泉集团加快建设产业园项目。"), "Project") == []
