"""Short names that an article defines."""

from __future__ import annotations

from kg.extractor.abbreviations import abbreviates, definitions


def test_definitions() -> None:
    text = "瑞驰科技有限公司（以下简称“瑞驰”）"
    (offset, short, start, end) = definitions(text)[0]
    assert (text[offset], short, text[start:end]) == ("（", "瑞驰", "瑞驰")
    assert [d[1] for d in definitions("甲公司（下称甲方）、乙中心（简称：乙心）")] == ["甲方", "乙心"]
    assert definitions("甲公司（成立于2019年）") == []


def test_an_abbreviation_is_made_of_the_characters_in_order() -> None:
    assert abbreviates("包钢", "包头钢铁")
    assert not abbreviates("钢包", "包头钢铁")
    assert not abbreviates("武钢", "包头钢铁")
