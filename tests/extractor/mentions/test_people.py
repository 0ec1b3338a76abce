"""People with an office: where the name ends, which title, and where the organisation ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extractor.mentions.people import find_people
from kg.extractor.mentions.titles import PersonMention
from kg.extractor.segmentation import segment

TITLES = frozenset(
    [
        "书记",
        "市长",
        "局长",
        "董事长",
        "总经理",
        "总裁",
        "副总裁",
        "首席执行官",
        "CEO",
        "主任",
        "院长",
        "教授",
        "秘书长",
        "会长",
    ]
)
SURNAMES = frozenset(["王", "李", "张", "刘", "陈", "赵", "周", "于", "和", "高", "方", "欧阳", "戴", "安", "明"])


def people(text: str) -> list[PersonMention]:
    return find_people(text, segment(text), TITLES, SURNAMES)


def told(text: str) -> list[tuple[str, str, str]]:
    """Name, title, and what stands before the office since the last mark."""
    return [(p.name, p.title, _last_clause(text[: p.org_end])) for p in people(text)]


def _last_clause(text: str) -> str:
    for mark in "，。、；）":
        text = text.rsplit(mark, 1)[-1]
    return text


def test_a_title_before_the_name() -> None:
    assert told("湘江科技集团总经理王晓明介绍，项目进展顺利。") == [("王晓明", "总经理", "湘江科技集团")]


def test_several_titles_of_one_person() -> None:
    assert told("兰州市委副书记、市长张工会见了客商") == [("张工", "市委副书记、市长", "兰州")]
    assert told("湘江集团副总裁、西北区业务群总经理戴敏在会上表示") == [
        ("戴敏", "副总裁、西北区业务群总经理", "湘江集团")
    ]
    assert told("湘江科技董事长兼CEO李志强") == [("李志强", "董事长兼CEO", "湘江科技")]


def test_titles_of_several_bodies() -> None:
    (person,) = people("兰州市政协委员、湘江集团总裁李志强发言")
    assert ["兰州市政协委员、湘江集团总裁"[a:b] for a, b in person.parts][-1] == "总裁"


def test_the_second_person_inherits_the_organisation() -> None:
    assert told("湘江集团党组书记、董事长王磊，党组副书记、总经理刘敏参加会见") == [
        ("王磊", "党组书记、董事长", "湘江集团"),
        ("刘敏", "党组副书记、总经理", "湘江集团"),
    ]


def test_a_mayor_does_not_inherit_a_firm() -> None:
    (_, mayor) = people("湘江集团董事长王磊，市委副书记、市长张敏出席")
    assert mayor.org_end == mayor.title_start


def test_names_in_a_list_share_the_title() -> None:
    assert told("西宁市副市长王刚、李建国、赵丽等陪同") == [
        ("王刚", "副市长", "西宁市"),
        ("李建国", "副市长", "西宁市"),
        ("赵丽", "副市长", "西宁市"),
    ]


def test_a_firm_in_a_list_is_no_person() -> None:
    assert [p.name for p in people("协会会长王刚、方正科技代表出席")] == ["王刚"]


def test_a_group_before_its_role() -> None:
    assert told("湘江集团王勇、陈云鹏等负责同志参加活动") == [
        ("王勇", "负责同志", "湘江集团"),
        ("陈云鹏", "负责同志", "湘江集团"),
    ]


@pytest.mark.parametrize(
    ("text", "name", "title", "pattern"),
    [
        ("李明辉（湘江科技公司董事长）出席论坛", "李明辉", "董事长", "bracket"),
        ("去年，刘志军任兰州市数据局局长。", "刘志军", "局长", "appointed"),
        ("王建国，湘江科技有限公司总经理，长期从事研究", "王建国", "总经理", "apposition"),
    ],
)
def test_the_name_before_the_title(text: str, name: str, title: str, pattern: str) -> None:
    assert [(p.name, p.title, p.pattern) for p in people(text)] == [(name, title, pattern)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("湘江科技首席执行官阿卜杜拉·买买提说", "阿卜杜拉·买买提"),
        ("湘江科技CEO Jane Smith表示", "Jane Smith"),
        ("大学校董会会长欧阳修远致辞", "欧阳修远"),
        ("市长张和平说", "张和平"),
        ("队伍由局长于勇带队", "于勇"),
        ("市长于洋和同事来到现场", "于洋"),
        ("局长高峰表示", "高峰"),
        ("局长张志和，", "张志和"),
        ("市长张永平和副市长到会", "张永平"),
        ("研究院院长陈静教授认为", "陈静"),
        ("局长刘家友说，", "刘家友"),
        ("主任李晔说，", "李晔"),
        ("总裁赵跃进表示", "赵跃进"),
        ("局长张灿明说。", "张灿明"),
        ("院长方建设分别介绍了情况", "方建设"),
        ("市长赵正8月2日到访", "赵正"),
        ("市长赵正为企业揭牌。赵正介绍", "赵正"),
        ("董事长陈序平等先后发言", "陈序平"),
        ("公司CEO奥博穆曾表示", "奥博穆"),
        ("公司总裁朗智文（Ann Lang）表示", "朗智文"),
        ("教授阿龙·切哈诺沃在峰会开幕式上", "阿龙·切哈诺沃"),
    ],
)
def test_where_a_name_ends(text: str, name: str) -> None:
    assert [p.name for p in people(text)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "市长高度重视此事",
        "总经理和员工一起劳动",
        "董事长方面表示",
        "书记于近日到会",
        "院长安排部署工作",
        "市长热线",
        "本报记者王晓明",
        "通讯员 李建国",
        "摄影 王刚",
        "王晓明来到兰州",
        "董事长办公室主任",
    ],
)
def test_no_person(text: str) -> None:
    assert people(text) == []


_PIECES = st.sampled_from(
    [
        "兰州市",
        "市长",
        "总经理",
        "王",
        "晓明",
        "张和平",
        "、",
        "，",
        "等",
        "负责同志",
        "（",
        "）",
        "·",
        "说",
        "和",
        "任",
        "CEO",
        "Tim Cook",
        "。",
    ]
)


@given(st.lists(_PIECES, max_size=12).map("".join) | st.text(max_size=30))
def test_any_text_gives_valid_offsets(text: str) -> None:
    for person in people(text):
        assert 0 <= person.start < person.end <= len(text)
        assert text[person.start : person.end] == person.name
        assert text[person.title_start : person.title_end] == person.title
        assert 0 <= person.org_end <= max(person.title_start, person.start)
