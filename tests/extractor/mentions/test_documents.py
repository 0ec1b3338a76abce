"""Documents: which titles in 《》 are plans, reports and agreements, and which are newspapers and songs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extractor.mentions.documents import find_documents


def names(text: str) -> list[str]:
    return [m.name for m in find_documents(text)]


@pytest.mark.parametrize(
    "title",
    [
        "兰州市“十四五”数字经济发展规划",
        "兰州市数字经济发展规划（2018—2025年）",
        "青海省绿色算力三年行动计划(2022-2024年)",
        "2022智慧社区白皮书",
        "西宁市数据条例（草案）",
        "关于加快算力网络建设的若干措施",
        "绿色数据中心评价标准",
        "数字湟水倡议",
        "昆仑宣言",
        "西部云谷项目投资协议",
        "关于〈兰州市数据条例〉的实施意见",
        "高原蓝皮书：青海数字发展报告——算力篇",
    ],
)
def test_a_document(title: str) -> None:
    assert names(f"会上发布了《{title}》，引起关注") == [title]


@pytest.mark.parametrize(
    "text",
    [
        "《兰州日报》记者报道",
        "入选《财富》世界五百强",
        "观看电影《星河计划》",
        "演唱歌曲《大漠之歌》",
        "作题为《城市更新行动》的演讲",
        "双方签署《战略合作协议》",
        "法院作出《行政处罚决定书》",
        "出台《实施方案》",
        "签署战略合作协议",
        "《没有写完的规划",
    ],
)
def test_no_document(text: str) -> None:
    assert names(text) == []


def test_the_words_around_tell_what_the_title_does_not() -> None:
    assert names("某机构报告《未来城市，智能先行》显示") == ["未来城市，智能先行"]
    assert names("主导制定的《颗粒硅测定》国家标准实施") == ["颗粒硅测定"]
    assert names("读完《未来城市，智能先行》以后") == []


def test_a_short_form_takes_the_name_told_before() -> None:
    text = "西宁印发《西宁市算力发展行动方案》（以下简称《行动方案》）。《行动方案》提出，《意见》另行制定。"
    assert names(text) == ["西宁市算力发展行动方案"] * 3


def test_several_in_a_row_and_one_within_another() -> None:
    assert names("印发《甲县产业规划》《乙县数据标准》、《<丙县条例>实施细则》") == [
        "甲县产业规划",
        "乙县数据标准",
        "<丙县条例>实施细则",
    ]
    assert names("印发《关于《甲县数据条例》的实施细则》") == ["关于《甲县数据条例》的实施细则"]


def test_documents_without_brackets() -> None:
    assert names("写入2022年市政府工作报告") == ["2022年市政府工作报告"]
    assert names("落实“十四五”信息化发展规划") == ["“十四五”信息化发展规划"]
    assert names("落实“十四五”规划") == []


def test_the_offsets_take_in_the_marks_and_the_name_does_not() -> None:
    text = "印发《甲县 产业规划》。"
    (mention,) = find_documents(text)
    assert text[mention.start : mention.end] == "《甲县 产业规划》"
    assert mention.name == "甲县产业规划"


_PIECES = st.sampled_from(
    ["《", "》", "甲县", "规划", "（试行）", "2023", "“十四五”", "日报", "\n", "印发", "：", "政府工作报告", " "]
)


@given(st.lists(_PIECES, max_size=16).map("".join) | st.text(max_size=40))
def test_any_text_gives_valid_offsets(text: str) -> None:
    last = 0
    for mention in find_documents(text):
        assert last <= mention.start < mention.end <= len(text)
        assert mention.name
        last = mention.end
