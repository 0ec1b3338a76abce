"""该平台, 该公司: the thing of that sort named last, or nothing."""

from __future__ import annotations

from tests.extractor.linking.samples import analysis, meant


def test_the_platform_named_last() -> None:
    assert meant("“蜀链通”平台上线。该平台运行平稳。")["该平台"] == meant("“蜀链通”平台上线。")["“蜀链通”平台"]


def test_words_that_count_point_too() -> None:
    assert meant("“蜀链通”系统上线。这套系统运行平稳。")["这套系统"] == "“蜀链通”系统"
    assert meant("卫华集团落户新乡市。这家公司表示满意。")["这家公司"] == "卫华集团"


def test_a_firm_only_if_no_other_is_near() -> None:
    assert meant("卫华集团落户新乡市。该公司表示满意。")["该公司"] == "卫华集团"
    assert "该公司" not in meant("卫华集团与郑煤机集团会谈。该公司表示满意。")


def test_not_over_a_firm_without_a_name() -> None:
    assert "该公司" not in meant("卫华集团收购一家公司，该公司生产起重机。")
    assert "该公司" not in meant("卫华集团拿下一家欧洲客户的订单，该公司生产起重机。")
    assert "该公司" not in meant("卫华集团来了。某海外代理商来考察，该公司生产起重机。")
    assert "公司" not in meant("卫华集团落户新乡市。某科技公司表示满意。该公司生产起重机。")


def test_a_builder_is_called_a_bureau_too() -> None:
    assert meant("中建四局落户新乡市。该局承建卫华大厦。")["该局"] == "中建四局"
    assert meant("中建四局走访新乡市公安局。该局表示满意。")["该局"] == "新乡市公安局"


def test_what_a_firm_is_makes_no_other_firm_of_it() -> None:
    for told in (
        "卫华集团是一家起重机企业。",
        "卫华集团，一家起重机企业，落户新乡市。",
        "作为一家企业，卫华集团落户。",
    ):
        assert meant(told + "该公司表示满意。")["该公司"] == "卫华集团"


def test_not_to_what_it_is_a_part_of() -> None:
    text = "“蜀链通”工程开工。\n作为绵阳市大数据产业园的首期工程，该工程运行平稳。"
    assert meant(text)["该工程"] == "“蜀链通”工程"


def test_not_over_a_long_distance() -> None:
    assert "该平台" not in meant("“蜀链通”平台上线。" + "天气很好。" * 80 + "该平台运行平稳。")


def test_nothing_before_it_means_nothing() -> None:
    assert meant("该平台运行平稳。") == {}


def test_where_several_firms_are_near_the_one_that_the_article_is_about_is_meant() -> None:
    text = "卫华集团落户新乡市。卫华集团生产起重机。卫华集团与郑煤机集团会谈。该公司表示满意。"
    assert meant(text)["该公司"] == "卫华集团"
    assert _reason(text, "该公司") == "main firm"


def test_the_main_firm_is_one_of_those_that_the_title_names() -> None:
    text = "卫华集团落户新乡市。卫华集团生产起重机。卫华集团与郑煤机集团会谈。该公司表示满意。"
    assert meant(text, title="卫华集团落户新乡")["该公司"] == "卫华集团"
    assert meant(text, title="起重机产业观察")["该公司"] == "卫华集团"
    assert "该公司" not in meant(text, title="郑煤机集团为何转型")


def test_the_reason_tells_that_no_other_was_near() -> None:
    assert _reason("卫华集团落户新乡市。该公司生产起重机。", "该公司") == "kind named last"


def _reason(text: str, wording: str) -> str:
    seen = analysis(text)
    return next(m.reason for m in seen.linking.mentions if text[m.start : m.end] == wording)


def test_a_firm_that_speaks_means_itself() -> None:
    text = "卫华集团与郑煤机集团会谈。郑煤机集团公告称，公司主营起重机。"
    assert meant(text)["公司"] == "郑煤机"
