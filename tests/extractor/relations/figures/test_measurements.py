"""Figures, their owners and what they count."""

from __future__ import annotations

from kg.model import Measurement
from tests.extractor.linking.samples import analysis


def figures(text: str, publisher: str = "") -> list[tuple[str, str, float, str]]:
    seen = analysis(text, publisher)
    return [
        (seen.linking.drafts[s.subject].label, s.obj.indicator, s.obj.quantity.value, s.obj.quantity.unit)
        for s in seen.statements
        if isinstance(s.obj, Measurement)
    ]


def test_a_figure_of_a_place() -> None:
    assert figures("绵阳市工业总产值达到360亿元。") == [("绵阳市", "工业总产值", 36_000_000_000.0, "元")]


def test_the_noun_counted() -> None:
    assert [f[2:] for f in figures("绵阳市拥有智能工厂198家。")] == [(198.0, "家")]


def test_a_measure_without_a_unit() -> None:
    assert [f[1:] for f in figures("海康威视数据中心设计PUE低于1.2，平均WUE为0.8。")] == [
        ("设计PUE", 1.2, ""),
        ("平均WUE", 0.8, ""),
    ]


def test_a_version_is_no_measure() -> None:
    assert figures("海康威视数据中心系统版本为1.2。") == []


def test_a_figure_of_the_home() -> None:
    assert [f[0] for f in figures("我市工业总产值达到360亿元。", "绵阳日报")] == ["绵阳市"]


def test_a_figure_without_an_owner_is_left_out() -> None:
    assert figures("市场规模达到360亿元。") == []


def test_the_market_is_left_out() -> None:
    assert figures("海康威视股价上涨3.2%，成交额21亿元。") == []


def test_a_share_price_in_brackets_says_nothing_of_the_firm() -> None:
    assert [f[1:3] for f in figures("海康威视（股价31.2元）上半年营业收入376亿元。")] == [
        ("营业收入", 37_600_000_000.0)
    ]


def test_a_range_has_two_ends() -> None:
    assert [f[1:3] for f in figures("海康威视预计净利润30亿元至35亿元。")] == [
        ("净利润（下限）", 3_000_000_000.0),
        ("净利润（上限）", 3_500_000_000.0),
    ]


def test_a_fall_is_given_as_it_is_written() -> None:
    assert figures("海康威视营业收入376亿元，同比下降7.4%。")[1] == ("海康威视", "营业收入同比下降", 7.4, "%")


def test_a_comma_within_a_figure_ends_no_clause() -> None:
    assert [f[2] for f in figures("海康威视营业收入37,600.5万元。")] == [376_005_000.0]


def test_an_aim_is_a_target() -> None:
    seen = analysis("到2027年，绵阳市工业总产值力争达到600亿元。")
    assert [s.obj.target for s in seen.statements if isinstance(s.obj, Measurement)] == [True]


def test_a_change_has_the_owner_of_the_level() -> None:
    assert figures("2023年，海康威视营业收入893亿元，同比增长7.4%。") == [
        ("海康威视", "营业收入", 89_300_000_000.0, "元"),
        ("海康威视", "营业收入同比增长", 7.4, "%"),
    ]


def test_a_paragraph_keeps_to_what_it_speaks_of() -> None:
    assert [f[0] for f in figures("绵阳市经济回升。规上工业增加值520亿元，社会消费品零售总额300亿元。")] == [
        "绵阳市",
        "绵阳市",
    ]


def test_another_noun_takes_over() -> None:
    assert figures("绵阳市经济回升。子公司营业收入达5亿元。") == []


def test_a_loss_is_less_than_nothing() -> None:
    assert figures("海康威视净利润为-2.5亿元。") == [("海康威视", "净利润", -250_000_000.0, "元")]


def test_a_scope_told_before_goes_into_the_name() -> None:
    assert [f[1] for f in figures("信用业务方面，海康威视实现营业收入5亿元。")] == ["信用业务营业收入"]


def test_a_figure_takes_the_time_of_the_one_before() -> None:
    seen = analysis("2023年上半年，海康威视营业收入500亿元。净利润50亿元。")
    times = [s.time.value for s in seen.statements if isinstance(s.obj, Measurement) and s.time is not None]
    assert times == ["2023-01/2023-06"] * 2


def test_an_object_named_on_the_way_takes_no_figure() -> None:
    assert figures("海康威视为绵阳市数据集团的股东，成立于2001年，注册资本93亿元。") == [
        ("海康威视", "注册资本", 9_300_000_000.0, "元")
    ]


def test_a_semicolon_goes_on() -> None:
    assert figures("2022年，绵阳市软件产业规模达900亿元；实现利润总额60亿元，占全省利润总额的12%。") == [
        ("绵阳市", "软件产业规模", 90_000_000_000.0, "元"),
        ("绵阳市", "利润总额", 6_000_000_000.0, "元"),
        ("绵阳市", "利润总额占全省利润总额比重", 12.0, "%"),
    ]


def test_the_same_at_another_time() -> None:
    seen = analysis("绵阳市2021年工业总产值3000亿元，2022年达到3600亿元。")
    assert [
        (s.obj.indicator, s.obj.quantity.value, s.time and s.time.value)
        for s in seen.statements
        if isinstance(s.obj, Measurement)
    ] == [("工业总产值", 300_000_000_000.0, "2021"), ("工业总产值", 360_000_000_000.0, "2022")]


def test_from_one_year_to_another() -> None:
    assert figures("绵阳市高新技术企业从2020年的300家增加到2022年的520家。") == [
        ("绵阳市", "高新技术企业", 300.0, "家"),
        ("绵阳市", "高新技术企业", 520.0, "家"),
    ]


def test_figures_of_several_years() -> None:
    seen = analysis("2020年至2022年，海康威视营业收入分别为6亿元、7亿元和8亿元，研发费用率为11%、12%和13%。")
    assert [
        (s.obj.indicator, s.obj.quantity.value, s.time and s.time.value)
        for s in seen.statements
        if isinstance(s.obj, Measurement)
    ] == [
        ("营业收入", 600_000_000.0, "2020"),
        ("营业收入", 700_000_000.0, "2021"),
        ("营业收入", 800_000_000.0, "2022"),
        ("研发费用率", 11.0, "2020"),
        ("研发费用率", 12.0, "2021"),
        ("研发费用率", 13.0, "2022"),
    ]


def test_each_looks_back_over_clauses() -> None:
    assert figures("海康威视出口额12亿元，进口额9亿元，分别同比增长11%和7%。")[2:] == [
        ("海康威视", "出口额同比增长", 11.0, "%"),
        ("海康威视", "进口额同比增长", 7.0, "%"),
    ]


def test_a_list_shares_its_verb() -> None:
    assert figures("绵阳市已创建14家零碳工厂，12家零碳园区和11家零碳车间。") == [
        ("绵阳市", "创建零碳工厂", 14.0, "家"),
        ("绵阳市", "创建零碳园区", 12.0, "家"),
        ("绵阳市", "创建零碳车间", 11.0, "家"),
    ]


def test_a_total_in_ten_thousands_needs_no_unit() -> None:
    assert figures("海康威视订单数量3120万，同比增长11%。")[0] == ("海康威视", "订单数量", 31_200_000.0, "")
    assert figures("海康威视研发4440万。") == []


def test_measures_of_its_people_are_a_places() -> None:
    assert figures("绵阳市居民人均可支配收入达3万元，市民满意率达97%。") == [
        ("绵阳市", "居民人均可支配收入", 30_000.0, "元"),
        ("绵阳市", "市民满意率", 97.0, "%"),
    ]
    assert figures("海康威视发布产品，市民满意率达97%。") == []


def test_what_is_counted_takes_no_figure_for_itself() -> None:
    assert figures("绵阳市引进创业项目2160个，其中，国内项目1600个。") == [
        ("绵阳市", "引进创业项目", 2160.0, "个"),
        ("绵阳市", "引进国内项目", 1600.0, "个"),
    ]


def test_a_phase_leaves_the_project_in_place() -> None:
    told = figures("绵阳智算中心项目总投资11亿元，一期投资5亿元，占地面积120亩。")
    assert [(f[0], f[1]) for f in told if f[3] == "亩"] == [("绵阳智算中心项目", "占地面积")]


def test_a_figure_that_is_only_supposed_is_left_out() -> None:
    assert figures("一旦项目建成，绵阳市工业总产值将达到600亿元。") == []


def test_the_first_of_several_has_not_their_count() -> None:
    assert figures("海康威视等15家企业入选名单。") == []


def test_those_for_whom_something_is_done() -> None:
    assert figures("绵阳智算中心累计为40个领域、1800多家用户提供算力服务。") == [
        ("绵阳智算中心", "服务领域", 40.0, "个"),
        ("绵阳智算中心", "服务用户", 1800.0, "家"),
    ]


def test_an_event_in_a_place_is_not_the_place() -> None:
    assert figures("绵阳马拉松门票收入超2600万元。") == []
