"""我们: the body that the speaker serves, or nothing."""

from __future__ import annotations

from tests.extractor.linking.samples import analysis, meant
from tests.extractor.relations.samples import told


def test_a_speaker_named_before_what_he_says() -> None:
    assert meant("卫华集团董事长李明表示，我们将扩建工厂。")["我们"] == "卫华集团"
    assert meant("卫华集团董事长李明说：“我们将扩建工厂。”")["我们"] == "卫华集团"


def test_a_speaker_named_behind_a_quotation() -> None:
    text = "新乡市很热闹。“工厂将扩建，我们欢迎大家。”卫华集团董事长李明介绍。"
    assert meant(text)["我们"] == "卫华集团"


def test_a_quotation_behind_a_colon_is_not_that_of_the_next_speaker() -> None:
    text = "卫华集团董事长李明表示：“我们将扩建工厂。”许继电气总经理王强表示，天气很好。"
    assert meant(text)["我们"] == "卫华集团"


def test_a_quotation_that_goes_on_behind_the_speaker() -> None:
    assert meant("“天气很好。”卫华集团董事长李明说，“我们将扩建工厂。”")["我们"] == "卫华集团"


def test_a_speaker_named_by_his_name_alone_later_on() -> None:
    assert meant("卫华集团董事长李明到会。\n李明说：“我司将扩建工厂。”")["我司"] == "卫华集团"


def test_a_mayor_speaks_for_the_city() -> None:
    assert meant("新乡市市长李明说：“我们将扩建工厂。”")["我们"] == "新乡市"


def test_all_of_a_paragraph_is_said_by_whom_it_opens_with() -> None:
    opened = "卫华集团董事长李明到会。\n记者：怎么办？\n"
    assert meant(f"{opened}李明：先看市场。工厂很忙，设备也好。我们将扩建工厂。")["我们"] == "卫华集团"
    assert meant("卫华集团董事长李明：先看市场。工厂很忙，设备也好。我们将扩建工厂。")["我们"] == "卫华集团"
    assert "我们" not in meant(f"{opened}李明：先看市场。\n记者：我们都想扩建工厂。")


def test_nobody_speaks_for_those_who_are_not_told() -> None:
    assert "我们" not in meant("卫华集团到了。我们看了工厂。")
    assert "我们" not in meant("“我们将扩建工厂。”游客说。卫华集团董事长李明到会。")
    assert "我们" not in meant("卫华集团董事长李明到会。“我们将扩建工厂。”游客说。")


def test_who_serves_two_bodies_speaks_for_neither() -> None:
    assert "我们" not in meant("卫华集团董事长、郑煤机集团总经理李明说：“我们将扩建工厂。”")


def test_a_firm_that_its_speaker_calls_by_its_kind() -> None:
    text = "卫华集团董事长李明到会，郑煤机集团、许继电气也来了。李明表示，公司将扩建工厂。"
    assert meant(text)["公司"] == "卫华集团"
    assert "公司" not in meant("新乡市市长李明到会。李明表示，公司将扩建工厂。")


def test_a_bare_name_that_begins_what_is_said_stands_for_the_body() -> None:
    found = told("卫华集团董事长李明到会。李明表示，将建设新乡起重云平台。")
    assert {subject for subject, predicate, _ in found if predicate == "undertakes"} == {"卫华集团"}
    assert "李明" not in meant("卫华集团董事长李明到会。记者见到李明，他很高兴。")


def test_the_reason_is_told() -> None:
    seen = analysis("卫华集团董事长李明表示，我们将扩建工厂。")
    assert [m.reason for m in seen.linking.mentions][-1] == "speaker"


def test_what_a_speaker_tells_of_without_a_subject_is_what_his_body_does() -> None:
    opening = "卫华集团董事长李明到会。\n"
    built = ("卫华集团", "undertakes", "卫河数据中心")
    assert built in told(f"{opening}李明表示，下一步将建设卫河数据中心。")
    assert built in told(f"{opening}李明说：“下一步将建设卫河数据中心。”")
    assert built not in told(f"{opening}李明离开以后，他们将建设卫河数据中心。")


def test_what_stands_between_the_speaker_and_that_he_speaks() -> None:
    opening = "卫华集团董事长李明到会。\n"
    built = ("卫华集团", "undertakes", "卫河数据中心")
    assert built in told(f"{opening}李明还强调，下一步将建设卫河数据中心。")
    assert built in told(f"{opening}李明在致辞中表示，下一步将建设卫河数据中心。")
    assert built not in told(f"{opening}李明的老师还强调，下一步将建设卫河数据中心。")


def test_a_professor_does_not_speak_for_his_university() -> None:
    found = told("郑州大学教授李明到会。\n李明表示，要建设卫河数据中心。")
    assert ("郑州大学", "undertakes", "卫河数据中心") not in found
