"""Where the name of a campaign ends that begins with a quotation."""

from __future__ import annotations

import pytest

from tests.extractor.mentions.samples import quoted, told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("绵阳市举办“涪江之声”青年交流活动。", "“涪江之声”青年交流活动"),
        ("绵阳市开展“云岭护苗”防诈宣传志愿活动。", "“云岭护苗”防诈宣传志愿活动"),
        ("绵阳市开展“云岭护苗”三年攻坚行动。", "“云岭护苗”三年攻坚行动"),
        ("绵阳市启动“头雁”培育计划。", "“头雁”培育计划"),
        ("他参加了绵阳市“涪江之声”青年交流活动。", "绵阳市“涪江之声”青年交流活动"),
    ],
)
def test_the_words_behind_the_mark_belong_to_it(text: str, name: str) -> None:
    assert told(quoted(text)) == [("Project", name)]


def test_what_is_done_there_does_not_go_on_with_a_whole_name() -> None:
    assert told(quoted("绵阳市举办“涪江之约”研学营活动。")) == [("Project", "“涪江之约”研学营")]


@pytest.mark.parametrize("text", ["绵阳市举办“涪江之声”青年交流活动月。", "绵阳市举办“五四”庆祝活动。"])
def test_no_month_of_it_and_no_day_in_the_marks(text: str) -> None:
    assert quoted(text) == []
