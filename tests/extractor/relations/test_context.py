"""Which roles the surroundings fill: the subject that is carried on, the partners, 双方, the heading above."""

from __future__ import annotations

from tests.extractor.relations.samples import told


def test_a_clause_takes_the_subject_of_the_one_before() -> None:
    assert ("绵阳市", "undertakes", "涪江数据中心") in told("绵阳市抢抓机遇，建成涪江数据中心。")


def test_and_a_sentence_that_of_the_sentence_before() -> None:
    found = told("绵阳市抢抓机遇，推进数字化转型。去年建成涪江数据中心。")
    assert ("绵阳市", "undertakes", "涪江数据中心") in found


def test_and_its_aims_where_the_sentence_opens_with_what_is_done() -> None:
    pursued = ("绵阳市", "pursues", "科技成果转化")
    assert pursued in told("绵阳市建成涪江数据中心。积极推进科技成果转化。")
    assert pursued not in told("绵阳市建成涪江数据中心。专家建议，积极推进科技成果转化。")


def test_a_clause_that_only_describes_brings_in_what_it_ends_with() -> None:
    before = "昨日，西南科技大学来访。"
    founded = told(f"{before}成立于2015年的海康威视，已建成涪江数据中心。")
    assert [f for f in founded if f[1] == "undertakes"] == [("海康威视", "undertakes", "涪江数据中心")]
    built = told(f"{before}由海康威视建设的涪江数据中心，运用人工智能技术。")
    assert ("涪江数据中心", "usesTechnology", "人工智能") in built


def test_but_not_over_a_paragraph() -> None:
    found = told("绵阳市抢抓机遇，推进数字化转型。\n去年建成涪江数据中心。")
    assert ("绵阳市", "undertakes", "涪江数据中心") not in found


def test_a_subject_that_is_no_thing_of_the_graph_ends_it() -> None:
    assert not [f for f in told("绵阳市天气晴朗，专家们建成涪江数据中心。") if f[1] == "undertakes"]


def test_but_a_thing_that_does_nothing_leaves_him_his_deeds() -> None:
    assert ("绵阳市", "undertakes", "涪江数据中心") in told("绵阳市抢抓机遇，道路条件好转，建成涪江数据中心。")
    assert ("海康威视", "undertakes", "涪江数据中心") in told("海康威视公告，所募资金用于建设涪江数据中心。")
    found = told("绵阳市抢抓机遇，道路条件好转，海康威视建成涪江数据中心。")
    assert [f for f in found if f[1] == "undertakes"] == [("海康威视", "undertakes", "涪江数据中心")]


def test_both_are_the_parties_told_before() -> None:
    found = told("绵阳市与海康威视签署协议。双方将建设涪江数据中心。")
    assert {("绵阳市", "undertakes", "涪江数据中心"), ("海康威视", "undertakes", "涪江数据中心")} <= found


def test_both_are_who_stand_on_either_side_of_a_cooperation_spoken_of() -> None:
    before = "海康威视与绵阳市签署协议。"
    found = told(f"{before}对于中国电信与西南科技大学的合作，双方将建设涪江数据中心。")
    assert {f[0] for f in found if f[1] == "undertakes"} == {"中国电信", "西南科技大学"}


def test_both_are_who_makes_a_work_and_never_the_work() -> None:
    before = "涪江数据中心近日启用。该中心由绵阳市与海康威视合作建设。"
    found = told(f"{before}双方还将成立涪江创新中心。")
    assert {("绵阳市", "undertakes", "涪江创新中心"), ("海康威视", "undertakes", "涪江创新中心")} <= found


def test_both_are_not_those_before_where_one_of_the_parties_is_not_known() -> None:
    before = "海康威视与绵阳市签署协议。"
    found = told(f"{before}同日，中国电信与青鸟团队签署协议，双方将建设涪江数据中心。")
    assert not [f for f in found if f[0] in ("海康威视", "绵阳市") and f[1] == "undertakes"]


def test_both_may_stand_behind_an_adverb_or_a_wish() -> None:
    for opening in ("未来双方将", "希望双方"):
        found = told(f"绵阳市与海康威视签署协议。{opening}建设涪江数据中心。")
        assert {("绵阳市", "undertakes", "涪江数据中心"), ("海康威视", "undertakes", "涪江数据中心")} <= found


def test_who_signed_builds_too() -> None:
    found = told("海康威视和绵阳市签约，计划投资20亿元，共建涪江数据中心。")
    assert {("绵阳市", "undertakes", "涪江数据中心"), ("海康威视", "undertakes", "涪江数据中心")} <= found


def test_an_agent_after_you_does_it_wherever_it_stands() -> None:
    found = told("绵阳市表示，涪江数据中心由海康威视承建。")
    assert ("海康威视", "undertakes", "涪江数据中心") in found


def test_partners_told_before_do_it_too() -> None:
    found = told("绵阳市与海康威视合作，建成涪江数据中心。")
    assert {("绵阳市", "undertakes", "涪江数据中心"), ("海康威视", "undertakes", "涪江数据中心")} <= found


def test_a_wish_is_for_somebody_else_to_carry_out() -> None:
    found = told("绵阳市表示，希望中国电信建设涪江数据中心。")
    assert ("中国电信", "undertakes", "涪江数据中心") in found
    assert not [f for f in found if f[:2] == ("绵阳市", "undertakes")]


def test_a_place_that_only_modifies_is_no_partner() -> None:
    for somebody_there in ("企业", "合作伙伴", "相关机构", "各级政府及企业"):
        assert not [f for f in told(f"海康威视与绵阳{somebody_there}合作。") if f[1] == "partnersWith"]


def test_who_stands_right_before_the_verb_does_it() -> None:
    found = told("2015年，海康威视推出一代产品，接着是中国电信建成涪江数据中心。")
    assert ("中国电信", "undertakes", "涪江数据中心") in found
    assert ("海康威视", "undertakes", "涪江数据中心") not in found


def test_what_is_a_verb_elsewhere_is_none_in_a_name() -> None:
    found = told("吉利控股旗下的云轨智能装备有限公司建成涪江数据中心。")
    assert ("云轨智能装备有限公司", "undertakes", "涪江数据中心") in found


def test_a_verb_that_may_be_a_noun_opens_no_subject_of_its_own() -> None:
    assert ("海康威视", "undertakes", "涪江数据中心") in told("海康威视今年喜讯不断，中标涪江数据中心。")


def test_a_firm_named_after_its_place_and_trade_is_the_subject() -> None:
    assert ("海康威视", "undertakes", "涪江数据中心") in told("绵阳电子企业海康威视宣布将建设涪江数据中心。")


def test_what_an_officer_says_of_plans_is_the_plan_of_his_place() -> None:
    plan = ("绵阳市", "undertakes", "涪江数据中心")
    assert plan in told("绵阳市市长周大勇表示，下一步将建设涪江数据中心。")
    assert plan not in told("绵阳市市民周大勇表示，下一步将建设涪江数据中心。")


def test_and_what_an_office_tells_is_its_own() -> None:
    assert ("海康威视", "undertakes", "涪江数据中心") in told("据海康威视有关负责人介绍，目前已建成涪江数据中心。")


def test_what_a_plan_lays_down_is_done_by_the_place_whose_it_is() -> None:
    laid = ("绵阳市", "undertakes", "涪江数据中心")
    assert laid in told("《绵阳市数字乡村建设行动方案》提出，打造涪江数据中心。")
    assert laid in told("绵阳市印发《数字乡村建设行动方案》。该方案提出五项任务。一是打造涪江数据中心。")
    assert not [f for f in told("《绵阳市数字乡村研究报告》提出，打造涪江数据中心。") if f[1] == "undertakes"]


def test_both_in_another_city_are_the_firm_and_that_city() -> None:
    found = told("在绵阳，绵阳市大数据局携手海康威视上线新系统。在衢州，立足大数据，双方打造衢江云平台。")
    assert ("衢州市", "undertakes", "衢江云平台") in found
    assert {"海康威视", "衢州市"} in [{s, o} for s, p, o in found if p == "partnersWith"]
    assert ("绵阳市大数据局", "undertakes", "衢江云平台") not in found


def test_a_local_paper_tells_of_the_place_in_its_title() -> None:
    title = "江油市：数字乡村有新貌"
    found = told(f"{title}\n绵阳市很热闹。\n去年建成涪江数据中心。", "绵阳日报", title)
    assert ("江油市", "undertakes", "涪江数据中心") in found
    assert ("绵阳市", "undertakes", "涪江数据中心") not in found


def test_at_home_the_city_builds_whose_name_a_work_carries() -> None:
    found = told("数据要多跑路。绵阳市数字经济公共服务平台建设启动。四川省很支持。", "四川日报")
    assert {s for s, p, _ in found if p == "undertakes"} == {"绵阳市"}


def test_works_that_begin_one_after_the_other_are_all_of_whom_the_sentence_began_with() -> None:
    found = told("绵阳市深化改革，“涪江通”平台正式上线，“涪江云”平台随后启用。")
    assert {("绵阳市", "undertakes", "涪江通"), ("绵阳市", "undertakes", "涪江云")} <= {
        (subject, predicate, made.strip("“”平台")) for subject, predicate, made in found
    }


def test_whose_state_a_clause_without_a_verb_tells_acts_next() -> None:
    assert ("绵阳市", "undertakes", "涪江数据中心") in told("绵阳市产业规模不断扩大，建成涪江数据中心。")


def test_words_of_time_are_no_subject_of_their_own() -> None:
    for opening in ("下一步将", "最近", "前期已", "今年以来已"):
        assert ("绵阳市", "undertakes", "涪江数据中心") in told(f"绵阳市抢抓机遇。{opening}建设涪江数据中心。"), opening


def test_a_next_partner_is_one_of_who_signed_before() -> None:
    signed = "绵阳市与海康威视签约建设涪江数据中心，项目占地320亩；与浪潮集团签约建设涪江换电网络。"
    found = told(signed)
    assert {"浪潮", "绵阳市"} in [{s, o} for s, p, o in found if p == "partnersWith"]
    assert ("海康威视", "undertakes", "涪江换电网络") not in found


def test_what_a_work_brings_its_city_builds() -> None:
    found = told("绵阳市建成涪江智算中心。涪江智算中心还将推出涪江云平台。")
    assert ("绵阳市", "undertakes", "涪江云平台") in found


def test_what_a_member_of_a_council_tells_is_not_its_deed() -> None:
    text = "全国政协委员、绵阳市政协常委赵建国介绍情况。今年启用的“云轨计划”覆盖两省，还推出“云轨平台”。"
    assert not any(
        subject.endswith(("政协", "委员会")) for subject, predicate, _ in told(text) if predicate == "undertakes"
    )
