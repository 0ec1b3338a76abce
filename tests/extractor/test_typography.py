"""An article is read alike in whatever signs it is printed, and quoted as it is printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extractor import extract
from kg.extractor.typography import as_read
from kg.model import Extraction, Measurement
from kg.reader import article_of
from tests.conftest import make_article

NEWS = """克拉玛依市与中国移动（新疆）有限公司签署协议
5月10日，克拉玛依市与中国移动签署“数字油城”战略合作协议，双方将共建“克拉玛依云计算中心”。
该中心总投资12.5亿元（一期8亿元），由中国移动建设；克拉玛依市市长王甲说：“这很好。”
截至2023年底，全市建成5G基站1800个，覆盖率达98.5%。"""

_WIDE = {chr(code): chr(code + 0xFEE0) for code in (*range(0x30, 0x3A), *range(0x41, 0x5B))}
_FORMS = {
    "straight quotes": {"“": '"', "”": '"'},
    "corner quotes": {"“": "「", "”": "」"},
    "single quotes": {"“": "‘", "”": "’"},
    "quotes of old fonts": {"“": "〝", "”": "〞"},
    "marks of ASCII": {"，": ",", "：": ":", "；": ";", "（": "(", "）": ")"},
    "small marks": {"，": "﹐", "；": "﹔", "（": "﹙", "）": "﹚"},
    "wide letters and digits": {**_WIDE, "%": "％", ".": "．"},
    "radicals": {"月": "⽉", "市": "市", "大": "⼤", "一": "⼀", "长": "⻓"},
}


def _told(extraction: Extraction) -> set[tuple[object, ...]]:
    """What the statements say, without their wording."""
    return {
        (
            s.subject,
            s.predicate,
            (s.obj.indicator, s.obj.quantity.value) if isinstance(s.obj, Measurement) else s.obj,
            s.status,
            s.time and s.time.value,
            s.evidence.start,
            s.evidence.end,
        )
        for s in extraction.statements
    }


@pytest.mark.parametrize("form", _FORMS)
def test_other_signs_tell_the_same(form: str) -> None:
    printed = NEWS.translate(str.maketrans(_FORMS[form]))
    article = make_article(printed)
    extraction = extract(article)
    assert _told(extraction) == _told(extract(make_article(NEWS)))
    assert extraction.article is article
    for statement in extraction.statements:
        evidence = statement.evidence
        assert article.text[evidence.start : evidence.end] == evidence.quote
        assert f"{evidence.prefix}{evidence.quote}{evidence.suffix}" in article.text


TRADITIONAL = """克拉瑪依市與中國移動（新疆）有限公司簽署協議
5月10日，克拉瑪依市與中國移動簽署「數字油城」戰略合作協議，雙方將共建「克拉瑪依雲計算中心」。
該中心總投資12.5億元（一期8億元），由中國移動建設；克拉瑪依市市長王甲說：「這很好。」
截至2023年底，全市建成5G基站1800個，覆蓋率達98.5%。"""


def test_the_number_of_a_paragraph_is_no_part_of_its_date() -> None:
    assert as_read(article_of("1．2023年5月，江城上云。\n2.5月6日，滨河上云。\n3.5万户上云。")).text.split("\n") == [
        "1、2023年5月，江城上云。",
        "2、5月6日，滨河上云。",
        "3.5万户上云。",
    ]


def test_traditional_script_tells_the_same() -> None:
    article = make_article(TRADITIONAL)
    extraction = extract(article)
    assert _told(extraction) == _told(extract(make_article(NEWS)))
    assert all(article.text[s.evidence.start : s.evidence.end] == s.evidence.quote for s in extraction.statements)
    (firm,) = [thing for thing in extraction.entities if thing.label == "中国移动"]
    assert {"中国移动", "中國移動"} <= set(firm.names)


def test_names_are_given_as_read_and_as_printed() -> None:
    (thing,) = [
        e for e in extract(make_article("克拉玛依市已建成云帆(新疆)数据中心。")).entities if e.kind == "Project"
    ]
    assert thing.label == "云帆（新疆）数据中心"
    assert set(thing.names) == {"云帆（新疆）数据中心", "云帆(新疆)数据中心"}


@pytest.mark.parametrize(
    "text", ["Cloud, Inc. (US) signed", "10:20开始，12,500个", "长5'2\"的船", "江城~滨河", "甲、“乙‘丙’”"]
)
def test_what_is_no_other_form_stays(text: str) -> None:
    assert as_read(article_of(text)).text == text


@given(st.text(alphabet="江城与云１Ａ5G\"'“”‘’「」『』(（)）,，:： \n⼤⻓％.", max_size=40))
def test_the_text_as_read_is_as_long_and_read_once_for_all(text: str) -> None:
    article = make_article("江城上云。" + text)
    read = as_read(article)
    assert len(read.text) == len(article.text)
    assert as_read(read).text == read.text
