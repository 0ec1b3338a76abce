"""Who holds which office where."""

from __future__ import annotations

import pytest

from kg.extractor import Analysis
from kg.model import Status
from tests.extractor.linking.samples import analysis


def offices(text: str, publisher: str = "") -> list[tuple[str, str, str]]:
    seen = analysis(text, publisher)
    drafts = seen.linking.drafts
    return [
        (drafts[s.subject].label, s.title, drafts[s.obj].label)
        for s in seen.statements
        if s.predicate == "holdsPosition" and isinstance(s.obj, str)
    ]


def place_iri(seen: Analysis, label: str) -> str:
    return next(iri for iri, draft in seen.linking.drafts.items() if draft.label == label)


def test_of_a_city() -> None:
    assert offices("绵阳市市长赵建国介绍了情况。") == [("赵建国", "市长", "绵阳市")]


def test_of_a_place_or_ministry_whose_last_character_the_title_shares() -> None:
    assert offices("梓潼县长赵建国介绍了情况。") == [("赵建国", "县长", "梓潼县")]
    text = "越南贸易和国际合作部到会。越南贸易和国际合作部长赵建国致辞。"
    assert offices(text) == [("赵建国", "部长", "越南贸易和国际合作部")]


def test_of_a_firm() -> None:
    assert offices("海康威视总经理刘汉民出席。") == [("刘汉民", "总经理", "海康威视")]


def test_of_the_home() -> None:
    assert offices("市长赵建国介绍了情况。", "绵阳日报") == [("赵建国", "市长", "绵阳市")]


def test_a_body_is_the_same_with_an_office_and_without() -> None:
    text = "刘汉民来到绵阳市文物考古研究院工作。绵阳市文物考古研究院云岭遗址工作站站长赵建国出席。"
    drafts = analysis(text).linking.drafts
    assert [draft.label for draft in drafts.values()].count("绵阳市文物考古研究院") == 1


def test_an_envoy_is_called_by_where_he_serves() -> None:
    assert offices("泰国驻英国大使赵建国、英国驻华大使刘汉民到会。") == [
        ("赵建国", "驻英国大使", "泰国"),
        ("刘汉民", "驻华大使", "英国"),
    ]


def person(text: str) -> str:
    return next(iri for iri, draft in analysis(text).linking.drafts.items() if draft.kind == "Person")


def test_who_serves_in_a_unit_of_a_university_is_known_by_the_university() -> None:
    assert person("四川大学云岭研究院院长赵建国出席。") == person("四川大学教授赵建国出席。")
    assert person("四川大学云岭研究院院长赵建国出席。") != person("西南科技大学教授赵建国出席。")
    assert person("海康威视云岭研究院院长赵建国出席。") != person("海康威视总经理赵建国出席。")


def test_of_nobody_named() -> None:
    assert offices("总经理刘汉民出席。") == []


def test_each_body_of_stacked_titles() -> None:
    assert offices("全国政协委员、绵阳市政协副主席、西南科技大学校长赵建国到会。") == [
        ("赵建国", "委员", "中国人民政治协商会议全国委员会"),
        ("赵建国", "副主席", "绵阳市政协"),
        ("赵建国", "校长", "西南科技大学"),
    ]


def test_titles_at_one_body_are_one_office() -> None:
    assert offices("海康威视党委书记、董事长刘汉民出席。") == [("刘汉民", "党委书记、董事长", "海康威视")]


def test_a_further_title_with_a_body_of_its_own_is_none_of_the_body_before() -> None:
    assert offices("海康威视副总裁、绵阳光电产业联盟党委副书记刘汉民出席。")[0] == ("刘汉民", "副总裁", "海康威视")
    assert offices("海康威视副总裁、原云岭村第一书记刘汉民出席。")[0] == ("刘汉民", "副总裁", "海康威视")
    assert offices("海康威视副总裁、绵阳分公司总经理刘汉民出席。") == [
        ("刘汉民", "副总裁、绵阳分公司总经理", "海康威视")
    ]


def test_a_unit_of_an_organisation_is_a_body() -> None:
    seen = analysis("西南科技大学土木工程学院教授赵建国介绍了情况。")
    labels = {(s.predicate, seen.linking.drafts[s.obj].label) for s in seen.statements if isinstance(s.obj, str)}
    assert {("holdsPosition", "西南科技大学土木工程学院"), ("partOf", "西南科技大学")} <= labels


def test_a_department_is_a_part_of_the_title() -> None:
    assert offices("海康威视市场部经理刘汉民出席。") == [("刘汉民", "市场部经理", "海康威视")]


def test_the_next_person_is_of_the_same_body() -> None:
    assert offices("海康威视董事长刘汉民，研发部主管赵建国到场。") == [
        ("刘汉民", "董事长", "海康威视"),
        ("赵建国", "研发部主管", "海康威视"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "绵阳市工程师赵建国到会。",
        "海康威视邀请专家赵建国到会。",
    ],
)
def test_no_office(text: str) -> None:
    assert offices(text) == []


def test_one_person_holds_two_offices() -> None:
    seen = analysis("绵阳市市长赵建国到会。会上，绵阳商会会长赵建国发言。")
    assert len({s.subject for s in seen.statements if s.predicate == "holdsPosition"}) == 1


def test_namesakes_of_two_articles_are_two() -> None:
    seen = [analysis("绵阳市市长赵建国到会。"), analysis("海康威视总经理赵建国到会。")]
    assert len({s.subject for a in seen for s in a.statements if s.predicate == "holdsPosition"}) == 2


@pytest.mark.parametrize(
    ("text", "body", "kind", "title"),
    [
        ("明远智储董事长刘汉民出席。", "明远智储", "Firm", "董事长"),
        ("会上，国内储能企业明远智储CEO刘汉民发言。", "明远智储", "Firm", "CEO"),
        ("双方与荟湘资本主管合伙人刘汉民座谈。", "荟湘资本", "Firm", "主管合伙人"),
        ("明远智储的法定代表人为刘汉民。", "明远智储", "Firm", "法定代表人"),
        ("东升镇党委书记刘汉民到会。", "东升镇", "District", "党委书记"),
        ("绵阳化工区工委书记、管委会主任刘汉民到会。", "绵阳化工区", "Zone", "工委书记、管委会主任"),
        ("联想执行副总裁刘汉民到会。", "联想", "Firm", "执行副总裁"),
    ],
)
def test_a_body_that_no_list_has(text: str, body: str, kind: str, title: str) -> None:
    seen = analysis(text)
    drafts = seen.linking.drafts
    assert [
        (drafts[s.obj].label, drafts[s.obj].kind, s.title)
        for s in seen.statements
        if s.predicate == "holdsPosition" and isinstance(s.obj, str)
    ] == [(body, kind, title)]


@pytest.mark.parametrize(
    "text",
    [
        "该公司董事长刘汉民到会。",
        "知名储能企业董事长刘汉民到会。",
        "一家银行行长刘汉民到会。",
        "技术总经理刘汉民到会。",
    ],
)
def test_common_nouns_are_no_body(text: str) -> None:
    assert offices(text) == []


def test_a_council_is_a_body_of_its_own() -> None:
    assert offices("市政协主席赵建国到会。", "绵阳日报") == [("赵建国", "主席", "绵阳市政协")]
    assert offices("绵阳市涪城区政协副主席赵建国到会。") == [("赵建国", "副主席", "绵阳市涪城区政协")]


def test_the_seat_of_a_party_secretary_belongs_to_the_title() -> None:
    assert offices("涪城区委书记赵建国到会。") == [("赵建国", "区委书记", "涪城区")]


def test_bodies_listed_before_one_title_share_it() -> None:
    assert offices("海康威视、远景能源董事长刘汉民到会。") == [
        ("刘汉民", "董事长", "海康威视"),
        ("刘汉民", "董事长", "远景能源"),
    ]
    assert offices("西南科技大学、海康威视总经理刘汉民到会。") == [("刘汉民", "总经理", "海康威视")]


def test_a_bracket_in_a_department_parts_no_titles() -> None:
    assert offices("海康威视安全总监、安监部（应急办）总经理刘汉民到会。") == [
        ("刘汉民", "安全总监、安监部（应急办）总经理", "海康威视")
    ]


def test_a_branch_by_its_place_is_a_unit() -> None:
    seen = analysis("海康威视绵阳总经理刘汉民到会。")
    labels = {
        (s.predicate, seen.linking.drafts[s.obj].label)
        for s in seen.statements
        if isinstance(s.obj, str) and s.predicate in ("holdsPosition", "partOf")
    }
    assert labels == {("holdsPosition", "海康威视绵阳"), ("partOf", "海康威视")}


def test_a_department_of_a_zone_is_one_of_the_zone() -> None:
    assert offices("绵阳高新区管委会数据处处长赵建国到会。") == [("赵建国", "数据处处长", "绵阳高新技术产业开发区")]


def test_the_name_may_come_first() -> None:
    assert offices("王志强是海康威视董事长。") == [("王志强", "董事长", "海康威视")]


def test_a_comma_may_part_two_offices_of_one_person() -> None:
    assert offices("西南科技大学校长，海康威视总经理刘汉民到会。") == [
        ("刘汉民", "校长", "西南科技大学"),
        ("刘汉民", "总经理", "海康威视"),
    ]
    assert offices("他会见了西南科技大学校长，海康威视总经理刘汉民到会。") == [("刘汉民", "总经理", "海康威视")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("海康威视启动了扩产。公司董事长刘汉民介绍了计划。", ("刘汉民", "董事长", "海康威视")),
        ("海康威视启动了扩产。董事长刘汉民介绍了计划。", ("刘汉民", "董事长", "海康威视")),
        ("海康威视启动了扩产。该公司市场部经理刘汉民介绍了计划。", ("刘汉民", "市场部经理", "海康威视")),
        ("西南科技大学迎来新生，校长赵建国致辞。", ("赵建国", "校长", "西南科技大学")),
        ("发行的保荐机构为海通证券，保荐代表人为刘汉民。", ("刘汉民", "保荐代表人", "海通证券")),
    ],
)
def test_a_title_without_its_body_is_one_at_what_was_told_of(text: str, found: tuple[str, str, str]) -> None:
    assert offices(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "海康威视和大华股份签约，董事长刘汉民到场。",
        "海康威视启动了扩产。\n院长赵建国到场。",
        "海康威视启动了扩产。上市公司董事长刘汉民到场。",
    ],
)
def test_a_title_whose_body_is_open_is_no_office(text: str) -> None:
    assert offices(text) == []


def test_a_village_has_a_secretary() -> None:
    assert offices("江欣苑社区党委书记赵建国介绍了情况。") == [("赵建国", "党委书记", "江欣苑社区")]


@pytest.mark.parametrize(
    "text",
    [
        "绵阳市原市长赵建国到会。",
        "原绵阳市市长赵建国到会。",
        "绵阳商会会长赵建国到会。他曾任绵阳市市长。",
        "绵阳商会会长赵建国到会。2019年3月至2022年7月，历任海康威视副总裁，绵阳市副市长、市长。",
    ],
)
def test_what_somebody_was_is_completed(text: str) -> None:
    seen = analysis(text)
    city = place_iri(seen, "绵阳市")
    held = [s.status for s in seen.statements if s.predicate == "holdsPosition" and s.obj == city]
    assert held == [Status.COMPLETED]


def test_what_somebody_is_now_has_no_status() -> None:
    seen = analysis("目前海康威视的总裁刘汉民到会。")
    assert [s.status for s in seen.statements if s.predicate == "holdsPosition"] == [None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("绵阳市任命赵建国为绵阳市数据局局长。", ("赵建国", "局长", "绵阳市数据局")),
        ("会上，西南科技大学王建强教授、绵阳商会会长李刚发言。", ("王建强", "教授", "西南科技大学")),
        ("刘汉民说，1998年起，刘汉民在海康威视担任副总裁。", ("刘汉民", "副总裁", "海康威视")),
    ],
)
def test_an_office_without_its_name_beside_it(text: str, found: tuple[str, str, str]) -> None:
    assert found in offices(text)


@pytest.mark.parametrize(
    "text", ["绵阳商会成立。曾任海康威视总裁。", "海康威视任免了经理。", "赵建国说，他的任期到了，市长。"]
)
def test_a_career_of_nobody(text: str) -> None:
    assert offices(text) == []


def test_who_was_elected_is_in_office() -> None:
    seen = analysis("绵阳商会会长赵建国到会。他于2022年6月当选为海康威视副总裁。")
    assert {s.status for s in seen.statements if s.predicate == "holdsPosition"} == {None}
