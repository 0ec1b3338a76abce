"""Short forms of the names of organisations."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.extractor.linking.short_names import short_forms
from tests.extractor.linking.samples import iris


def test_short_forms_leave_out_legal_form_trade_and_place() -> None:
    forms = short_forms("江城市明远智能科技有限公司", "江城市")
    assert forms[0] == "江城市明远智能科技有限公司"
    assert {"江城市明远智能科技", "明远智能科技", "明远"} <= set(forms)
    assert "江城市" not in forms


@given(st.text(alphabet="江城明远科技有限公司集团（）“”", max_size=20))
def test_forms_are_unique_and_long_enough(name: str) -> None:
    forms = short_forms(name)
    assert len(set(forms)) == len(forms)
    assert all(len(form) >= 2 for form in forms)


def test_long_and_short_form_are_one_thing() -> None:
    found = iris("星野智能科技有限公司落户。星野智能负责建设。")
    assert found["星野智能"] == found["星野智能科技有限公司"]
    found = iris("宜昌星野智能科技有限公司（以下简称“云锋”）落户。云锋表示满意。")
    assert found["云锋"] == found["宜昌星野智能科技有限公司"]


def test_an_abbreviation_means_what_the_article_defines_it_to_be() -> None:
    # CCF is China's computer federation to the lexicon.
    found = iris("江城市生态保护基金会（以下简称：CCF）与华为签署协议。CCF将开展公益活动。")
    assert found["CCF"] == found["江城市生态保护基金会"]


def test_a_short_name_that_is_also_a_word_is_a_firm_in_a_list_of_firms() -> None:
    assert "长城" in iris("福田、长城等车企与华为签署协议。")
    assert "长城" not in iris("游客登上长城，与华为员工合影。")
