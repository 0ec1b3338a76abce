"""What a name itself says."""

from __future__ import annotations

from tests.extractor.linking.samples import analysis


def told(text: str) -> set[tuple[str, str, str, str]]:
    seen = analysis(text)
    drafts = seen.linking.drafts
    return {
        (drafts[s.subject].label, s.predicate, drafts[s.obj].label, s.pattern)
        for s in seen.statements
        if isinstance(s.obj, str)
    }


def test_the_place_in_a_name() -> None:
    assert ("绵阳智算中心", "locatedIn", "绵阳市", "name-place") in told("他参观了绵阳智算中心。")


def test_a_listed_firm_stays_at_its_seat() -> None:
    """汇川技术 sits in Shenzhen, not in the district 汇川区, and 盐湖股份 not in 盐湖区."""
    assert not [f for f in told("汇川技术和盐湖股份发布公告。") if f[1] == "locatedIn" and f[2].endswith("区")]


def test_a_branch_belongs_to_its_firm() -> None:
    assert ("partOf", "中国建设银行") in {f[1:3] for f in told("中国建设银行绵阳分行开业。")}


def test_the_firm_in_the_name_of_a_project() -> None:
    assert ("undertakes", "海康威视绵阳物联产业园") in {f[1:3] for f in told("他参观了海康威视绵阳物联产业园。")}


def test_a_firm_amid_the_name_of_a_project_runs_it_only_if_it_is_told_of() -> None:
    owns = ("海康威视", "undertakes", "绵阳海康威视物联产业园", "name-firm")
    assert owns not in told("他参观了绵阳海康威视物联产业园。")
    assert owns in told("海康威视开会。他参观了绵阳海康威视物联产业园。")


def test_a_firm_of_no_list_runs_what_is_called_after_it() -> None:
    found = told("汇谦董事长李明介绍了新品。汇谦社区数字网格员受到欢迎。")
    assert ("汇谦", "undertakes", "汇谦社区数字网格员", "name-house") in found


def test_a_name_that_goes_on_within_another_word_is_not_that_of_the_owner() -> None:
    """澳门|大学生 names no 澳门大学; what runs in an app of many is not that app's."""
    assert not [f for f in told("他参加了澳门大学生创业实践计划。") if f[0] == "澳门大学"]
    assert not [f for f in told("支付宝开会。“涪城办事”支付宝小程序上线。") if f[1] == "undertakes"]


def test_the_field_of_a_document() -> None:
    assert ("inSector", "智慧交通") in {f[1:3] for f in told("《绵阳市智慧交通发展规划》公布。")}


def test_a_name_says_it_once_in_an_article() -> None:
    seen = analysis("他参观了绵阳智算中心。绵阳智算中心很大。")
    assert [s.predicate for s in seen.statements].count("locatedIn") == 1


def test_a_department_belongs_to_its_house() -> None:
    """The house stands in the name of its department; it need not be known otherwise."""
    found = {f[1:] for f in told("涪江建筑设计院绿色建筑研究中心成立。")}
    assert ("partOf", "涪江建筑设计院", "name-parent") in found


def test_a_department_tells_where_its_house_is() -> None:
    found = {f[:3] for f in told("兰州大学草地农业科技学院发布报告。")}
    assert {("兰州大学草地农业科技学院", "partOf", "兰州大学"), ("兰州大学", "locatedIn", "兰州市")} <= found


def test_a_short_form_in_a_name_is_the_firm_that_the_article_names() -> None:
    found = {f[1:3] for f in told("联想集团开会。记者走进联想绵阳产业园。")}
    assert ("undertakes", "联想绵阳产业园") in found


def test_a_department_is_where_the_name_of_its_house_says() -> None:
    found = {f[:3] for f in told("兰州大学草地农业科技学院发布报告。")}
    assert ("兰州大学草地农业科技学院", "locatedIn", "兰州市") in found


def test_a_house_of_no_list_is_where_its_name_says() -> None:
    found = {f[:3] for f in told("绵阳涪江建筑设计院绿色建筑研究中心成立。")}
    assert ("绵阳涪江建筑设计院", "locatedIn", "绵阳市") in found


def test_a_listed_firm_of_unknown_seat_is_where_its_name_begins() -> None:
    assert ("上海石化", "locatedIn", "上海市") in {f[:3] for f in told("上海石化发布公告。")}


def test_a_body_that_only_a_title_names_is_where_its_name_says() -> None:
    found = {f[:3] for f in told("他会见了四川省涪能集团董事长王建国。")}
    assert ("四川省涪能集团", "locatedIn", "四川省") in found


def test_a_name_may_carry_a_place_that_only_the_article_knows() -> None:
    text = "绵阳市涪城区石桥镇召开会议。石桥镇服务中心和石桥人工智能产业园已启用，“石桥杯”智慧农业大赛开赛。"
    found = {f[:3] for f in told(text) if f[3] == "name-place"}
    assert {("石桥人工智能产业园", "locatedIn", "涪城区石桥镇")} <= found
    assert not [f for f in found if "大赛" in f[0]]


def test_a_foreign_country_in_the_name_of_a_project_is_where_it_is() -> None:
    assert ("locatedIn", "乌兹别克斯坦") in {f[1:3] for f in told("公司中标乌兹别克斯坦青禾光伏电站项目。")}
    assert not [
        f for f in told("德国青禾公司江城智能工厂项目开工。") if f[1:3] == ("locatedIn", "德国") and "项目" in f[0]
    ]


def test_a_zone_called_by_its_sort_locates_by_that_name_only_if_the_article_tells_which() -> None:
    project = "高新区青禾智算中心", "locatedIn"
    assert (*project, "苏州高新技术产业开发区", "name-place") in told(
        "苏州高新技术产业开发区成立。记者走进高新区青禾智算中心。"
    )
    assert not [f for f in told("高新区开会。记者走进高新区青禾智算中心。") if f[:2] == project]


def test_a_park_for_the_firms_of_a_land_is_not_there() -> None:
    assert not [f for f in told("记者走进台湾工业园和韩国产业园。") if f[1] == "locatedIn"]
    assert ("locatedIn", "台湾省") in {f[1:3] for f in told("记者走进台湾青禾工业园。")}


def test_a_listed_thing_is_where_its_wording_says() -> None:
    """The name in the article is what tells: 北交所 does not."""
    assert [f[2] for f in told("北京证券交易所公布名单。") if f[1] == "locatedIn"] == ["北京市"]
    assert not [f for f in told("北交所公布名单。") if f[1] == "locatedIn"]


def test_a_listed_zone_is_in_the_place_that_the_article_or_its_name_tells() -> None:
    assert [f[2:4] for f in told("临港新片区在上海启动建设。")] == [("上海市", "gazetteer-place")]
    assert [f[2] for f in told("武汉经济技术开发区启动建设。") if f[3] == "name-place"] == ["武汉市"]
    assert not told("临港新片区启动建设。")


def test_a_campus_is_where_the_words_behind_its_owner_say() -> None:
    assert ("南京大学苏州校区", "locatedIn", "苏州市") in {f[:3] for f in told("南京大学苏州校区启用。")}
