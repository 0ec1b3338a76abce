"""Firms that only their surroundings give away."""

from __future__ import annotations

from tests.extractor.mentions.samples import brands, told


def test_a_stock_code_makes_a_firm() -> None:
    assert ("Firm", "泓箭航天") in told(brands("泓箭航天（688001）公布了结果。"))


def test_a_rare_word_with_a_trade_is_a_firm() -> None:
    assert ("Firm", "捷通科技") in told(brands("昨天，捷通科技签约。"))


def test_a_word_after_two_different_signs_is_a_firm() -> None:
    assert told(brands("奕泽伟董事长介绍，奕泽伟推出了新品。")) == [("Firm", "奕泽伟")] * 2


def test_what_a_noun_for_firms_introduces_by_a_foreign_name_is_a_firm() -> None:
    assert ("Firm", "Veltrix Marine") in told(brands("挪威海工公司Veltrix Marine到访。"))
    assert ("Firm", "Oskana") in told(brands("他收购了面板厂商Oskana。"))
    assert brands("公司IPO在即，企业CIO到会，公司Veltrix平台上线。") == []


def test_a_product_behind_the_name_of_its_firm_is_none() -> None:
    assert ("Firm", "Veltrix") not in told(brands("他用微软公司Veltrix画图。"))


def test_common_words_are_none() -> None:
    assert brands("企业推出新品，平台发布公告，行业董事长出席。") == []


def test_whose_office_a_person_holds_is_a_firm() -> None:
    assert ("Firm", "汇谦") in told(brands("汇谦董事长李明表示，前景很好。"))


def test_a_person_with_an_office_in_a_part_of_a_firm_makes_no_firm_of_it() -> None:
    assert brands("汇谦产品线总裁李明表示，前景很好。") == []


def test_a_preposition_before_the_firm_of_a_person_is_no_part_of_it() -> None:
    found = told(brands("据汇谦总裁李明介绍，汇谦很好。汇谦还在成长。"))
    assert ("Firm", "据汇谦") not in found


def test_any_unknown_word_with_a_trade_is_a_firm_where_it_stands_alone() -> None:
    assert ("Firm", "维拓能源") in told(brands("来自维拓能源、泽微证券的代表到场。"))


def test_an_unknown_word_before_a_trade_that_goes_on_makes_no_firm() -> None:
    assert brands("维拓能源供给不足。保护泽谱生物多样性。维拓科技创新很快。") == []


def test_an_unknown_verb_with_its_object_is_no_firm() -> None:
    assert brands("我们维拓能源。") == []


def test_a_coined_name_of_two_characters_that_faces_a_firm_is_one() -> None:
    assert ("Firm", "睿衡") in told(brands("睿衡与华为联合打造平台。"))
    assert ("Firm", "张瑆") not in told(brands("张瑆与华为联合打造平台。"))
